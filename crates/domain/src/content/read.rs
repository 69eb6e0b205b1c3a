//! From what was submitted to the values of a row.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Choices, Control, Field, FieldProblem, Kind, Problem, Values, as_text, length};
use crate::language::Language;
use crate::text::trim_js;

/// What a caller has sent, by the names of fields.
pub trait Submission {
    /// The value of `name`, if it was sent.
    fn value(&self, name: &str) -> Option<&str>;
    /// Every value of `name`.
    fn values(&self, name: &str) -> Vec<&str>;
    /// Whether `name` is switched on.
    fn flag(&self, name: &str) -> bool;
}

/// What may be chosen: for each list its values, each with the value it belongs to (the
/// category of a subcategory, the country of a province) where it has one.
#[derive(Clone, Debug, Default)]
pub struct ChoiceLists(pub BTreeMap<Choices, Vec<(String, Option<String>)>>);

impl ChoiceLists {
    fn find(&self, choices: Choices, value: &str) -> Option<&(String, Option<String>)> {
        self.0.get(&choices)?.iter().find(|(known, _)| known == value)
    }
}

/// Reads a row of `kind` in `language`. A field that was not sent keeps its value of `before`, or is blank in
/// a new row. A value that is as it was before is never refused, so that one odd old value does
/// not keep an editor from mending another.
///
/// Returns the values of all fields as far as they could be read, and what is wrong with them.
pub fn read(
    kind: &Kind,
    language: Language,
    submission: &dyn Submission,
    before: Option<&Values>,
    lists: &ChoiceLists,
) -> (Values, Vec<FieldProblem>) {
    let mut values = Values::new();
    let mut problems = Vec::new();
    for field in kind.fields {
        let old = before.and_then(|before| before.get(field.column));
        let value = sent(field, submission)
            .or_else(|| category_of_subcategory(field, submission, lists))
            .unwrap_or_else(|| old.cloned().unwrap_or_else(|| field.blank()));
        if old.is_none_or(|old| *old != value)
            && let Some(problem) = problem_with(field, language, &value, lists)
        {
            problems.push(FieldProblem { column: field.column, problem });
        }
        values.insert(field.column.to_owned(), value);
    }
    settle(kind, &mut values);
    check_parent(&values, lists, &mut problems);
    (kind.check)(&values, &mut problems);
    // One sentence beside a field is enough.
    problems.dedup_by_key(|problem| problem.column);
    (values, problems)
}

/// Judges values that are at hand already, those of a draft, as if they were submitted for a row
/// that is `published` so far.
pub fn judge(
    kind: &Kind,
    language: Language,
    values: &Values,
    published: Option<&Values>,
    lists: &ChoiceLists,
) -> (Values, Vec<FieldProblem>) {
    let texts = kind.fields.iter().map(|field| (field.column, as_text(values.get(field.column))));
    read(kind, language, &AtHand(texts.collect()), published, lists)
}

/// Values as a form would send them.
struct AtHand(BTreeMap<&'static str, String>);

impl Submission for AtHand {
    fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn values(&self, name: &str) -> Vec<&str> {
        self.value(name).into_iter().collect()
    }

    fn flag(&self, name: &str) -> bool {
        self.value(name) == Some("true")
    }
}

fn sent(field: &Field, submission: &dyn Submission) -> Option<Value> {
    let text = submission.value(field.column);
    match field.control {
        Control::Flag => text.map(|_| Value::Bool(submission.flag(field.column))),
        Control::Several(_) | Control::Lines => {
            let parts = submission.values(field.column);
            (!parts.is_empty()).then(|| {
                let listed: Vec<&str> = parts
                    .iter()
                    .flat_map(|part| part.split([',', '\n']))
                    .map(trim_js)
                    .filter(|part| !part.is_empty())
                    .collect();
                or_null(field, listed.join(","))
            })
        }
        Control::Number(_) => text.map(|text| match (trim_js(text), field.nullable) {
            ("", true) => Value::Null,
            // "Nothing chosen" has always meant "for everybody".
            ("", false) => Value::from(0),
            (text, _) => {
                text.parse::<i32>().map_or_else(|_| Value::String(text.to_owned()), Value::from)
            }
        }),
        Control::Line | Control::Emoji | Control::Choice(_) => {
            text.map(|text| or_null(field, one_line(text)))
        }
        Control::Text => text.map(|text| {
            or_null(field, trim_js(&text.replace("\r\n", "\n").replace('\r', "\n")).to_owned())
        }),
    }
}

/// Line breaks have no place in a line, wherever it was pasted from.
fn one_line(text: &str) -> String {
    trim_js(text).replace("\r\n", " ").replace(['\n', '\r'], " ")
}

fn or_null(field: &Field, text: String) -> Value {
    if field.nullable && text.is_empty() { Value::Null } else { Value::String(text) }
}

fn problem_with(
    field: &Field,
    language: Language,
    value: &Value,
    lists: &ChoiceLists,
) -> Option<Problem> {
    let text = as_text(Some(value));
    if text.is_empty() {
        return field.required.then_some(Problem::Required);
    }
    let length = length(&text);
    let limit = field.limit.of(language);
    if limit > 0 && length > limit {
        return Some(Problem::TooLong { length, limit });
    }
    match field.control {
        Control::Emoji if length != 1 || text.chars().all(char::is_alphanumeric) => {
            Some(Problem::NotOneEmoji)
        }
        Control::Choice(choices) | Control::Number(choices) => {
            lists.find(choices, &text).is_none().then_some(Problem::NotAChoice)
        }
        Control::Several(choices) => text
            .split(',')
            .any(|part| lists.find(choices, part).is_none())
            .then_some(Problem::NotAChoice),
        _ => None,
    }
}

/// Values that follow from others.
fn settle(kind: &Kind, values: &mut Values) {
    if kind.audience {
        let restricted = values
            .get("ageRestrictionLevel")
            .and_then(Value::as_i64)
            .is_some_and(|level| level > 0);
        values.insert("isAgeRestricted".to_owned(), Value::Bool(restricted));
    }
    if kind.field("isAvailableNationwide").is_some()
        && values.get("isAvailableNationwide") == Some(&Value::Bool(true))
    {
        values.insert("region".to_owned(), Value::Null);
        values.insert("subRegion".to_owned(), Value::Null);
    }
    if let Some(Value::String(youtube)) = values.get_mut("youtubeId")
        && let Some(id) = youtube_id(youtube)
    {
        *youtube = id;
    }
}

/// The id within an address of YouTube.
fn youtube_id(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let (_, id) = rest
        .split_once("v=")
        .or_else(|| rest.split_once("youtu.be/"))
        .or_else(|| rest.split_once("/embed/"))
        .or_else(|| rest.split_once("/shorts/"))?;
    Some(id.split(['&', '?', '#', '/']).next().unwrap_or_default().to_owned())
}

/// Forms ask for the subcategory alone; the category follows from it.
fn category_of_subcategory(
    field: &Field,
    submission: &dyn Submission,
    lists: &ChoiceLists,
) -> Option<Value> {
    if field.column != "category" {
        return None;
    }
    let (_, category) =
        lists.find(Choices::Subcategories, trim_js(submission.value("subcategory")?))?;
    category.clone().map(Value::String)
}

/// A subcategory must belong to the category beside it.
fn check_parent(values: &Values, lists: &ChoiceLists, problems: &mut Vec<FieldProblem>) {
    let (Some(Value::String(category)), Some(Value::String(subcategory))) =
        (values.get("category"), values.get("subcategory"))
    else {
        return;
    };
    if let Some((_, Some(parent))) = lists.find(Choices::Subcategories, subcategory)
        && parent != category
    {
        problems.push(FieldProblem { column: "subcategory", problem: Problem::OtherCategory });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::super::kinds::{ARTICLE, AVATAR_MESSAGE, HELP_CENTER, QUIZ, VIDEO};
    use super::super::{Choices, Kind, Problem, Values};
    use super::{ChoiceLists, Submission, read};
    use crate::language::Language;

    struct Sent(Vec<(&'static str, &'static str)>);

    impl Submission for Sent {
        fn value(&self, name: &str) -> Option<&str> {
            self.values(name).first().copied()
        }

        fn values(&self, name: &str) -> Vec<&str> {
            self.0.iter().filter(|(known, _)| *known == name).map(|(_, value)| *value).collect()
        }

        fn flag(&self, name: &str) -> bool {
            self.values(name).last() == Some(&"true")
        }
    }

    fn lists() -> ChoiceLists {
        let plain = |values: &[&str]| values.iter().map(|v| ((*v).to_owned(), None)).collect();
        let mut lists: BTreeMap<_, Vec<(String, Option<String>)>> = BTreeMap::new();
        lists.insert(Choices::Categories, plain(&["c1", "c2"]));
        lists.insert(Choices::Subcategories, vec![("s1".to_owned(), Some("c1".to_owned()))]);
        lists.insert(Choices::RightAnswers, plain(&["1", "2", "3"]));
        lists.insert(Choices::AgeLevels, plain(&["0", "13"]));
        lists.insert(Choices::ContentFilters, plain(&["0"]));
        lists.insert(Choices::Countries, plain(&["NP"]));
        lists.insert(Choices::Provinces, plain(&["3111", "3117"]));
        lists.insert(Choices::Attributes, plain(&["1", "2"]));
        ChoiceLists(lists)
    }

    fn problems(
        kind: &Kind,
        sent: Vec<(&'static str, &'static str)>,
    ) -> Vec<(&'static str, Problem)> {
        let (_, problems) = read(kind, Language::English, &Sent(sent), None, &lists());
        problems.into_iter().map(|found| (found.column, found.problem)).collect()
    }

    #[test]
    fn a_whole_article_is_taken() {
        let sent = Sent(vec![
            ("article_heading", "  One\r\nline "),
            ("article_text", " a\r\nb\n"),
            ("category", "c1"),
            ("subcategory", "s1"),
            ("ageRestrictionLevel", "13"),
            ("contentFilter", ""),
            ("live", ""),
            ("live", "true"),
        ]);
        let (values, problems) = read(&ARTICLE, Language::English, &sent, None, &lists());
        assert_eq!(problems, []);
        let expected = json!({"article_heading": "One line", "article_text": "a\nb", "category": "c1",
            "subcategory": "s1", "ageRestrictionLevel": 13, "contentFilter": 0, "live": true,
            "isAgeRestricted": true});
        assert_eq!(json!(values), expected);
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_field() {
        let follows = vec![("article_heading", "x"), ("article_text", "x"), ("subcategory", "s1")];
        assert_eq!(problems(&ARTICLE, follows), [], "the category follows from the subcategory");
        let none = problems(&ARTICLE, vec![]);
        let columns: Vec<_> = none.iter().map(|(column, _)| *column).collect();
        assert_eq!(columns, ["article_heading", "category", "subcategory", "article_text"]);
        assert!(none.iter().all(|(_, problem)| *problem == Problem::Required));
        let article = vec![
            ("article_heading", "x"),
            ("article_text", "x"),
            ("category", "c2"),
            ("subcategory", "s1"),
            ("ageRestrictionLevel", "NaN"),
        ];
        assert_eq!(
            problems(&ARTICLE, article),
            [("ageRestrictionLevel", Problem::NotAChoice), ("subcategory", Problem::OtherCategory)]
        );
        assert_eq!(problems(&VIDEO, vec![("title", "x")]), [("youtubeId", Problem::OneIsNeeded)]);
        let options = vec![
            ("topic", "t"),
            ("question", "q"),
            ("option1", "a"),
            ("option2", "b"),
            ("option3", "a"),
            ("right_answer", "4"),
            ("right_answer_response", "r"),
            ("wrong_answer_response", "w"),
        ];
        assert_eq!(
            problems(&QUIZ, options),
            [("right_answer", Problem::NotAChoice), ("option3", Problem::SameOption)]
        );
    }

    #[test]
    fn an_old_value_is_never_refused() {
        let before: Values = [
            ("content".to_owned(), Value::from("é".repeat(121))),
            ("live".to_owned(), json!(true)),
        ]
        .into();
        let sent = Sent(vec![("live", "false")]);
        let (values, problems) =
            read(&AVATAR_MESSAGE, Language::English, &sent, Some(&before), &lists());
        assert_eq!((problems.len(), values["live"].clone()), (0, json!(false)));
        assert_eq!(values["content"], before["content"]);
    }

    #[test]
    fn addresses_of_youtube_become_ids() {
        for address in [
            "dQw4w9WgXcQ",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1",
            "https://youtu.be/dQw4w9WgXcQ?si=x",
            "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        ] {
            let sent = Sent(vec![("title", "t"), ("youtubeId", address)]);
            let (values, problems) = read(&VIDEO, Language::English, &sent, None, &lists());
            assert_eq!((values["youtubeId"].clone(), problems.len()), (json!("dQw4w9WgXcQ"), 0));
        }
        let wrong = vec![("title", "t"), ("youtubeId", "https://example.org/v")];
        assert_eq!(problems(&VIDEO, wrong), [("youtubeId", Problem::NotYoutube)]);
    }

    #[test]
    fn lists_are_stored_with_commas_and_can_be_emptied() {
        let mut sent = vec![
            ("title", "t"),
            ("caption", "c"),
            ("contactOne", "1"),
            ("primaryAttributeId", "1"),
            ("region", "NP"),
            ("subRegion", ""),
            ("subRegion", "3111"),
            ("subRegion", "3117"),
            ("website", "https://a.example\nhttps://b.example"),
        ];
        let (values, problems) =
            read(&HELP_CENTER, Language::English, &Sent(sent.clone()), None, &lists());
        assert_eq!(problems, []);
        assert_eq!(values["subRegion"], "3111,3117");
        assert_eq!(values["website"], "https://a.example,https://b.example");
        let emptied = Sent(vec![("subRegion", "")]);
        assert_eq!(
            read(&HELP_CENTER, Language::English, &emptied, Some(&values), &lists()).0["subRegion"],
            Value::Null
        );
        sent.push(("isAvailableNationwide", "true"));
        let (nationwide, _) = read(&HELP_CENTER, Language::English, &Sent(sent), None, &lists());
        assert_eq!((&nationwide["region"], &nationwide["subRegion"]), (&Value::Null, &Value::Null));
    }
}
