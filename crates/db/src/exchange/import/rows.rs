//! Table `sheet_import_row`.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Json, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::types::JsonText;

/// Rows that are written or read at a time.
pub(super) const AT_ONCE: usize = 500;

/// A row of a file that was checked.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the columns' own names, which the migration explains")]
pub struct NewRow {
    pub sheet: String,
    pub sheet_row: i32,
    pub item_table: &'static str,
    pub item_id: String,
    pub lang: String,
    pub heading: String,
    pub outcome: &'static str,
    pub blanks: i32,
    pub changes: String,
    pub values: Option<String>,
    pub row_version: Option<String>,
    pub seen_draft: Option<(Uuid, i32)>,
}

/// A row as it is stored.
#[derive(Clone, Debug, QueryableByName)]
#[expect(missing_docs, reason = "the columns' own names, which the migration explains")]
pub struct Row {
    #[diesel(sql_type = Integer)]
    pub number: i32,
    #[diesel(sql_type = Text)]
    pub sheet: String,
    #[diesel(sql_type = Integer)]
    pub sheet_row: i32,
    #[diesel(sql_type = Text)]
    pub item_table: String,
    #[diesel(sql_type = Text)]
    pub item_id: String,
    #[diesel(sql_type = Text)]
    pub lang: String,
    #[diesel(sql_type = Text)]
    pub heading: String,
    #[diesel(sql_type = Text)]
    pub outcome: String,
    #[diesel(sql_type = Integer)]
    pub blanks: i32,
    #[diesel(sql_type = Json)]
    pub changes: JsonText,
    #[diesel(sql_type = Bool)]
    pub usable: bool,
    #[diesel(sql_type = Nullable<Text>)]
    pub fate: Option<String>,
}

const COLUMNS: &str = r#"number, sheet, sheet_row, item_table, item_id, lang, heading, outcome,
    blanks, changes, "values" IS NOT NULL AS usable, fate"#;

/// What became of the rows of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A draft was made of it.
    Taken,
    /// None was made, since somebody changed the item between check and take-over.
    Missed,
    /// The draft went when the import was undone.
    Removed,
    /// The draft that was there before came back.
    Restored,
    /// Somebody has worked on the draft since, and it stays.
    Kept,
    /// The draft was published before the import was undone.
    Published,
    /// Somebody had thrown the draft away before.
    Discarded,
}

impl Fate {
    /// Every fate.
    pub const ALL: [Fate; 7] = [
        Fate::Taken,
        Fate::Missed,
        Fate::Removed,
        Fate::Restored,
        Fate::Kept,
        Fate::Published,
        Fate::Discarded,
    ];

    /// As the table has it.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Taken => "taken",
            Fate::Missed => "missed",
            Fate::Removed => "removed",
            Fate::Restored => "restored",
            Fate::Kept => "kept",
            Fate::Published => "published",
            Fate::Discarded => "discarded",
        }
    }

    /// The fate whose [`Fate::name`] is `name`.
    pub fn from_name(name: &str) -> Option<Fate> {
        Fate::ALL.into_iter().find(|fate| fate.name() == name)
    }
}

/// Which rows are wanted.
#[derive(Clone, Debug, Default)]
pub struct RowQuery<'a> {
    /// The import.
    pub import: Uuid,
    /// One outcome, or all.
    pub outcome: Option<&'a str>,
    /// One fate, or all.
    pub fate: Option<&'a str>,
    /// Only those with cells left blank.
    pub blank: bool,
}

const WANTED: &str = "import_id = $1 AND ($2 IS NULL OR outcome = $2) \
    AND ($3 IS NULL OR fate = $3) AND (NOT $4 OR blanks > 0)";

/// Rows in the order of the file, with those that say nothing new last: how many there are, and
/// those of one page.
///
/// # Errors
///
/// Diesel's own.
pub fn rows(
    connection: &mut PgConnection,
    query: &RowQuery<'_>,
    limit: i64,
    offset: i64,
) -> QueryResult<(i64, Vec<Row>)> {
    let total =
        diesel::sql_query(format!("SELECT count(*) AS count FROM sheet_import_row WHERE {WANTED}"))
            .bind::<SqlUuid, _>(query.import)
            .bind::<Nullable<Text>, _>(query.outcome)
            .bind::<Nullable<Text>, _>(query.fate)
            .bind::<Bool, _>(query.blank)
            .get_result::<Total>(connection)?;
    let rows = diesel::sql_query(format!(
        "SELECT {COLUMNS} FROM sheet_import_row WHERE {WANTED} \
         ORDER BY outcome = 'unchanged', number LIMIT $5 OFFSET $6"
    ))
    .bind::<SqlUuid, _>(query.import)
    .bind::<Nullable<Text>, _>(query.outcome)
    .bind::<Nullable<Text>, _>(query.fate)
    .bind::<Bool, _>(query.blank)
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(connection)?;
    Ok((total.count, rows))
}

/// Goes through all of them, some at a time.
///
/// # Errors
///
/// Diesel's own.
pub fn for_each(
    connection: &mut PgConnection,
    query: &RowQuery<'_>,
    mut act: impl FnMut(Row),
) -> QueryResult<()> {
    let at_once = i64::try_from(AT_ONCE).unwrap_or(i64::MAX);
    let mut after = -1;
    loop {
        let found: Vec<Row> = diesel::sql_query(format!(
            "SELECT {COLUMNS} FROM sheet_import_row WHERE {WANTED} AND number > $5 \
             ORDER BY number LIMIT $6"
        ))
        .bind::<SqlUuid, _>(query.import)
        .bind::<Nullable<Text>, _>(query.outcome)
        .bind::<Nullable<Text>, _>(query.fate)
        .bind::<Bool, _>(query.blank)
        .bind::<Integer, _>(after)
        .bind::<BigInt, _>(at_once)
        .load(connection)?;
        let Some(last) = found.last() else { return Ok(()) };
        after = last.number;
        found.into_iter().for_each(&mut act);
    }
}

#[derive(QueryableByName)]
struct Total {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many rows came out the same way.
#[derive(Clone, Debug, QueryableByName)]
pub struct Count {
    /// The outcome of the check.
    #[diesel(sql_type = Text)]
    pub outcome: String,
    /// What became of them.
    #[diesel(sql_type = Nullable<Text>)]
    pub fate: Option<String>,
    /// How many.
    #[diesel(sql_type = BigInt)]
    pub rows: i64,
    /// How many of them could be taken over.
    #[diesel(sql_type = BigInt)]
    pub usable: i64,
    /// How many have cells left blank.
    #[diesel(sql_type = BigInt)]
    pub blank: i64,
}

/// The rows of an import by how they came out.
///
/// # Errors
///
/// Diesel's own.
pub fn counts(connection: &mut PgConnection, import: Uuid) -> QueryResult<Vec<Count>> {
    diesel::sql_query(
        r#"SELECT outcome, fate, count(*) AS rows, count("values") AS usable,
                  count(*) FILTER (WHERE blanks > 0) AS blank
             FROM sheet_import_row WHERE import_id = $1 GROUP BY outcome, fate"#,
    )
    .bind::<SqlUuid, _>(import)
    .load(connection)
}

pub(super) fn insert(
    connection: &mut PgConnection,
    import: Uuid,
    rows: &[NewRow],
) -> QueryResult<()> {
    let mut number = 0;
    for rows in rows.chunks(AT_ONCE) {
        let numbers: Vec<i32> = (number..).take(rows.len()).collect();
        number += i32::try_from(rows.len()).unwrap_or(0);
        let texts = |of: fn(&NewRow) -> &str| rows.iter().map(of).collect::<Vec<&str>>();
        let integers = |of: fn(&NewRow) -> i32| rows.iter().map(of).collect::<Vec<i32>>();
        let values: Vec<Option<&str>> = rows.iter().map(|row| row.values.as_deref()).collect();
        let versions: Vec<Option<&str>> =
            rows.iter().map(|row| row.row_version.as_deref()).collect();
        let drafts: Vec<Option<Uuid>> =
            rows.iter().map(|row| row.seen_draft.map(|(id, _)| id)).collect();
        let draft_versions: Vec<Option<i32>> =
            rows.iter().map(|row| row.seen_draft.map(|(_, version)| version)).collect();
        diesel::sql_query(
            r#"INSERT INTO sheet_import_row (import_id, number, sheet, sheet_row, item_table,
                   item_id, lang, heading, outcome, blanks, changes, "values", row_version,
                   seen_draft, seen_draft_version)
               SELECT $1, number, sheet, sheet_row, item_table, item_id, lang, heading, outcome,
                      blanks, changes::json, filled::json, row_version, seen_draft, seen_version
                 FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                      AS new (number, sheet, sheet_row, item_table, item_id, lang, heading,
                              outcome, blanks, changes, filled, row_version, seen_draft,
                              seen_version)"#,
        )
        .bind::<SqlUuid, _>(import)
        .bind::<Array<Integer>, _>(numbers)
        .bind::<Array<Text>, _>(texts(|row| &row.sheet))
        .bind::<Array<Integer>, _>(integers(|row| row.sheet_row))
        .bind::<Array<Text>, _>(texts(|row| row.item_table))
        .bind::<Array<Text>, _>(texts(|row| &row.item_id))
        .bind::<Array<Text>, _>(texts(|row| &row.lang))
        .bind::<Array<Text>, _>(texts(|row| &row.heading))
        .bind::<Array<Text>, _>(texts(|row| row.outcome))
        .bind::<Array<Integer>, _>(integers(|row| row.blanks))
        .bind::<Array<Text>, _>(texts(|row| &row.changes))
        .bind::<Array<Nullable<Text>>, _>(values)
        .bind::<Array<Nullable<Text>>, _>(versions)
        .bind::<Array<Nullable<SqlUuid>>, _>(drafts)
        .bind::<Array<Nullable<Integer>>, _>(draft_versions)
        .execute(connection)?;
    }
    Ok(())
}
