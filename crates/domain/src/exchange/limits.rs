//! How long a text may be before the app has no room for it: the limits of the editors' forms.

use crate::content::kinds;
use crate::language::Language;

/// The most characters, as a reader counts them, of a column of a workbook whose items are rows
/// of `table`; `None` where there is no limit. Languages that are not ours have the limits of
/// Nepali, which are the wider ones.
pub fn of(table: &str, column: &str, lang: &str) -> Option<usize> {
    let (table, column) = match column {
        "category_title" => ("category", "title"),
        "subcategory_title" => ("subcategory", "title"),
        _ => (table, column),
    };
    let language = Language::from_code(lang).unwrap_or(Language::Nepali);
    let limit = kinds::of_table(table)?.field(column)?.limit.of(language);
    (limit > 0).then_some(limit)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn limits_are_those_of_the_forms() {
        assert_eq!(of("article", "article_heading", "en"), Some(140));
        assert_eq!(of("article", "article_text", "ne"), None);
        assert!(of("article", "category_title", "ne") > of("article", "category_title", "en"));
        assert_eq!(of("quiz", "question", "mai"), of("quiz", "question", "ne"));
        assert_eq!(of("about", "content", "ne"), None);
    }
}
