//! `/mobile/videos/:lang`

use db::content::video::LiveVideo;
use serde::Serialize;
use utoipa::ToSchema;

use super::iso;

/// A video: on `YouTube`, or bundled with the app.
#[derive(Serialize, ToSchema)]
#[schema(title = "Video")]
pub struct Video {
    /// UUID.
    id: String,
    title: String,
    #[serde(rename = "youtubeId")]
    youtube_id: Option<String>,
    #[serde(rename = "assetName")]
    asset_name: Option<String>,
    /// ISO 8601 in UTC with milliseconds.
    date_created: Option<String>,
    live: bool,
    pub(super) lang: String,
    #[serde(rename = "sortingKey")]
    sorting_key: i32,
}

impl From<LiveVideo> for Video {
    fn from(row: LiveVideo) -> Self {
        Video {
            id: row.id.to_string(),
            title: row.title,
            youtube_id: row.youtube_id,
            asset_name: row.asset_name,
            date_created: iso(row.date_created),
            live: row.live,
            lang: row.lang,
            sorting_key: row.sorting_key,
        }
    }
}
