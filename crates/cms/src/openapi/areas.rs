//! The other routes that answer JSON to editors' programs.

use serde_json::{Value, json};

use super::{success, with_failures};

/// One of them.
pub(super) struct Area {
    pub method: &'static str,
    pub path: &'static str,
    tag: &'static str,
    summary: &'static str,
    /// Names in the body.
    body: &'static [&'static str],
}

const fn area(
    method: &'static str,
    path: &'static str,
    tag: &'static str,
    summary: &'static str,
    body: &'static [&'static str],
) -> Area {
    Area { method, path, tag, summary, body }
}

/// What a survey is sent as.
const SURVEY: &[&str] =
    &["live", "questions", "deletedQuestion", "ageRestrictionLevel", "contentFilter", "version"];

/// What a version of a text is sent as.
const TEXT: &[&str] = &["json_dump", "base"];

/// All of them.
pub(super) const AREAS: &[Area] = &[
    area(
        "post",
        "/api/age-restriction",
        "audience",
        "Sets who an item is for by age",
        &["source", "id", "level"],
    ),
    area(
        "post",
        "/api/content-filter",
        "audience",
        "Sets the content filter of an item",
        &["source", "id", "level"],
    ),
    area("get", "/history/{table}/{id}", "history", "Every change to a row, newest first", &[]),
    area(
        "post",
        "/history/{table}/{id}/restore",
        "history",
        "Sets a row back to a revision",
        &["revision", "version"],
    ),
    area("get", "/survey", "surveys", "Every survey of the language with its questions", &[]),
    area("post", "/survey", "surveys", "Adds a survey", SURVEY),
    area(
        "post",
        "/survey/bulk",
        "surveys",
        "Makes surveys live or not, or deletes them: all of them or none",
        &["ids", "action"],
    ),
    area("get", "/survey/{id}", "surveys", "One survey with its questions", &[]),
    area(
        "put",
        "/survey/{id}",
        "surveys",
        "Changes what is sent; `deletedQuestion` lists questions that go",
        SURVEY,
    ),
    area("delete", "/survey/{id}", "surveys", "Moves a survey to the trash", &[]),
    area("post", "/survey/{id}/live", "surveys", "Offers a survey (`?to=true`) or hides it", &[]),
    area("post", "/survey/{id}/prolong", "surveys", "Offers a survey for another month", &[]),
    area("post", "/survey/{id}/duplicate", "surveys", "Adds a copy that is not live", &[]),
    area("get", "/about", "texts", "Every version of the about text, newest first", &[]),
    area(
        "post",
        "/about",
        "texts",
        "Adds a version of the about text; phones get it at once",
        TEXT,
    ),
    area("get", "/about/{id}", "texts", "One version of the about text", &[]),
    area("put", "/about/{id}", "texts", "Changes a version of the about text", TEXT),
    area("delete", "/about/{id}", "texts", "Moves a version of the about text to the trash", &[]),
    area(
        "get",
        "/privacy-policy",
        "texts",
        "Every version of the privacy policy, newest first",
        &[],
    ),
    area(
        "post",
        "/privacy-policy",
        "texts",
        "Adds a version of the privacy policy; phones get it at once",
        TEXT,
    ),
    area("get", "/privacy-policy/{id}", "texts", "One version of the privacy policy", &[]),
    area("put", "/privacy-policy/{id}", "texts", "Changes a version of the privacy policy", TEXT),
    area(
        "delete",
        "/privacy-policy/{id}",
        "texts",
        "Moves a version of the privacy policy to the trash",
        &[],
    ),
    area(
        "get",
        "/terms-and-conditions",
        "texts",
        "Every version of the terms and conditions, newest first",
        &[],
    ),
    area(
        "post",
        "/terms-and-conditions",
        "texts",
        "Adds a version of the terms and conditions; phones get it at once",
        TEXT,
    ),
    area(
        "get",
        "/terms-and-conditions/{id}",
        "texts",
        "One version of the terms and conditions",
        &[],
    ),
    area(
        "put",
        "/terms-and-conditions/{id}",
        "texts",
        "Changes a version of the terms and conditions",
        TEXT,
    ),
    area(
        "delete",
        "/terms-and-conditions/{id}",
        "texts",
        "Moves a version of the terms and conditions to the trash",
        &[],
    ),
    area(
        "post",
        "/about-banner-management",
        "texts",
        "Replaces the banner: a data URL, or a form with the field `file`",
        &["image"],
    ),
    area("delete", "/about-banner-management/{id}", "texts", "Moves the banner to the trash", &[]),
    area("get", "/suggestions", "messages", "Every message of the language", &[]),
    area("get", "/suggestions/{id}", "messages", "One message", &[]),
    area("delete", "/suggestions/{id}", "messages", "Deletes a message", &[]),
    area(
        "post",
        "/toggle-suggestions-status",
        "messages",
        "Opens (`1`) or closes (`0`) a message",
        &["id", "status"],
    ),
    area(
        "post",
        "/suggestions-management/bulk",
        "messages",
        "Closes, opens or deletes messages",
        &["ids", "action"],
    ),
    area(
        "post",
        "/suggestions-management/{id}/restore",
        "messages",
        "Brings a deleted message back",
        &[],
    ),
    area(
        "post",
        "/trash/{change_set}/undo",
        "history",
        "Brings back what was deleted together",
        &[],
    ),
];

impl Area {
    /// Its description.
    pub(super) fn operation(&self) -> Value {
        let done = success("Done", &json!({ "type": "object" }));
        let failures = [("400", "The request is wrong"), ("404", "There is no such thing here")];
        let mut operation = json!({
            "tags": [self.tag],
            "summary": self.summary,
            "security": [{ "session": [] }],
            "responses": with_failures(done, &failures),
        });
        if let (false, Value::Object(members)) = (self.body.is_empty(), &mut operation) {
            let properties: serde_json::Map<String, Value> = self
                .body
                .iter()
                .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
                .collect();
            members.insert(
                "requestBody".to_owned(),
                json!({ "content": { "application/json": { "schema": {
                    "type": "object", "properties": properties } } } }),
            );
        }
        operation
    }
}
