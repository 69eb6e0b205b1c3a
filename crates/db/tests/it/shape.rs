//! What a schema looks like and what its rows hold, as texts that can be compared.

use std::collections::BTreeMap;

use diesel::pg::PgConnection;

use crate::database::{text, texts};

/// Every column: table and name, and `type, default, nullability`.
pub(crate) fn columns(connection: &mut PgConnection) -> BTreeMap<String, String> {
    texts(
        connection,
        "SELECT format('%s.%s=%s, default %s, %s', table_name, column_name,
                       CASE WHEN data_type = 'character varying' THEN 'text' ELSE data_type END,
                       coalesce(column_default, 'none'),
                       CASE is_nullable WHEN 'YES' THEN 'nullable' ELSE 'not null' END)
           FROM information_schema.columns
          WHERE table_schema = current_schema() AND table_name <> '__diesel_schema_migrations'",
    )
    .into_iter()
    .map(|line| {
        let (column, description) = line.split_once('=').unwrap();
        (column.to_string(), description.to_string())
    })
    .collect()
}

/// Names and kinds of everything else in the schema: sequences, views, functions, triggers,
/// indexes that are not of a constraint.
pub(crate) fn objects(connection: &mut PgConnection) -> Vec<String> {
    let mut found = texts(
        connection,
        "SELECT 'function ' || oid::regprocedure::text FROM pg_proc
          WHERE pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
          UNION ALL
         SELECT format('%s on %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL
         SELECT format('%s %s', relkind, relname) FROM pg_class
          WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
            AND (relkind IN ('S', 'v') OR relname LIKE '%\\_idx')",
    );
    found.sort();
    found
}

/// A digest of all rows for each table, over the columns in `columns` only.
///
/// The restrictions count NULL as 0, since adopting makes it so.
pub(crate) fn digests(
    connection: &mut PgConnection,
    columns: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut lists: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (table, column) in columns.keys().map(|name| name.split_once('.').unwrap()) {
        let list = lists.entry(table).or_default();
        match column {
            "ageRestrictionLevel" | "contentFilter" => {
                list.push(format!("coalesce(\"{column}\", 0)"));
            }
            _ => list.push(format!("\"{column}\"")),
        }
    }
    lists
        .into_iter()
        // Views read through JSON, which fails on some of the rows.
        .filter(|(table, _)| !table.starts_with("answered_"))
        .map(|(table, list)| {
            let rows = format!("SELECT {} FROM \"{table}\"", list.join(", "));
            let digest = text(
                connection,
                &format!("SELECT count(*) || ' rows ' || md5(coalesce(string_agg(r::text, ';' ORDER BY r::text), '')) FROM ({rows}) AS r"),
            );
            (table.to_string(), digest)
        })
        .collect()
}
