//! Gives an article its audio.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use db::editing::{Changed, Image};
use db::files::voice_over::Spoken;
use db::files::{discarded, voice_over};
use server::context::Context;
use server::error::Error;
use server::storage::StorageError;

use super::panel::{Panel, VoiceOverPage, page_of};
use super::{Face, NO_ARTICLE, Problem, find, image, json};
use crate::access::Editor;
use crate::address::safe_return;
use crate::files::audio::Audio;
use crate::files::{Refused, Upload, UploadedFile, key};
use crate::pages::{self, Flash, Frame};

/// Why the article has no new audio.
enum Failure {
    Refused(Refused),
    Storage(StorageError),
    Other(Error),
}

/// `POST /api/voice-over/article/upload`: fields `id` and `file`; for a browser also `return`,
/// the page to go back to, and `version`, the row as the form beside the panel has it. A
/// program gets the article.
pub(super) async fn upload(
    request: HttpRequest,
    editor: Editor,
    context: web::Data<Context>,
    session: Session,
    upload: Upload,
) -> Result<HttpResponse, Error> {
    let fields = upload.fields.clone();
    let article = find(&context, &editor, fields.text("id")).await?;
    let face = Face::of(&request);
    let before = match face {
        Face::Fragment => Some(image(&context, &editor, article.id).await?.version),
        _ => None,
    };
    let stored = match upload.file() {
        Ok(file) => store(&context, &editor, &article, file).await,
        Err(refused) => Err(Failure::Refused(refused)),
    };
    let page = page_of(article.id);
    let back = safe_return(fields.get("return")).unwrap_or(&page);
    match (stored, face) {
        (Ok(stored), Face::Program) => Ok(json(stored)),
        (Ok(_), Face::Page) => {
            let frame = Frame::of(&request)?;
            Flash::success(frame.t("files-voice-over-stored")).keep(&session)?;
            Ok(pages::see_other(back))
        }
        (Ok(stored), Face::Fragment) => {
            let frame = Frame::of(&request)?;
            let article = find(&context, &editor, fields.text("id")).await?;
            // The form is brought up to date only if it was so before: what somebody else has
            // changed meanwhile must still be noticed.
            let seen = before.is_some_and(|before| before == fields.text("version"));
            let panel = Panel::of(&frame, &context.storage, &article, back)
                .beside_form(fields.has("version"))
                .done("files-voice-over-stored")
                .version(seen.then_some(stored.version));
            pages::html(&panel)
        }
        (Err(failure), Face::Program) => Err(failure.into()),
        (Err(failure), _) => {
            let problem = problem(failure)?;
            let frame = Frame::of(&request)?;
            let panel = Panel::of(&frame, &context.storage, &article, back)
                .beside_form(fields.has("version"))
                .problem(problem);
            if face == Face::Fragment {
                // Pages put in place only what is answered with 200.
                return pages::html(&panel);
            }
            pages::html_with(problem.status, &VoiceOverPage::new(frame, &article, panel))
        }
    }
}

/// Stores the file, then makes the article name it. What it had before stays until it is
/// certain that nobody brings it back. Whatever fails on the way, the article keeps what it
/// had, and a file that no article came to name goes by itself.
async fn store(
    context: &Context,
    editor: &Editor,
    article: &Spoken,
    file: UploadedFile,
) -> Result<Image, Failure> {
    let content = || file.content().map_err(|error| Failure::Other(disk_error(&error)));
    let audio = Audio::judge(content()?).await.map_err(Failure::Refused)?;
    let key = key::of_article(article.id, &file.name, audio);
    let announced = key.clone();
    let announce =
        context.db.run(move |connection| Ok(discarded::announce(connection, &announced)?));
    announce.await.map_err(|error| Failure::Other(error.into()))?;
    context
        .storage
        .put_file(&key, audio.content_type(), content()?)
        .await
        .map_err(Failure::Storage)?;
    let (author, id, lang) = (editor.author(), article.id, editor.language.code());
    let set = context
        .db
        .run(move |connection| Ok(voice_over::set(connection, &author, id, lang, Some(&key))?));
    match set.await.map_err(|error| Failure::Other(error.into()))? {
        Changed::Done(image) => Ok(image),
        Changed::Missing | Changed::Conflict(_) => Err(Failure::Other(NO_ARTICLE)),
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Error {
        match failure {
            Failure::Refused(refused) => refused.into(),
            Failure::Storage(error) => error.into(),
            Failure::Other(error) => error,
        }
    }
}

/// What is said on the page; other failures have a page of their own.
fn problem(failure: Failure) -> Result<Problem, Error> {
    match failure {
        Failure::Refused(refused) => {
            Ok(Problem { text_key: refused.text_key(), status: StatusCode::BAD_REQUEST })
        }
        Failure::Storage(error) => {
            log::warn!("{error}");
            let status = StatusCode::SERVICE_UNAVAILABLE;
            Ok(Problem { text_key: "files-storage-away", status })
        }
        Failure::Other(error) => Err(error),
    }
}

fn disk_error(error: &std::io::Error) -> Error {
    Error::Internal(format!("an upload cannot be read again: {error}"))
}
