//! Which passwords editors may choose.
//!
//! Long is what counts; beside it only what guessers try first is refused: common words, words
//! of this place, and rows of keys, however they are strung together, and whole passwords that
//! have leaked often.

/// Fewest characters.
pub const SHORTEST: usize = 12;

/// Most bytes: bcrypt looks at no more.
pub const LONGEST: usize = 72;

/// Letters that must be left when everything a guesser knows is taken away.
const UNGUESSED: usize = 6;

/// Fewest different characters.
const DIFFERENT: usize = 5;

/// Words that guessers try first, one a line.
const COMMON: &str = include_str!("password/common.txt");

/// Passwords that leaked often and are refused by nothing else here, in lower case, one a line.
const LEAKED: &str = include_str!("password/leaked.txt");

/// Passwords that sample files and installers ship. Whoever has one is as good as without.
pub const SAMPLES: [&str; 6] = ["admin", "password", "oky", "changeme", "!ChangeMe!", "editor"];

/// What is wrong with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] bytes.
    TooLong,
    /// Little else than common words, the editor's own name, or rows of keys; or one that leaked.
    TooCommon,
}

/// What is wrong with `password` for the editor named `username`, if anything.
pub fn weakness(password: &str, username: &str) -> Option<Weakness> {
    if password.chars().count() < SHORTEST {
        return Some(Weakness::TooShort);
    }
    if password.len() > LONGEST {
        return Some(Weakness::TooLong);
    }
    let lower = password.to_lowercase();
    if lines(LEAKED).any(|leaked| leaked == lower) {
        return Some(Weakness::TooCommon);
    }
    let letters = plain(password);
    let mut different: Vec<char> = letters.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < DIFFERENT {
        return Some(Weakness::TooCommon);
    }
    (unguessed(&letters, &plain(username)) < UNGUESSED).then_some(Weakness::TooCommon)
}

/// In lower case, without what is no letter or digit, and with the letters that digits and
/// signs are commonly put for. A digit at the end, such as a year, is kept as one.
fn plain(text: &str) -> String {
    let letter = |letter: char| match letter {
        '@' => 'a',
        '$' => 's',
        '!' => 'i',
        other => other,
    };
    let is_mark = |letter: &char| letter.is_alphanumeric() || !letter.is_ascii();
    text.to_lowercase().chars().map(letter).filter(is_mark).collect()
}

/// How many characters are left when known words, rows of keys, years and repetitions are
/// taken away.
fn unguessed(letters: &str, username: &str) -> usize {
    let disguised: String = letters.chars().map(undisguised).collect();
    taken_away(letters, username).min(taken_away(&disguised, username))
}

fn undisguised(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    }
}

fn taken_away(letters: &str, username: &str) -> usize {
    let mut rest = letters.to_owned();
    let name = std::iter::once(username).filter(|name| name.chars().count() > 2);
    for word in name.chain(lines(COMMON)) {
        // What is left of two words must not join to a third that nobody wrote.
        rest = rest.replace(word, " ");
    }
    rest.split(' ').map(unordered).sum()
}

/// The lines of a list without its remarks.
fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Characters that do not continue a row: not the one before, nor its neighbour by number.
fn unordered(text: &str) -> usize {
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    let follows = |at: usize| at > 0 && codes[at].abs_diff(codes[at - 1]) <= 1;
    (0..codes.len()).filter(|&at| !follows(at)).count()
}

#[cfg(test)]
mod tests {
    use super::{LEAKED, Weakness, lines, weakness};

    #[test]
    fn long_ones_are_taken() {
        for password in [
            "a password of the demo",
            "a password of the tests",
            "twelve or more",
            "another password",
            "correct horse battery staple",
            "3f9c1b7ae2d4",
            "गाउँको बाटोमा हिँड्दै",
            "kW7#qLm2!xRt",
        ] {
            assert_eq!(weakness(password, "editor-1"), None, "{password}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_and_bytes() {
        assert_eq!(weakness("eleven char", "x"), Some(Weakness::TooShort));
        assert_eq!(weakness("कखगघङचछजझञट", "x"), Some(Weakness::TooShort));
        let longest = "कखगघङचछजझञटठडढणतथदधनपफबभ";
        assert_eq!(longest.len(), 72);
        assert_eq!(weakness(longest, "x"), Some(Weakness::TooCommon), "the alphabet");
        assert_eq!(weakness(&"river stone ".repeat(7), "x"), Some(Weakness::TooLong));
    }

    #[test]
    fn what_has_leaked_is_refused() {
        assert!(lines(LEAKED).count() > 250);
        for password in lines(LEAKED).chain(["JustinBieber", "1QAZ2wsx3edc4rfv"]) {
            assert_eq!(weakness(password, "editor-1"), Some(Weakness::TooCommon), "{password}");
        }
        assert_eq!(weakness("justinbieber of the village", "editor-1"), None);
    }

    #[test]
    fn what_guessers_try_first_is_refused() {
        for password in [
            "password12345",
            "Passw0rd!2026",
            "P@ssw0rdP@ssw0rd",
            "adminadminadmin",
            "123456789012",
            "qwertyuiop123",
            "aaaaaaaaaaaaaa",
            "abcdefghijklmn",
            "periodtracker1",
            "PeriodTrackerNepal",
            "kathmandu2083",
            "editor-1editor-1",
            "iloveyou12345",
            "Nepal@123456",
            "ababababababab",
        ] {
            assert_eq!(weakness(password, "editor-1"), Some(Weakness::TooCommon), "{password}");
        }
    }
}
