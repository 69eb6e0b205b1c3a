//! `POST /account/update-verified-dates`

use actix_web::{HttpResponse, web};
use db::account;
use domain::json::Fields;
use serde::Serialize;
use serde_json::value::RawValue;
use server::answer;
use server::body::{Body, FromFields};
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::session::raw;
use crate::app_user::AppUser;

/// The phone's metadata, period dates among them.
#[derive(ToSchema)]
pub struct VerifiedDatesIn {
    /// Any JSON, replaced whole; absent leaves it.
    #[schema(value_type = Value, required = false)]
    metadata: Option<String>,
}

impl FromFields for VerifiedDatesIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        Ok(VerifiedDatesIn { metadata: fields.get("metadata").map(str::to_owned) })
    }
}

/// The metadata as sent.
#[derive(Serialize, ToSchema)]
pub struct VerifiedDatesOut {
    #[serde(rename = "userId")]
    user_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Value, required = false)]
    metadata: Option<Box<RawValue>>,
}

/// `POST /account/update-verified-dates`: replaces the account's metadata.
#[utoipa::path(post, path = "/account/update-verified-dates", tag = "account", request_body = VerifiedDatesIn,
    security(("token" = [])), responses(
    (status = 200, body = VerifiedDatesOut), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 404, body = ErrorBody)))]
pub async fn update_verified_dates(
    context: web::Data<Context>,
    user: AppUser,
    body: Body<VerifiedDatesIn>,
) -> Result<HttpResponse, Error> {
    let Body(VerifiedDatesIn { metadata }) = body;
    let exists = match metadata.clone() {
        Some(text) => {
            let column = (text != "null").then_some(text);
            context
                .db
                .run(move |connection| Ok(account::replace_metadata(connection, user.id, column)?))
                .await?
        }
        None => {
            context
                .db
                .run(move |connection| Ok(account::find(connection, user.id)?.is_some()))
                .await?
        }
    };
    if !exists {
        return Err(Error::NotFound("User not found"));
    }
    Ok(answer::ok(&VerifiedDatesOut {
        user_id: user.id_as_sent,
        metadata: metadata.map(raw).transpose()?,
    }))
}
