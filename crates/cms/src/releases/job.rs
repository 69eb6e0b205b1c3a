//! The job that publishes a release at its time.

use db::editing::Author;
use db::release;
use domain::moment::Moment;
use futures_util::FutureExt;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::work::{Released, When, publish_release};
use crate::jobs::{JobContext, JobError, Kind, Outcome, Sentence};

/// Publishes a release when its time has come.
pub const KIND: Kind = Kind {
    name: "release",
    title: "release-job",
    most_attempts: 20,
    run: |context| run(context).boxed_local(),
};

/// Which release, and the time that was set: a release that got another time since has another
/// job.
#[derive(Serialize, Deserialize)]
pub(super) struct Payload {
    pub release: String,
    pub at: i64,
}

impl Payload {
    pub(super) fn write(release: Uuid, at: Moment) -> String {
        serde_json::to_string(&Payload { release: release.to_string(), at: at.millis() })
            .unwrap_or_default()
    }
}

async fn run(context: JobContext) -> Result<Outcome, JobError> {
    let Payload { release, at } = context.payload()?;
    let Ok(id) = Uuid::parse_str(&release) else {
        return Err(JobError::failed(Sentence::new("job-broken")));
    };
    let settings = &context.cms.settings;
    let (audience, four_eyes) = (settings.audience.clone(), settings.four_eyes);
    let released = context.cms.db.run(move |connection| {
        let Some(found) = release::find(connection, id)? else { return Ok(Released::Not) };
        let author = Author { editor_id: found.editor_id, name: found.editor_name };
        Ok(publish_release(connection, &audience, four_eyes, &author, id, When::At(at))?)
    });
    let page = format!("/releases/{id}");
    let to_page = Sentence::new("release-to-page");
    match released.await? {
        Released::Done(items) => {
            let text = Sentence::new("release-done").number("count", items as i64);
            Ok(Outcome::says(text).linking(page, to_page))
        }
        Released::Not => Ok(Outcome::says(Sentence::new("release-not")).linking(page, to_page)),
        Released::Refused(obstacles) => Err(JobError::Failed(vec![
            Sentence::new("release-failed").number("count", obstacles.len() as i64),
        ])),
    }
}
