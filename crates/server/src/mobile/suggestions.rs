//! `POST /mobile/suggestions`: the app's contact form.

use actix_web::{HttpResponse, web};
use db::content::suggestion::{self, NewSuggestion};
use domain::json::{Fields, scalar_text};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::answer;
use crate::body::{Body, FromFields};
use crate::client_address::ClientPrefix;
use crate::context::Context;
use crate::error::{Error, ErrorBody};

/// Longest message, in characters. The form is open to everybody, so what one message can
/// store is bounded.
const LONGEST_CONTENT: usize = 10_000;

/// Longest language, in characters: BCP 47 allows 35 at least.
const LONGEST_LANG: usize = 35;

/// Longest of the other texts, in characters.
const LONGEST_FIELD: usize = 1_000;

/// A message of the contact form.
#[derive(ToSchema)]
pub(super) struct SuggestionIn {
    /// Absent when nobody is logged in.
    name: Option<String>,
    #[schema(rename = "dateRec", example = "2026-01-01T00:00:00.000Z")]
    date_rec: String,
    #[schema(example = "user")]
    organization: String,
    #[schema(example = "mobile")]
    platform: String,
    /// The app sends the object behind its picker; it is stored as JSON text.
    #[schema(value_type = Object)]
    reason: String,
    #[schema(example = "NA")]
    email: String,
    #[schema(example = "open")]
    status: String,
    content: String,
    #[schema(example = "ne")]
    lang: String,
}

impl FromFields for SuggestionIn {
    fn from_fields(fields: &Fields<'_>) -> Result<Self, Error> {
        let text = |name: &'static str, longest: usize| {
            let text = fields
                .get(name)
                .and_then(scalar_text)
                .ok_or_else(|| Error::bad(format!("{name} is missing")))?;
            if text.contains('\0') {
                return Err(Error::bad(format!("{name} holds a character that cannot be stored")));
            }
            if text.chars().count() > longest {
                return Err(Error::bad(format!("{name} is longer than {longest} characters")));
            }
            Ok(text)
        };
        Ok(SuggestionIn {
            name: fields
                .get("name")
                .filter(|raw| *raw != "null")
                .map(|_| text("name", LONGEST_FIELD))
                .transpose()?,
            date_rec: text("dateRec", LONGEST_FIELD)?,
            organization: text("organization", LONGEST_FIELD)?,
            platform: text("platform", LONGEST_FIELD)?,
            reason: text("reason", LONGEST_FIELD)?,
            email: text("email", LONGEST_FIELD)?,
            status: text("status", LONGEST_FIELD)?,
            content: text("content", LONGEST_CONTENT)?,
            lang: text("lang", LONGEST_LANG)?,
        })
    }
}

/// What became of a message.
#[derive(Serialize, ToSchema)]
pub(super) struct SuggestionOut {
    /// UUID it is stored under.
    id: String,
}

/// `POST /mobile/suggestions`: stores a message for the editors. The app shows "sent" for any
/// 2xx and reads nothing else.
#[utoipa::path(post, path = "/mobile/suggestions", tag = "content", request_body = SuggestionIn,
    responses((status = 200, body = SuggestionOut), (status = 400, body = ErrorBody), (status = 429, body = ErrorBody)))]
pub(super) async fn send_suggestion(
    context: web::Data<Context>,
    from: ClientPrefix,
    message: Body<SuggestionIn>,
) -> Result<HttpResponse, Error> {
    if let Some(wait) = context.contact_limit.count(from) {
        return Err(Error::TooManyRequests(wait));
    }
    let Body(message) = message;
    let id = Uuid::new_v4();
    let row = NewSuggestion {
        id,
        name: message.name.unwrap_or_default(),
        date_rec: message.date_rec,
        organization: message.organization,
        platform: message.platform,
        reason: message.reason,
        email: message.email,
        status: message.status,
        content: message.content,
        lang: message.lang,
    };
    context.db.run(move |connection| Ok(suggestion::insert(connection, &row)?)).await?;
    Ok(answer::ok(&SuggestionOut { id: id.to_string() }))
}
