//! The description of every route that answers JSON: what phones fetch, generated from its
//! handlers; what editors' programs may call, from the descriptions of the kinds (`kinds`) and
//! from a table of the rest (`areas`).

mod areas;
mod kinds;

use serde_json::{Value, json};
use utoipa::{OpenApi, openapi};

#[derive(OpenApi)]
#[openapi(info(
    title = "PeriodTracker Nepal: cms",
    description = "The public content that phones fetch, and the JSON face of the editors' pages. \
        What editors may call needs the cookie of a session; forms work on the same addresses.",
    license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
))]
struct CmsRoutes;

/// The whole description.
pub fn description() -> openapi::OpenApi {
    let mut description = CmsRoutes::openapi();
    description.merge(server::mobile::routes::Description::openapi());
    description.merge(server::health::Description::openapi());
    match serde_json::from_value::<openapi::OpenApi>(editors()) {
        Ok(editors) => description.merge(editors),
        Err(error) => log::error!("the description of the editors' routes: {error}"),
    }
    description
}

/// The routes of editors, as a description of its own.
fn editors() -> Value {
    let mut paths = serde_json::Map::new();
    let mut schemas = serde_json::Map::new();
    for kind in domain::content::kinds::KINDS {
        schemas.insert(kinds::row_name(kind), kinds::row(kind));
        schemas.insert(kinds::values_name(kind), kinds::values(kind));
        for (path, method, operation) in kinds::operations(kind) {
            add(&mut paths, &path, method, operation);
        }
    }
    for area in areas::AREAS {
        add(&mut paths, area.path, area.method, area.operation());
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "editors", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "session": { "type": "apiKey", "in": "cookie", "name": "__Host-session" }
            }
        }
    })
}

fn add(paths: &mut serde_json::Map<String, Value>, path: &str, method: &str, mut operation: Value) {
    let parts = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parameters = parts.map(|name| {
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } })
    });
    if let Some(described) = operation["parameters"].as_array_mut() {
        described.extend(parameters);
    } else {
        operation["parameters"] = parameters.collect();
    }
    let item = paths.entry(path.to_owned()).or_insert_with(|| json!({}));
    if let Value::Object(item) = item {
        item.insert(method.to_owned(), operation);
    }
}

/// The responses that every route of editors may give besides its own.
fn with_failures(mut responses: serde_json::Map<String, Value>, more: &[(&str, &str)]) -> Value {
    let always = [
        ("401", "Nobody is signed in"),
        ("403", "The editor's role may not do this, or another site's page asks"),
        ("503", "The database is away; come again after `Retry-After`"),
    ];
    for (status, description) in always.iter().chain(more) {
        responses.insert(
            (*status).to_owned(),
            json!({
                "description": description,
                "content": { "application/json": { "schema": {
                    "type": "object",
                    "required": ["name", "message"],
                    "properties": { "name": { "type": "string" }, "message": { "type": "string" } }
                } } }
            }),
        );
    }
    Value::Object(responses)
}

/// A successful answer that holds `schema`.
fn success(description: &str, schema: &Value) -> serde_json::Map<String, Value> {
    let mut responses = serde_json::Map::new();
    responses.insert(
        "200".to_owned(),
        json!({
            "description": description,
            "content": { "application/json": { "schema": schema } }
        }),
    );
    responses
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::collections::BTreeSet;

    use utoipa::openapi::OpenApi;

    /// What is described exists, with the same method.
    #[test]
    fn every_described_route_is_in_the_table() {
        serde_json::from_value::<OpenApi>(super::editors()).unwrap();
        let table: BTreeSet<(String, String)> = crate::routes::table()
            .into_iter()
            .map(|entry| (entry.method.as_str().to_lowercase(), entry.path))
            .collect();
        for (path, item) in super::editors()["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys() {
                let known = table.contains(&(method.clone(), path.clone()))
                    || table.contains(&(method.clone(), format!("{path}/")));
                assert!(known, "{method} {path}");
            }
        }
    }
}
