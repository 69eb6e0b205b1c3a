//! Finding content again: what is searched of an item, what an editor's words ask for, and
//! which words are like each other.

mod entry;
mod fold;
mod like;

pub use entry::{Entry, RULES, entry};
pub use fold::{fold, folded_words};
pub use like::{ENOUGH, Likeness, alike};

/// Letters that are written and not seen, and so not searched: joiners and marks of order.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .collect()
}

/// What is asked for, as PostgreSQL's `to_tsquery` reads it: every word, also as the beginning
/// of a longer one. Empty where there is no word.
pub fn prefix_query(text: &str) -> String {
    let text = visible(text);
    let words = text.split(|letter: char| !is_word(letter)).filter(|word| !word.is_empty());
    words.map(|word| format!("'{word}':*")).collect::<Vec<_>>().join(" & ")
}

/// Whether the words are written in the manner of search engines: a phrase in quotation marks,
/// `or`, or a minus before what must not be there.
pub fn is_web_query(text: &str) -> bool {
    text.contains('"')
        || text.split_whitespace().any(|word| {
            word.eq_ignore_ascii_case("or") || (word.len() > 1 && word.starts_with('-'))
        })
}

/// Letters, digits, and the signs of Devanagari, which are no letters to Unicode.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{900}'..='\u{963}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_beginnings() {
        for (written, expected) in [
            ("", ""),
            ("  !? ", ""),
            ("pads", "'pads':*"),
            ("first period's", "'first':* & 'period':* & 's':*"),
            ("महिनावारी, के?", "'महिनावारी':* & 'के':*"),
            ("क\u{200d}ख", "'कख':*"),
            ("a'b\\c:*|!&", "'a':* & 'b':* & 'c':*"),
        ] {
            assert_eq!(prefix_query(written), expected, "{written}");
        }
        for written in ["\"first period\"", "pad -cup", "pad or cup"] {
            assert!(is_web_query(written), "{written}");
        }
        for written in ["pad", "self-care", "- pad", "orange"] {
            assert!(!is_web_query(written), "{written}");
        }
    }
}
