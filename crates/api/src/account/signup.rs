//! `POST /account/signup`

use actix_web::{HttpResponse, web};
use db::account::{self, Account, Created};
use db::erasure::erased;
use db::sign_in;
use db::types::{JsonText, Stamp};
use domain::account::{LookupName, date_of_birth, date_signed_up, name_hash, new_name};
use domain::avatar;
use domain::json::{self, Fields};
use domain::moment::Moment;
use domain::person::parse_id;
use domain::throttle::Failures;
use server::body::{Body, FromFields};
use server::client_address::ClientPrefix;
use server::clock;
use server::context::Context;
use server::error::{Error, ErrorBody};
use utoipa::ToSchema;
use uuid::Uuid;

use super::fields;
use super::session::{self, AsSent, SessionOut};
use crate::credentials::Checked;
use crate::state::Api;

/// A new account.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct SignupIn {
    /// The id the phone has used as a guest, in any spelling of a UUID. Absent, null or empty:
    /// a new one.
    #[schema(value_type = Option<String>)]
    preferred_id: Option<PreferredId>,
    /// At least three UTF-16 units without outer white space.
    #[schema(value_type = String, example = "test-girl-1")]
    name: Name,
    /// Anything JavaScript's `Date` takes.
    #[schema(value_type = String, example = "2010-02-02T00:00:00.000Z")]
    date_of_birth: Moment,
    #[schema(example = "Female")]
    gender: String,
    #[schema(example = "Urban")]
    location: String,
    /// ISO code; `00` and null are refused.
    #[schema(example = "NP")]
    country: Option<String>,
    #[schema(example = "3")]
    province: Option<String>,
    /// Not empty.
    #[schema(example = "a password")]
    password: String,
    /// A key of the app.
    #[schema(example = "favourite_actor")]
    secret_question: String,
    /// Not empty.
    #[schema(example = "an answer")]
    secret_answer: String,
    /// ISO 8601; a zone in it is dropped, not converted.
    #[schema(value_type = Option<String>, example = "2024-03-01T08:00:00.123Z")]
    date_signed_up: Option<SignedUp>,
    /// Any JSON.
    #[schema(value_type = Value, required = false)]
    metadata: Option<String>,
    /// Any JSON; `customAvatarUnlocked` is added.
    #[schema(value_type = Value, required = false)]
    avatar: String,
}

struct PreferredId {
    id: Uuid,
    as_sent: String,
}

struct Name {
    hash: String,
    lookup: LookupName,
}

struct SignedUp {
    moment: Option<Moment>,
    as_sent: String,
}

impl FromFields for SignupIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        // Checked first, as in the original: the country decides whether the app may be used.
        let country = match fields.get("country") {
            None => "00".to_owned(),
            Some(_) => match fields::stored_text(fields, "country") {
                Ok(country) if country != "00" => country,
                _ => return Err(Error::bad("country is not known")),
            },
        };
        let name = fields::text(fields, "name")?;
        let stored_name = new_name(&name).ok_or_else(fields::too_short)?;
        Ok(SignupIn {
            preferred_id: preferred_id(fields)?,
            name: Name {
                hash: name_hash(stored_name),
                lookup: LookupName::parse(&name).ok_or_else(fields::too_short)?,
            },
            date_of_birth: fields
                .get("dateOfBirth")
                .and_then(date_of_birth)
                .ok_or_else(|| Error::bad("dateOfBirth is not a date"))?,
            gender: fields::stored_text(fields, "gender")?,
            location: fields::stored_text(fields, "location")?,
            country: Some(country),
            province: match fields.get("province") {
                None => Some("0".to_owned()),
                Some("null") => None,
                Some(_) => Some(fields::stored_text(fields, "province")?),
            },
            password: fields::new_secret(fields, "password", "This password is too short")?,
            secret_question: fields::stored_text(fields, "secretQuestion")?,
            secret_answer: fields::new_secret(
                fields,
                "secretAnswer",
                "This secret answer is too short",
            )?,
            date_signed_up: signed_up(fields)?,
            metadata: match fields.get("metadata") {
                None => Some("{}".to_owned()),
                Some("null") => None,
                Some(raw) => Some(raw.to_owned()),
            },
            avatar: avatar::at_signup(fields.get("avatar")),
        })
    }
}

fn preferred_id(fields: &Fields<'_>) -> Result<Option<PreferredId>, Error> {
    let as_sent = match fields.get("preferredId") {
        None | Some("null" | "\"\"") => return Ok(None),
        Some(raw) => json::string(raw),
    };
    as_sent
        .and_then(|as_sent| Some(PreferredId { id: parse_id(&as_sent)?, as_sent }))
        .map(Some)
        .ok_or_else(|| Error::bad("preferredId is not a UUID"))
}

fn signed_up(fields: &Fields<'_>) -> Result<Option<SignedUp>, Error> {
    let Some(raw) = fields.get("dateSignedUp") else { return Ok(None) };
    let moment = match raw {
        "null" => None,
        _ => Some(
            json::string(raw)
                .and_then(|text| date_signed_up(&text))
                .ok_or_else(|| Error::bad("dateSignedUp is not a date"))?,
        ),
    };
    Ok(Some(SignedUp { moment, as_sent: raw.to_owned() }))
}

/// `POST /account/signup`: stores a new account and logs it in.
///
/// A phone whose answer got lost sends the same signup again, for ever; within seven days that
/// is answered like the first time instead of with "id exists", which would leave the girl a
/// guest. The app compares the status with 409 for its message "same name".
#[utoipa::path(post, path = "/account/signup", tag = "account", request_body = SignupIn, responses(
    (status = 200, body = SessionOut), (status = 400, body = ErrorBody), (status = 409, body = ErrorBody),
    (status = 429, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub async fn signup(
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    body: Body<SignupIn>,
) -> Result<HttpResponse, Error> {
    let Body(new) = body;
    let (id, name) = (new.preferred_id.as_ref().map(|sent| sent.id), new.name.lookup.clone());
    let (taken, existing) = context
        .db
        .run(move |connection| {
            // The name first: if it is taken by this very signup, sent twice at once, then the
            // id, looked up later, is there as well.
            let taken = account::existing_name(connection, &name)?.is_some();
            let existing = match id {
                Some(id) => account::find(connection, id)?,
                None => None,
            };
            Ok((taken, existing))
        })
        .await?;
    if let Some(existing) = existing {
        return resent(&api, from, new, existing).await;
    }
    if taken {
        return Err(name_taken());
    }
    let hasher = &api.credentials.hasher;
    let (password_hash, answer_hash) =
        tokio::try_join!(hasher.hash(&new.password), hasher.hash(&new.secret_answer))?;
    let row = new.row(password_hash, answer_hash);
    let (stored, name) = (row.clone(), new.name.lookup.clone());
    let keys = &api.credentials.keys;
    let (account_key, address_key) = (keys.account(&row.name_hash), keys.address(from));
    let erased = keys.all_erased(row.id);
    let created = context
        .db
        .run(move |connection| {
            let created = account::create(connection, &stored, &name)?;
            if created == Created::Stored {
                // Most girls never log in: they sign up, and their phone keeps the token. Their
                // network must be known all the same, or a stranger could lock them out.
                let none = Failures::default();
                sign_in::record_success(connection, &account_key, &address_key, &none)?;
                // A phone may come back under the id of an account that was deleted.
                erased::returned(connection, &erased)?;
            }
            Ok(created)
        })
        .await?;
    match created {
        Created::Stored => {
            let sent = new.as_sent(row.id);
            session::after_signup(&api, row, sent)
        }
        Created::NameTaken => Err(name_taken()),
        // The same phone was faster with another try.
        Created::IdTaken => {
            let id = row.id;
            let existing =
                context.db.run(move |connection| Ok(account::find(connection, id)?)).await?;
            resent(&api, from, new, existing.ok_or(Error::IdTaken)?).await
        }
    }
}

/// Answers a signup whose id exists: success if it is the same signup again.
async fn resent(
    api: &Api,
    from: ClientPrefix,
    new: SignupIn,
    existing: Account,
) -> Result<HttpResponse, Error> {
    let young = existing.date_account_saved.and_then(|stamp| stamp.0).is_some_and(is_young);
    let same_name =
        [&new.name.lookup.exact, &new.name.lookup.trimmed].contains(&&existing.name_hash);
    if !young || !same_name {
        return Err(Error::IdTaken);
    }
    match api.credentials.confirm_password(existing, &new.password, from).await? {
        Checked::Owner(account) => {
            let sent = new.as_sent(account.id);
            session::after_signup(api, *account, sent)
        }
        Checked::Wrong | Checked::NoSuchName => Err(Error::IdTaken),
    }
}

impl SignupIn {
    /// The account to store, with the hashes of its password and of its secret answer.
    pub fn row(&self, password_hash: String, memorable_answer: String) -> Account {
        Account {
            id: self.preferred_id.as_ref().map_or_else(Uuid::new_v4, |preferred| preferred.id),
            date_of_birth: Stamp(Some(self.date_of_birth)),
            gender: self.gender.clone(),
            location: self.location.clone(),
            country: self.country.clone(),
            province: self.province.clone(),
            name_hash: self.name.hash.clone(),
            password_hash,
            memorable_question: self.secret_question.clone(),
            memorable_answer,
            date_signed_up: self
                .date_signed_up
                .as_ref()
                .and_then(|sent| sent.moment)
                .map(|moment| Stamp(Some(moment))),
            date_account_saved: Some(Stamp(Some(clock::now()))),
            metadata: self.metadata.clone().map(JsonText),
            avatar: Some(JsonText(self.avatar.clone())),
        }
    }

    /// What is echoed: the phone keeps its own spelling of its id.
    fn as_sent(&self, id: Uuid) -> AsSent {
        AsSent {
            id: self
                .preferred_id
                .as_ref()
                .map_or_else(|| id.to_string(), |preferred| preferred.as_sent.clone()),
            date_signed_up: self.date_signed_up.as_ref().map(|sent| sent.as_sent.clone()),
        }
    }
}

/// How long after it was stored an account still answers its own signup.
const RESEND_DAYS: i64 = 7;

fn is_young(saved: Moment) -> bool {
    clock::now().millis() - saved.millis() < RESEND_DAYS * 24 * 60 * 60 * 1000
}

fn name_taken() -> Error {
    Error::Conflict("User with this name already exists")
}
