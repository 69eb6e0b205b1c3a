//! Saying by typing that a message may go to all phones: a button is pressed by accident, a
//! number is not typed by accident.

use uuid::Uuid;

/// What may be typed instead of the number, in English and in Nepali.
pub const WORDS: [&str; 2] = ["send", "पठाउनुहोस्"];

/// What has to be typed for one version of a text: another one for each, so that nobody's
/// fingers learn it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmation(u32);

impl Confirmation {
    /// For the version `version` of the text `id`.
    pub fn of(id: Uuid, version: i32) -> Confirmation {
        let [a, b, c, d, ..] = *id.as_bytes();
        let number = u32::from_be_bytes([a, b, c, d])
            .wrapping_add(version.unsigned_abs().wrapping_mul(7_919));
        Confirmation(number % 9_000 + 1_000)
    }

    /// The number, of four digits.
    pub fn number(self) -> u32 {
        self.0
    }

    /// Whether `typed` is the number, in the digits of either language, or one of [`WORDS`].
    pub fn is_given_by(self, typed: &str) -> bool {
        let typed: String = typed.trim().chars().map(ascii_digit).collect();
        typed == self.0.to_string() || WORDS.contains(&typed.to_lowercase().as_str())
    }
}

fn ascii_digit(character: char) -> char {
    match character {
        '०'..='९' => char::from_digit(u32::from(character) - u32::from('०'), 10),
        _ => None,
    }
    .unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::Confirmation;
    use crate::language::Language;

    #[test]
    fn numbers_and_words_confirm_in_both_languages() {
        let confirmation = Confirmation::of(Uuid::from_u128(7 << 96), 3);
        let number = confirmation.number().to_string();
        let nepali = Language::Nepali.digits(&number);
        for typed in [&number, &nepali, &format!(" {number} "), "SEND", "send", "पठाउनुहोस्"]
        {
            assert!(confirmation.is_given_by(typed), "{typed}");
        }
        for typed in ["", "yes", "sending", "0", &format!("{number}0")] {
            assert!(!confirmation.is_given_by(typed), "{typed}");
        }
        assert_ne!(confirmation, Confirmation::of(Uuid::from_u128(7 << 96), 4));
        assert_eq!(Confirmation::of(Uuid::max(), i32::MIN).number().to_string().len(), 4);
    }
}
