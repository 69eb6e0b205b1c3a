//! `POST /account/edit-info`

use actix_web::{HttpResponse, web};
use db::account::{self, Changed, ProfileChange};
use db::sign_in;
use db::types::{JsonText, Stamp};
use domain::account::{LookupName, date_of_birth, name_hash, new_name};
use domain::json::Fields;
use server::answer;
use server::body::{Body, FromFields};
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;

use super::{Done, fields};
use crate::app_user::AppUser;
use crate::state::Api;

/// Changes to a profile; what is absent stays.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the request; `ProfileEdit` is what is read of it")]
#[schema(rename_all = "camelCase")]
pub struct ProfileIn {
    /// Required.
    #[schema(example = "test-girl-1")]
    name: String,
    #[schema(example = "2010-02-02T00:00:00.000Z")]
    date_of_birth: Option<String>,
    gender: Option<String>,
    location: Option<String>,
    /// The profile screen does not send it.
    secret_question: Option<String>,
    #[schema(value_type = Value, required = false)]
    metadata: Option<String>,
}

/// What is read of a [`ProfileIn`].
pub struct ProfileEdit {
    /// The new name, or the old one.
    pub name: LookupName,
    /// What changes.
    pub change: ProfileChange,
}

impl FromFields for ProfileEdit {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        let name = fields::text(fields, "name")
            .map_err(|_| Error::bad("The user name must be provided"))?;
        let stored_name = new_name(&name).ok_or_else(fields::too_short)?;
        let birth = match fields.get("dateOfBirth") {
            None => None,
            Some(raw) => {
                Some(date_of_birth(raw).ok_or_else(|| Error::bad("dateOfBirth is not a date"))?)
            }
        };
        Ok(ProfileEdit {
            name: LookupName::parse(&name).ok_or_else(fields::too_short)?,
            change: ProfileChange {
                name_hash: Some(name_hash(stored_name)),
                date_of_birth: birth.map(|moment| Stamp(Some(moment))),
                gender: fields::optional_stored_text(fields, "gender")?,
                location: fields::optional_stored_text(fields, "location")?,
                memorable_question: fields::optional_stored_text(fields, "secretQuestion")?,
                metadata: fields
                    .get("metadata")
                    .map(|raw| (raw != "null").then(|| JsonText(raw.to_owned()))),
            },
        })
    }
}

/// `POST /account/edit-info`: changes a profile. A taken name is 409: the app shows nothing,
/// but keeps the old one, which is better than two accounts of one name.
#[utoipa::path(post, path = "/account/edit-info", tag = "account", request_body = ProfileIn,
    security(("token" = [])), responses(
    (status = 200, body = Done), (status = 400, body = ErrorBody), (status = 401, body = ErrorBody),
    (status = 404, body = ErrorBody), (status = 409, body = ErrorBody)))]
pub async fn edit_info(
    context: web::Data<Context>,
    api: web::Data<Api>,
    user: AppUser,
    body: Body<ProfileEdit>,
) -> Result<HttpResponse, Error> {
    let Body(ProfileEdit { name, change }) = body;
    let new_name_hash = name.trimmed.clone();
    let changed = context
        .db
        .run(move |connection| {
            let keys = &api.credentials.keys;
            Ok(account::change_profile(connection, user.id, &name, &change, |connection, old| {
                sign_in::rename(connection, &keys.accounts(old), &keys.account(&new_name_hash))
            })?)
        })
        .await?;
    match changed {
        Changed::Stored => Ok(answer::ok(&Done { user_id: user.id_as_sent })),
        Changed::NameTaken => Err(Error::Conflict("User with this name already exists")),
        Changed::Gone => Err(Error::NotFound("User not found")),
    }
}
