//! The picture above the about text.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use db::content::about_banner;
use db::editing::{self, Deleted, Item};
use serde_json::{Value, json};
use server::clock;
use server::error::Error;
use std::io::Read;

use super::{BANNER, WRITE};
use crate::access::Routes;
use crate::content::needs_no_second;
use crate::drafts::{self, Sent, Subject};
use crate::files::{self, Refused, Upload};
use crate::form::Submitted;
use crate::pages::{Call, Flash};

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
/// it is judged by its content and made anew. `then` set to `draft` keeps it as a draft, as does
/// a form where a second person has to publish.
async fn replace(call: Call, payload: web::Payload) -> Result<HttpResponse, Error> {
    let page = call.wants_page();
    let (submitted, picture) = sent(&call.request, payload).await?;
    let is_draft = submitted.text("then") == "draft" || page && call.cms.settings.four_eyes;
    if !is_draft {
        needs_no_second(&call.cms)?;
    }
    let made = match picture {
        Ok(bytes) => files::banner(bytes).await?,
        Err(refused) => Err(refused),
    };
    let image = match made {
        Ok(image) => image,
        Err(refused) if page => {
            let flash = Flash::danger(call.frame.t(refused.text_key()));
            return call.done(flash, &format!("{PAGE}#banner"), &Value::Null);
        }
        Err(refused) => return Err(refused.into()),
    };
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    if is_draft {
        let item = Item::new(BANNER.table, lang).ok_or(NOTHING)?;
        let sent = Sent::Picture(image);
        return drafts::keep(Subject::Banner, call, item, sent, Submitted::default(), true).await;
    }
    let now = clock::now();
    let stored = call
        .cms
        .db
        .run(move |connection| {
            about_banner::replace(connection, &author, lang, &image, now)?;
            Ok(about_banner::of_language(connection, lang)?)
        })
        .await?;
    let row = stored.map(|(id, banner)| {
        json!({
            "id": id,
            "image": banner.image,
            "timestamp": banner.timestamp.0.map(domain::moment::Moment::to_iso),
            "lang": banner.lang,
        })
    });
    let flash = Flash::success(call.frame.t("documents-banner-stored"));
    call.done(flash, &format!("{PAGE}#banner"), &row)
}

const NOTHING: Error = Error::NotFound("there is no such banner in this language");

/// The bytes of the picture that was sent, and what else the form holds.
async fn sent(
    request: &HttpRequest,
    payload: web::Payload,
) -> Result<(Submitted, Result<Bytes, Refused>), Error> {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mut payload = payload.into_inner();
    if content_type.is_some_and(|value| value.starts_with("multipart/form-data")) {
        let upload = Upload::from_request(request, &mut payload).await?;
        let fields = upload.fields.clone();
        let file = match upload.file() {
            Ok(file) => file,
            Err(refused) => return Ok((fields, Err(refused))),
        };
        let read = web::block(move || -> std::io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            file.content()?.read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        let bytes = read.await.map_err(|error| Error::Internal(error.to_string()))?;
        return bytes
            .map(|bytes| (fields, Ok(bytes.into())))
            .map_err(|error| Error::Internal(error.to_string()));
    }
    let submitted = Submitted::read(request, payload).await?;
    let image = submitted.get("image").ok_or_else(|| Error::bad("image is missing"))?;
    let Some((_, encoded)) =
        image.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"))
    else {
        return Ok((submitted, Err(Refused::NotAnImage)));
    };
    let bytes = STANDARD.decode(encoded.trim()).map(Bytes::from).map_err(|_| Refused::Broken);
    Ok((submitted, bytes))
}

/// `DELETE /about-banner-management/{id}` and, from forms, `POST …/delete`: to the trash. The
/// app shows its built-in picture then.
async fn delete(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let item = Item::new(BANNER.table, &id).ok_or(NOTHING)?;
    let item = (item.newest_of().is_none()).then_some(item).ok_or(NOTHING)?;
    let (author, lang) = (call.editor.author(), call.editor.language.code());
    let (image, deleted) = call
        .cms
        .db
        .run(move |connection| {
            let image = editing::image(connection, &item)?;
            Ok((image, editing::delete(connection, &author, &[item], lang, None)?))
        })
        .await?;
    let (Deleted::Done { change_set, .. }, Some(image)) = (deleted, image) else {
        return Err(NOTHING);
    };
    let flash = Flash::success(call.frame.t("documents-banner-deleted"))
        .with_action(call.frame.t("content-undo"), format!("/trash/{change_set}/undo"));
    let image = serde_json::value::RawValue::from_string(image.json)
        .map_err(|error| Error::Internal(error.to_string()))?;
    call.done(flash, &format!("{PAGE}#banner"), &image)
}
