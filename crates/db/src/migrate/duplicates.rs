//! Accounts that share a name.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

/// How many name hashes belong to more than one account. Old installations hold some, because
/// nothing stopped two sign-ups at the same moment.
///
/// # Errors
///
/// Diesel's own.
pub fn count(connection: &mut PgConnection) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Shared {
        #[diesel(sql_type = BigInt)]
        names: i64,
    }

    let shared: Shared = diesel::sql_query(
        r#"SELECT count(*) AS names
             FROM (SELECT FROM oky_user GROUP BY "nameHash" HAVING count(*) > 1) AS shared"#,
    )
    .get_result(connection)?;
    Ok(shared.names)
}
