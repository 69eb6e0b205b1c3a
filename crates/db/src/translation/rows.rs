//! The rows that have translations, as parts of statements: what people know them by, whether
//! the app shows them, and a digest of their texts.

use domain::content::{Kind, kinds};
use domain::translation::decisive;

use crate::content::legal_text_version::LegalText;

/// Every table whose rows have translations, in the order of the menu.
pub const TABLES: [&str; 13] = [
    "article",
    "category",
    "subcategory",
    "video",
    "quiz",
    "did_you_know",
    "avatar_messages",
    "survey",
    "help_center",
    "help_center_attribute",
    "about",
    "privacy_policy",
    "terms_and_conditions",
];

/// Whether each language has one row of `table`, so that its code is the key, and both halves
/// of the pair are known.
pub fn is_paired_by_itself(table: &str) -> bool {
    LegalText::of_table(table).is_some()
}

/// Whether rows of `table` have translations.
pub fn is_translated(table: &str) -> bool {
    TABLES.contains(&table)
}

/// A SELECT of all rows of `table`, or of every table, with the columns that `work.sql` reads.
/// Names of tables and columns are written by us, never by a caller.
pub(super) fn all(table: Option<&str>) -> String {
    let wanted = TABLES.iter().filter(|known| table.is_none_or(|table| table == **known));
    wanted.map(|table| of_table(table)).collect::<Vec<_>>().join(" UNION ALL ")
}

fn of_table(table: &str) -> String {
    let digest = digest(table);
    match kinds::of_table(table) {
        Some(kind) => format!(
            "SELECT '{table}' AS item_table, id::text AS item_id, lang, \
                    left(\"{heading}\", 200) AS heading, {live} AS live, {place} AS place, \
                    {digest} AS digest FROM \"{table}\"",
            heading = kind.heading,
            live = kind
                .live
                .map_or("true".to_owned(), |column| format!("coalesce(\"{column}\", false)")),
            place = place(kind),
        ),
        None if is_paired_by_itself(table) => format!(
            "SELECT '{table}' AS item_table, lang AS item_id, lang, '' AS heading, true AS live, \
                    0::bigint AS place, {digest} AS digest FROM \"{table}\" AS version \
              WHERE id = (SELECT max(id) FROM \"{table}\" AS newer \
                           WHERE newer.lang = version.lang)"
        ),
        None => format!(
            "SELECT 'survey' AS item_table, id::text AS item_id, lang, left(coalesce(nullif(survey.question, ''), \
               (SELECT asked.question FROM question AS asked WHERE asked.\"surveyId\" = survey.id \
                 ORDER BY length(sort_number), sort_number LIMIT 1), ''), 200) AS heading, \
               live, extract(epoch FROM date_created)::bigint AS place, {digest} AS digest \
               FROM survey"
        ),
    }
}

/// Where a row stands among those of its language.
pub(super) fn place(kind: &Kind) -> &'static str {
    match kind.table {
        _ if kind.ordered => "\"sortingKey\"::bigint",
        "quiz" => "extract(epoch FROM date_created)::bigint",
        "help_center_attribute" => "id::bigint",
        _ => "0::bigint",
    }
}

/// The digest of a row of `table`, which is also that of the same columns anywhere else.
pub(super) fn digest(table: &str) -> String {
    match kinds::of_table(table) {
        Some(kind) => {
            let columns: Vec<String> =
                decisive(kind).map(|column| format!("\"{column}\"::text")).collect();
            format!("md5(json_build_array({})::text)", columns.join(", "))
        }
        None if is_paired_by_itself(table) => "md5(json_dump)".to_owned(),
        None => r#"md5(json_build_array(survey.question, option1, option2, option3, option4, option5,
            response, (SELECT json_agg(json_build_array(asked.question, asked.option1, asked.option2,
                asked.option3, asked.option4, asked.option5, asked.response)
                ORDER BY length(sort_number), sort_number)
              FROM question AS asked WHERE asked."surveyId" = survey.id))::text)"#
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::content::kinds::KINDS;

    use super::{TABLES, is_translated};

    #[test]
    fn every_kind_has_translations() {
        for kind in KINDS {
            assert!(is_translated(kind.table), "{}", kind.name);
        }
        assert!(!is_translated("about_banner"));
        assert_eq!(TABLES.len(), KINDS.len() + 4);
    }
}
