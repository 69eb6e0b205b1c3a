//! The columns that are really there.

use std::collections::HashMap;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

/// The columns of all tables of the schema.
#[derive(Debug)]
pub(super) struct Columns(HashMap<String, HashMap<String, Column>>);

/// One column as the catalog describes it.
#[derive(Debug, QueryableByName)]
pub(super) struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    /// The type's standard name without a length, such as `character varying`.
    #[diesel(sql_type = Text)]
    pub(super) type_name: String,
    /// NOT NULL and nothing that would fill it: an insert has to name it.
    #[diesel(sql_type = Bool)]
    pub(super) must_be_given: bool,
}

impl Columns {
    /// Reads the catalog for the schema that comes first in `search_path`.
    pub(super) fn read(connection: &mut PgConnection) -> QueryResult<Self> {
        let rows: Vec<Column> = diesel::sql_query(
            "SELECT relname::text AS table_name, attname::text AS column_name,
                    format_type(atttypid, NULL) AS type_name,
                    attnotnull AND NOT atthasdef AND attidentity = '' AS must_be_given
               FROM pg_attribute
               JOIN pg_class ON pg_class.oid = attrelid
               JOIN pg_namespace ON pg_namespace.oid = relnamespace
              WHERE nspname = current_schema()
                AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped",
        )
        .load(connection)?;
        let mut tables: HashMap<String, HashMap<String, Column>> = HashMap::new();
        for row in rows {
            tables.entry(row.table_name.clone()).or_default().insert(row.column_name.clone(), row);
        }
        Ok(Columns(tables))
    }

    /// The columns of one table by name; `None` if there is no such table.
    pub(super) fn table(&self, table: &str) -> Option<&HashMap<String, Column>> {
        self.0.get(table)
    }

    /// Whether the table exists and has the column.
    pub(super) fn has(&self, table: &str, column: &str) -> bool {
        self.table(table).is_some_and(|columns| columns.contains_key(column))
    }
}
