//! Table `about_banner`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;

use crate::schema::about_banner;
use crate::types::Stamp;

/// A banner of the about screen.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = about_banner, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct AboutBanner {
    pub image: String,
    pub timestamp: Stamp,
    pub lang: String,
}

/// Every banner, the newest of a language last.
///
/// # Errors
///
/// Diesel's own.
pub fn all(connection: &mut PgConnection) -> QueryResult<Vec<AboutBanner>> {
    about_banner::table
        .order((about_banner::timestamp.asc(), about_banner::id.asc()))
        .select(AboutBanner::as_select())
        .load(connection)
}
