//! What a caller has submitted: a form or JSON, read into the same names and values.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use domain::content::Submission;
use serde_json::Value;
use server::body::{self, Overflow};
use server::error::Error;

/// Most bytes of a form or of JSON.
pub const LIMIT: usize = 1024 * 1024;

/// Most names in one form.
const MOST_FIELDS: usize = 10_000;

/// A submitted form, or JSON read as one: members of objects and elements of arrays are named
/// as forms name them, `questions[0][option1]`; `null` is the empty text, as it was for the
/// original's client.
#[derive(Clone, Debug, Default)]
pub struct Submitted(Vec<(String, String)>);

impl Submitted {
    /// From names and values, for tests and for values that are already at hand.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Submitted {
        Submitted(pairs)
    }

    /// The first value of `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The first value of `name`, or the empty text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or("")
    }

    /// Whether `name` is switched on: a checkbox that was sent, or `true`. A form that has a
    /// checkbox also sends an empty value of its name in front, so the last value counts.
    pub fn flag(&self, name: &str) -> bool {
        let last = self.0.iter().rev().find(|(found, _)| found == name);
        last.is_some_and(|(_, value)| matches!(value.as_str(), "true" | "on" | "1"))
    }

    /// Every value of `name`, also under `name[]` and `name[0]`, `name[1]`, ….
    pub fn all(&self, name: &str) -> Vec<&str> {
        let is_element = |found: &str| {
            found == name
                || found
                    .strip_prefix(name)
                    .and_then(|rest| rest.strip_prefix('['))
                    .and_then(|rest| rest.strip_suffix(']'))
                    .is_some_and(|index| index.bytes().all(|byte| byte.is_ascii_digit()))
        };
        self.0
            .iter()
            .filter(|(found, _)| is_element(found))
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// Whether `name` was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Every name and value, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// Reads a body.
    ///
    /// # Errors
    ///
    /// 400, 408, 413 or 415; see [`body::read`].
    pub async fn read(request: &HttpRequest, payload: Payload) -> Result<Submitted, Error> {
        let content_type =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let is_form = content_type.starts_with("application/x-www-form-urlencoded");
        let received = body::read(request, payload, LIMIT, Overflow::Refuse).await?;
        if received.bytes.is_empty() {
            return Ok(Submitted::default());
        }
        if !is_form {
            body::require_json(request)?;
        }
        let text = body::text(received.bytes);
        if text.contains('\0') || text.contains("%00") || text.contains("\\u0000") {
            return Err(Error::bad("a NUL character cannot be stored"));
        }
        let pairs = if is_form {
            serde_urlencoded::from_str(&text).map_err(|_| Error::bad("the form cannot be read"))?
        } else {
            flatten(&text)?
        };
        if pairs.len() > MOST_FIELDS {
            return Err(Error::bad("the form has too many fields"));
        }
        Ok(Submitted(pairs))
    }
}

impl Submission for Submitted {
    fn value(&self, name: &str) -> Option<&str> {
        self.get(name)
    }

    fn values(&self, name: &str) -> Vec<&str> {
        self.all(name)
    }

    fn flag(&self, name: &str) -> bool {
        self.flag(name)
    }
}

impl FromRequest for Submitted {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move { Submitted::read(&request, payload).await })
    }
}

fn flatten(text: &str) -> Result<Vec<(String, String)>, Error> {
    let value: Value =
        serde_json::from_str(text).map_err(|_| Error::bad("the body is not valid JSON"))?;
    let Value::Object(members) = value else {
        return Err(Error::bad("the body is not a JSON object"));
    };
    let mut pairs = Vec::new();
    for (name, value) in members {
        add(&mut pairs, name, value);
    }
    Ok(pairs)
}

fn add(pairs: &mut Vec<(String, String)>, name: String, value: Value) {
    match value {
        Value::Null => pairs.push((name, String::new())),
        Value::Bool(value) => pairs.push((name, value.to_string())),
        Value::Number(value) => pairs.push((name, value.to_string())),
        Value::String(value) => pairs.push((name, value)),
        Value::Array(values) => {
            for (at, value) in values.into_iter().enumerate() {
                add(pairs, format!("{name}[{at}]"), value);
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                add(pairs, format!("{name}[{member}]"), value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::{Submitted, flatten};

    #[test]
    fn json_reads_like_a_form() {
        let submitted = Submitted(
            flatten(r#"{"a":"x","n":3,"live":true,"none":null,"list":["1","2"],"q":[{"o":"y"}]}"#)
                .unwrap(),
        );
        assert_eq!(submitted.get("a"), Some("x"));
        assert_eq!(submitted.text("n"), "3");
        assert!(submitted.flag("live") && !submitted.flag("a"));
        assert_eq!(submitted.get("none"), Some(""));
        assert_eq!(submitted.all("list"), ["1", "2"]);
        assert_eq!(submitted.get("q[0][o]"), Some("y"));
        assert!(flatten("[]").is_err() && flatten("{").is_err());
    }

    #[test]
    fn a_checkbox_counts_by_its_last_value() {
        let pairs = |values: &[&str]| {
            Submitted(values.iter().map(|value| ("live".to_owned(), (*value).to_owned())).collect())
        };
        assert!(pairs(&["", "true"]).flag("live"));
        assert!(!pairs(&[""]).flag("live"));
    }
}
