//! What signup and login answer: a token, the girl, her store.

use actix_web::HttpResponse;
use db::account::Account;
use db::types::Stamp;
use domain::moment::Moment;
use serde::Serialize;
use serde_json::value::RawValue;
use server::answer;
use server::clock;
use server::error::Error;
use utoipa::ToSchema;

use crate::state::Api;

/// A token with what belongs to it. The app spreads `user` into its state.
#[derive(Serialize, ToSchema)]
pub struct SessionOut {
    /// Never expires: the app cannot renew it.
    #[serde(rename = "appToken")]
    app_token: String,
    user: UserOut,
    /// `{storeVersion, appState}` as last stored, or `null`.
    #[schema(value_type = Option<Object>)]
    store: Option<Box<RawValue>>,
}

/// An account as its owner's phone reads it, keys in the original's order.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserOut {
    id: String,
    /// ISO 8601 in UTC with milliseconds.
    date_of_birth: Option<String>,
    gender: String,
    location: String,
    country: Option<String>,
    province: Option<String>,
    secret_question: String,
    /// Always empty. The original sent the hash; no screen reads it.
    secret_answer: &'static str,
    /// At signup as sent, and absent if it was; at login from the database.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    date_signed_up: Option<Box<RawValue>>,
    #[schema(value_type = Value, required = false)]
    metadata: Option<Box<RawValue>>,
    #[schema(value_type = Value)]
    avatar: Option<Box<RawValue>>,
}

/// What signup echoes instead of what the database holds.
pub struct AsSent {
    /// The id in the phone's spelling.
    pub id: String,
    /// JSON text of `dateSignedUp`, if it was there.
    pub date_signed_up: Option<String>,
}

/// The answer to a signup.
///
/// # Errors
///
/// [`Error::Internal`] when stored JSON cannot be read back.
pub fn after_signup(api: &Api, account: Account, sent: AsSent) -> Result<HttpResponse, Error> {
    answer(api, account, sent.id, sent.date_signed_up, None)
}

/// The answer to a login, with the store's JSON text.
///
/// # Errors
///
/// As [`after_signup`].
pub fn after_login(
    api: &Api,
    account: Account,
    store: Option<String>,
) -> Result<HttpResponse, Error> {
    let signed_up = account
        .date_signed_up
        .and_then(iso)
        .map_or_else(|| "null".to_owned(), |text| format!("\"{text}\""));
    let id = account.id.to_string();
    answer(api, account, id, Some(signed_up), store)
}

fn answer(
    api: &Api,
    account: Account,
    id: String,
    date_signed_up: Option<String>,
    store: Option<String>,
) -> Result<HttpResponse, Error> {
    let session = SessionOut {
        app_token: api.tokens.sign(&id, clock::now().millis() / 1000)?,
        user: UserOut {
            id,
            date_of_birth: iso(account.date_of_birth),
            gender: account.gender,
            location: account.location,
            country: account.country,
            province: account.province,
            secret_question: account.memorable_question,
            secret_answer: "",
            date_signed_up: date_signed_up.map(raw).transpose()?,
            metadata: account.metadata.map(|text| raw(text.0)).transpose()?,
            avatar: account.avatar.map(|text| raw(text.0)).transpose()?,
        },
        store: store.map(raw).transpose()?,
    };
    Ok(answer::ok(&session))
}

fn iso(stamp: Stamp) -> Option<String> {
    stamp.0.map(Moment::to_iso)
}

/// JSON text to go out as it is.
///
/// # Errors
///
/// [`Error::Internal`] when it is no JSON, which a json column cannot hold.
pub fn raw(text: String) -> Result<Box<RawValue>, Error> {
    RawValue::from_string(text)
        .map_err(|_| Error::Internal("a json column holds no JSON".to_owned()))
}
