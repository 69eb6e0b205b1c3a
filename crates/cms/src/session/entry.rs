//! What a session remembers about its editor, by name.

use std::collections::HashMap;

use actix_session::Session;
use serde::Serialize;
use serde::de::DeserializeOwned;
use server::error::Error;

/// The key of her row in `user`.
pub const EDITOR: &str = "editor";
/// Password and rights as they were when she signed in, as a digest: the session ends with them.
pub const SEAL: &str = "seal";
/// The name her browser gives itself.
pub const USER_AGENT: &str = "user_agent";
/// Keyed hash of her network.
pub const NETWORK: &str = "network";
/// The editor whose password was right, and who has still to type a code.
pub const PENDING: &str = "pending";
/// Her [`SEAL`] then.
pub const PENDING_SEAL: &str = "pending_seal";
/// When that was, in milliseconds.
pub const PENDING_SINCE: &str = "pending_since";
/// Where she goes after it.
pub const NEXT: &str = "next";
/// The number of the session's row. Not stored: loading adds it.
pub const ID: &str = "id";
/// There instead of everything else while the database cannot be asked.
pub const UNKNOWN: &str = "unknown";

/// The value of `name` in a state as it is stored.
pub fn read<T: DeserializeOwned>(state: &HashMap<String, String>, name: &str) -> Option<T> {
    serde_json::from_str(state.get(name)?).ok()
}

/// The value of `name` in the session of a request.
pub fn get<T: DeserializeOwned>(session: &Session, name: &str) -> Option<T> {
    session.get(name).ok().flatten()
}

/// Puts `value` into the session of a request.
///
/// # Errors
///
/// When it cannot be written as JSON.
pub fn set(session: &Session, name: &str, value: impl Serialize) -> Result<(), Error> {
    session.insert(name, value).map_err(|error| Error::Internal(error.to_string()))
}
