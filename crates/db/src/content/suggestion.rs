//! Table `suggestion`: messages from the app's contact form.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use uuid::Uuid;

use crate::schema::suggestion;

/// A message as the contact form sends it; every column is text and not null.
#[derive(Debug, Insertable)]
#[diesel(table_name = suggestion)]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct NewSuggestion {
    pub id: Uuid,
    pub name: String,
    #[diesel(column_name = dateRec)]
    pub date_rec: String,
    pub organization: String,
    pub platform: String,
    pub reason: String,
    pub email: String,
    pub status: String,
    pub content: String,
    pub lang: String,
}

/// Stores one message.
///
/// # Errors
///
/// Diesel's own.
pub fn insert(connection: &mut PgConnection, message: &NewSuggestion) -> QueryResult<()> {
    diesel::insert_into(suggestion::table).values(message).execute(connection).map(drop)
}
