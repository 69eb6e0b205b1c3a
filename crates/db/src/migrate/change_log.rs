//! Keeps the log of content changes short.

use diesel::pg::PgConnection;
use diesel::prelude::*;

/// Deletes all but the newest 1,000 entries once there are more than 10,000. Readers only ever
/// compare the log with what they saw last, so a shortened one costs them one reload.
pub(super) fn shorten(connection: &mut PgConnection) -> QueryResult<usize> {
    diesel::sql_query(
        "DELETE FROM content_change
          WHERE (SELECT count(*) FROM content_change) > 10000
            AND id <= (SELECT id FROM content_change ORDER BY id DESC OFFSET 1000 LIMIT 1)",
    )
    .execute(connection)
}
