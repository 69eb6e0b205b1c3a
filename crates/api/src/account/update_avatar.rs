//! `POST /account/update-avatar`

use actix_web::{HttpResponse, web};
use db::account;
use domain::avatar;
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
use crate::state::Api;

/// A customised avatar.
#[derive(ToSchema)]
pub struct AvatarIn {
    /// Any object; `null` takes the avatar away, absent leaves it.
    #[schema(value_type = Value, required = false)]
    avatar: Option<Sent>,
}

struct Sent {
    as_sent: String,
    to_store: Option<String>,
}

impl FromFields for AvatarIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        let Some(raw) = fields.get("avatar") else { return Ok(AvatarIn { avatar: None }) };
        let to_store = match raw {
            "null" => None,
            _ => Some(
                avatar::normalise(raw)
                    .map_err(|_| Error::bad("avatar must be an object or null"))?,
            ),
        };
        Ok(AvatarIn { avatar: Some(Sent { as_sent: raw.to_owned(), to_store }) })
    }
}

/// The avatar as sent.
#[derive(Serialize, ToSchema)]
pub struct AvatarOut {
    #[serde(rename = "userId")]
    user_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Value, required = false)]
    avatar: Option<Box<RawValue>>,
}

/// `POST /account/update-avatar`: stores an avatar, where the feature is on.
#[utoipa::path(post, path = "/account/update-avatar", tag = "account", request_body = AvatarIn,
    security(("token" = [])), responses(
    (status = 200, body = AvatarOut), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 404, body = ErrorBody)))]
pub async fn update_avatar(
    context: web::Data<Context>,
    api: web::Data<Api>,
    user: AppUser,
    body: Result<Body<AvatarIn>, Error>,
) -> Result<HttpResponse, Error> {
    if !api.settings.avatar_customization {
        return Err(Error::Unauthorized("Avatar customization is not enabled"));
    }
    let Body(AvatarIn { avatar }) = body?;
    let Some(Sent { as_sent, to_store }) = avatar else {
        return Ok(answer::ok(&AvatarOut { user_id: user.id_as_sent, avatar: None }));
    };
    let stored = context
        .db
        .run(move |connection| Ok(account::replace_avatar(connection, user.id, to_store)?))
        .await?;
    if !stored {
        return Err(Error::NotFound("User not found"));
    }
    Ok(answer::ok(&AvatarOut { user_id: user.id_as_sent, avatar: Some(raw(as_sent)?) }))
}
