//! `POST /account/replace-store`

use actix_web::{HttpResponse, web};
use db::account;
use domain::json::{self, Fields};
use serde::Serialize;
use serde_json::value::RawValue;
use server::answer;
use server::body::{Body, FromFields};
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::session::raw;
use crate::app_user::AppUser;

/// A phone's whole state.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct StoreIn {
    /// Comes back at login as the same JSON value.
    #[schema(value_type = Value, required = false, example = 3)]
    store_version: Option<String>,
    /// JSON inside a text.
    #[schema(example = "{\"app\":{\"locale\":\"ne\"}}")]
    app_state: String,
}

impl FromFields for StoreIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        let app_state = fields
            .get("appState")
            .and_then(json::embedded)
            .ok_or_else(|| Error::bad("appState must be a text that holds JSON"))?;
        json::validate(&app_state).map_err(|error| match error {
            json::JsonError::TooDeep => Error::bad("appState is nested too deep"),
            json::JsonError::Malformed => Error::bad("appState is not JSON"),
        })?;
        Ok(StoreIn { store_version: fields.get("storeVersion").map(str::to_owned), app_state })
    }
}

impl StoreIn {
    /// The text of the column: `{"storeVersion":…,"appState":…}`, the parts as sent. A tree is
    /// never built, so numbers, key order, `\u0000` and lone surrogates survive.
    pub fn column(&self) -> String {
        let version = self
            .store_version
            .as_ref()
            .map_or_else(String::new, |version| format!("\"storeVersion\":{version},"));
        format!("{{{version}\"appState\":{}}}", self.app_state)
    }
}

/// Says what was stored; the app reads nothing of it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StoreOut {
    user_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Value, required = false)]
    store_version: Option<Box<RawValue>>,
}

/// `POST /account/replace-store`: keeps a phone's state, replacing the one before. Phones send
/// it at most once a minute, after every change, until they get a 2xx.
#[utoipa::path(post, path = "/account/replace-store", tag = "account", request_body = StoreIn,
    security(("token" = [])), responses(
    (status = 200, body = StoreOut), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 404, body = ErrorBody), (status = 413, body = ErrorBody)))]
pub async fn replace_store(
    context: web::Data<Context>,
    user: AppUser,
    body: Body<StoreIn>,
) -> Result<HttpResponse, Error> {
    let Body(store) = body;
    let column = store.column();
    let stored = context
        .db
        .run(move |connection| Ok(account::replace_store(connection, user.id, column)?))
        .await?;
    if !stored {
        return Err(Error::NotFound("User not found"));
    }
    Ok(answer::ok(&StoreOut {
        user_id: user.id_as_sent,
        store_version: store.store_version.map(raw).transpose()?,
    }))
}
