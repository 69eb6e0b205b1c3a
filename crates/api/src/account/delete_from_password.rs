//! `POST /account/delete-from-password`

use actix_web::{HttpResponse, web};
use db::erasure::{self, ErasureKeys};
use domain::json::{self, Fields};
use serde::Serialize;
use server::answer;
use server::body::{Body, FromFields};
use server::client_address::ClientPrefix;
use server::context::Context;
use server::error::Error;
use utoipa::ToSchema;

use super::login::NameAndPassword;
use crate::credentials::Checked;
use crate::erasures;
use crate::state::Api;

/// A name and a password, and the name as it was written, which the answer repeats.
pub struct DeletionIn {
    credentials: NameAndPassword,
    name_as_sent: String,
}

impl FromFields for DeletionIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        Ok(DeletionIn {
            credentials: NameAndPassword::from_fields(fields)?,
            name_as_sent: fields.get("name").and_then(json::string).unwrap_or_default(),
        })
    }
}

/// Says whose account is gone.
#[derive(Serialize, ToSchema)]
pub struct DeletionOut {
    /// The name as sent.
    name: String,
}

/// `POST /account/delete-from-password`: erases an account for who knows its password. A name
/// that does not exist is 200 too, after the same time.
///
/// Every failure is plain text: the deletion page that many installations serve takes any
/// answer that parses as JSON for success, and would tell a girl who mistyped her password
/// that her data is gone.
#[utoipa::path(post, path = "/account/delete-from-password", tag = "account", request_body = NameAndPassword,
    responses((status = 200, body = DeletionOut),
        (status = 400, body = String, content_type = "text/plain"),
        (status = 401, body = String, content_type = "text/plain"),
        (status = 429, body = String, content_type = "text/plain")))]
pub async fn delete_from_password(
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    body: Result<Body<DeletionIn>, Error>,
) -> Result<HttpResponse, Error> {
    let Body(deletion) = body.map_err(Error::as_text)?;
    delete_account(&context, &api, from, &deletion.credentials).await.map_err(Error::as_text)?;
    Ok(answer::ok(&DeletionOut { name: deletion.name_as_sent }))
}

/// Erases the account that name and password open, and says whether there was one.
///
/// # Errors
///
/// 401 for a wrong password, and whatever keeps passwords from being checked.
pub async fn delete_account(
    context: &Context,
    api: &web::Data<Api>,
    from: ClientPrefix,
    credentials: &NameAndPassword,
) -> Result<bool, Error> {
    match api.credentials.check_password(&credentials.name, &credentials.password, from).await? {
        Checked::NoSuchName => Ok(false),
        Checked::Wrong => Err(Error::Unauthorized("Wrong password for deletion")),
        Checked::Owner(account) => {
            let api = api.clone();
            // Tries are recorded under the trimmed name, which an old row may not have.
            let name = credentials.name.trimmed.clone();
            let (id, all_keys) = (account.id, api.credentials.keys.all_erased(account.id));
            context
                .db
                .run(move |connection| {
                    let keys = &api.credentials.keys;
                    let keys = ErasureKeys {
                        person: keys.erased(account.id),
                        name: &|name_hash| keys.erased_name(name_hash),
                        tries: &|hash| [keys.accounts(hash), keys.accounts(&name)].concat(),
                    };
                    Ok(erasure::erase(connection, account.id, &keys)?)
                })
                .await?;
            erasures::follow_up(context, id, all_keys);
            Ok(true)
        }
    }
}
