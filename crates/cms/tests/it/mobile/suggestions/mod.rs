//! The contact form.

mod callers;
mod refused;
mod stored;

use crate::service::Service;
use crate::wire::Answer;

/// What the app sends, where the reason is the object behind its picker.
const FORM: &str = r#"{"name":"test-girl-1","dateRec":"2026-01-01T00:00:00.000Z","organization":"user","platform":"mobile","reason":{"key":"1","value":"problem"},"email":"NA","status":"open","content":"It works – mostly 🌸\nथाहा छैन","lang":"ne"}"#;

fn send(cms: &Service, form: &str) -> Answer {
    cms.post_json("/mobile/suggestions", form)
}

fn without(field: &str) -> String {
    let mut form: serde_json::Value = serde_json::from_str(FORM).unwrap();
    form.as_object_mut().unwrap().remove(field).unwrap();
    form.to_string()
}
