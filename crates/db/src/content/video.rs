//! Table `video`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::video;
use crate::types::Stamp;

/// A live video.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = video, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveVideo {
    pub id: Uuid,
    pub title: String,
    #[diesel(column_name = youtubeId)]
    pub youtube_id: Option<String>,
    #[diesel(column_name = assetName)]
    pub asset_name: Option<String>,
    pub date_created: Stamp,
    pub live: bool,
    pub lang: String,
    #[diesel(column_name = sortingKey)]
    pub sorting_key: i32,
}

/// The live videos of every language, in the order in which the app shows them.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveVideo>> {
    video::table
        .filter(video::live.eq(true))
        .order((video::sortingKey.asc(), video::id.asc()))
        .select(LiveVideo::as_select())
        .load(connection)
}
