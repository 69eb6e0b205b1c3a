//! What a permanent alert may say, and which versions of the app it is for.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::trim_js;

/// Longest message, in graphemes.
pub const LONGEST_MESSAGE: usize = 60;

/// Most versions that one alert may name.
pub const MOST_VERSIONS: usize = 200;

/// What is wrong with an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// It has no message.
    MessageMissing,
    /// The message is longer than [`LONGEST_MESSAGE`].
    MessageTooLong,
    /// It names no version, so no phone would ever show it.
    VersionsMissing,
    /// Something among the versions is none.
    NoVersion,
    /// More than [`MOST_VERSIONS`].
    TooManyVersions,
}

impl Mistake {
    /// For a program that has sent the alert.
    pub fn message(self) -> &'static str {
        match self {
            Mistake::MessageMissing => "message is missing",
            Mistake::MessageTooLong => "message is longer than 60 characters",
            Mistake::VersionsMissing => "versions are missing",
            Mistake::NoVersion => "versions are numbers with dots, such as 8.3.0",
            Mistake::TooManyVersions => "more than 200 versions",
        }
    }
}

/// The message without white space around it.
///
/// # Errors
///
/// What is wrong with it.
pub fn message(text: &str) -> Result<String, Mistake> {
    let message = trim_js(text);
    match message.graphemes(true).count() {
        0 => Err(Mistake::MessageMissing),
        count if count > LONGEST_MESSAGE => Err(Mistake::MessageTooLong),
        _ => Ok(message.to_owned()),
    }
}

/// The versions in `texts`, each of which may name several with commas or spaces between them:
/// numbers joined by dots, such as `8.3.0`, in ascending order and each once.
///
/// # Errors
///
/// What is wrong with them.
pub fn versions<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Vec<String>, Mistake> {
    let mut found: Vec<(Vec<u32>, String)> = Vec::new();
    for text in texts {
        for word in text.split([',', ' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
            let numbers = numbers(word).ok_or(Mistake::NoVersion)?;
            found.push((numbers, word.to_owned()));
        }
    }
    found.sort();
    found.dedup();
    match found.len() {
        0 => Err(Mistake::VersionsMissing),
        count if count > MOST_VERSIONS => Err(Mistake::TooManyVersions),
        _ => Ok(found.into_iter().map(|(_, word)| word).collect()),
    }
}

/// The numbers of a version: one to four of them, so many digits each that they fit.
fn numbers(version: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = version.split('.').collect();
    let fits = |part: &&str| {
        (1..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.len() > 4 || !parts.iter().all(fits) {
        return None;
    }
    parts.into_iter().map(|part| part.parse().ok()).collect()
}

/// Whether `versions`, the editor's free text such as `1.0.1, 1.0.2`, names `version`.
///
/// The original asked only whether the one text contains the other, so an alert for `11.0.1`
/// also reached `1.0.1`. Here the match must not begin or end inside a number. A beginning
/// still counts, since `1.0` found an alert for `1.0.1` before.
pub fn names_version(versions: &str, version: &str) -> bool {
    if version.is_empty() {
        return false;
    }
    let mut from = 0;
    while let Some(found) = versions[from..].find(version) {
        let start = from + found;
        let end = start + version.len();
        let before = versions[..start].chars().next_back();
        let after = versions[end..].chars().next();
        let inside = before.is_some_and(|letter| letter.is_ascii_digit() || letter == '.')
            || after.is_some_and(|letter| letter.is_ascii_digit());
        if !inside {
            return true;
        }
        from = start + versions[start..].chars().next().map_or(1, char::len_utf8);
    }
    false
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::{LONGEST_MESSAGE, Mistake, message, names_version, versions};

    #[test]
    fn versions_are_sorted_by_their_numbers() {
        let read = |texts: &[&str]| versions(texts.iter().copied());
        assert_eq!(read(&["1.10", "1.9, 8.3.0", "1.9"]).unwrap(), ["1.9", "1.10", "8.3.0"]);
        assert_eq!(read(&["", " , "]), Err(Mistake::VersionsMissing));
        for wrong in ["1.0-beta", "1..0", ".1", "1.2.3.4.5", "१.०", "123456", "1;2"] {
            assert_eq!(read(&[wrong]), Err(Mistake::NoVersion), "{wrong}");
        }
        let many: Vec<String> = (0..201).map(|number| number.to_string()).collect();
        assert_eq!(versions(many.iter().map(String::as_str)), Err(Mistake::TooManyVersions));
    }

    #[test]
    fn a_message_is_short() {
        assert_eq!(message(" नयाँ संस्करण ").unwrap(), "नयाँ संस्करण");
        assert_eq!(message(" \u{feff}"), Err(Mistake::MessageMissing));
        assert!(message(&"स्त्री".repeat(LONGEST_MESSAGE / 2)).is_ok());
        assert_eq!(message(&"a".repeat(LONGEST_MESSAGE + 1)), Err(Mistake::MessageTooLong));
    }

    #[test]
    fn whole_numbers_only() {
        let cases = [
            ("1.0.1,1.0.2", "1.0.1", true),
            ("1.0.1, 1.0.2", "1.0.2", true),
            ("1.0.1", "1.0", true),
            ("11.0.1", "1.0.1", false),
            ("1.0.10", "1.0.1", false),
            ("1.0.10 1.0.1", "1.0.1", true),
            ("v1.0.1 and later", "1.0.1", true),
            ("1.0.1", "0.1", false),
            ("1.0.1", "%", false),
            ("1.0.1", "", false),
            ("संस्करण 1.0.1", "1.0.1", true),
        ];
        for (versions, version, expected) in cases {
            assert_eq!(names_version(versions, version), expected, "{version} in {versions}");
        }
    }
}
