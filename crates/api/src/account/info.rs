//! `GET /account/info/:name`

use actix_web::{HttpResponse, web};
use db::account;
use domain::account::LookupName;
use serde::Serialize;
use server::answer;
use server::client_address::ClientPrefix;
use server::context::Context;
use server::error::{Error, ErrorBody};
use server::path::LastSegment;
use utoipa::ToSchema;

use crate::state::Api;

/// Says that a name exists.
#[derive(Serialize, ToSchema)]
pub struct InfoOut {
    /// A stand-in, always the same for one name. Whoever knows a name must not learn the id.
    id: String,
    /// A constant, unless a setting restores the real one.
    #[serde(rename = "secretQuestion")]
    #[schema(example = "favourite_actor")]
    secret_question: String,
}

/// What the app's own question list begins with. The app reads no question here.
const ANY_QUESTION: &str = "favourite_actor";

/// `GET /account/info/:name`: 200 exactly when the name is taken. The sign-up form asks half a
/// second after each keystroke and reads nothing but the status.
#[utoipa::path(get, path = "/account/info/{name}", tag = "account", params(("name" = String, Path)),
    responses((status = 200, body = InfoOut), (status = 404, body = ErrorBody), (status = 429, body = ErrorBody)))]
pub async fn info(
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    name: LastSegment,
) -> Result<HttpResponse, Error> {
    if let Some(wait) = api.info_limit.count(from) {
        return Err(Error::TooManyRequests(wait));
    }
    let not_found = Error::NotFound("User not found");
    let Some(name) = LookupName::parse(&name.0) else { return Err(not_found) };
    let id = api.decoy_id(&name).to_string();
    let show = api.settings.show_secret_question;
    let question = context
        .db
        .run(move |connection| {
            Ok(if show {
                account::secret_question(connection, &name)?
            } else {
                account::existing_name(connection, &name)?.map(|_| ANY_QUESTION.to_owned())
            })
        })
        .await?;
    let secret_question = question.ok_or(not_found)?;
    Ok(answer::ok(&InfoOut { id, secret_question }))
}
