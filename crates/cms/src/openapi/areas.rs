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
