//! `/mobile/didyouknows/:lang`

use db::content::did_you_know::LiveDidYouKnow;
use serde::Serialize;
use utoipa::ToSchema;

/// A fact.
#[derive(Serialize, ToSchema)]
#[schema(title = "DidYouKnow")]
pub struct DidYouKnow {
    /// UUID; the app makes its own.
    id: String,
    title: String,
    content: String,
    #[serde(rename = "isAgeRestricted")]
    is_age_restricted: Option<bool>,
    #[serde(rename = "ageRestrictionLevel")]
    age_restriction_level: i32,
    #[serde(rename = "contentFilter")]
    content_filter: i32,
    live: bool,
    pub(super) lang: String,
}

impl From<LiveDidYouKnow> for DidYouKnow {
    fn from(row: LiveDidYouKnow) -> Self {
        DidYouKnow {
            id: row.id.to_string(),
            title: row.title,
            content: row.content,
            is_age_restricted: row.is_age_restricted,
            age_restriction_level: row.age_restriction_level.unwrap_or(0),
            content_filter: row.content_filter.unwrap_or(0),
            live: row.live,
            lang: row.lang,
        }
    }
}
