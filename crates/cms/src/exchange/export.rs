//! Downloading content as a job, where there is much of it.

use actix_web::{HttpRequest, HttpResponse, web};
use db::audit::{Act, Entry};
use db::editing::Author;
use db::job::NewJob;
use db::job::file::File;
use domain::exchange::content::Content;
use domain::language::Language;
use futures_util::FutureExt;
use serde::{Deserialize, Serialize};
use server::error::Error;

use super::conversion::{SOURCE, SPREADSHEET, not_written};
use super::download::{self, today};
use super::{bundle, workbook};
use crate::access::Editor;
use crate::form::Submitted;
use crate::jobs::{self, JobContext, JobError, Kind, Outcome, Sentence};
use crate::pages::see_other;
use crate::state::Cms;

/// The kind of job.
pub const KIND: Kind = Kind {
    name: "data-export",
    title: "exchange-job-export",
    most_attempts: 3,
    run: |context| run(context).boxed_local(),
};

/// Items up to which the file is made while the editor waits.
const AT_ONCE: i64 = 3_000;

/// Which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    Workbook,
    Bundle,
    LiveBundle,
}

impl What {
    fn from_name(name: &str) -> Option<What> {
        match name {
            "workbook" => Some(What::Workbook),
            "bundle" => Some(What::Bundle),
            "live-bundle" => Some(What::LiveBundle),
            _ => None,
        }
    }

    /// The address that answers with the file at once, and what the audit log calls it.
    fn direct(self) -> (&'static str, &'static str) {
        match self {
            What::Workbook => ("/data/generate-content-sheet", download::WORKBOOK),
            What::Bundle => ("/data/generate-content-ts", download::BUNDLE),
            What::LiveBundle => ("/data/generate-content-ts?live=true", download::LIVE_BUNDLE),
        }
    }

    fn file(self, content: Content) -> Result<File, Error> {
        let name = format!("content-{}-{}", content.lang, today());
        let source = |content: &Content| {
            Ok(File {
                name: format!("{name}.ts"),
                media_type: SOURCE.to_owned(),
                content: bundle::source(content)?.into_bytes(),
            })
        };
        match self {
            What::Workbook => Ok(File {
                name: format!("{name}.xlsx"),
                media_type: SPREADSHEET.to_owned(),
                content: workbook::write(&content).map_err(|error| not_written(&error))?,
            }),
            What::Bundle => source(&content),
            What::LiveBundle => source(&content.live()),
        }
    }
}

/// `POST /data/export`, `what` of `workbook`, `bundle`, `live-bundle`: the file, or the page of
/// the job that makes it.
pub(super) async fn begin(
    request: HttpRequest,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let what = What::from_name(submitted.text("what"))
        .ok_or_else(|| Error::bad("what is workbook, bundle or live-bundle"))?;
    let (lang, author) = (editor.language.code(), editor.author());
    let begun = cms.db.run(move |connection| {
        if db::exchange::content::size(connection, lang)? <= AT_ONCE {
            return Ok(None);
        }
        let new = NewJob {
            kind: KIND.name,
            lang,
            payload: &serde_json::to_string(&what).unwrap_or_default(),
            created_by: author.editor_id,
            creator: &author.name,
            most_attempts: KIND.most_attempts,
            input: None,
        };
        Ok(Some(db::job::enqueue(connection, &new)?))
    });
    let Some(id) = begun.await? else { return Ok(see_other(what.direct().0)) };
    cms.jobs.wake();
    Ok(jobs::accepted(&request, id))
}

async fn run(context: JobContext) -> Result<Outcome, JobError> {
    let what: What = context.payload()?;
    let job = context.job.clone();
    let broken = || JobError::failed(Sentence::new("job-broken"));
    let lang = Language::from_code(&job.lang).ok_or_else(broken)?.code();
    let file = context
        .apart(move |connection, reporter| {
            reporter.progress(0, 2, "exchange-step-read")?;
            let author = Author { editor_id: job.created_by, name: job.creator.clone() };
            let entry =
                Entry { author: &author, act: Act::Exported, item: what.direct().1, detail: lang };
            let content = db::exchange::content::load(connection, lang)
                .and_then(|content| db::audit::record(connection, &entry).map(|()| content))
                .map_err(|error| JobError::from(db::error::DbError::from(error)))?;
            reporter.progress(1, 2, "exchange-step-write")?;
            let file = what.file(content).map_err(|error| {
                log::error!("an export: {error:?}");
                JobError::failed(Sentence::new("job-broken"))
            })?;
            reporter.progress(2, 2, "exchange-step-write")?;
            Ok(file)
        })
        .await?;
    Ok(Outcome::says(Sentence::new("exchange-job-ready")).with_file(file))
}
