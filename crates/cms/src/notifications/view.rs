//! A notification in the words of one language.

use db::push::{Notification, State};
use domain::language::Language;
use domain::moment::Moment;
use serde_json::{Value, json};
use server::clock;

use crate::push::error_text;
use crate::texts::Texts;

/// A notification as pages and JSON show it.
pub(super) struct NotificationView {
    pub(super) state_text: String,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
    /// Why it is not sent, or what is not known about it.
    pub(super) reason: Option<String>,
    pub(super) notification: Notification,
}

impl NotificationView {
    pub(super) fn new(notification: Notification, texts: &'static Texts) -> NotificationView {
        let (key, tone, icon) = match notification.state {
            State::Waiting if notification.attempts > 0 || notification.error.is_some() => {
                ("push-state-retrying", "warning", "hourglass-split")
            }
            State::Waiting => ("push-state-waiting", "neutral", "hourglass-split"),
            State::Sending => ("push-state-sending", "accent", "send"),
            State::Sent => ("push-state-sent", "success", "check-circle"),
            State::Failed => ("push-state-failed", "danger", "x-circle"),
            State::Unknown => ("push-state-unknown", "warning", "question-circle"),
            State::Cancelled => ("push-state-cancelled", "neutral", "slash-circle"),
            State::SentByTheOriginal => ("push-state-original", "neutral", "check-circle"),
        };
        let reason = match notification.state {
            State::Waiting | State::Failed => notification.error.as_deref().map(error_text),
            State::Unknown => Some("push-error-unknown"),
            State::SentByTheOriginal => Some("push-original-hint"),
            State::Sending | State::Sent | State::Cancelled => None,
        };
        NotificationView {
            state_text: texts.t(key).into_owned(),
            tone,
            icon,
            reason: reason.map(|key| texts.t(key).into_owned()),
            notification,
        }
    }

    /// How many seconds there are until it goes out.
    pub(super) fn seconds_left(&self) -> Option<i64> {
        let due = self.notification.due.filter(|_| self.notification.state == State::Waiting)?;
        Some((due.millis() - clock::now().millis()).max(0) / 1_000).filter(|left| *left > 0)
    }

    /// The time that a list shows: when it goes out, or else when it did or was written.
    pub(super) fn shown_at(&self) -> Option<Moment> {
        self.notification.due.filter(|_| self.is_scheduled()).or(self.notification.at)
    }

    /// The page of what it was written as.
    pub(super) fn draft_path(&self) -> Option<String> {
        self.notification.draft.map(super::drafts::path)
    }

    /// Whether it is to wait for its time.
    pub(super) fn is_scheduled(&self) -> bool {
        self.seconds_left().is_some()
    }

    /// The language's name in itself.
    pub(super) fn language_name(&self) -> &'static str {
        Language::from_code(&self.notification.lang).map_or("", Language::own_name)
    }

    /// Whether the page has something to wait for.
    pub(super) fn is_under_way(&self) -> bool {
        self.notification.state.is_under_way()
    }

    /// Whether an editor may have it sent once more.
    pub(super) fn may_be_sent_again(&self) -> bool {
        self.notification.state.may_be_sent_again()
    }

    /// Whether it may have reached the phones already.
    pub(super) fn is_unknown(&self) -> bool {
        self.notification.state == State::Unknown
    }

    /// Whether its record can be removed now.
    pub(super) fn may_be_removed(&self) -> bool {
        self.notification.state != State::Sending
    }

    /// The JSON of it, with the members of the original's record.
    pub(super) fn json(&self) -> Value {
        let sent = matches!(self.notification.state, State::Sent | State::SentByTheOriginal);
        json!({
            "id": self.notification.id,
            "title": self.notification.title,
            "content": self.notification.content,
            "lang": self.notification.lang,
            "status": self.notification.state.name(),
            "date_sent": self.notification.at.filter(|_| sent).map(|at| at.millis().to_string()),
            "error": self.notification.error,
            "reason": self.reason,
            "due": self.notification.due.map(Moment::to_iso),
            "draft": self.notification.draft.map(super::drafts::path),
            "test": self.notification.topic.is_some(),
            "attempts": self.notification.attempts,
            "job": self.notification.job_id.map(|job| format!("/jobs/{job}")),
        })
    }
}
