//! Trimming and lengths against a table of what V8 (Node 20) makes of the same texts, and against
//! a reading of the standard of its own.
//!
//! Each line of the table is a text as a JSON string, that text trimmed, its `length`, and how
//! many characters a reader sees. To check the table itself, or to fill in new lines that hold
//! only a text, run in this directory:
//!
//! ```text
//! node -e 'const segments = new Intl.Segmenter("ne");
//! for (const line of require("fs").readFileSync("v8_texts.tsv", "utf8").trimEnd().split("\n")) {
//!   const token = line.split("\t")[0], text = JSON.parse(token);
//!   console.log([token, JSON.stringify(text.trim()), text.length, [...segments.segment(text)].length].join("\t")); }'
//! ```
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::account::{LookupName, SHORTEST_NAME, name_hash, new_name};
use domain::text::{length_to_readers, trim_js, utf16_len};
use proptest::prelude::*;

/// `c` for which `(c + "a").trim()` is `"a"`, of all 1,112,064 there are, as V8 says.
const SPACES: [u32; 25] = [
    0x9, 0xa, 0xb, 0xc, 0xd, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
    0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
];

#[test]
fn every_line_of_the_table() {
    for line in include_str!("v8_texts.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [text, trimmed, length, characters] = columns[..] else { panic!("{line}") };
        let text: String = serde_json::from_str(text).unwrap();
        assert_eq!(trim_js(&text), serde_json::from_str::<String>(trimmed).unwrap(), "{line}");
        assert_eq!(utf16_len(&text).to_string(), length, "{line}");
        assert_eq!(length_to_readers(&text).to_string(), characters, "{line}");
    }
}

#[test]
fn every_character_is_white_space_or_not_as_v8_says() {
    for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
        let is_space = trim_js(c.encode_utf8(&mut [0; 4])).is_empty();
        assert_eq!(is_space, SPACES.contains(&u32::from(c)), "{c:?}");
    }
}

/// The standard's way: over UTF-16 units, of which all white space is one each.
fn trimmed(text: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let is_space = |unit: &u16| SPACES.contains(&u32::from(*unit));
    let begin = units.iter().take_while(|unit| is_space(unit)).count();
    let end = units.iter().rev().take_while(|unit| is_space(unit)).count();
    String::from_utf16(units.get(begin..units.len() - end).unwrap_or_default()).unwrap()
}

/// Text with white space at its ends, and what is nearly white space.
fn spaced() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&SPACES[..]).prop_map(|c| char::from_u32(c).unwrap()),
        2 => prop::sample::select(vec![
            '\0', '\u{85}', '\u{180e}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{1c}', 'a', 'न', '😀',
        ]),
        1 => any::<char>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn text_is_trimmed_as_the_standard_says(text in spaced()) {
        prop_assert_eq!(trim_js(&text), trimmed(&text));
        prop_assert_eq!(trim_js(trim_js(&text)), trim_js(&text));
    }

    #[test]
    fn length_is_the_number_of_units(text in any::<String>(), more in any::<String>()) {
        prop_assert_eq!(utf16_len(&text), text.encode_utf16().count());
        prop_assert_eq!(utf16_len(&(text.clone() + &more)), utf16_len(&text) + utf16_len(&more));
    }

    #[test]
    fn readers_see_no_more_characters_than_there_are(text in any::<String>()) {
        prop_assert!(length_to_readers(&text) <= text.chars().count());
        prop_assert_eq!(length_to_readers(&text) == 0, text.is_empty());
    }

    /// What signs up under a name is found under it, however the keyboard pads it.
    #[test]
    fn a_name_is_found_with_white_space_around_it(name in spaced(), space in 0..SPACES.len()) {
        let space = char::from_u32(SPACES[space]).unwrap();
        let padded = format!("{space}{name}{space}");
        prop_assert_eq!(new_name(&name), new_name(&padded));
        let Some(stored) = new_name(&name) else {
            prop_assert!(utf16_len(&trimmed(&name)) < SHORTEST_NAME);
            return Ok(());
        };
        prop_assert_eq!(LookupName::parse(&padded).unwrap().trimmed, name_hash(stored));
        prop_assert_eq!(LookupName::parse(&name).unwrap().trimmed, name_hash(stored));
    }
}
