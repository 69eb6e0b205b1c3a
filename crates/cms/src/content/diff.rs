//! What has changed in a text, word by word.

use similar::{ChangeTag, TextDiff};

/// A piece of two texts laid over each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Whether it stands in the old text, the new one, or both.
    pub change: Change,
    /// The words, with the blanks between them.
    pub text: String,
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Same,
    /// Only in the old one.
    Removed,
    /// Only in the new one.
    Added,
}

/// The longest texts, in bytes, that are compared word by word; beyond it line by line, which
/// stays quick.
const WORDS_UP_TO: usize = 200_000;

/// `old` and `new` laid over each other.
pub fn word_diff(old: &str, new: &str) -> Vec<Piece> {
    let diff = if old.len() + new.len() <= WORDS_UP_TO {
        TextDiff::from_unicode_words(old, new)
    } else {
        TextDiff::from_lines(old, new)
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for found in diff.iter_all_changes() {
        let change = match found.tag() {
            ChangeTag::Equal => Change::Same,
            ChangeTag::Delete => Change::Removed,
            ChangeTag::Insert => Change::Added,
        };
        match pieces.last_mut() {
            Some(last) if last.change == change => last.text.push_str(found.value()),
            _ => pieces.push(Piece { change, text: found.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Change, word_diff};

    #[test]
    fn words_that_changed_stand_out() {
        let pieces = word_diff("महिनावारी सामान्य हो।", "महिनावारी एकदमै सामान्य कुरा हो।");
        let joined = |wanted: &[Change]| -> String {
            let kept = pieces.iter().filter(|piece| wanted.contains(&piece.change));
            kept.map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!(joined(&[Change::Same, Change::Removed]), "महिनावारी सामान्य हो।");
        assert_eq!(joined(&[Change::Same, Change::Added]), "महिनावारी एकदमै सामान्य कुरा हो।");
        assert!(joined(&[Change::Added]).contains("एकदमै"));
        assert!(word_diff("", "").is_empty());
    }
}
