//! The content file that is built into the app: one object with everything of one language.
//!
//! Out: [`source`] and [`json`]. In: [`read`].

mod read;
mod shape;

use domain::exchange::content::Content;
use domain::exchange::locale;
use server::error::Error;

pub use read::read;

/// The bundle as a source file: `export const ne = {…}`.
///
/// # Errors
///
/// [`Error::Internal`] when it cannot be written, which is not expected.
pub fn source(content: &Content) -> Result<String, Error> {
    let name = locale::constant(&content.lang);
    // JSON is a literal of the language too, but for two characters that end a line there.
    let object = json(content)?.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    Ok(format!("export const {name} = {}\n", object.trim_end()))
}

/// The bundle as JSON.
///
/// # Errors
///
/// As [`source`].
pub fn json(content: &Content) -> Result<String, Error> {
    let mut text = serde_json::to_string_pretty(&shape::Bundle::of(content))
        .map_err(|error| Error::Internal(error.to_string()))?;
    text.push('\n');
    Ok(text)
}
