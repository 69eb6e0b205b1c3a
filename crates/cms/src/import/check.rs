//! Checking a file: a job that reads it and stores what would change.

use db::error::DbError;
use db::exchange::import as stored;
use domain::language::Language;
use futures_util::FutureExt;
use server::error::Error;
use uuid::Uuid;

use super::judge::{self, Sender};
use crate::access::Editor;
use crate::exchange::refused;
use crate::exchange::workbook::desk::{self, Labels};
use crate::jobs::{JobContext, JobError, Kind, Outcome, Sentence};
use crate::state::Cms;

/// The kind of job.
pub const KIND: Kind = Kind {
    name: "sheet-import-check",
    title: "import-job-check",
    most_attempts: 3,
    run: |context| run(context).boxed_local(),
};

async fn run(context: JobContext) -> Result<Outcome, JobError> {
    let id: String = context.payload()?;
    let broken = |_| JobError::failed(Sentence::new("job-broken"));
    let id = Uuid::try_parse(&id).map_err(broken)?;
    let input = context.input().await?;
    let sender = sender(&context).await?;
    let audience = context.cms.settings.audience.clone();
    let path = format!("/import/{id}");
    let lead = |outcome: Outcome| outcome.linking(path, Sentence::new("import-job-report"));
    context
        .apart(move |connection, reporter| {
            let read = desk::read(&input.content, |done, total| {
                // Whether to go on is asked below.
                let _ = reporter.progress(done, total, "import-step-read");
            });
            let read = match read {
                Ok(read) => read,
                Err(why) => {
                    let why = refused(why);
                    let json = serde_json::to_string(&why).unwrap_or_default();
                    stored::failed(connection, id, &json).map_err(failed)?;
                    return Err(JobError::failed(why));
                }
            };
            reporter.check()?;
            let labels = Labels::load(connection, &sender.languages, &audience).map_err(failed)?;
            let notes = serde_json::to_string(&read.notes).unwrap_or_else(|_| "{}".to_owned());
            let judged = judge::judge(connection, read.lines, &sender, &labels, |done, total| {
                reporter.progress(done, total, "import-step-compare").is_ok()
            });
            let Some(judged) = judged.map_err(failed)? else { return Err(JobError::Stopped) };
            reporter.progress(1, 1, "import-step-store")?;
            let mut languages = judged.languages;
            if languages.is_empty() {
                languages.push(sender.language.code());
            }
            stored::checked(connection, id, &languages, &notes, &judged.rows).map_err(failed)
        })
        .await?;
    Ok(lead(Outcome::says(Sentence::new("import-job-checked"))))
}

/// What the database says, for a job.
pub(super) fn failed(error: impl Into<DbError>) -> JobError {
    JobError::from(error.into())
}

/// Who has sent the file, with the rights that she has now.
async fn sender(context: &JobContext) -> Result<Sender, JobError> {
    let broken = || JobError::failed(Sentence::new("job-broken"));
    let editor = editor(&context.cms, context.job.created_by).await.map_err(|error| {
        log::error!("the sender of a file: {error}");
        broken()
    })?;
    let editor = editor.ok_or_else(broken)?;
    let language = Language::from_code(&context.job.lang)
        .filter(|language| editor.languages.contains(language))
        .unwrap_or(editor.language);
    Ok(Sender { language, interface: editor.interface_language, languages: editor.languages })
}

async fn editor(cms: &Cms, id: Option<i32>) -> Result<Option<Editor>, Error> {
    let Some(id) = id else { return Ok(None) };
    let found = cms.db.run(move |connection| Ok(db::editor::find(connection, id)?)).await?;
    Ok(found.and_then(|found| Editor::of(&found, None)))
}
