//! Surveys: written, stored, offered, and what is done to them.

mod actions;
mod editor;
mod list;
mod saving;

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;

/// A cms and an English content manager.
pub(super) struct Room {
    pub(super) database: Database,
    pub(super) cms: Service,
    pub(super) editor: Visitor,
}

pub(super) fn room() -> Room {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let editor = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    Room { database, cms, editor }
}

/// Three questions: a choice that leads on, past the second, or to the end; a free text; a
/// choice.
pub(super) fn survey() -> Value {
    json!({
        "live": true,
        "questions": [
            {
                "question": "Did you miss school?", "is_multiple": true,
                "option1": "Yes", "option2": "No", "option3": "I left school",
                "next_question": {"option1": "", "option2": "3", "option3": "end"},
            },
            {"question": "Why?", "is_multiple": false},
            {"question": "Whom can you ask?", "option1": "My family", "option2": "Nobody"},
        ],
    })
}

/// Stores a survey, which must be taken.
#[track_caller]
pub(super) fn create(editor: &mut Visitor, survey: &Value) -> Value {
    let answer = editor.post_json("/survey", survey);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// Stores [`survey`]; its id.
#[track_caller]
pub(super) fn stored(editor: &mut Visitor) -> String {
    create(editor, &survey())["id"].as_str().unwrap().to_owned()
}

/// An answer of a girl to a survey, as the trigger records it.
pub(crate) fn answer(database: &Database, survey: &str, girls: u32) {
    let survey = survey.replace('-', "");
    database.execute(&format!(
        "INSERT INTO survey_completion (user_id, survey_id) \
         SELECT md5(girl::text || '{survey}'), '{survey}' FROM generate_series(1, {girls}) AS girl"
    ));
}

/// Text and value of every field of the editor's form, as a browser would send them.
pub(crate) fn form(page: &str) -> Vec<(String, String)> {
    let field = regex::Regex::new(
        r#"(?s)<input[^>]*name="([^"]+)" value="([^"]*)"([^>]*)>|<textarea[^>]*name="([^"]+)"[^>]*>\n(.*?)</textarea>|<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>"#,
    )
    .unwrap();
    let chosen = regex::Regex::new(r#"value="([^"]*)" selected"#).unwrap();
    let mut fields = Vec::new();
    for found in field.captures_iter(page) {
        let group = |at: usize| found.get(at).map(|text| text.as_str());
        if let (Some(name), Some(value)) = (group(1), group(2)) {
            let tag = &found[0];
            let ticks = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
            if !ticks || group(3).unwrap_or("").contains("checked") {
                fields.push((name.to_owned(), plain(value)));
            }
        } else if let (Some(name), Some(value)) = (group(4), group(5)) {
            fields.push((name.to_owned(), plain(value)));
        } else if let (Some(name), Some(options)) = (group(6), group(7)) {
            let value = chosen.captures(options).map(|found| found[1].to_owned());
            fields.push((name.to_owned(), value.unwrap_or_default()));
        }
    }
    fields
}

fn plain(text: &str) -> String {
    text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#38;", "&")
}

/// The fields with some values changed or added.
pub(crate) fn with(fields: &[(String, String)], changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = fields.to_vec();
    for (name, value) in changes {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = (*value).to_owned(),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    fields
}

/// Sends the fields of a form.
pub(crate) fn send(
    editor: &mut Visitor,
    path: &str,
    fields: &[(String, String)],
) -> crate::wire::Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    editor.post_form(path, &fields)
}
