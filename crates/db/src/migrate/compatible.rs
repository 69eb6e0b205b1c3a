//! Whether the columns of an installation are ones that our queries can read.

use std::fmt;

use super::columns::Columns;
use super::error::MigrateError;
use super::expected::{Origin, TABLES};

/// A column that is not what the queries need.
///
/// Happens where the original was run with schema synchronisation, which let an
/// object-relational mapper alter tables to its own idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// Its type, such as `text`; `None` if the column is missing.
    pub found: Option<String>,
    /// The type that is needed; `None` for a column that we do not know, and that every
    /// insert would have to fill.
    pub expected: Option<&'static str>,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mismatch { table, column, found, expected } = self;
        write!(formatter, "column {table}.{column} ")?;
        match (found, expected) {
            (Some(found), Some(expected)) => write!(formatter, "is {found} but must be {expected}"),
            (None, Some(expected)) => write!(formatter, "is missing, it must be {expected}"),
            (_, None) => write!(formatter, "is unknown but NOT NULL without a default"),
        }
    }
}

/// The one column outside our list that must be given a value in some installations, where a
/// migration lifts that requirement.
const MADE_OPTIONAL: (&str, &str) = ("video", "parent_category");

/// Compares the tables that exist with what the queries need. Missing tables, and columns that
/// the original gained over the years, are for the migrations to add.
pub(super) fn check(columns: &Columns) -> Result<(), MigrateError> {
    let mut mismatches = Vec::new();
    for (table, expected) in TABLES {
        let Some(found) = columns.table(table) else {
            continue;
        };
        for column in *expected {
            let found = found.get(column.name);
            let fits = match found {
                Some(found) => column.kind.accepts(&found.type_name),
                None => column.origin == Origin::Later,
            };
            if !fits {
                mismatches.push(Mismatch {
                    table: (*table).to_string(),
                    column: column.name.to_string(),
                    found: found.map(|found| found.type_name.clone()),
                    expected: Some(column.kind.name()),
                });
            }
        }
        let unknown = found.iter().filter(|(name, column)| {
            column.must_be_given
                && !expected.iter().any(|expected| expected.name == **name)
                && (*table, name.as_str()) != MADE_OPTIONAL
        });
        mismatches.extend(unknown.map(|(name, column)| Mismatch {
            table: (*table).to_string(),
            column: name.clone(),
            found: Some(column.type_name.clone()),
            expected: None,
        }));
    }
    if mismatches.is_empty() { Ok(()) } else { Err(MigrateError::Incompatible(mismatches)) }
}
