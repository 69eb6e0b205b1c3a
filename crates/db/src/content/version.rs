//! Which state of the content a reader has seen.
//!
//! Triggers add a row to `content_change` for every statement that touches a content table,
//! whoever sent it: ours, the original's CMS, or a person with psql. Rows are only ever
//! added, so writers never wait for one another; and since ids are given out before
//! transactions commit, the highest id alone proves nothing. Count, highest and sum together
//! change with every commit.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// A fingerprint of `content_change`: equal fingerprints mean equal content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentVersion(String);

#[derive(QueryableByName)]
struct Fingerprint {
    #[diesel(sql_type = Text)]
    fingerprint: String,
}

/// Reads the present version.
///
/// # Errors
///
/// Diesel's own.
pub fn current(connection: &mut PgConnection) -> QueryResult<ContentVersion> {
    diesel::sql_query(
        "SELECT count(*) || '.' || COALESCE(max(id), 0) || '.' || COALESCE(sum(id), 0) AS fingerprint \
         FROM content_change",
    )
    .get_result::<Fingerprint>(connection)
    .map(|row| ContentVersion(row.fingerprint))
}
