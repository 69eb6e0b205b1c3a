//! The routes of the kinds of content, described from what describes the kinds.

use domain::content::{Choices, Control, Field, Kind};
use domain::language::Language;
use serde_json::{Map, Value, json};

use super::{success, with_failures};

/// The name of the schema of a kind's rows, `HelpCenterRow`: what phones get of it is another one,
/// which has the shorter name.
pub(super) fn row_name(kind: &Kind) -> String {
    format!("{}Row", capitalised(kind))
}

/// The name of the schema of some of a row's values, `HelpCenterValues`.
pub(super) fn values_name(kind: &Kind) -> String {
    format!("{}Values", capitalised(kind))
}

fn capitalised(kind: &Kind) -> String {
    kind.name
        .split('-')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().collect::<String>() + letters.as_str()
            })
        })
        .collect()
}

/// What editors fill in, each of it or not.
pub(super) fn values(kind: &Kind) -> Value {
    let properties: Map<String, Value> =
        kind.fields.iter().map(|field| (field.column.to_owned(), property(field))).collect();
    json!({ "type": "object", "properties": properties })
}

/// A row: what editors fill in, and what the service adds.
pub(super) fn row(kind: &Kind) -> Value {
    let mut properties = Map::new();
    properties.insert("id".to_owned(), json!({ "type": ["string", "integer"], "readOnly": true }));
    properties.insert("lang".to_owned(), json!({ "type": "string", "readOnly": true }));
    if kind.ordered {
        properties.insert("sortingKey".to_owned(), json!({ "type": "integer", "readOnly": true }));
    }
    for field in kind.fields {
        properties.insert(field.column.to_owned(), property(field));
    }
    let required: Vec<&str> =
        kind.fields.iter().filter(|field| field.required).map(|field| field.column).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn property(field: &Field) -> Value {
    let kind = match field.control {
        Control::Flag => "boolean",
        Control::Number(_) => "integer",
        _ => "string",
    };
    let mut property = Map::new();
    let kind = if field.nullable { json!([kind, "null"]) } else { json!(kind) };
    property.insert("type".to_owned(), kind);
    if let Some(description) = described(field) {
        property.insert("description".to_owned(), description.into());
    }
    Value::Object(property)
}

fn described(field: &Field) -> Option<String> {
    let (english, nepali) = (field.limit.of(Language::English), field.limit.of(Language::Nepali));
    if english > 0 {
        return Some(format!(
            "At most {english} characters as a reader counts them, {nepali} in Nepali."
        ));
    }
    let text = match field.choices() {
        Some(Choices::Categories) => "Id of a category of the same language.",
        Some(Choices::Subcategories) => "Id of a subcategory of that category.",
        Some(Choices::RightAnswers) => "`1`, `2` or `3`.",
        Some(Choices::AgeLevels) => "Youngest age in completed years; 0 is everybody.",
        Some(Choices::ContentFilters) => "Which readers it is for; 0 is everybody.",
        Some(Choices::Countries) => "ISO 3166 code.",
        Some(Choices::Provinces) => "Uids of provinces with commas between them.",
        Some(Choices::Attributes) => "Ids of attributes of help centers.",
        None => match field.control {
            Control::Lines => "Addresses with commas between them.",
            Control::Emoji => "One emoji.",
            _ => return None,
        },
    };
    Some(text.to_owned())
}

/// Path, method and description of each route.
pub(super) fn operations(kind: &Kind) -> Vec<(String, &'static str, Value)> {
    let (path, row) = (kind.path.to_owned(), format!("{}/{{id}}", kind.path));
    let reference = |name: String| json!({ "$ref": format!("#/components/schemas/{name}") });
    let (schema, values) = (reference(row_name(kind)), reference(values_name(kind)));
    let many = json!({ "type": "array", "items": schema });
    let word = kind.name.replace('-', " ");
    let missing = ("404", "There is none with this id in the editor's language");
    let wrong = ("400", "A field is wrong; the message names it");
    let taken = ("409", "Another one of the language has it already, or somebody changed it");
    let mut operations = vec![
        (
            path.clone(),
            "get",
            operation(
                kind,
                &format!("Every {word} of the editor's language"),
                None,
                &with_failures(success("In order", &many), &[]),
            ),
        ),
        (
            path.clone(),
            "post",
            operation(
                kind,
                &format!("Creates a {word}"),
                Some(&schema),
                &with_failures(success("As stored", &schema), &[wrong, taken]),
            ),
        ),
        (
            row.clone(),
            "get",
            operation(
                kind,
                &format!("One {word}"),
                None,
                &with_failures(success("The row", &schema), &[missing]),
            ),
        ),
        (
            row.clone(),
            "put",
            operation(
                kind,
                "Changes the fields that are sent; `version` of an earlier answer's form guards against overwriting",
                Some(&values),
                &with_failures(success("As stored", &schema), &[missing, wrong, taken]),
            ),
        ),
        (
            row,
            "delete",
            operation(
                kind,
                "Moves it to the trash, with what makes no sense without it",
                None,
                &with_failures(success("What was deleted", &schema), &[missing]),
            ),
        ),
        (
            format!("{path}/bulk"),
            "post",
            operation(
                kind,
                "Does the same to many, all or none",
                Some(&json!({ "type": "object", "required": ["ids", "action"], "properties": {
                    "ids": { "type": "array", "items": { "type": "string" } },
                    "action": { "type": "string", "enum": ["live", "not-live", "delete"] } } })),
                &with_failures(
                    success("How many", &json!({ "type": "object" })),
                    &[missing, wrong],
                ),
            ),
        ),
    ];
    operations.extend(drafts(kind, &schema, &values, &with_failures));
    if kind.ordered {
        operations.push((
            path,
            "put",
            operation(
                kind,
                "Puts rows into another order",
                Some(&json!({ "type": "object", "properties": {
                    "order": { "type": "array", "items": { "type": "string" } },
                    "rowReorderResult": { "type": "array", "items": { "type": "object" } } } })),
                &with_failures(
                    success("How many moved", &json!({ "type": "object" })),
                    &[missing, wrong],
                ),
            ),
        ));
    }
    operations
}

/// The routes of drafts.
fn drafts(
    kind: &Kind,
    schema: &Value,
    values: &Value,
    failures: &Failures,
) -> Vec<(String, &'static str, Value)> {
    let row = format!("{}/{{id}}", kind.path);
    let typed = json!({ "type": "object", "additionalProperties": true,
        "description": "What was typed into each field, however unfinished: also a text where the row has a number." });
    let draft = json!({ "type": "object", "properties": {
        "table": { "type": "string" }, "id": { "type": "string" }, "lang": { "type": "string" },
        "version": { "type": ["integer", "string"] }, "base": { "type": ["string", "null"] },
        "state": { "type": "string", "enum": ["draft", "review"] },
        "note": { "type": ["string", "null"] }, "values": typed,
        "editor": { "type": "string" }, "updatedAt": { "type": "string" } } });
    let missing = ("404", "There is none with this id in the editor's language");
    let conflict =
        ("409", "Another version of it was saved meanwhile, or somebody else has to do it");
    let wrong = ("400", "A field is wrong; the message names it");
    let seen = json!({ "type": "object", "properties": { "draft": { "type": "integer" } } });
    let noted = json!({ "type": "object", "properties": {
        "draft": { "type": "integer" }, "note": { "type": "string" } } });
    let of_draft = |more: &[(&str, &str)]| failures(success("The draft", &draft), more);
    let one = |path: String, method, summary: &str, body: Option<&Value>, answers: Value| {
        (path, method, operation(kind, summary, body, &answers))
    };
    let steps = [
        ("review", "Asks for a second pair of eyes", &seen),
        ("give-back", "Gives a draft back, with a note", &noted),
        ("discard", "Throws a draft away; its history keeps it", &seen),
    ];
    let mut operations = vec![
        one(
            format!("{}/new-draft", kind.path),
            "post",
            "Begins an item that phones do not see before it is published",
            Some(values),
            of_draft(&[wrong]),
        ),
        one(format!("{row}/draft"), "get", "The draft", None, of_draft(&[missing])),
        one(
            format!("{row}/draft"),
            "post",
            "Saves a draft, however unfinished; `draft` is the version that was seen",
            Some(values),
            of_draft(&[missing, wrong, conflict]),
        ),
        one(
            format!("{row}/publish"),
            "post",
            "Brings a draft into the app",
            Some(&seen),
            failures(success("The row", schema), &[missing, wrong, conflict]),
        ),
    ];
    operations.extend(steps.map(|(step, summary, body)| {
        let answers = of_draft(&[missing, wrong, conflict]);
        one(format!("{row}/{step}"), "post", summary, Some(body), answers)
    }));
    operations
}

/// Adds to the answers of a success those of failures.
type Failures = dyn Fn(serde_json::Map<String, Value>, &[(&str, &str)]) -> Value;

fn operation(kind: &Kind, summary: &str, body: Option<&Value>, responses: &Value) -> Value {
    let mut operation = json!({
        "tags": [kind.name],
        "summary": summary,
        "security": [{ "session": [] }],
        "responses": responses,
    });
    if let (Some(body), Value::Object(members)) = (body, &mut operation) {
        members.insert(
            "requestBody".to_owned(),
            json!({ "required": true, "content": {
                "application/json": { "schema": body },
                "application/x-www-form-urlencoded": { "schema": body } } }),
        );
    }
    operation
}
