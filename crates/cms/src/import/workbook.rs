//! Making the workbook: at once where it is small, else as a job.

use actix_web::{HttpRequest, HttpResponse, web};
use db::audit::{Act, Entry};
use db::editing::Author;
use db::exchange::content;
use db::job::NewJob;
use db::job::file::File;
use domain::language::Language;
use futures_util::FutureExt;
use serde::{Deserialize, Serialize};
use server::error::Error;

use super::check::failed;
use crate::access::Editor;
use crate::content::AudienceSettings;
use crate::exchange::workbook::desk::{self, Desk, Labels};
use crate::exchange::{self, SPREADSHEET, not_written, today};
use crate::form::Submitted;
use crate::jobs::{self, JobContext, JobError, Kind, Outcome, Sentence};
use crate::state::Cms;

/// The kind of job.
pub const KIND: Kind = Kind {
    name: "sheet-export",
    title: "import-job-workbook",
    most_attempts: 3,
    run: |context| run(context).boxed_local(),
};

/// Items up to which the file is made while the editor waits.
const AT_ONCE: i64 = 3_000;

/// Which workbook.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Task {
    languages: Vec<String>,
    interface: String,
    filled: bool,
}

impl Task {
    fn languages(&self) -> Vec<Language> {
        self.languages.iter().filter_map(|code| Language::from_code(code)).collect()
    }

    fn name(&self) -> String {
        format!("oky-{}-{}.xlsx", self.languages.join("-"), today())
    }
}

/// `POST /import/workbook`, `lang` of one of her languages or `both`, `cells` of `empty` or
/// `filled`: the workbook, or the page of the job that makes it.
pub(super) async fn submit(
    request: HttpRequest,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let languages: Vec<Language> = match submitted.text("lang") {
        "both" => editor.languages.clone(),
        "" => vec![editor.language],
        code => {
            let found = Language::from_code(code).filter(|found| editor.languages.contains(found));
            vec![found.ok_or(Error::NotFound("no such language among yours"))?]
        }
    };
    let task = Task {
        languages: languages.iter().map(|language| language.code().to_owned()).collect(),
        interface: editor.interface_language.code().to_owned(),
        filled: submitted.text("cells") == "filled",
    };
    let (lang, author, asked) = (editor.language.code(), editor.author(), task.clone());
    let begun = cms.db.run(move |connection| {
        let mut size = 0;
        for language in asked.languages() {
            size += content::size(connection, language.code())?;
        }
        if size <= AT_ONCE {
            return Ok(None);
        }
        let new = NewJob {
            kind: KIND.name,
            lang,
            payload: &serde_json::to_string(&asked).unwrap_or_default(),
            created_by: author.editor_id,
            creator: &author.name,
            most_attempts: KIND.most_attempts,
            input: None,
        };
        Ok(Some(db::job::enqueue(connection, &new)?))
    });
    if let Some(id) = begun.await? {
        cms.jobs.wake();
        return Ok(jobs::accepted(&request, id));
    }
    let (author, audience, asked) = (editor.author(), cms.settings.audience.clone(), task.clone());
    let material =
        cms.db.run(move |connection| Ok(material(connection, &author, &audience, &asked)?)).await?;
    let name = task.name();
    let bytes = exchange::apart(move || material.file(&task)).await?;
    Ok(exchange::file(&name, SPREADSHEET, bytes))
}

/// What a workbook is made of.
struct Material {
    contents: Vec<domain::exchange::content::Content>,
    labels: Labels,
}

/// Reads it, and says in the audit log that it was downloaded.
fn material(
    connection: &mut db::Connection,
    author: &Author,
    audience: &AudienceSettings,
    task: &Task,
) -> db::QueryResult<Material> {
    let languages = task.languages();
    let mut contents = Vec::new();
    for language in &languages {
        contents.push(content::load_with_drafts(connection, language.code())?);
    }
    let labels = Labels::load(connection, &languages, audience)?;
    let detail = task.languages.join(", ");
    let entry = Entry { author, act: Act::Exported, item: "workbook for editing", detail: &detail };
    db::audit::record(connection, &entry)?;
    Ok(Material { contents, labels })
}

impl Material {
    fn file(self, task: &Task) -> Result<Vec<u8>, Error> {
        let interface = Language::from_code(&task.interface).unwrap_or(Language::English);
        let desk = Desk { interface, filled: task.filled, labels: &self.labels };
        desk::write(&self.contents, &desk).map_err(|error| not_written(&error))
    }
}

async fn run(context: JobContext) -> Result<Outcome, JobError> {
    let task: Task = context.payload()?;
    let job = context.job.clone();
    let audience = context.cms.settings.audience.clone();
    let file = context
        .apart(move |connection, reporter| {
            reporter.progress(0, 2, "exchange-step-read")?;
            let author = Author { editor_id: job.created_by, name: job.creator.clone() };
            let material = material(connection, &author, &audience, &task).map_err(failed)?;
            reporter.progress(1, 2, "exchange-step-write")?;
            let content = material.file(&task).map_err(|error| {
                log::error!("a workbook: {error:?}");
                JobError::failed(Sentence::new("job-broken"))
            })?;
            reporter.progress(2, 2, "exchange-step-write")?;
            Ok(File { name: task.name(), media_type: SPREADSHEET.to_owned(), content })
        })
        .await?;
    Ok(Outcome::says(Sentence::new("exchange-job-ready")).with_file(file))
}
