//! An editor's rows.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Integer, Nullable, Text};

/// An editor as she is stored.
#[derive(Clone, Debug, QueryableByName)]
pub struct StoredEditor {
    /// Key of her row in `user`.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// The name she signs in with.
    #[diesel(sql_type = Text)]
    pub username: String,
    /// bcrypt, or a text that no password matches.
    #[diesel(sql_type = Text)]
    pub password: String,
    /// `superAdmin`, `admin`, `contentManager`, or whatever somebody has put there.
    #[diesel(sql_type = Text)]
    pub role: String,
    /// The language she is working in.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// When her row was made, as a text.
    #[diesel(sql_type = Text)]
    pub date_created: String,
    /// The languages she may work in; `None` where nobody has said so yet.
    #[diesel(sql_type = Nullable<Array<Text>>)]
    pub languages: Option<Vec<String>>,
    /// The language of the pages, if she has chosen one.
    #[diesel(sql_type = Nullable<Text>)]
    pub interface_language: Option<String>,
    /// Whether she may not sign in any more.
    #[diesel(sql_type = Bool)]
    pub deactivated: bool,
    /// Whether signing in asks for a code as well.
    #[diesel(sql_type = Bool)]
    pub has_totp: bool,
}

/// The columns of [`StoredEditor`].
const COLUMNS: &str = "\"user\".id, username, password, type AS role, lang, date_created, \
     array_remove(languages, NULL) AS languages, interface_language, \
     deactivated_at IS NOT NULL AS deactivated, totp_confirmed_at IS NOT NULL AS has_totp \
     FROM \"user\" LEFT JOIN editor ON editor.user_id = \"user\".id";

/// The editor with `id`.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: i32) -> QueryResult<Option<StoredEditor>> {
    diesel::sql_query(format!("SELECT {COLUMNS} WHERE \"user\".id = $1"))
        .bind::<Integer, _>(id)
        .get_result(connection)
        .optional()
}

/// The editor whose name is exactly `username`. The table does not make names unique: the
/// oldest row counts, as it did for the original.
///
/// # Errors
///
/// Diesel's own.
pub fn find_by_name(
    connection: &mut PgConnection,
    username: &str,
) -> QueryResult<Option<StoredEditor>> {
    diesel::sql_query(format!("SELECT {COLUMNS} WHERE username = $1 ORDER BY \"user\".id LIMIT 1"))
        .bind::<Text, _>(username)
        .get_result(connection)
        .optional()
}
