//! The messages as they are written, for those who translate them.

use domain::language::Language;

use super::SOURCES;

/// Every message of `language` with its key, in the order of the files. A message with a
/// variable or a plural is as its file has it.
pub fn messages(language: Language) -> Vec<(String, String)> {
    let at = usize::from(language == Language::Nepali);
    let mut messages: Vec<(String, String)> = Vec::new();
    for files in SOURCES {
        for line in files[at].lines() {
            let continues = line.starts_with(' ') && !line.trim().is_empty();
            match (messages.last_mut(), line.split_once(" =")) {
                (Some((_, text)), _) if continues => {
                    text.push('\n');
                    text.push_str(line);
                }
                (_, Some((key, text))) if !line.starts_with(['#', ' ']) => {
                    messages.push((key.to_owned(), text.trim_start().to_owned()));
                }
                _ => {}
            }
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_listed_in_both_languages() {
        let english = messages(Language::English);
        let nepali = messages(Language::Nepali);
        assert!(english.iter().any(|(key, text)| key == "sign-out" && text == "Sign out"));
        let keys = |messages: &[(String, String)]| {
            let mut keys: Vec<String> = messages.iter().map(|(key, _)| key.clone()).collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(&english), keys(&nepali));
        for (key, text) in english.iter().chain(&nepali) {
            assert!(!text.trim().is_empty(), "{key}");
        }
    }
}
