//! Taking a file that came back.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use db::exchange::import as stored;
use db::job::NewJob;
use db::job::file::File;
use domain::language::Language;
use serde_json::json;
use server::answer;
use server::error::Error;
use uuid::Uuid;

use super::check;
use super::page;
use crate::access::Editor;
use crate::exchange::{Arriving, FormData, Sheet, read_form_data};
use crate::files;
use crate::pages::{Frame, see_other, wants_page};
use crate::state::Cms;

/// `POST /import`, multipart `spreadsheet` and `lang`, the language of new rows that name none:
/// a browser is sent to the import's page, a program gets 202 with its address.
pub(super) async fn submit(
    request: HttpRequest,
    Arriving(payload): Arriving,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    let FormData { file, fields } = read_form_data(&request, payload).await?;
    let page = wants_page(&request);
    let Sheet { name, bytes } = match file {
        Ok(sheet) => sheet,
        Err(refused) if page => {
            let said = match refused {
                files::Refused::TooLarge => frame.t("exchange-file-too-large"),
                _ => frame.t("exchange-file-missing"),
            };
            return page::render(frame, &editor, &cms, said.into_owned()).await;
        }
        Err(files::Refused::TooLarge) => return Err(Error::TooLarge),
        Err(_) => return Err(Error::bad("spreadsheet is missing")),
    };
    let lang = match fields.text("lang") {
        "" => editor.language,
        code => Language::from_code(code)
            .filter(|language| editor.languages.contains(language))
            .ok_or_else(|| Error::bad("lang is none of your languages"))?,
    };
    let author = editor.author();
    let begun = cms.db.run(move |connection| {
        let input = File {
            name: name.clone(),
            media_type: "application/octet-stream".to_owned(),
            content: bytes,
        };
        let job = NewJob {
            kind: check::KIND.name,
            lang: lang.code(),
            payload: "",
            created_by: author.editor_id,
            creator: &author.name,
            most_attempts: check::KIND.most_attempts,
            input: Some(&input),
        };
        Ok(stored::begin(connection, &author, &name, lang.code(), &job)?)
    });
    let id = begun.await?;
    cms.jobs.wake();
    settle(&cms, &editor, id, "checking").await?;
    accepted(&request, id)
}

/// The answer to a request about the import `id`.
pub(super) fn accepted(request: &HttpRequest, id: Uuid) -> Result<HttpResponse, Error> {
    let path = format!("/import/{id}");
    if wants_page(request) {
        return Ok(see_other(&path));
    }
    let body = json!({ "id": id.to_string(), "import": path });
    Ok(answer::json(StatusCode::ACCEPTED, &body))
}

/// How often to look whether a small file is done, and how many times: who has sent one sees the
/// result at once, and needs no page that watches the job.
const LOOK_EVERY: Duration = Duration::from_millis(100);
const LOOKS: u32 = 12;

/// Waits a moment for the import to leave `state`.
pub(super) async fn settle(cms: &Cms, editor: &Editor, id: Uuid, state: &str) -> Result<(), Error> {
    for _ in 0..LOOKS {
        tokio::time::sleep(LOOK_EVERY).await;
        let found = find(cms, editor, id).await?;
        if found.state != state {
            break;
        }
    }
    Ok(())
}

/// An import that she may see.
pub(super) async fn find(cms: &Cms, editor: &Editor, id: Uuid) -> Result<stored::Import, Error> {
    let (editor_id, languages) = (editor.id, codes(editor));
    let found =
        cms.db.run(move |connection| Ok(stored::find(connection, id, editor_id, &languages)?));
    found.await?.ok_or(Error::NotFound("no such import"))
}

/// The codes of her languages.
pub(super) fn codes(editor: &Editor) -> Vec<&'static str> {
    editor.languages.iter().map(|language| language.code()).collect()
}
