//! What happened on which day: the app was shared, or downloaded directly.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Json, Nullable, Text};
use domain::calendar::Day;

use super::{COUNTS, count};
use crate::types::JsonText;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    day: String,
    #[diesel(sql_type = BigInt)]
    events: i64,
}

/// How often the app was shared on each day in Nepal, from the first such day on.
///
/// # Errors
///
/// Diesel's own.
pub fn shares(
    connection: &mut PgConnection,
    from: Option<Day>,
    to: Option<Day>,
) -> QueryResult<Vec<(Day, u64)>> {
    let query = format!(
        "SELECT day::text, sum(events)::bigint AS events FROM {COUNTS} \
          WHERE kind = 'share' AND {WITHIN} GROUP BY day ORDER BY day"
    );
    by_day(connection, query, from, to)
}

/// How often a direct download was recorded on each day in Nepal.
///
/// # Errors
///
/// Diesel's own.
pub fn direct_downloads(
    connection: &mut PgConnection,
    from: Option<Day>,
    to: Option<Day>,
) -> QueryResult<Vec<(Day, u64)>> {
    let query = format!(
        "SELECT day::text, count(*) AS events \
           FROM (SELECT nepal_day(date_created) AS day FROM analytics \
                  WHERE type = 'DIRECT_DOWNLOAD') AS downloads \
          WHERE {WITHIN} GROUP BY day ORDER BY day"
    );
    by_day(connection, query, from, to)
}

const WITHIN: &str = "day > '-infinity' AND ($1 IS NULL OR day >= $1::date) \
     AND ($2 IS NULL OR day <= $2::date)";

fn by_day(
    connection: &mut PgConnection,
    query: String,
    from: Option<Day>,
    to: Option<Day>,
) -> QueryResult<Vec<(Day, u64)>> {
    let rows: Vec<Row> = diesel::sql_query(query)
        .bind::<Nullable<Text>, _>(from.map(Day::to_iso))
        .bind::<Nullable<Text>, _>(to.map(Day::to_iso))
        .load(connection)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Day::from_iso(&row.day).map(|day| (day, count(row.events))))
        .collect())
}

/// Something to record in table `analytics`.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// What happened, such as `DIRECT_DOWNLOAD`.
    pub kind: String,
    /// JSON text.
    pub payload: String,
    /// JSON text.
    pub metadata: String,
}

/// Records an event and says under which key.
///
/// # Errors
///
/// Diesel's own.
pub fn record(connection: &mut PgConnection, event: &NewEvent) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    diesel::sql_query(
        "INSERT INTO analytics (type, payload, metadata) VALUES ($1, $2, $3) RETURNING id::bigint",
    )
    .bind::<Text, _>(&event.kind)
    .bind::<Json, _>(JsonText(event.payload.clone()))
    .bind::<Json, _>(JsonText(event.metadata.clone()))
    .get_result::<Id>(connection)
    .map(|row| row.id)
}
