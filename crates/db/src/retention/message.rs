//! Old messages of users.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Integer;

use crate::content::suggestion_handling;

/// Notes since when each message is known, and forgets those that are gone. Where nothing is
/// noted yet, what is there may be old: then a message's own date counts, if it is a likely one.
///
/// # Errors
///
/// Diesel's own.
pub fn see_messages(connection: &mut PgConnection) -> QueryResult<()> {
    connection.transaction(|connection| {
        diesel::sql_query(
            r#"INSERT INTO suggestion_seen (id, seen_at)
               SELECT id,
                      CASE WHEN EXISTS (SELECT FROM suggestion_seen) THEN now()
                           WHEN substring("dateRec" FROM '^(20[12]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]))')
                                BETWEEN '2017-01-01' AND (now() AT TIME ZONE 'UTC')::date::text
                           THEN left("dateRec", 10)::date
                           ELSE now() END
                 FROM suggestion
                WHERE NOT EXISTS (SELECT FROM suggestion_seen AS seen WHERE seen.id = suggestion.id)
               ON CONFLICT (id) DO NOTHING"#,
        )
        .execute(connection)?;
        diesel::sql_query(
            "DELETE FROM suggestion_seen AS seen \
              WHERE NOT EXISTS (SELECT FROM suggestion WHERE suggestion.id = seen.id)",
        )
        .execute(connection)?;
        // The original deletes messages and knows nothing of what is noted about them.
        suggestion_handling::forget_gone(connection)
    })
}

/// Deletes the messages that have been known for more than `days`, with what is noted about them,
/// and says how many.
///
/// # Errors
///
/// Diesel's own.
pub fn delete_messages(connection: &mut PgConnection, days: i32) -> QueryResult<usize> {
    connection.transaction(|connection| {
        let rows = diesel::sql_query(
            "DELETE FROM suggestion USING suggestion_seen AS seen \
              WHERE seen.id = suggestion.id AND seen.seen_at < now() - make_interval(days => $1)",
        )
        .bind::<Integer, _>(days)
        .execute(connection)?;
        suggestion_handling::forget_gone(connection)?;
        Ok(rows)
    })
}
