//! Table `notification`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;

use crate::schema::notification;

/// A push notification that was sent.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = notification, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct SentNotification {
    pub id: i32,
    pub title: String,
    pub content: String,
    pub date_sent: String,
    pub status: String,
    pub lang: String,
}

/// The sent notifications of every language, oldest first.
///
/// # Errors
///
/// Diesel's own.
pub fn sent(connection: &mut PgConnection) -> QueryResult<Vec<SentNotification>> {
    notification::table
        .filter(notification::status.eq("sent"))
        .order(notification::id.asc())
        .select(SentNotification::as_select())
        .load(connection)
}
