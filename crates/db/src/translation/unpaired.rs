//! Rows without a partner, as the pairing assistant compares them.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text};
use domain::content::{Kind, kinds};

use super::rows;

/// A row without a partner.
#[derive(Clone, Debug, QueryableByName)]
pub struct Unpaired {
    /// Its key.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// Its language.
    #[diesel(sql_type = Text)]
    pub lang: String,
    /// What people know it by.
    #[diesel(sql_type = Text)]
    pub heading: String,
    /// Names the pair of the row it stands under.
    #[diesel(sql_type = Nullable<Text>)]
    pub parent: Option<String>,
    /// Its place among all rows under the same parent, from 0.
    #[diesel(sql_type = BigInt)]
    pub place: i64,
    /// How many rows there are under the same parent.
    #[diesel(sql_type = BigInt)]
    pub siblings: i64,
    /// The key of its audio, for an article that has some.
    #[diesel(sql_type = Nullable<Text>)]
    pub audio: Option<String>,
    /// The values of the kind's fields, in their order; of a survey, its texts.
    #[diesel(sql_type = Array<Nullable<Text>>)]
    pub values: Vec<Option<String>>,
}

/// The rows of `table` in either language that have no partner, in the order of the app. Those
/// whose partner is gone have none.
///
/// # Errors
///
/// Diesel's own.
pub fn unpaired(connection: &mut PgConnection, table: &str) -> QueryResult<Vec<Unpaired>> {
    if !rows::is_translated(table) || rows::is_paired_by_itself(table) {
        return Ok(Vec::new());
    }
    let kind = kinds::of_table(table);
    let parent = kind.and_then(parent);
    diesel::sql_query(format!(
        "SELECT item.id::text, item.lang, left({heading}, 200) AS heading, \
                up.pair::text AS parent, placed.place, placed.siblings, {audio} AS audio, \
                ARRAY[{values}]::text[] AS values \
           FROM \"{table}\" AS item \
           JOIN (SELECT id, \
                   row_number() OVER (PARTITION BY lang{under} ORDER BY {order}) - 1 AS place, \
                   count(*) OVER (PARTITION BY lang{under}) AS siblings \
                   FROM \"{table}\") AS placed ON placed.id = item.id \
           LEFT JOIN translation AS up ON up.item_table = {parent_table} AND up.item_id = {parent} \
          WHERE item.lang IN ('en', 'ne') AND NOT EXISTS ( \
            SELECT FROM translation AS this JOIN translation AS that \
                ON that.pair = this.pair AND that.lang <> this.lang \
             WHERE this.item_table = '{table}' AND this.item_id = item.id::text \
               AND that.item_id = ANY (SELECT id::text FROM \"{table}\" UNION ALL \
                   SELECT item_id FROM draft WHERE item_table = '{table}')) \
          ORDER BY item.lang, {parent}, placed.place",
        heading = heading(kind),
        audio = if table == "article" { "item.\"voiceOverKey\"" } else { "NULL" },
        values = values(kind),
        under = parent.map(|(column, _)| format!(", \"{column}\"")).unwrap_or_default(),
        order = kind.map_or("date_created, id", order),
        parent_table = parent.map_or("NULL".to_owned(), |(_, table)| format!("'{table}'")),
        parent = parent.map_or("NULL::text".to_owned(), |(column, _)| format!("item.\"{column}\"")),
    ))
    .load(connection)
}

/// The column that names the row it stands under, and that one's table.
fn parent(kind: &Kind) -> Option<(&'static str, &'static str)> {
    match kind.parent? {
        "subcategory" => Some(("subcategory", "subcategory")),
        column => Some((column, "category")),
    }
}

/// The order in which rows were written, where editors do not decide it: that of the heap where
/// nothing else is known.
fn order(kind: &Kind) -> &'static str {
    match kind.table {
        _ if kind.ordered => "\"sortingKey\", id",
        "quiz" => "date_created, ctid",
        "help_center_attribute" => "id",
        _ => "ctid",
    }
}

fn heading(kind: Option<&Kind>) -> String {
    match kind {
        Some(kind) => format!("item.\"{}\"", kind.heading),
        None => format!("coalesce(nullif(item.question, ''), {FIRST_QUESTION}, '')"),
    }
}

const FIRST_QUESTION: &str = "(SELECT asked.question FROM question AS asked \
    WHERE asked.\"surveyId\" = item.id ORDER BY length(sort_number), sort_number LIMIT 1)";

/// So many characters of a text tell enough.
const LONGEST: usize = 2_000;

fn values(kind: Option<&Kind>) -> String {
    match kind {
        Some(kind) => {
            let fields = kind.fields.iter();
            fields
                .map(|field| format!("left(item.\"{}\"::text, {LONGEST})", field.column))
                .collect::<Vec<_>>()
                .join(", ")
        }
        None => "item.question, item.option1, (SELECT count(*)::text FROM question AS asked \
                 WHERE asked.\"surveyId\" = item.id), (SELECT string_agg(concat_ws(' ', \
                 asked.question, asked.option1, asked.option2, asked.option3), ' ') \
                 FROM question AS asked WHERE asked.\"surveyId\" = item.id)"
            .to_owned(),
    }
}
