//! Table `help_center`.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;

use crate::schema::help_center;

/// An active help center.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = help_center, check_for_backend(Pg))]
#[expect(missing_docs, reason = "the columns' own names")]
pub struct LiveHelpCenter {
    pub id: i32,
    pub title: String,
    pub caption: String,
    #[diesel(column_name = contactOne)]
    pub contact_one: String,
    #[diesel(column_name = contactTwo)]
    pub contact_two: String,
    pub address: String,
    pub website: String,
    pub region: Option<String>,
    #[diesel(column_name = subRegion)]
    pub sub_region: Option<String>,
    pub lang: String,
    #[diesel(column_name = isAvailableNationwide)]
    pub is_available_nationwide: Option<bool>,
    #[diesel(column_name = primaryAttributeId)]
    pub primary_attribute_id: Option<i32>,
    #[diesel(column_name = otherAttributes)]
    pub other_attributes: Option<String>,
    #[diesel(column_name = isActive)]
    pub is_active: Option<bool>,
    #[diesel(column_name = sortingKey)]
    pub sorting_key: i32,
}

/// The active help centers of every language, in the order in which the app shows them.
///
/// # Errors
///
/// Diesel's own.
pub fn live(connection: &mut PgConnection) -> QueryResult<Vec<LiveHelpCenter>> {
    help_center::table
        .filter(help_center::isActive.eq(true))
        .order((help_center::sortingKey.asc(), help_center::id.asc()))
        .select(LiveHelpCenter::as_select())
        .load(connection)
}
