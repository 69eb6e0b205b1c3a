//! Table `conversion`: files that editors have had converted, with what was noticed.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text, Uuid as SqlUuid};
use domain::moment::Moment;
use uuid::Uuid;

use crate::audit::{self, Act, Entry};
use crate::editing::Author;

/// How long a result is kept, in days.
pub const KEPT_DAYS: i32 = 30;

/// A conversion that was made.
#[derive(Debug)]
pub struct NewConversion<'a> {
    /// Its key.
    pub id: Uuid,
    /// What into what, by the name that the cms knows it by.
    pub kind: &'a str,
    /// The language that the editor was working in.
    pub lang: &'a str,
    /// Name of the file that was sent.
    pub file_name: &'a str,
    /// Name of the result, as it is offered for download.
    pub result_name: &'a str,
    /// Its media type.
    pub media_type: &'a str,
    /// The report, as JSON.
    pub report: &'a str,
    /// How many errors are in it.
    pub errors: i64,
    /// How many warnings are in it.
    pub warnings: i64,
    /// Who had it made.
    pub author: &'a Author,
    /// The result.
    pub result: &'a [u8],
}

/// A conversion as a list or a report shows it.
#[derive(Clone, Debug, QueryableByName)]
#[expect(missing_docs, reason = "as in `NewConversion`")]
pub struct Conversion {
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Text)]
    pub lang: String,
    #[diesel(sql_type = Text)]
    pub file_name: String,
    #[diesel(sql_type = Text)]
    pub result_name: String,
    #[diesel(sql_type = Text)]
    pub report: String,
    #[diesel(sql_type = BigInt)]
    pub errors: i64,
    #[diesel(sql_type = BigInt)]
    pub warnings: i64,
    #[diesel(sql_type = Text)]
    pub editor_name: String,
    #[diesel(sql_type = BigInt)]
    created_millis: i64,
    /// Bytes of the result.
    #[diesel(sql_type = BigInt)]
    pub size: i64,
}

impl Conversion {
    /// When it was made.
    pub fn created_at(&self) -> Moment {
        Moment::from_millis(self.created_millis).unwrap_or(Moment::EPOCH)
    }
}

/// The result of a conversion.
#[derive(Clone, Debug, QueryableByName)]
pub struct ConversionResult {
    /// Its name, as it is offered for download.
    #[diesel(sql_type = Text)]
    pub result_name: String,
    /// Its media type.
    #[diesel(sql_type = Text)]
    pub media_type: String,
    /// Its bytes.
    #[diesel(sql_type = Binary)]
    pub result: Vec<u8>,
}

const COLUMNS: &str = "id, kind, lang, file_name, result_name, report::text AS report, errors, \
    warnings, editor_name, (extract(epoch FROM created_at) * 1000)::bigint AS created_millis, \
    length(result)::bigint AS size";

/// Stores a conversion with an entry in the audit log, and removes those that are older than
/// [`KEPT_DAYS`]. One whose key is there already is left alone.
///
/// # Errors
///
/// Diesel's own.
pub fn create(connection: &mut PgConnection, new: &NewConversion<'_>) -> QueryResult<()> {
    connection.transaction(|connection| {
        diesel::sql_query(
            "DELETE FROM conversion WHERE created_at < now() - make_interval(days => $1)",
        )
        .bind::<Integer, _>(KEPT_DAYS)
        .execute(connection)?;
        let stored = diesel::sql_query(
            "INSERT INTO conversion (id, kind, lang, file_name, result_name, media_type, report, \
                 errors, warnings, editor_id, editor_name, result) \
             VALUES ($1, $2, $3, $4, $5, $6, $7::json, $8, $9, $10, $11, $12) \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind::<SqlUuid, _>(new.id)
        .bind::<Text, _>(new.kind)
        .bind::<Text, _>(new.lang)
        .bind::<Text, _>(new.file_name)
        .bind::<Text, _>(new.result_name)
        .bind::<Text, _>(new.media_type)
        .bind::<Text, _>(new.report)
        .bind::<BigInt, _>(new.errors)
        .bind::<BigInt, _>(new.warnings)
        .bind::<Nullable<Integer>, _>(new.author.editor_id)
        .bind::<Text, _>(&new.author.name)
        .bind::<Binary, _>(new.result)
        .execute(connection)?;
        if stored == 0 {
            return Ok(());
        }
        let entry = Entry {
            author: new.author,
            act: Act::Imported,
            item: new.kind,
            detail: &format!("{} ({} errors)", new.file_name, new.errors),
        };
        audit::record(connection, &entry)
    })
}

/// The newest conversions of people working in one of `languages`, at most `most`.
///
/// # Errors
///
/// Diesel's own.
pub fn newest(
    connection: &mut PgConnection,
    languages: &[&str],
    most: i64,
) -> QueryResult<Vec<Conversion>> {
    let query = format!(
        "SELECT {COLUMNS} FROM conversion WHERE lang = ANY($1) ORDER BY created_at DESC, id LIMIT $2"
    );
    diesel::sql_query(query)
        .bind::<diesel::sql_types::Array<Text>, _>(languages)
        .bind::<BigInt, _>(most)
        .load(connection)
}

/// A conversion, if there is one.
///
/// # Errors
///
/// Diesel's own.
pub fn find(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<Conversion>> {
    diesel::sql_query(format!("SELECT {COLUMNS} FROM conversion WHERE id = $1"))
        .bind::<SqlUuid, _>(id)
        .get_result(connection)
        .optional()
}

/// The result of a conversion, if there is one.
///
/// # Errors
///
/// Diesel's own.
pub fn result(connection: &mut PgConnection, id: Uuid) -> QueryResult<Option<ConversionResult>> {
    diesel::sql_query("SELECT result_name, media_type, result FROM conversion WHERE id = $1")
        .bind::<SqlUuid, _>(id)
        .get_result(connection)
        .optional()
}
