//! The members of account requests, read the way the original's looseness left them: phones
//! in the field rely on it. Nothing here is stricter than what they send.

use domain::account::LookupName;
use domain::json::{self, Fields};
use server::error::Error;

/// A text that must be there.
///
/// # Errors
///
/// 400 naming the member when it is missing, null or no text.
pub fn text(fields: &Fields<'_>, name: &'static str) -> Result<String, Error> {
    fields
        .get(name)
        .and_then(json::string)
        .ok_or_else(|| Error::bad(format!("{name} must be a text")))
}

/// A text that is stored in a column: numbers and the like become text, as the original's
/// database driver made them; a NUL, which PostgreSQL cannot hold, is refused.
///
/// # Errors
///
/// 400 naming the member.
pub fn stored_text(fields: &Fields<'_>, name: &'static str) -> Result<String, Error> {
    optional_stored_text(fields, name)?.ok_or_else(|| Error::bad(format!("{name} is missing")))
}

/// As [`stored_text`], but absent is `None`. Null is refused: the columns are not null.
///
/// # Errors
///
/// 400 naming the member.
pub fn optional_stored_text(
    fields: &Fields<'_>,
    name: &'static str,
) -> Result<Option<String>, Error> {
    let Some(raw) = fields.get(name) else { return Ok(None) };
    let text = json::scalar_text(raw).ok_or_else(|| Error::bad(format!("{name} is null")))?;
    if text.contains('\0') {
        return Err(Error::bad(format!("{name} holds a character that cannot be stored")));
    }
    Ok(Some(text))
}

/// A name to look an account up by.
///
/// # Errors
///
/// 400 when it is missing or too short for any account to have it.
pub fn lookup_name(fields: &Fields<'_>) -> Result<LookupName, Error> {
    LookupName::parse(&text(fields, "name")?).ok_or_else(too_short)
}

/// A password or secret answer to be set: any text but the empty one.
///
/// # Errors
///
/// 400 naming the member, with the original's words for an empty one.
pub fn new_secret(
    fields: &Fields<'_>,
    name: &'static str,
    empty: &'static str,
) -> Result<String, Error> {
    let secret = text(fields, name)?;
    if secret.is_empty() { Err(Error::bad(empty)) } else { Ok(secret) }
}

/// The original's words for a name below three UTF-16 units.
pub fn too_short() -> Error {
    Error::bad("This name is too short")
}
