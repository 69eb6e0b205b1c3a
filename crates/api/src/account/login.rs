//! `POST /account/login`

use actix_web::{HttpResponse, web};
use db::account::{self, Account};
use domain::account::LookupName;
use domain::json::Fields;
use server::body::{Body, FromFields};
use server::client_address::ClientPrefix;
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::fields;
use super::session::{self, SessionOut};
use crate::credentials::Checked;
use crate::state::Api;

/// A name and a password.
#[derive(ToSchema)]
pub struct NameAndPassword {
    /// Compared without outer white space too.
    #[schema(value_type = String, example = "test-girl-1")]
    pub name: LookupName,
    /// Likewise. Only the first 72 bytes count.
    #[schema(example = "a password")]
    pub password: String,
}

impl FromFields for NameAndPassword {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        Ok(NameAndPassword {
            name: fields::lookup_name(fields)?,
            password: fields::text(fields, "password")?,
        })
    }
}

/// `POST /account/login`: the girl, her token and her store. The 401 is the same, after the
/// same time, whether or not the name exists; its message is a translation key of the app.
#[utoipa::path(post, path = "/account/login", tag = "account", request_body = NameAndPassword, responses(
    (status = 200, body = SessionOut), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 429, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub async fn login(
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    body: Body<NameAndPassword>,
) -> Result<HttpResponse, Error> {
    let Body(NameAndPassword { name, password }) = body;
    let Checked::Owner(account) = api.credentials.check_password(&name, &password, from).await?
    else {
        return Err(Error::Unauthorized("password_incorrect"));
    };
    rehash_if_outdated(&context, &api, &account, &password);
    let id = account.id;
    let store = context.db.run(move |connection| Ok(account::store(connection, id)?)).await?;
    session::after_login(&api, *account, store)
}

/// Raises an old hash to the cost in force, in its own time.
fn rehash_if_outdated(
    context: &web::Data<Context>,
    api: &web::Data<Api>,
    account: &Account,
    password: &str,
) {
    if !api.credentials.hasher.is_outdated(&account.password_hash) {
        return;
    }
    let (context, api) = (context.clone(), api.clone());
    let (id, old, password) = (account.id, account.password_hash.clone(), password.to_owned());
    actix_web::rt::spawn(async move {
        // The same text must match the new hash: trimmed first, as at login.
        let text = domain::text::trim_js(&password);
        let Ok(matches_trimmed) = api.credentials.hasher.verify(text, &old).await else { return };
        let text = if matches_trimmed { text } else { &password };
        if let Ok(new) = api.credentials.hasher.hash(text).await {
            let stored = context
                .db
                .run(move |connection| Ok(account::rehash_password(connection, id, &old, &new)?))
                .await;
            if let Err(error) = stored {
                log::warn!("a password hash was not raised: {error}");
            }
        }
    });
}
