//! `POST /account/delete`

use actix_web::{HttpResponse, web};
use db::erasure::{self, ErasureKeys};
use server::answer;
use server::context::Context;
use server::error::{Error, ErrorBody};

use super::Done;
use crate::app_user::FreshAppUser;
use crate::erasures;
use crate::state::Api;

/// `POST /account/delete`: erases the caller's account and everything that names her. 200
/// whether or not it existed: what she wanted is so. A stale token may not do this.
#[utoipa::path(post, path = "/account/delete", tag = "account", security(("token" = [])), responses(
    (status = 200, body = Done), (status = 401, body = ErrorBody)))]
pub async fn delete(
    context: web::Data<Context>,
    api: web::Data<Api>,
    user: FreshAppUser,
) -> Result<HttpResponse, Error> {
    let FreshAppUser(user) = user;
    let all_keys = api.credentials.keys.all_erased(user.id);
    context
        .db
        .run(move |connection| {
            let keys = &api.credentials.keys;
            let keys = ErasureKeys {
                person: keys.erased(user.id),
                name: &|name_hash| keys.erased_name(name_hash),
                tries: &|name_hash| keys.accounts(name_hash),
            };
            Ok(erasure::erase(connection, user.id, &keys)?)
        })
        .await?;
    erasures::follow_up(&context, user.id, all_keys);
    Ok(answer::ok(&Done { user_id: user.id_as_sent }))
}
