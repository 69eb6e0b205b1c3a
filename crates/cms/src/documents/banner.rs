//! The picture above the about text.

use actix_session::Session;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use db::content::about_banner;
use db::editing::{self, Deleted, Item};
use serde_json::json;
use server::error::Error;
use server::{answer, clock};
use std::io::Read;

use super::WRITE;
use crate::access::{Editor, Routes};
use crate::files::{self, Refused, Upload};
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame, wants_page};
use crate::state::Cms;

const PAGE: &str = "/about-management";

/// Adds the routes of the banner.
pub(super) fn routes(routes: &mut Routes<'_>) {
    routes
        .post("/about-banner-management", WRITE, replace)
        .delete("/about-banner-management/{id}", WRITE, delete)
        .post("/about-banner-management/{id}/delete", WRITE, delete);
}

/// `POST /about-banner-management`: a picture, as the file of a form or as JSON
/// `{"image": "data:image/png;base64,…"}`, takes the place of the language's banner. Either way
/// it is judged by its content and made anew.
async fn replace(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    payload: web::Payload,
) -> Result<HttpResponse, Error> {
    let page = wants_page(&request);
    let made = match sent(&request, payload).await? {
        Ok(bytes) => files::banner(bytes).await?,
        Err(refused) => Err(refused),
    };
    let image = match made {
        Ok(image) => image,
        Err(refused) if page => {
            Flash::danger(frame.t(refused.text_key())).keep(&session)?;
            return Ok(pages::see_other(&format!("{PAGE}#banner")));
        }
        Err(refused) => return Err(refused.into()),
    };
    let (author, lang, now) = (editor.author(), editor.language.code(), clock::now());
    let stored = cms
        .db
        .run(move |connection| {
            about_banner::replace(connection, &author, lang, &image, now)?;
            Ok(about_banner::of_language(connection, lang)?)
        })
        .await?;
    if !page {
        let row = stored.map(|(id, banner)| {
            json!({
                "id": id,
                "image": banner.image,
                "timestamp": banner.timestamp.0.map(domain::moment::Moment::to_iso),
                "lang": banner.lang,
            })
        });
        return Ok(answer::ok(&row));
    }
    Flash::success(frame.t("documents-banner-stored")).keep(&session)?;
    Ok(pages::see_other(&format!("{PAGE}#banner")))
}

/// The bytes of the picture that was sent.
async fn sent(
    request: &HttpRequest,
    payload: web::Payload,
) -> Result<Result<Bytes, Refused>, Error> {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mut payload = payload.into_inner();
    if content_type.is_some_and(|value| value.starts_with("multipart/form-data")) {
        let upload = Upload::from_request(request, &mut payload).await?;
        let file = match upload.file() {
            Ok(file) => file,
            Err(refused) => return Ok(Err(refused)),
        };
        let read = web::block(move || -> std::io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            file.content()?.read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        let bytes = read.await.map_err(|error| Error::Internal(error.to_string()))?;
        return bytes
            .map(|bytes| Ok(bytes.into()))
            .map_err(|error| Error::Internal(error.to_string()));
    }
    let submitted = Submitted::read(request, payload).await?;
    let image = submitted.get("image").ok_or_else(|| Error::bad("image is missing"))?;
    let Some((_, encoded)) =
        image.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"))
    else {
        return Ok(Err(Refused::NotAnImage));
    };
    Ok(STANDARD.decode(encoded.trim()).map(Bytes::from).map_err(|_| Refused::Broken))
}

/// `DELETE /about-banner-management/{id}` and, from forms, `POST …/delete`: to the trash. The
/// app shows its built-in picture then.
async fn delete(
    request: HttpRequest,
    frame: Frame,
    session: Session,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    const NOTHING: Error = Error::NotFound("there is no such banner in this language");
    let item = Item::new("about_banner", &id).ok_or(NOTHING)?;
    let (author, lang) = (editor.author(), editor.language.code());
    let (image, deleted) = cms
        .db
        .run(move |connection| {
            let image = editing::image(connection, &item)?;
            Ok((image, editing::delete(connection, &author, &[item], lang, None)?))
        })
        .await?;
    let (Deleted::Done { change_set, .. }, Some(image)) = (deleted, image) else {
        return Err(NOTHING);
    };
    if !wants_page(&request) {
        return Ok(HttpResponse::Ok()
            .content_type("application/json; charset=utf-8")
            .body(image.json));
    }
    Flash::success(frame.t("documents-banner-deleted"))
        .with_action(frame.t("content-undo"), format!("/trash/{change_set}/undo"))
        .keep(&session)?;
    Ok(pages::see_other(&format!("{PAGE}#banner")))
}
