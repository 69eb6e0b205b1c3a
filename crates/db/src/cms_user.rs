//! Table `user`: the editors' log-ins.

use diesel::pg::PgConnection;
use diesel::prelude::*;

use crate::schema::user;

/// A new editor.
#[derive(Debug, Insertable)]
#[diesel(table_name = user)]
pub struct NewCmsUser<'a> {
    /// The name to log in with. The table does not make it unique.
    pub username: &'a str,
    /// bcrypt.
    pub password: &'a str,
    /// The language she works in.
    pub lang: &'a str,
    /// `superAdmin`, `admin` or `contentManager`.
    #[diesel(column_name = type_)]
    pub role: &'a str,
    /// ISO 8601. The column's own default is the text `now()`, which is of no use.
    pub date_created: &'a str,
}

/// Stores a new editor unless one of that name exists, and says whether it did.
///
/// # Errors
///
/// Diesel's own.
pub fn create(connection: &mut PgConnection, new: &NewCmsUser<'_>) -> QueryResult<bool> {
    connection.transaction(|connection| {
        diesel::sql_query("LOCK TABLE \"user\" IN SHARE ROW EXCLUSIVE MODE").execute(connection)?;
        let exists: bool = diesel::select(diesel::dsl::exists(
            user::table.filter(user::username.eq(new.username)),
        ))
        .get_result(connection)?;
        if exists {
            return Ok(false);
        }
        diesel::insert_into(user::table).values(new).execute(connection)?;
        Ok(true)
    })
}
