//! V8's reading of dates: the ISO forms first; where the text turns out to be something
//! else, a lenient parser goes on from there with what was read so far.

mod iso;
mod lenient;
mod parts;
mod tokens;

use parts::Parts;
use tokens::Scanner;

/// Milliseconds since the Unix epoch, possibly outside JavaScript's range.
pub(super) fn millis(text: &str) -> Option<i64> {
    let mut scanner = Scanner::new(text);
    let mut parts = Parts::default();
    match iso::read(&mut scanner, &mut parts) {
        iso::Outcome::Complete => {}
        iso::Outcome::Impossible => return None,
        iso::Outcome::Unfinished(token) => lenient::read(token, &mut scanner, &mut parts)?,
    }
    parts.millis()
}
