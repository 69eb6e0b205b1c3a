//! Table `help_center_attribute`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;

use crate::schema::help_center_attribute;

/// A kind of help that a help center offers.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = help_center_attribute, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct HelpCenterAttribute {
    pub id: i32,
    pub name: String,
    pub emoji: String,
    #[diesel(column_name = isActive)]
    pub is_active: Option<bool>,
    pub lang: String,
}

/// Every attribute, inactive ones too: phones look names up in this list.
///
/// # Errors
///
/// Diesel's own.
pub fn all(connection: &mut PgConnection) -> QueryResult<Vec<HelpCenterAttribute>> {
    help_center_attribute::table
        .order(help_center_attribute::id.asc())
        .select(HelpCenterAttribute::as_select())
        .load(connection)
}
