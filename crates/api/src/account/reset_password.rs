//! `POST /account/reset-password`

use actix_web::{HttpResponse, web};
use db::account;
use domain::account::LookupName;
use domain::json::Fields;
use serde_json::json;
use server::answer;
use server::body::{Body, FromFields};
use server::client_address::ClientPrefix;
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::fields;
use crate::credentials::Checked;
use crate::state::Api;

/// A new password for who knows the answer to the secret question.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct ResetIn {
    #[schema(value_type = String, example = "test-girl-1")]
    name: LookupName,
    #[schema(example = "an answer")]
    secret_answer: String,
    /// Not empty.
    #[schema(example = "another password")]
    password: String,
}

impl FromFields for ResetIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        Ok(ResetIn {
            name: fields::lookup_name(fields)?,
            secret_answer: fields::text(fields, "secretAnswer")?,
            password: fields::new_secret(fields, "password", "This password is too short")?,
        })
    }
}

/// `POST /account/reset-password`: sets a new password. Tokens from before become stale, and a
/// copy of the store is kept for thirty days. An unknown name and a wrong answer look alike.
#[utoipa::path(post, path = "/account/reset-password", tag = "account", request_body = ResetIn, responses(
    (status = 200, description = "Done; an empty object"), (status = 400, body = ErrorBody),
    (status = 401, body = ErrorBody), (status = 429, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub async fn reset_password(
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    body: Body<ResetIn>,
) -> Result<HttpResponse, Error> {
    let Body(reset) = body;
    let wrong = Error::Unauthorized("Wrong secret answer for password");
    let Checked::Owner(account) =
        api.credentials.check_secret_answer(&reset.name, &reset.secret_answer, from).await?
    else {
        return Err(wrong);
    };
    let hash = api.credentials.hasher.hash(&reset.password).await?;
    let stored = context
        .db
        .run(move |connection| Ok(account::reset_password(connection, account.id, &hash)?))
        .await?;
    if stored { Ok(answer::ok(&json!({}))) } else { Err(wrong) }
}
