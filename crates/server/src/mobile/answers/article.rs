//! `/mobile/articles/:lang`

use db::content::article::LiveArticle;
use serde::Serialize;
use utoipa::ToSchema;

/// An article. The order of the list is the order of categories, subcategories and articles
/// on the phone's screen.
#[derive(Serialize, ToSchema)]
#[schema(title = "Article")]
pub struct Article {
    /// UUID.
    id: String,
    category_title: String,
    /// The category's UUID.
    cat_id: String,
    subcategory_title: String,
    /// The subcategory's UUID.
    subcat_id: String,
    article_heading: String,
    /// HTML allowed; the app renders its own `link::` and `image::` tokens.
    article_text: String,
    primary_emoji: String,
    primary_emoji_name: String,
    /// Key of the spoken version below the storage's base URL.
    #[serde(rename = "voiceOverKey")]
    voice_over_key: Option<String>,
    #[serde(rename = "isAgeRestricted")]
    is_age_restricted: Option<bool>,
    /// 0 for everyone, else the least age in completed years.
    #[serde(rename = "ageRestrictionLevel")]
    age_restriction_level: i32,
    /// 0 for everyone, else the reader's content selection must equal it.
    #[serde(rename = "contentFilter")]
    content_filter: i32,
    pub(super) lang: String,
}

impl From<LiveArticle> for Article {
    fn from(row: LiveArticle) -> Self {
        Article {
            id: row.id.to_string(),
            category_title: row.category_title,
            cat_id: row.category_id.to_string(),
            subcategory_title: row.subcategory_title,
            subcat_id: row.subcategory_id.to_string(),
            article_heading: row.heading,
            article_text: row.text,
            primary_emoji: row.primary_emoji,
            primary_emoji_name: row.primary_emoji_name,
            voice_over_key: row.voice_over_key,
            is_age_restricted: row.is_age_restricted,
            age_restriction_level: row.age_restriction_level,
            content_filter: row.content_filter,
            lang: row.lang,
        }
    }
}
