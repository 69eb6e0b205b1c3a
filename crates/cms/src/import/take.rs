//! Making drafts of a checked file, and taking them back.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use db::editing::Author;
use db::exchange::import::{self as stored, Claim, Taking};
use db::job::NewJob;
use domain::language::Language;
use futures_util::FutureExt;
use serde::{Deserialize, Serialize};
use server::error::Error;
use uuid::Uuid;

use super::check::failed;
use super::upload::{accepted, find, settle};
use crate::access::Editor;
use crate::form::Submitted;
use crate::jobs::{JobContext, JobError, Kind, Outcome, Sentence};
use crate::pages::{Flash, Frame, wants_page};
use crate::state::Cms;

/// Making drafts.
pub const APPLY: Kind = Kind {
    name: "sheet-import-apply",
    title: "import-job-apply",
    most_attempts: 3,
    run: |context| run_apply(context).boxed_local(),
};

/// Taking them back.
pub const UNDO: Kind = Kind {
    name: "sheet-import-undo",
    title: "import-job-undo",
    most_attempts: 3,
    run: |context| run_undo(context).boxed_local(),
};

/// What a job is to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Task {
    import: String,
    meantime: bool,
    too_long: bool,
}

impl Task {
    fn import(&self) -> Result<Uuid, JobError> {
        let broken = |_| JobError::failed(Sentence::new("job-broken"));
        Uuid::try_parse(&self.import).map_err(broken)
    }
}

/// `POST /import/{id}/apply`, `meantime` and `too_long` for taking over those rows too. However
/// often it is asked for, it happens once.
pub(super) async fn apply(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let asked = Asked { request, frame, session, editor, cms, id: id.into_inner() };
    let (meantime, too_long) = (submitted.flag("meantime"), submitted.flag("too_long"));
    asked.go(Claim::Apply, meantime, too_long).await
}

/// `POST /import/{id}/undo`: takes the drafts back, as far as nobody has worked on them.
pub(super) async fn undo(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let asked = Asked { request, frame, session, editor, cms, id: id.into_inner() };
    asked.go(Claim::Undo, false, false).await
}

/// Who asks, and about which import.
struct Asked {
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: String,
}

impl Asked {
    async fn go(self, what: Claim, meantime: bool, too_long: bool) -> Result<HttpResponse, Error> {
        let Asked { request, frame, session, editor, cms, id } = self;
        let id = Uuid::try_parse(&id).map_err(|_| Error::NotFound("no such import"))?;
        let import = find(&cms, &editor, id).await?;
        let writes = |code: &String| {
            Language::from_code(code).is_some_and(|language| editor.languages.contains(&language))
        };
        if !import.languages.iter().all(writes) {
            return Err(Error::Forbidden("the import is in a language that is not yours"));
        }
        let (kind, doing) = match what {
            Claim::Apply => (&APPLY, "applying"),
            Claim::Undo => (&UNDO, "undoing"),
        };
        let (author, lang) = (editor.author(), import.lang);
        let claimed = cms.db.run(move |connection| {
            let payload =
                serde_json::to_string(&Task { import: id.to_string(), meantime, too_long });
            let job = NewJob {
                kind: kind.name,
                lang: &lang,
                payload: &payload.unwrap_or_default(),
                created_by: author.editor_id,
                creator: &author.name,
                most_attempts: kind.most_attempts,
                input: None,
            };
            Ok(stored::claim(connection, id, what, &job)?)
        });
        if claimed.await?.is_none() {
            // Somebody was quicker, which may be she herself with a second press.
            let done = match what {
                Claim::Apply => ["applying", "applied"],
                Claim::Undo => ["undoing", "undone"],
            };
            let now = find(&cms, &editor, id).await?;
            if !done.contains(&now.state.as_str()) {
                if !wants_page(&request) {
                    return Err(Error::Conflict("the import is not at that stage"));
                }
                Flash::danger(frame.t("import-not-now")).keep(&session)?;
            }
            return accepted(&request, id);
        }
        cms.jobs.wake();
        settle(&cms, &editor, id, doing).await?;
        accepted(&request, id)
    }
}

async fn run_apply(context: JobContext) -> Result<Outcome, JobError> {
    let task: Task = context.payload()?;
    let (author, import) = (author(&context), task.import()?);
    let applied = context
        .apart(move |connection, reporter| {
            reporter.progress(0, 1, "import-step-apply")?;
            let taking = Taking { meantime: task.meantime, too_long: task.too_long };
            let applied = stored::apply(connection, &author, import, taking, |done, total| {
                reporter.progress(done, total, "import-step-apply").is_ok()
            });
            let applied = applied.map_err(failed)?;
            // What is committed is done, also when somebody has called it off since.
            if applied.is_none() {
                reporter.check()?;
            }
            Ok(applied)
        })
        .await?;
    let said = match applied {
        Some(applied) => Sentence::new("import-job-applied").number("count", applied.taken),
        None => Sentence::new("import-job-applied-before"),
    };
    Ok(linking(Outcome::says(said), import))
}

async fn run_undo(context: JobContext) -> Result<Outcome, JobError> {
    let task: Task = context.payload()?;
    let (author, import) = (author(&context), task.import()?);
    let undone = context
        .apart(move |connection, reporter| {
            reporter.progress(0, 1, "import-step-undo")?;
            let undone = stored::undo(connection, &author, import, |done, total| {
                reporter.progress(done, total, "import-step-undo").is_ok()
            });
            let undone = undone.map_err(failed)?;
            if undone.is_none() {
                reporter.check()?;
            }
            Ok(undone)
        })
        .await?;
    let said = match undone {
        Some(undone) => Sentence::new("import-job-undone").number("count", undone.undone),
        None => Sentence::new("import-job-undone-before"),
    };
    Ok(linking(Outcome::says(said), import))
}

fn author(context: &JobContext) -> Author {
    Author { editor_id: context.job.created_by, name: context.job.creator.clone() }
}

fn linking(outcome: Outcome, import: Uuid) -> Outcome {
    outcome.linking(format!("/import/{import}"), Sentence::new("import-job-report"))
}
