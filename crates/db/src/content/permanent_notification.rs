//! Table `permanent_notification`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;

use crate::schema::permanent_notification;

/// A live alert for certain versions of the app.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = permanent_notification, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveAlert {
    pub message: String,
    #[diesel(column_name = isPermanent)]
    pub is_permanent: bool,
    pub lang: String,
    pub versions: String,
}

/// The live alerts of every language, oldest first.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveAlert>> {
    permanent_notification::table
        .filter(permanent_notification::live.eq(true))
        .order(permanent_notification::id.asc())
        .select(LiveAlert::as_select())
        .load(connection)
}
