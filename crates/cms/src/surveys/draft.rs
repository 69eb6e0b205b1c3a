//! A survey as a draft holds it: the columns of its row, and its questions under `questions`.

use std::collections::BTreeMap;

use db::editing::{Image, Item};
use domain::content::{Values, as_text};
use domain::survey::question::{Kind, Next, OPTIONS, Question, name, read_jumps, write_jumps};
use domain::survey::rules::{self, Mistake, Place};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::read::Submission;
use super::save::rows;

/// Columns that are not for editors to fill in.
const NOT_FILLED_IN: [&str; 4] = ["id", "lang", "date_created", "sortingKey"];

/// What surveys of the old kind have in their own row, and today's leave empty.
const OLD: [&str; 7] =
    ["question", "option1", "option2", "option3", "option4", "option5", "response"];

/// What a survey is with what was sent; what was not stays as `before`.
pub(crate) fn values(submission: &Submission, before: Option<&Values>) -> Values {
    let mut values = before.cloned().unwrap_or_else(blank);
    values.retain(|column, _| !NOT_FILLED_IN.contains(&column.as_str()));
    if let Some(live) = submission.live {
        values.insert("live".to_owned(), live.into());
    }
    if let Some(level) = submission.age_level {
        values.insert("ageRestrictionLevel".to_owned(), level.into());
        values.insert("isAgeRestricted".to_owned(), (level > 0).into());
    }
    if let Some(level) = submission.content_filter {
        values.insert("contentFilter".to_owned(), level.into());
    }
    if submission.questions.is_some() {
        let written = submission.over(&questions(&values));
        let written = drafted(&written, &responses(&values));
        values.insert("questions".to_owned(), written);
    }
    values
}

/// A new survey before anybody has written anything.
fn blank() -> Values {
    let texts = OLD.iter().map(|column| ((*column).to_owned(), Value::from("")));
    let others = [
        ("live", json!(false)),
        ("is_multiple", json!(true)),
        ("isAgeRestricted", json!(false)),
        ("ageRestrictionLevel", json!(0)),
        ("contentFilter", json!(0)),
        ("questions", json!([])),
    ];
    texts.chain(others.map(|(column, value)| (column.to_owned(), value))).collect()
}

/// What a translation of a survey begins with: its questions without words.
pub(crate) fn untold(source: &Values) -> Values {
    let mut values = blank();
    for column in ["isAgeRestricted", "ageRestrictionLevel", "contentFilter"] {
        if let Some(value) = source.get(column) {
            values.insert(column.to_owned(), value.clone());
        }
    }
    let questions: Vec<Question> = questions(source)
        .into_iter()
        .map(|question| Question {
            kind: question.kind,
            next: question.next,
            ..Question::default()
        })
        .collect();
    values.insert("questions".to_owned(), drafted(&questions, &BTreeMap::new()));
    values
}

/// What people know a survey by: its first question, or the one of the old kind.
pub(crate) fn heading(values: &Values) -> String {
    let first = questions(values).into_iter().next().map(|question| question.text);
    let heading = first.unwrap_or_else(|| as_text(values.get("question")));
    heading.trim().chars().take(200).collect()
}

/// The questions of a draft or of a row. Rows of one id, which the original's table allows, are
/// one question.
pub(crate) fn questions(values: &Values) -> Vec<Question> {
    let Some(Value::Array(rows)) = values.get("questions") else { return Vec::new() };
    let mut seen = Vec::new();
    let mut is_new = |row: &&Value| match row["id"].as_str() {
        Some(id) if seen.contains(&id.to_owned()) => false,
        id => {
            seen.extend(id.map(str::to_owned));
            true
        }
    };
    let rows: Vec<&Value> = rows.iter().filter(|row| is_new(row)).collect();
    rows.iter().map(|row| question(row, rows.len())).collect()
}

fn question(row: &Value, count: usize) -> Question {
    let text = |column: &str| row[column].as_str().unwrap_or_default().to_owned();
    Question {
        id: row["id"].as_str().and_then(|id| Uuid::parse_str(id).ok()),
        text: text("question"),
        kind: if row["is_multiple"] == Value::Bool(false) { Kind::FreeText } else { Kind::Choice },
        options: std::array::from_fn::<_, OPTIONS, _>(|at| text(name(at))),
        next: jumps(row, count),
    }
}

/// Where the options lead. What a row says past its last question is the end, whatever it is; a
/// draft, which names no survey, is taken at its word, so that the rules can tell.
fn jumps(row: &Value, count: usize) -> [Next; OPTIONS] {
    let stored = match &row["next_question"] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if row.get("surveyId").is_some() {
        return read_jumps(&stored, count);
    }
    let members: Value = serde_json::from_str(&stored).unwrap_or(Value::Null);
    std::array::from_fn(|at| {
        let next = members[name(at)].as_str().and_then(Next::from_form).unwrap_or_default();
        if next == Next::Question(count + 1) { Next::End } else { next }
    })
}

/// What each stored question has in a column that no page shows.
fn responses(values: &Values) -> BTreeMap<Uuid, String> {
    let Some(Value::Array(rows)) = values.get("questions") else { return BTreeMap::new() };
    let of = |row: &Value| {
        let id = Uuid::parse_str(row["id"].as_str()?).ok()?;
        Some((id, row["response"].as_str()?.to_owned()))
    };
    rows.iter().filter_map(of).collect()
}

/// Questions as a draft holds them. A new one has no id before it is published, and an option
/// may lead somewhere before there is anything to choose.
fn drafted(questions: &[Question], responses: &BTreeMap<Uuid, String>) -> Value {
    let count = questions.len();
    let of_question = |(at, question): (usize, &Question)| {
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(question.id.map(|id| id.to_string())));
        row.insert("question".to_owned(), question.text.clone().into());
        for (option, text) in question.options.iter().enumerate() {
            row.insert(name(option).to_owned(), text.clone().into());
        }
        let response = question.id.and_then(|id| responses.get(&id)).cloned();
        row.insert("response".to_owned(), response.unwrap_or_default().into());
        row.insert("is_multiple".to_owned(), (question.kind == Kind::Choice).into());
        let leads_to = |(option, next): (usize, &Next)| {
            let to = match next {
                Next::End => (count + 1).to_string(),
                next => next.to_form(),
            };
            (name(option).to_owned(), Value::String(to))
        };
        let jumps: Map<String, Value> = question.next.iter().enumerate().map(leads_to).collect();
        row.insert("next_question".to_owned(), jumps.into());
        row.insert("sort_number".to_owned(), at.to_string().into());
        Value::Object(row)
    };
    Value::Array(questions.iter().enumerate().map(of_question).collect())
}

/// Whether two surveys ask the same and of the same girls.
pub(crate) fn is_same(one: &Values, other: &Values) -> bool {
    let said = |values: &Values| {
        let mut questions = questions(values);
        let count = questions.len();
        for (at, question) in questions.iter_mut().enumerate() {
            // What leads nowhere is no difference.
            question.next = read_jumps(&write_jumps(question, at + 1, count), count);
            question.text = question.text.trim().to_owned();
            for option in &mut question.options {
                *option = option.trim().to_owned();
            }
        }
        drafted(&questions, &BTreeMap::new())
    };
    let settings = ["ageRestrictionLevel", "contentFilter"];
    settings.iter().all(|column| as_text(one.get(*column)) == as_text(other.get(*column)))
        && said(one) == said(other)
}

/// The columns with which a survey is published, and what is wrong with it. Questions that the
/// survey has already keep their ids, so that answers go on belonging to them.
pub(crate) fn judge(
    written: &Values,
    item: &Item,
    row: Option<&Image>,
) -> (Values, Vec<(Place, Mistake)>) {
    let mut values = written.clone();
    values.retain(|column, _| !NOT_FILLED_IN.contains(&column.as_str()));
    let asked = questions(&values);
    let is_old = !as_text(values.get("question")).is_empty();
    if asked.is_empty() && is_old {
        return (values, Vec::new());
    }
    let mut asked = match rules::check(&asked) {
        Ok(asked) => asked,
        Err(mistakes) => return (values, mistakes),
    };
    let known: Vec<Uuid> = row
        .map(|row| questions(&row.values()).iter().filter_map(|question| question.id).collect())
        .unwrap_or_default();
    let mut taken = Vec::new();
    for question in &mut asked {
        question.id = question.id.filter(|id| known.contains(id) && !taken.contains(id));
        taken.extend(question.id);
    }
    let responses = responses(&values);
    let response = |id: Uuid| responses.get(&id).cloned().unwrap_or_default();
    let survey = Uuid::parse_str(item.id()).unwrap_or_default();
    values.insert("questions".to_owned(), rows(survey, &asked, response));
    (values, Vec::new())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::form::Submitted;

    fn key(number: u128) -> String {
        Uuid::from_u128(number).to_string()
    }

    fn sent(fields: &[(&str, &str)]) -> Submission {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Submission::read(&Submitted::from_pairs(fields.iter().map(owned).collect())).unwrap()
    }

    fn stored() -> Values {
        let row = |number: u128, text: &str, next: &str| {
            json!({"id": key(number), "question": text, "option1": "a", "option2": "",
                "option3": "", "option4": "", "option5": "", "response": "kept",
                "is_multiple": true, "next_question": {"option1": next}, "sort_number": "0",
                "surveyId": key(0)})
        };
        let mut values = blank();
        values.insert("id".to_owned(), json!(key(0)));
        let rows = json!([row(1, "one", "9"), row(2, "two", ""), row(3, "three", "")]);
        values.insert("questions".to_owned(), rows);
        values
    }

    fn texts(values: &Values) -> Vec<String> {
        questions(values).into_iter().map(|question| question.text).collect()
    }

    #[test]
    fn a_form_sends_all_questions_and_a_program_may_send_some() {
        let second = key(2);
        let fields = [("questions[0][id]", second.as_str()), ("questions[0][question]", "new")];
        let form = [&fields[..], &[("questions-sent", "true")]].concat();
        let from_form = values(&sent(&form), Some(&stored()));
        assert_eq!(texts(&from_form), ["new"]);
        let first = [&fields[..], &[("questions[0][sort_number]", "1")]].concat();
        let from_program = values(&sent(&first), Some(&stored()));
        assert_eq!(texts(&from_program), ["one", "new", "three"]);
        assert_eq!(from_program["questions"][1]["response"], "kept");
        assert!(!from_program.contains_key("id"));
    }

    #[test]
    fn saving_a_form_again_is_no_change() {
        let fields = [("questions-sent", "true"), ("questions[0][question]", " new ")];
        let once = values(&sent(&fields), None);
        assert!(is_same(&once, &values(&sent(&fields), Some(&once))));
        assert!(is_same(
            &once,
            &values(
                &sent(&[("questions[0][question]", "new"), ("questions-sent", "true")]),
                Some(&once)
            )
        ));
        assert!(!is_same(&once, &values(&sent(&[("contentFilter", "1")]), Some(&once))));
        assert!(is_same(&stored(), &values(&sent(&[]), Some(&stored()))));
    }

    #[test]
    fn jumps_of_a_draft_are_taken_at_their_word() {
        let stored = stored();
        assert_eq!(questions(&stored)[0].next[0], Next::End);
        let fields = [
            ("questions-sent", "true"),
            ("questions[0][question]", "q"),
            ("questions[0][option1]", "a"),
            ("questions[0][next_question][option1]", "9"),
            ("questions[1][question]", "r"),
            ("questions[1][is_multiple]", "false"),
        ];
        let item = Item::new("survey", &key(7)).unwrap();
        let (_, mistakes) = judge(&values(&sent(&fields), None), &item, None);
        assert_eq!(mistakes, [(Place::Jump(0, 0), Mistake::JumpTooFar)]);
    }

    #[test]
    fn published_questions_belong_to_their_survey_and_to_no_other() {
        let item = Item::new("survey", &key(7)).unwrap();
        let (published, mistakes) = judge(&stored(), &item, None);
        assert_eq!(mistakes, []);
        let first = &published["questions"][0];
        assert_ne!(first["id"], json!(key(1)), "a new survey takes nobody's questions");
        assert_eq!(first["surveyId"], json!(key(7)));
        let row = Image::of(json!(stored()).to_string());
        let (published, _) = judge(&stored(), &item, Some(&row));
        assert_eq!(published["questions"][0]["id"], json!(key(1)));
        assert_eq!(published["questions"][0]["response"], "kept");
    }
}
