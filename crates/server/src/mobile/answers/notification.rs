//! `/mobile/notification/:lang`

use std::collections::BTreeMap;

use db::content::notification::SentNotification;
use serde::Serialize;
use utoipa::ToSchema;

/// A push notification that was sent.
#[derive(Serialize, ToSchema)]
#[schema(title = "Notification")]
pub struct Notification {
    id: i32,
    title: String,
    content: String,
    /// Milliseconds since the epoch, as text.
    date_sent: String,
    /// Always `sent`.
    status: String,
    pub(super) lang: String,
}

/// The first sent notification of each language.
pub(in crate::mobile) fn first(
    rows: Vec<SentNotification>,
) -> Result<BTreeMap<String, String>, serde_json::Error> {
    let mut texts = BTreeMap::new();
    for row in rows {
        if texts.contains_key(&row.lang) {
            continue;
        }
        let lang = row.lang.clone();
        let answer = Notification {
            id: row.id,
            title: row.title,
            content: row.content,
            date_sent: row.date_sent,
            status: row.status,
            lang: row.lang,
        };
        texts.insert(lang, serde_json::to_string(&answer)?);
    }
    Ok(texts)
}
