//! `POST /account/export`

use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};
use actix_web::{HttpResponse, web};
use db::erasure::{self, KeptData};
use domain::moment::Moment;
use serde::Serialize;
use serde_json::value::RawValue;
use server::answer;
use server::body::Body;
use server::client_address::ClientPrefix;
use server::clock;
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::login::NameAndPassword;
use super::session::raw;
use crate::credentials::Checked;
use crate::state::Api;

/// One copy of all that is kept about a girl, for her and for other programs to read. Hashes
/// are left out: they are not about her, and must not travel.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportOut {
    /// When this copy was made.
    exported_at: String,
    account: ExportedAccount,
    /// What her phone stored last.
    #[schema(value_type = Option<Object>)]
    store: Option<Box<RawValue>>,
    /// A copy from before her last password reset, kept thirty days.
    #[schema(value_type = Option<Object>)]
    kept_store: Option<Box<RawValue>>,
    events: Vec<ExportedEvent>,
    /// Ids of surveys she answered.
    answered_surveys: Vec<String>,
    messages: Vec<ExportedMessage>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ExportedAccount {
    id: String,
    date_of_birth: Option<String>,
    gender: String,
    location: String,
    country: Option<String>,
    province: Option<String>,
    secret_question: String,
    date_signed_up: Option<String>,
    date_account_saved: Option<String>,
    #[schema(value_type = Value, required = false)]
    metadata: Option<Box<RawValue>>,
    #[schema(value_type = Value)]
    avatar: Option<Box<RawValue>>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ExportedEvent {
    local_id: String,
    #[serde(rename = "type")]
    kind: String,
    #[schema(value_type = Value)]
    payload: Box<RawValue>,
    #[schema(value_type = Value)]
    metadata: Box<RawValue>,
    created_at: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct ExportedMessage {
    date: String,
    reason: String,
    content: String,
}

/// `POST /account/export`: all that is kept about the caller, as a JSON file. By name and
/// password only: a stolen token must not read data.
#[utoipa::path(post, path = "/account/export", tag = "account", request_body = NameAndPassword, responses(
    (status = 200, body = ExportOut), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 429, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub async fn export(
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    body: Body<NameAndPassword>,
) -> Result<HttpResponse, Error> {
    export_account(&context, &api, from, &body.0).await
}

/// The file for who knows name and password.
///
/// # Errors
///
/// 401, the same for an unknown name, and whatever keeps passwords from being checked.
pub async fn export_account(
    context: &Context,
    api: &Api,
    from: ClientPrefix,
    credentials: &NameAndPassword,
) -> Result<HttpResponse, Error> {
    let wrong = Error::Unauthorized("password_incorrect");
    let Checked::Owner(account) =
        api.credentials.check_password(&credentials.name, &credentials.password, from).await?
    else {
        return Err(wrong);
    };
    let kept =
        context.db.run(move |connection| Ok(erasure::export(connection, account.id)?)).await?;
    let file = file(kept.ok_or(wrong)?)?;
    let mut response = answer::ok(&file);
    let disposition = HeaderValue::from_static("attachment; filename=\"my-data.json\"");
    response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    Ok(response)
}

/// The file of what is kept.
///
/// # Errors
///
/// When a stored text is no JSON.
pub(crate) fn file(kept: KeptData) -> Result<ExportOut, Error> {
    let iso = |stamp: db::types::Stamp| stamp.0.map(Moment::to_iso);
    let account = kept.account;
    Ok(ExportOut {
        exported_at: clock::now().to_iso(),
        account: ExportedAccount {
            id: account.id.to_string(),
            date_of_birth: iso(account.date_of_birth),
            gender: account.gender,
            location: account.location,
            country: account.country,
            province: account.province,
            secret_question: account.memorable_question,
            date_signed_up: account.date_signed_up.and_then(iso),
            date_account_saved: account.date_account_saved.and_then(iso),
            metadata: account.metadata.map(|text| raw(text.0)).transpose()?,
            avatar: account.avatar.map(|text| raw(text.0)).transpose()?,
        },
        store: kept.store.map(raw).transpose()?,
        kept_store: kept.kept_store.map(raw).transpose()?,
        events: kept
            .events
            .into_iter()
            .map(|event| {
                Ok(ExportedEvent {
                    local_id: event.local_id.to_string(),
                    kind: event.kind,
                    payload: raw(event.payload.0)?,
                    metadata: raw(event.metadata.0)?,
                    created_at: iso(event.created_at),
                })
            })
            .collect::<Result<_, Error>>()?,
        answered_surveys: kept.surveys,
        messages: kept
            .messages
            .into_iter()
            .map(|message| ExportedMessage {
                date: message.date,
                reason: message.reason,
                content: message.content,
            })
            .collect(),
    })
}
