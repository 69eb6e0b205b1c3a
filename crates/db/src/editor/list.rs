//! The list of editors.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz};

use crate::types::Instant;

/// Lines of one page.
pub const PAGE: i64 = 25;

/// Which editors are wanted.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only whose name has this in it.
    pub text: Option<String>,
    /// Only of these roles; empty: of any.
    pub roles: Vec<String>,
    /// Only who may work in this language.
    pub language: Option<String>,
    /// Only who works in no language but these; `None`: anybody.
    pub within: Option<Vec<String>>,
    /// Only who is deactivated, or only who is not.
    pub deactivated: Option<bool>,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The name.
    #[default]
    Name,
    /// The role.
    Role,
    /// When the row was made.
    Created,
    /// When she last signed in.
    LastSignIn,
}

/// One editor in the list.
#[derive(Clone, Debug, QueryableByName)]
pub struct Line {
    /// Key of her row in `user`.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// Her name.
    #[diesel(sql_type = Text)]
    pub username: String,
    /// Her role's name.
    #[diesel(sql_type = Text)]
    pub role: String,
    /// The language she is working in.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// The languages she may work in.
    #[diesel(sql_type = Array<Text>)]
    pub languages: Vec<String>,
    /// When her row was made, as a text.
    #[diesel(sql_type = Text)]
    pub date_created: String,
    /// When she last signed in.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub last_sign_in_at: Option<Instant>,
    /// Whether she may not sign in any more.
    #[diesel(sql_type = Bool)]
    pub deactivated: bool,
    /// Whether signing in asks for a code as well.
    #[diesel(sql_type = Bool)]
    pub has_totp: bool,
    /// How many editors there are of this filter, on all pages.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

impl Order {
    /// The expression to sort by. A text of ours, never a caller's.
    fn expression(self) -> &'static str {
        match self {
            Order::Name => "lower(username)",
            Order::Role => {
                "array_position('{superAdmin,admin,contentManager}'::text[], role::text)"
            }
            Order::Created => "date_created",
            Order::LastSignIn => "last_sign_in_at",
        }
    }
}

/// The editors of `filter`, sorted by `order`, from number `skip` on, at most `limit`.
///
/// # Errors
///
/// Diesel's own.
pub fn list(
    connection: &mut PgConnection,
    filter: &Filter,
    order: Order,
    descending: bool,
    skip: i64,
    limit: i64,
) -> QueryResult<Vec<Line>> {
    let by = order.expression();
    let way = if descending { "DESC NULLS LAST" } else { "ASC NULLS FIRST" };
    diesel::sql_query(format!(
        "{} ORDER BY {by} {way}, id LIMIT $7 OFFSET $6",
        include_str!("list.sql")
    ))
    .bind::<Nullable<Text>, _>(filter.text.as_deref())
    .bind::<Array<Text>, _>(&filter.roles)
    .bind::<Nullable<Text>, _>(filter.language.as_deref())
    .bind::<Nullable<Array<Text>>, _>(filter.within.as_ref())
    .bind::<Nullable<Bool>, _>(filter.deactivated)
    .bind::<BigInt, _>(skip)
    .bind::<BigInt, _>(limit)
    .load(connection)
}
