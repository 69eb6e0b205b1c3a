//! Digits of either script.

use crate::preview::token;

/// A text with Latin digits as Devanagari writes them. Those in tokens, addresses and words of
/// Latin letters (B12) stay.
pub fn to_nepali(text: &str) -> String {
    convert(text, |digit| match digit {
        '0'..='9' => char::from_u32(u32::from(digit) - u32::from('0') + u32::from('०')),
        _ => None,
    })
}

/// A text with Devanagari digits as Latin writes them.
pub fn to_latin(text: &str) -> String {
    convert(text, |digit| match digit {
        '०'..='९' => char::from_u32(u32::from(digit) - u32::from('०') + u32::from('0')),
        _ => None,
    })
}

fn convert(text: &str, digit: impl Fn(char) -> Option<char>) -> String {
    let mut converted = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for (start, end) in token::spans(text).into_iter().chain([(text.len(), text.len())]) {
        for part in text[done..start].split_inclusive(char::is_whitespace) {
            let is_latin = part.chars().any(|letter| letter.is_ascii_alphabetic());
            for letter in part.chars() {
                let other = if is_latin { None } else { digit(letter) };
                converted.push(other.unwrap_or(letter));
            }
        }
        converted.push_str(&text[start..end]);
        done = end;
    }
    converted
}

/// The numbers of a text, outside of tokens and addresses, with Latin digits and without marks
/// between thousands, sorted.
pub fn numbers(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in token::spans(text).into_iter().chain([(text.len(), text.len())]) {
        plain.push_str(&text[done..start]);
        plain.push(' ');
        done = end;
    }
    let letters: Vec<char> = plain
        .chars()
        .map(|letter| match letter {
            '०'..='९' => char::from_u32(u32::from(letter) - u32::from('०') + u32::from('0'))
                .unwrap_or(letter),
            other => other,
        })
        .collect();
    let mut numbers = Vec::new();
    let mut number = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1);
        let between = before.is_some_and(|letter| letter.is_ascii_digit())
            && after.is_some_and(char::is_ascii_digit);
        match letter {
            '0'..='9' => number.push(*letter),
            ',' if between => {}
            '.' if between => number.push('.'),
            _ if !number.is_empty() => numbers.push(std::mem::take(&mut number)),
            _ => {}
        }
    }
    if !number.is_empty() {
        numbers.push(number);
    }
    numbers.sort();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_change_their_script() {
        for (latin, nepali) in [
            ("", ""),
            ("2 to 7", "२ to ७"),
            ("10,500.25", "१०,५००.२५"),
            ("भिटामिन B12 र 3 link::https://x.org/1 5", "भिटामिन B12 र ३ link::https://x.org/1 ५"),
        ] {
            assert_eq!(to_nepali(latin), nepali);
            assert_eq!(to_latin(&to_nepali(latin)), latin);
        }
    }

    #[test]
    fn numbers_are_the_same_in_either_script() {
        for (text, expected) in [
            ("", vec![]),
            ("from 2 to 7, or 10", vec!["10", "2", "7"]),
            ("२ देखि ७, वा १०।", vec!["10", "2", "7"]),
            ("१,०९८ and 1098.", vec!["1098", "1098"]),
            ("३.५", vec!["3.5"]),
            ("3 link::https://x.org/9", vec!["3"]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
