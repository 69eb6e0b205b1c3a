//! Which fields of a kind are translated, and which are the same in every language.

use serde_json::Value;

use crate::content::{Choices, Control, Field, Kind, Values, as_text};

/// What a field is to a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A text, which is written anew.
    Text,
    /// Something that texts rest on, such as a telephone number or the right answer: taken over
    /// as it is, and a change of it makes a translation outdated like a change of a text.
    Fact,
    /// Something that both rows have alike, such as an age restriction.
    Shared,
    /// Another row, in the other language: the translation names that one's translation.
    Link(Choices),
    /// Whether the app shows the row, which each language decides by itself.
    Own,
}

/// Lines that are no texts.
const FACTS: [&str; 4] = ["youtubeId", "assetName", "contactOne", "contactTwo"];

/// What a field of `kind` is to a translation.
pub fn part(kind: &Kind, field: &Field) -> Part {
    if kind.live == Some(field.column) {
        return Part::Own;
    }
    match (field.control, field.choices()) {
        (_, Some(list @ (Choices::Categories | Choices::Subcategories | Choices::Attributes))) => {
            Part::Link(list)
        }
        (_, Some(Choices::RightAnswers)) | (Control::Lines, _) => Part::Fact,
        (Control::Line | Control::Text, _) if !FACTS.contains(&field.column) => Part::Text,
        (Control::Line | Control::Text, _) => Part::Fact,
        _ => Part::Shared,
    }
}

/// The columns by whose content a translation is fresh or outdated.
pub fn decisive(kind: &Kind) -> impl Iterator<Item = &'static str> {
    let fields = kind.fields.iter();
    let counts = |field: &&Field| matches!(part(kind, field), Part::Text | Part::Fact);
    fields.filter(counts).map(|field| field.column)
}

/// The table whose rows a link names.
pub fn linked_table(list: Choices) -> Option<&'static str> {
    match list {
        Choices::Categories => Some("category"),
        Choices::Subcategories => Some("subcategory"),
        Choices::Attributes => Some("help_center_attribute"),
        _ => None,
    }
}

/// The tables whose rows a row of `kind` names.
pub fn linked_tables(kind: &Kind) -> Vec<&'static str> {
    let lists = kind.fields.iter().filter_map(Field::choices);
    let mut tables: Vec<_> = lists.filter_map(linked_table).collect();
    tables.dedup();
    tables
}

/// What a new translation of `source` begins with: its texts are empty, all else is as in the
/// source. `partner` gives the translation of a row that the source names; a row without one
/// stays open.
pub fn begun(
    kind: &Kind,
    source: &Values,
    partner: impl Fn(&str, &str) -> Option<String>,
) -> Values {
    let mut values = kind.blank();
    for field in kind.fields {
        let Some(value) = source.get(field.column) else { continue };
        match part(kind, field) {
            Part::Text => continue,
            Part::Link(list) => values.insert(
                field.column.to_owned(),
                carried(field, value, linked_table(list).unwrap_or_default(), &partner),
            ),
            _ => values.insert(field.column.to_owned(), value.clone()),
        };
    }
    values
}

/// The fields, texts aside, in which a translation is not what its source makes it.
pub fn differing(
    kind: &Kind,
    source: &Values,
    target: &Values,
    partner: impl Fn(&str, &str) -> Option<String>,
) -> Vec<&'static str> {
    let wanted = begun(kind, source, partner);
    kind.fields
        .iter()
        .filter(|field| !matches!(part(kind, field), Part::Text | Part::Own))
        .filter(|field| source.contains_key(field.column))
        .filter(|field| {
            let of = |values: &Values| plain(&as_text(values.get(field.column)));
            let wanted = of(&wanted);
            // A link that cannot be carried over says nothing.
            let open = matches!(part(kind, field), Part::Link(_)) && wanted.is_empty();
            !open && wanted != of(target)
        })
        .map(|field| field.column)
        .collect()
}

/// Numbers read the same in the digits of either language.
pub fn plain(text: &str) -> String {
    text.trim()
        .chars()
        .map(|letter| match letter {
            '०'..='९' => {
                char::from_digit(u32::from(letter) - u32::from('०'), 10).unwrap_or(letter)
            }
            other => other,
        })
        .collect()
}

fn carried(
    field: &Field,
    value: &Value,
    table: &str,
    partner: &impl Fn(&str, &str) -> Option<String>,
) -> Value {
    let text = as_text(Some(value));
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let joined = parts.filter_map(|part| partner(table, part)).collect::<Vec<_>>().join(",");
    match (field.control, joined.as_str()) {
        (_, "") if field.nullable => Value::Null,
        (Control::Number(_), number) => number.parse::<i32>().map_or(Value::Null, Value::from),
        _ => Value::String(joined),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Part, begun, decisive, differing, part};
    use crate::content::Values;
    use crate::content::kinds::{ARTICLE, HELP_CENTER, KINDS, QUIZ};

    fn values(json: Value) -> Values {
        serde_json::from_value(json).unwrap_or_default()
    }

    #[test]
    fn every_kind_has_texts() {
        for kind in KINDS {
            let is_text = |field: &&crate::content::Field| part(kind, field) == Part::Text;
            assert!(kind.fields.iter().any(|field| is_text(&field)), "{}", kind.name);
            assert!(kind.field(kind.heading).as_ref().is_some_and(is_text), "{}", kind.name);
        }
        assert_eq!(decisive(&ARTICLE).collect::<Vec<_>>(), ["article_heading", "article_text"]);
        assert!(decisive(&QUIZ).any(|column| column == "right_answer"));
        assert!(decisive(&HELP_CENTER).any(|column| column == "contactOne"));
    }

    #[test]
    fn a_translation_begins_with_all_but_the_texts() {
        let source = values(json!({"title": "Clinic", "caption": "c", "contactOne": "1098",
            "primaryAttributeId": 1, "otherAttributes": "2,3,4", "subRegion": "3111",
            "isActive": true}));
        let partner = |table: &str, id: &str| {
            assert_eq!(table, "help_center_attribute");
            (id != "4").then(|| format!("1{id}"))
        };
        let begun = begun(&HELP_CENTER, &source, partner);
        assert_eq!((&begun["title"], &begun["contactOne"]), (&json!(""), &json!("1098")));
        assert_eq!(begun["primaryAttributeId"], json!(11));
        assert_eq!(begun["otherAttributes"], json!("12,13"));
        assert_eq!(begun["subRegion"], json!("3111"));
        assert_eq!(begun["isActive"], json!(true));
    }

    #[test]
    fn what_should_be_alike_is_compared() {
        let source = values(json!({"right_answer": "2", "ageRestrictionLevel": 12, "live": true}));
        let target = values(json!({"right_answer": "3", "ageRestrictionLevel": 12, "live": false}));
        assert_eq!(differing(&QUIZ, &source, &target, |_, _| None), ["right_answer"]);
        let source = values(json!({"contactOne": "1098", "primaryAttributeId": 1}));
        let target = values(json!({"contactOne": "१०९८", "primaryAttributeId": 9}));
        let none: [&str; 0] = [];
        assert_eq!(differing(&HELP_CENTER, &source, &target, |_, _| None), none);
    }
}
