//! What any route may answer besides its own answers, so that the description is complete and no
//! route repeats it.

use utoipa::openapi::path::Operation;
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};

/// Of routes whose path has a part that is text.
const OF_PATHS: [(&str, &str); 2] = [
    ("400", "The address is not valid UTF-8 in percent-encoding"),
    ("503", "Not now; come again after `Retry-After`"),
];

/// Of routes that read a body.
const OF_BODIES: [(&str, &str); 5] = [
    ("400", "The body cannot be read"),
    ("408", "The body did not arrive in time"),
    ("413", "The body is too large"),
    ("415", "The content type, character set or encoding is not taken"),
    ("503", "Not now; come again after `Retry-After`"),
];

/// Adds them where a route does not describe them itself.
pub(super) fn add(description: &mut OpenApi) {
    for (path, item) in &mut description.paths.paths {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            if path.contains('{') {
                complete(operation, &OF_PATHS);
            }
            if operation.request_body.is_some() {
                complete(operation, &OF_BODIES);
            }
        }
    }
}

fn complete(operation: &mut Operation, failures: &[(&str, &str)]) {
    let responses = &mut operation.responses.responses;
    // One route fails in plain text, whatever the failure is.
    let form = responses.get("400").cloned().unwrap_or_else(|| RefOr::T(in_json()));
    for (status, description) in failures {
        let mut form = form.clone();
        if let RefOr::T(response) = &mut form {
            response.description = (*description).to_owned();
        }
        responses.entry((*status).to_owned()).or_insert(form);
    }
}

fn in_json() -> Response {
    let schema = Ref::from_schema_name("ErrorBody");
    let content = ContentBuilder::new().schema(Some(schema)).build();
    ResponseBuilder::new().content("application/json", content).build()
}
