//! Who may call what. The tests go through the whole table of routes, so that a new route is in
//! them by being there.

mod cross_site;
mod roles;
mod stolen_session;

use actix_web::http::Method;
use cms::access::Entry;
use regex::Regex;

/// The path of a route, with a value that belongs to nothing for every parameter.
fn path(entry: &Entry) -> String {
    path_with(entry, "999999999")
}

/// The path of a route, with `value` for every parameter.
pub(crate) fn path_with(entry: &Entry, value: &str) -> String {
    Regex::new(r"\{[^}]*\}").unwrap().replace_all(&entry.path, value).into_owned()
}

/// Whether a route only reads.
fn reads(entry: &Entry) -> bool {
    entry.method == Method::GET
}
