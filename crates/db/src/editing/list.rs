//! Lists of rows for editors: searched, filtered, sorted, page by page.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text};

use super::image::Image;
use super::item::Table;

/// Which way to sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A to Z, oldest first.
    Ascending,
    /// Z to A, newest first.
    Descending,
}

/// What to list. Names of columns are written by us, never by a caller.
#[derive(Clone, Debug)]
pub struct ListQuery<'a> {
    /// The table.
    pub table: &'static Table,
    /// The language of the rows.
    pub lang: &'a str,
    /// Text that one of `searched` must contain, in either case; empty finds all.
    pub search: &'a str,
    /// The columns that are searched.
    pub searched: &'a [&'static str],
    /// Columns that must have a value, written as text; NULL reads as the empty text.
    pub equal: &'a [(&'static str, String)],
    /// The column to sort by; `None` is the order in which the app shows the rows.
    pub sort: Option<&'static str>,
    /// Which way.
    pub direction: Direction,
    /// Most rows.
    pub limit: i64,
    /// Rows to pass over.
    pub offset: i64,
}

/// The rows of one page, and how many there are on all of them.
#[derive(Clone, Debug, Default)]
pub struct ListedRows {
    /// The rows.
    pub rows: Vec<Image>,
    /// How many match.
    pub total: i64,
}

/// One row with the total, as the query gives it.
#[derive(QueryableByName)]
pub struct Listed {
    #[diesel(sql_type = Text)]
    json: String,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// Lists rows.
///
/// # Errors
///
/// Diesel's own.
pub fn list(connection: &mut PgConnection, query: &ListQuery<'_>) -> QueryResult<ListedRows> {
    let table = query.table.name;
    let mut sql = format!(
        "SELECT row_to_json(item)::text AS json, count(*) OVER () AS total \
         FROM \"{table}\" AS item WHERE item.lang = $1 AND ($2 = ''"
    );
    for column in query.searched {
        sql.push_str(&format!(" OR item.\"{column}\" ILIKE $2"));
    }
    sql.push(')');
    for (at, (column, _)) in query.equal.iter().enumerate() {
        sql.push_str(&format!(" AND coalesce(item.\"{column}\"::text, '') = ${}", at + 5));
    }
    let direction = match query.direction {
        Direction::Ascending => "ASC",
        Direction::Descending => "DESC",
    };
    sql.push_str(" ORDER BY ");
    for key in sort_keys(query.table, query.sort) {
        sql.push_str(&format!("{key} {direction}, "));
    }
    sql.push_str("item.id LIMIT $3 OFFSET $4");

    let pattern = if query.search.is_empty() {
        String::new()
    } else {
        format!("%{}%", like_escaped(query.search))
    };
    let mut statement = diesel::sql_query(sql)
        .into_boxed::<Pg>()
        .bind::<Text, _>(query.lang)
        .bind::<Text, _>(pattern)
        .bind::<BigInt, _>(query.limit)
        .bind::<BigInt, _>(query.offset);
    for (_, value) in query.equal {
        statement = statement.bind::<Text, _>(value);
    }
    let rows: Vec<Listed> = statement.load(connection)?;
    let total = match rows.first() {
        Some(row) => row.total,
        // A page beyond the last one has no row to tell the total.
        None if query.offset > 0 => {
            let first = ListQuery { offset: 0, limit: 1, ..query.clone() };
            return Ok(ListedRows { rows: Vec::new(), total: list(connection, &first)?.total });
        }
        None => 0,
    };
    Ok(ListedRows { rows: rows.into_iter().map(|row| Image::of(row.json)).collect(), total })
}

/// How many rows of a language the app shows; with `ids`, how many of those.
///
/// # Errors
///
/// Diesel's own.
pub fn count_live(
    connection: &mut PgConnection,
    table: &Table,
    live_column: &'static str,
    lang: &str,
    ids: Option<&[String]>,
) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    diesel::sql_query(format!(
        "SELECT count(*) AS count FROM \"{}\" WHERE lang = $1 AND \"{live_column}\" \
         AND ($2 IS NULL OR id::text = ANY($2))",
        table.name
    ))
    .bind::<Text, _>(lang)
    .bind::<Nullable<Array<Text>>, _>(ids)
    .get_result::<Count>(connection)
    .map(|row| row.count)
}

/// What `sort` means for a table. References are sorted by the titles they refer to.
fn sort_keys(table: &Table, sort: Option<&'static str>) -> Vec<String> {
    let of_parent = |parent: &str, column: &str, wanted: &str| {
        format!(
            "(SELECT {parent}.\"{wanted}\" FROM {parent} WHERE {parent}.id::text = item.{column})"
        )
    };
    match (table.name, sort) {
        ("article", None) => vec![
            of_parent("category", "category", "sortingKey"),
            of_parent("subcategory", "subcategory", "sortingKey"),
            "item.\"sortingKey\"".to_owned(),
        ],
        ("subcategory", None) => vec![
            of_parent("category", "parent_category", "sortingKey"),
            "item.\"sortingKey\"".to_owned(),
        ],
        ("article", Some(column @ ("category" | "subcategory"))) => {
            vec![of_parent(column, column, "title")]
        }
        ("subcategory", Some("parent_category")) => {
            vec![of_parent("category", "parent_category", "title")]
        }
        (_, Some(column)) => vec![format!("item.\"{column}\"")],
        ("quiz", None) => vec!["item.topic".to_owned()],
        ("did_you_know", None) => vec!["item.title".to_owned()],
        (_, None) if table.ordered => vec!["item.\"sortingKey\"".to_owned()],
        (_, None) => Vec::new(),
    }
}

/// Text in which no character is a wildcard of LIKE.
fn like_escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
