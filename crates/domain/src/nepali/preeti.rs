//! Text in the Preeti font, turned into Unicode.
//!
//! Preeti and its kin are fonts that draw Devanagari where others draw Latin letters: a text
//! typed in them is stored as `g]kfn` and looks like नेपाल only as long as the font is there.
//! Signs are stored in the order in which they are drawn, so ि stands before its syllable and
//! the reph after it; both are moved to where Unicode has them.

use crate::preview::token;

/// What a key of the font draws. Half letters end in a virama.
#[expect(clippy::match_same_arms, reason = "a line for each key, as on a keyboard")]
fn drawn(key: char) -> Option<&'static str> {
    Some(match key {
        'a' => "ब",
        'b' => "द",
        'c' => "अ",
        'd' => "म",
        'e' => "भ",
        'f' => "ा",
        'g' => "न",
        'h' => "ज",
        'i' => "ष्",
        'j' => "व",
        'k' => "प",
        'l' => "ि",
        'n' => "ल",
        'o' => "य",
        'p' => "उ",
        'q' => "त्र",
        'r' => "च",
        's' => "क",
        't' => "त",
        'u' => "ग",
        'v' => "ख",
        'w' => "ध",
        'x' => "ह",
        'y' => "थ",
        'z' => "श",
        'A' => "ब्",
        'B' => "द्य",
        'C' => "ऋ",
        'D' => "म्",
        'E' => "भ्",
        'F' => "ँ",
        'G' => "न्",
        'H' => "ज्",
        'I' => "क्ष्",
        'J' => "व्",
        'K' => "प्",
        'L' => "ी",
        'M' => "ः",
        'N' => "ल्",
        'O' => "इ",
        'P' => "ए",
        'Q' => "त्त",
        'R' => "च्",
        'S' => "क्",
        'T' => "त्",
        'U' => "ग्",
        'V' => "ख्",
        'W' => "ध्",
        'X' => "ह्",
        'Y' => "थ्",
        'Z' => "श्",
        '0' => "ण्",
        '1' => "ज्ञ",
        '2' => "द्द",
        '3' => "घ",
        '4' => "द्ध",
        '5' => "छ",
        '6' => "ट",
        '7' => "ठ",
        '8' => "ड",
        '9' => "ढ",
        '!' => "१",
        '@' => "२",
        '#' => "३",
        '$' => "४",
        '%' => "५",
        '^' => "६",
        '&' => "७",
        '*' => "८",
        '(' => "९",
        ')' => "०",
        '-' => "(",
        '_' => ")",
        '=' => ".",
        '+' => "ं",
        '[' => "ृ",
        '{' => REPH,
        ']' => "े",
        '}' => "ै",
        '\\' => "्",
        '|' => "्र",
        ';' => "स",
        ':' => "स्",
        '\'' => "ु",
        '"' => "ू",
        '<' => "?",
        '.' => "।",
        '>' => "श्र",
        '/' => "र",
        '?' => "रु",
        '`' => "ञ",
        '~' => "ञ्",
        '÷' => "/",
        '×' => "×",
        '±' => "+",
        'å' => "द्व",
        'ª' => "ङ",
        '«' => "्र",
        'Ë' => "ङ्ग",
        'Î' => "ङ्ख",
        'ß' => "द्म",
        '¿' => "रू",
        '§' => "ट्ट",
        '¶' => "ठ्ठ",
        '°' => "ङ्ढ",
        '¢' => "द्घ",
        '¡' => "ज्ञ्",
        '£' => "घ्",
        '¤' | '‰' => "झ्",
        '´' => "झ",
        'ˆ' => "फ्",
        'Ø' => "्य",
        'Ì' => "न्न",
        'Å' => "हृ",
        'Ý' => "ट्ठ",
        '•' => "ड्ड",
        '›' => "द्र",
        '„' => "ध्र",
        'Œ' => "त्त्",
        '˜' => "ऽ",
        'ç' => "ॐ",
        'í' => "ष्",
        '¥' => "र्‍",
        'æ' => "“",
        'Æ' => "”",
        '…' => "‘",
        'Ú' => "’",
        'Ù' => ";",
        '†' | 'Û' => "!",
        _ => return None,
    })
}

/// Stands for the reph until it is moved: र् as it is drawn, above the syllable it begins.
const REPH: &str = "\u{e002}";

/// Keys that draw one letter together.
const TOGETHER: [(&str, &str); 6] =
    [("km", "फ"), ("qm", "क्र"), ("Qm", "क्त"), ("em", "झ"), ("pm", "ऊ"), ("O{", "ई")];

/// A text that was typed in Preeti, in Unicode. What is in Unicode already, and tokens and
/// addresses, stay as they are.
pub fn to_unicode(text: &str) -> String {
    let mut converted = String::with_capacity(text.len() * 3);
    let mut done = 0;
    for (start, end) in token::spans(text).into_iter().chain([(text.len(), text.len())]) {
        for part in text[done..start].split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if word.chars().any(is_devanagari) {
                converted.push_str(word);
            } else {
                converted.push_str(&word_to_unicode(word));
            }
            converted.push_str(&part[word.len()..]);
        }
        converted.push_str(&text[start..end]);
        done = end;
    }
    converted
}

fn word_to_unicode(word: &str) -> String {
    let mut drawn_word = String::new();
    let mut rest = word;
    'next: while let Some(key) = rest.chars().next() {
        for (keys, letter) in TOGETHER {
            if let Some(after) = rest.strip_prefix(keys) {
                drawn_word.push_str(letter);
                rest = after;
                continue 'next;
            }
        }
        match drawn(key) {
            Some(letters) => drawn_word.push_str(letters),
            None => drawn_word.push(key),
        }
        rest = &rest[key.len_utf8()..];
    }
    let mut word = drawn_word;
    for (drawn, meant) in [
        // The stroke of ा completes a half letter.
        ("्ा", ""),
        ("अाे", "ओ"),
        ("अाै", "औ"),
        ("अा", "आ"),
        ("आे", "ओ"),
        ("आै", "औ"),
        ("एे", "ऐ"),
        ("ाे", "ो"),
        ("ाै", "ौ"),
    ] {
        word = word.replace(drawn, meant);
    }
    signs_in_order(&with_reph_moved(&with_i_moved(&word)))
}

/// ि goes behind the syllable that it stands before.
fn with_i_moved(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut moved = String::with_capacity(word.len());
    let mut at = 0;
    while at < letters.len() {
        if letters[at] != 'ि' {
            moved.push(letters[at]);
            at += 1;
            continue;
        }
        let start = at + 1;
        let mut end = start;
        while letters.get(end).is_some_and(|letter| is_consonant(*letter)) {
            end += 1;
            if letters.get(end) != Some(&'्') {
                break;
            }
            end += 1;
        }
        moved.extend(&letters[start..end]);
        moved.push('ि');
        at = end.max(start);
    }
    moved
}

/// The reph goes before the syllable that it stands behind.
fn with_reph_moved(word: &str) -> String {
    let mut letters: Vec<char> = Vec::new();
    for letter in word.chars() {
        if REPH.contains(letter) {
            let mut at = letters.len();
            while at > 0 && is_sign(letters[at - 1]) {
                at -= 1;
            }
            at = at.saturating_sub(1);
            while at >= 2 && letters[at - 1] == '्' && is_consonant(letters[at - 2]) {
                at -= 2;
            }
            letters.splice(at..at, ['र', '्']);
        } else {
            letters.push(letter);
        }
    }
    letters.into_iter().collect()
}

/// Vowel signs go before ँ and ं, which may have been typed first; ा with े is ो.
fn signs_in_order(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    for at in 1..letters.len() {
        if is_vowel_sign(letters[at]) && matches!(letters[at - 1], 'ँ' | 'ं') {
            letters.swap(at, at - 1);
        }
    }
    let word: String = letters.into_iter().collect();
    word.replace("ाे", "ो").replace("ाै", "ौ")
}

fn is_devanagari(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{97f}')
}

fn is_consonant(letter: char) -> bool {
    matches!(letter, 'क'..='ह')
}

fn is_vowel_sign(letter: char) -> bool {
    matches!(letter, 'ा'..='ौ')
}

fn is_sign(letter: char) -> bool {
    is_vowel_sign(letter) || matches!(letter, 'ँ' | 'ं' | 'ः')
}

/// Whether a text looks as if it was typed in Preeti: many of its words have marks and capital
/// letters in places where no word of English has them.
pub fn looks_like_preeti(text: &str) -> bool {
    let mut words = 0.0_f32;
    let mut evidence = 0.0_f32;
    let mut done = 0;
    for (start, end) in token::spans(text).into_iter().chain([(text.len(), text.len())]) {
        for word in text[done..start].split_whitespace() {
            if word.contains('@') || !word.chars().any(|letter| letter.is_ascii_alphabetic()) {
                continue;
            }
            words += 1.0;
            if !word.chars().any(is_devanagari) {
                evidence += oddity(word).min(1.0);
            }
        }
        done = end;
    }
    evidence >= 1.0 && evidence >= 0.4 * words
}

/// How little a word is like one of English; 1 is enough.
fn oddity(word: &str) -> f32 {
    let word = word.trim_end_matches(['.', ',', '?', '!', ')', ':', ';', '”', '’']);
    let word = word.trim_start_matches(['(', '"', '\'', '“', '‘', '[', '#']);
    let letters: Vec<char> = word.chars().collect();
    let mut found = 0.0;
    for (at, letter) in letters.iter().enumerate() {
        let inside = at > 0 && at + 1 < letters.len();
        let after_small = at > 0 && letters[at - 1].is_ascii_lowercase();
        let after_stroke = at > 0 && letters[at - 1] == '/';
        found += match letter {
            '{' | '}' | '|' | '\\' | '~' | '`' | ']' | '«' | 'ª' | '¿' | '§' => 1.0,
            '[' | '+' | ';' | '"' if inside => 1.0,
            ':' | ';' if at == 0 => 1.0,
            '/' if at == 0 => 0.6,
            '/' if inside => 0.4,
            '\'' if inside && letters.len() - at > 3 => 0.6,
            '0'..='9' | '&' | '%' | '$' | '^' | '>' | '<' if after_small && inside => 0.6,
            // ी and ँ end many words.
            'L' | 'F' if at + 1 == letters.len() && (after_small || after_stroke) => 0.7,
            'A'..='Z' if after_small => 0.4,
            _ => 0.0,
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preeti_becomes_unicode() {
        for (typed, meant) in [
            ("g]kfn", "नेपाल"),
            ("g]kfnL", "नेपाली"),
            ("dlxgfjf/L", "महिनावारी"),
            ("lszf]/L", "किशोरी"),
            ("/fd|f]", "राम्रो"),
            ("k|hgg :jf:Yo", "प्रजनन स्वास्थ्य"),
            ("of] kfgL ;kmf 5 .", "यो पानी सफा छ ।"),
            ("ljBfno", "विद्यालय"),
            ("l:ylt", "स्थिति"),
            ("clGtd", "अन्तिम"),
            ("cfly{s", "आर्थिक"),
            ("wd{", "धर्म"),
            ("jif{", "वर्ष"),
            ("ug'{k5{", "गर्नुपर्छ"),
            ("sfo{qmd", "कार्यक्रम"),
            ("k|ltzt", "प्रतिशत"),
            ("ljZj", "विश्व"),
            ("ck]lIft", "अपेक्षित"),
            ("OGb|hfn", "इन्द्रजाल"),
            ("bO{", "दई"),
            ("cf]if]w", "ओषेध"),
            ("cfdf", "आमा"),
            ("ljj/0f", "विवरण"),
            ("lzIff", "शिक्षा"),
            ("/ut aUg'", "रगत बग्नु"),
            ("k]6 b'Vg'", "पेट दुख्नु"),
            ("!@ jif{sf] pd]/df", "१२ वर्षको उमेरमा"),
            ("hfFr", "जाँच"),
            ("x'Fbf", "हुँदा"),
            ("kl/jt{g", "परिवर्तन"),
            ("ljB'tLo", "विद्युतीय"),
            ("k|lqmof", "प्रक्रिया"),
            ("zf/Ll/s", "शारीरिक"),
            ("8«fOe/", "ड्राइभर"),
            ("pmgL", "ऊनी"),
            ("em08f", "झण्डा"),
            ("1fg", "ज्ञान"),
            ("cfjZostf", "आवश्यकता"),
            ("df};d", "मौसम"),
            ("c+u", "अंग"),
            ("ld>0f", "मिश्रण"),
            ("s]xL ¿kdf", "केही रूपमा"),
            // What is not Preeti stays.
            ("नेपाल link::https://x.org/a g]kfn", "नेपाल link::https://x.org/a नेपाल"),
            ("", ""),
        ] {
            assert_eq!(to_unicode(typed), meant, "{typed}");
        }
    }

    #[test]
    fn preeti_is_recognised() {
        for typed in [
            "dlxgfjf/L ePsf] a]nf ;/;kmfO{df Wofg lbg'k5{ .",
            "dlxgfjf/L",
            "g]kfn",
            "lszf]/L",
            "k|hgg :jf:Yo",
            "of] ;fdfGo xf] .",
            "k]6 b'Vg'",
            "नेपाल g]kfn",
        ] {
            assert!(looks_like_preeti(typed), "{typed}");
        }
        for other in [
            "",
            "What is a period?",
            "Don't worry: it's normal (and healthy).",
            "He/she and/or they; 3rd of May, 16–20%",
            "Watch YouTube on your iPhone",
            "See https://example.org/a?b=C|d~e today",
            "Call 1098 or +977-1-4200000",
            "महिनावारी के हो?",
            "e.g. vitamin-B12, COVID-19",
            "https://example.org/{a}|b",
            "info@example.org",
            "I said \"hello\"; [see below]",
            "A/B",
            "\"Quoted\" words; more words",
        ] {
            assert!(!looks_like_preeti(other), "{other}");
        }
    }
}
