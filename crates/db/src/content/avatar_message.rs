//! Table `avatar_messages`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::avatar_messages;

/// A live sentence of the avatar.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = avatar_messages, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveAvatarMessage {
    pub id: Uuid,
    pub content: String,
    pub live: bool,
    pub lang: String,
}

/// The live avatar messages of every language. The original gave no order.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveAvatarMessage>> {
    avatar_messages::table
        .filter(avatar_messages::live.eq(true))
        .order(avatar_messages::id.asc())
        .select(LiveAvatarMessage::as_select())
        .load(connection)
}
