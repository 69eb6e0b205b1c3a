//! Who has access to what, for a review.

use diesel::pg::PgConnection;
use diesel::prelude::*;

use super::list::{Filter, Line, Order, list};

/// One editor in a review.
pub type AccessLine = Line;

/// Every editor, the mightiest first.
///
/// # Errors
///
/// Diesel's own.
pub fn access_review(connection: &mut PgConnection) -> QueryResult<Vec<AccessLine>> {
    list(connection, &Filter::default(), Order::Role, false, 0, i64::MAX)
}
