//! One line per event on standard error, as text for people or JSON for machines.
//!
//! What a line may hold: a message of ours, a request id, a route pattern, a method, a
//! status, a duration, counts. Never a name, a password, a token, a hash, an address, a body,
//! or a path as the caller wrote it.

use std::fmt::Write as _;
use std::io::Write as _;

use env_logger::fmt::Formatter;
use log::Record;
use log::kv::{Error, Key, Value, VisitSource};

/// Starts logging for `service`.
///
/// `LOG_FORMAT` is `text` (default) or `json`; `RUST_LOG` filters as `env_logger` documents
/// (default `info`, without the HTTP library's own remarks). Both are read straight from the environment, because logging must work
/// before the settings are read and found wrong.
pub fn init(service: &'static str) {
    let json = std::env::var("LOG_FORMAT").is_ok_and(|format| format == "json");
    let environment = env_logger::Env::default().default_filter_or("info,actix_server=warn");
    let mut builder = env_logger::Builder::from_env(environment);
    // At level debug the HTTP library's extractors write the path of what they refuse.
    builder.filter_module("actix_web::types", log::LevelFilter::Info);
    // A second start in one process happens only in tests, where the first one may stay.
    let _ = if json {
        builder.format(move |line, record| write_json(line, record, service)).try_init()
    } else {
        builder.format(write_text).try_init()
    };
}

fn write_text(line: &mut Formatter, record: &Record<'_>) -> std::io::Result<()> {
    let mut text = record.args().to_string();
    let mut fields = TextFields(&mut text);
    // The visitor above never fails.
    let _ = record.key_values().visit(&mut fields);
    // A message must not be able to fake a second line.
    let text = text.replace(['\n', '\r'], " ");
    writeln!(line, "{} {:5} {} {text}", line.timestamp_millis(), record.level(), record.target())
}

struct TextFields<'a>(&'a mut String);

impl<'kvs> VisitSource<'kvs> for TextFields<'_> {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), Error> {
        let _ = write!(self.0, " {key}={value}");
        Ok(())
    }
}

fn write_json(line: &mut Formatter, record: &Record<'_>, service: &str) -> std::io::Result<()> {
    let mut fields = JsonFields(serde_json::Map::new());
    fields.0.insert("time".to_owned(), line.timestamp_millis().to_string().into());
    fields.0.insert("level".to_owned(), record.level().as_str().into());
    fields.0.insert("service".to_owned(), service.into());
    fields.0.insert("target".to_owned(), record.target().into());
    fields.0.insert("message".to_owned(), record.args().to_string().into());
    let _ = record.key_values().visit(&mut fields);
    serde_json::to_writer(&mut *line, &fields.0)?;
    writeln!(line)
}

struct JsonFields(serde_json::Map<String, serde_json::Value>);

impl<'kvs> VisitSource<'kvs> for JsonFields {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), Error> {
        let value = if let Some(number) = value.to_u64() {
            number.into()
        } else {
            value.to_string().into()
        };
        self.0.insert(key.to_string(), value);
        Ok(())
    }
}
