//! Accounts by who their owners are: table `user_count`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};
use domain::calendar::Day;
use domain::moment::Moment;
use domain::places;
use domain::statistics::{AgeGroup, Filter, Gender, Group, Location};

use super::count;

/// When the counts are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day, in Nepal, of which the ages are.
    pub day: Day,
    /// When every account was counted last; changes since then are counted as they happen.
    pub counted_at: Option<Moment>,
}

/// Every kind of account, counted.
#[derive(Clone, Debug)]
pub struct People {
    /// How many there are of each kind.
    pub groups: Vec<Group>,
    /// When the counts are from.
    pub as_of: Option<AsOf>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SmallInt)]
    age_group: i16,
    #[diesel(sql_type = Text)]
    gender: String,
    #[diesel(sql_type = Text)]
    location: String,
    #[diesel(sql_type = Text)]
    country: String,
    #[diesel(sql_type = Text)]
    province: String,
    #[diesel(sql_type = BigInt)]
    always: i64,
    #[diesel(sql_type = BigInt)]
    since: i64,
    #[diesel(sql_type = BigInt)]
    until: i64,
    #[diesel(sql_type = BigInt)]
    between: i64,
}

#[derive(QueryableByName)]
struct State {
    #[diesel(sql_type = Text)]
    day: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    millis: Option<i64>,
}

/// Counts every account, within the days of `filter` and its wider spans. The other conditions
/// are for the reader to apply.
///
/// # Errors
///
/// Diesel's own.
pub fn people(connection: &mut PgConnection, filter: &Filter) -> QueryResult<People> {
    let rows: Vec<Row> = diesel::sql_query(include_str!("people.sql"))
        .bind::<Nullable<Text>, _>(filter.from.map(Day::to_iso))
        .bind::<Nullable<Text>, _>(filter.to.map(Day::to_iso))
        .load(connection)?;
    let groups = rows
        .into_iter()
        .map(|row| Group {
            age: AgeGroup::from_number(row.age_group),
            gender: Gender::from_name(&row.gender),
            location: Location::from_name(&row.location),
            country: places::country(&row.country).code,
            province: row.province,
            users: [count(row.always), count(row.since), count(row.until), count(row.between)],
        })
        .collect();
    Ok(People { groups, as_of: as_of(connection)? })
}

/// When the counts are from.
///
/// # Errors
///
/// Diesel's own.
pub(super) fn as_of(connection: &mut PgConnection) -> QueryResult<Option<AsOf>> {
    let state: Option<State> = diesel::sql_query(
        "SELECT day::text, CASE WHEN isfinite(counted_at) \
             THEN (extract(epoch FROM counted_at) * 1000)::bigint END AS millis FROM user_count_day",
    )
    .get_result(connection)
    .optional()?;
    Ok(state.and_then(|state| {
        let counted_at = state.millis.and_then(Moment::from_millis);
        Day::from_iso(&state.day).map(|day| AsOf { day, counted_at })
    }))
}
