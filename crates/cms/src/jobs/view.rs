//! A job as its page and its JSON show it.

use db::job::{Job, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Sentence;
use super::kind::{KINDS, Link};
use crate::texts::Texts;

/// A job in the words of one language.
pub(super) struct JobView {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) state: State,
    pub(super) state_text: String,
    pub(super) step: Option<String>,
    /// What came of it, or why it failed or waits.
    pub(super) report: Vec<String>,
    /// Path and label.
    pub(super) link: Option<(String, String)>,
    pub(super) job: Job,
}

#[derive(Default, Deserialize)]
struct Stored {
    #[serde(default)]
    report: Vec<Sentence>,
    link: Option<Link>,
}

impl JobView {
    pub(super) fn new(job: Job, texts: &'static Texts) -> JobView {
        let stored: Stored = job
            .result
            .as_deref()
            .and_then(|result| serde_json::from_str(result).ok())
            .unwrap_or_default();
        let title = KINDS.iter().find(|kind| kind.name == job.kind).map(|kind| kind.title);
        JobView {
            id: job.id.to_string(),
            title: texts.t(title.unwrap_or("job-of-another-version")).into_owned(),
            state: job.state,
            state_text: texts.t(state_key(&job)).into_owned(),
            step: job
                .step
                .as_deref()
                .filter(|_| job.state == State::Running)
                .map(|key| texts.t(key).into_owned()),
            report: stored.report.iter().map(|line| line.said(texts).into_owned()).collect(),
            link: stored.link.map(|link| (link.path, link.label.said(texts).into_owned())),
            job,
        }
    }

    /// Whether the page has nothing more to wait for.
    pub(super) fn is_over(&self) -> bool {
        self.state.is_over()
    }

    /// Whether it can be begun anew.
    pub(super) fn can_retry(&self) -> bool {
        matches!(self.state, State::Failed | State::Cancelled)
    }

    /// How the state is meant, as badges name it.
    pub(super) fn tone(&self) -> &'static str {
        match self.state {
            State::Queued | State::Cancelled => "neutral",
            State::Running => "accent",
            State::Done => "success",
            State::Failed => "danger",
        }
    }

    /// The picture beside the state.
    pub(super) fn icon(&self) -> &'static str {
        match self.state {
            State::Queued => "hourglass-split",
            State::Running => "arrow-repeat",
            State::Done => "check-circle",
            State::Failed => "x-circle",
            State::Cancelled => "slash-circle",
        }
    }

    /// How much is done, of a hundred, where that is known.
    pub(super) fn percent(&self) -> Option<i64> {
        let total = self.job.total.filter(|total| *total > 0)?;
        Some(self.job.done.clamp(0, total) * 100 / total)
    }

    /// The JSON of it.
    pub(super) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "kind": self.job.kind,
            "title": self.title,
            "lang": self.job.lang,
            "state": self.state.name(),
            "done": self.job.done,
            "total": self.job.total,
            "step": self.step,
            "report": self.report,
            "link": self.link.as_ref().map(|(path, _)| path),
            "file": self.job.has_file.then(|| format!("/jobs/{}/file", self.id)),
            "creator": self.job.creator,
            "created_at": self.job.created_at.to_iso(),
            "finished_at": self.job.finished_at.map(domain::moment::Moment::to_iso),
            "attempts": self.job.attempts,
        })
    }
}

fn state_key(job: &Job) -> &'static str {
    match job.state {
        State::Queued if job.result.is_some() => "job-state-waiting",
        State::Queued => "job-state-queued",
        State::Running if job.cancel_asked => "job-state-stopping",
        State::Running => "job-state-running",
        State::Done => "job-state-done",
        State::Failed => "job-state-failed",
        State::Cancelled => "job-state-cancelled",
    }
}
