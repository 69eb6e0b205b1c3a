//! Tables `privacy_policy`, `terms_and_conditions` and `about`: three of one shape.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// The newest version of a text in one language.
#[derive(Debug, QueryableByName)]
pub struct NewestText {
    /// What the editor stored: normally a JSON array of `{type, content}`.
    #[diesel(sql_type = Text)]
    pub json_dump: String,
    /// The language.
    #[diesel(sql_type = Text)]
    pub lang: String,
}

/// The newest privacy policy of each language.
///
/// # Errors
///
/// Diesel's own.
pub fn privacy_policies(connection: &mut PgConnection) -> QueryResult<Vec<NewestText>> {
    diesel::sql_query(
        "SELECT DISTINCT ON (lang) lang, json_dump FROM privacy_policy ORDER BY lang, id DESC",
    )
    .load(connection)
}

/// The newest terms and conditions of each language.
///
/// # Errors
///
/// Diesel's own.
pub fn terms_and_conditions(connection: &mut PgConnection) -> QueryResult<Vec<NewestText>> {
    diesel::sql_query(
        "SELECT DISTINCT ON (lang) lang, json_dump FROM terms_and_conditions ORDER BY lang, id DESC",
    )
    .load(connection)
}

/// The newest about text of each language.
///
/// # Errors
///
/// Diesel's own.
pub fn about(connection: &mut PgConnection) -> QueryResult<Vec<NewestText>> {
    diesel::sql_query("SELECT DISTINCT ON (lang) lang, json_dump FROM about ORDER BY lang, id DESC")
        .load(connection)
}
