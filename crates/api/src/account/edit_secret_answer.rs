//! `POST /account/edit-secret-answer`

use actix_web::{HttpResponse, web};
use db::account;
use domain::json::Fields;
use server::answer;
use server::body::{Body, FromFields};
use server::client_address::ClientPrefix;
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::{Done, fields};
use crate::app_user::AppUser;
use crate::credentials::Checked;
use crate::state::Api;

/// The old and the new answer to the secret question.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct AnswersIn {
    #[schema(example = "an answer")]
    previous_secret_answer: String,
    #[schema(example = "another answer")]
    next_secret_answer: String,
}

impl FromFields for AnswersIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        Ok(AnswersIn {
            previous_secret_answer: fields::text(fields, "previousSecretAnswer")?,
            next_secret_answer: fields::text(fields, "nextSecretAnswer")?,
        })
    }
}

/// `POST /account/edit-secret-answer`: replaces the answer, if the old one is right.
#[utoipa::path(post, path = "/account/edit-secret-answer", tag = "account", request_body = AnswersIn,
    security(("token" = [])), responses(
    (status = 200, body = Done), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 404, body = ErrorBody), (status = 429, body = ErrorBody)))]
pub async fn edit_secret_answer(
    context: web::Data<Context>,
    api: web::Data<Api>,
    user: AppUser,
    from: ClientPrefix,
    body: Body<AnswersIn>,
) -> Result<HttpResponse, Error> {
    let Body(answers) = body;
    let gone = Error::NotFound("User not found");
    let Some(account) =
        context.db.run(move |connection| Ok(account::find(connection, user.id)?)).await?
    else {
        return Err(gone);
    };
    match api
        .credentials
        .confirm_secret_answer(account, &answers.previous_secret_answer, from)
        .await?
    {
        Checked::Owner(_) => {}
        Checked::Wrong | Checked::NoSuchName => {
            return Err(Error::bad("wrong_previous_secret_answer"));
        }
    }
    let hash = api.credentials.hasher.hash(&answers.next_secret_answer).await?;
    let stored = context
        .db
        .run(move |connection| Ok(account::replace_secret_answer(connection, user.id, &hash)?))
        .await?;
    if stored { Ok(answer::ok(&Done { user_id: user.id_as_sent })) } else { Err(gone) }
}
