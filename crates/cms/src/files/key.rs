//! The names under which recordings are stored.

use uuid::Uuid;

use super::audio::Audio;

/// Most characters of a file's own name that are kept.
const LONGEST_STEM: usize = 60;

/// A key for a recording of an article: `<article id>-<cleaned file name>`, as the original made
/// it, but with something of its own in it, so that no key is ever used twice.
///
/// Only letters that stand in an address as they are: phones put the key there unchanged. A
/// name in Nepali script keeps none, and becomes `audio`.
pub(super) fn of_article(article: Uuid, file_name: &str, audio: Audio) -> String {
    let own = Uuid::new_v4().simple().to_string();
    format!("{article}-{}-{}.{}", stem(file_name), &own[..8], audio.extension())
}

fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut cleaned = String::new();
    for letter in stem.chars().take(4 * LONGEST_STEM) {
        if letter.is_ascii_alphanumeric() {
            cleaned.push(letter.to_ascii_lowercase());
        } else if !cleaned.ends_with('-') {
            cleaned.push('-');
        }
        if cleaned.len() == LONGEST_STEM {
            break;
        }
    }
    match cleaned.trim_matches('-') {
        "" => "audio".to_owned(),
        cleaned => cleaned.to_owned(),
    }
}

/// Whether `key` is one of a recording: ours or the original's. Nothing else is ever handed
/// out, such as what lies in a folder of the same storage.
pub(super) fn is_of_article(key: &str) -> bool {
    let Some((article, name)) = key.split_at_checked(36) else { return false };
    Uuid::try_parse(article).is_ok()
        && name.len() > 1
        && name.len() <= 200
        && name.starts_with('-')
        && !name.contains(['/', '\\'])
        && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::{is_of_article, of_article, stem};
    use crate::files::audio::Audio;

    #[test]
    fn names_are_cleaned() {
        let cases = [
            ("My Voice (final).MP3", "my-voice-final"),
            ("C:\\fakepath\\a.b.wav", "a-b"),
            ("महिनावारी.m4a", "audio"),
            ("महिनावारी 2.m4a", "2"),
            ("../../etc/passwd", "passwd"),
            (".mp3", "audio"),
            ("", "audio"),
        ];
        for (name, expected) in cases {
            assert_eq!(stem(name), expected, "{name}");
        }
        assert!(stem(&"a".repeat(500)).len() <= 60);
    }

    #[test]
    fn no_key_is_used_twice() {
        let article = uuid::Uuid::nil();
        let (one, two) =
            (of_article(article, "a.mp3", Audio::Mp3), of_article(article, "a.mp3", Audio::Mp3));
        assert_ne!(one, two);
        assert!(
            one.starts_with("00000000-0000-0000-0000-000000000000-a-") && one.ends_with(".mp3")
        );
        assert!(is_of_article(&one));
    }

    #[test]
    fn only_recordings_are_handed_out() {
        let article = "5b6d2c7e-1111-4222-8333-944455566677";
        assert!(is_of_article(&format!("{article}-recording 1.mp3")));
        for other in ["", "-", "/x", "-a/../b", "-a\\b", "-\n", "x.mp3"] {
            assert!(!is_of_article(&format!("{article}{other}")), "{other:?}");
        }
        for other in
            ["erasures/2026/01/x.json", "../etc/passwd", "x", "महिनावारी महिनावारी महिनावारी"]
        {
            assert!(!is_of_article(other), "{other:?}");
        }
    }
}
