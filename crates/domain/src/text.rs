//! Text measured and trimmed as the phones' JavaScript does it.

use unicode_segmentation::UnicodeSegmentation;

/// `text` without white space at its ends, exactly as JavaScript's `trim` cuts it.
pub fn trim_js(text: &str) -> &str {
    text.trim_matches(is_js_space)
}

/// The length of `text` in UTF-16 code units, which is JavaScript's `length`.
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// White space and line terminators of ECMAScript.
///
/// It is not Rust's `char::is_whitespace`: U+FEFF counts and U+0085 does not.
pub(crate) fn is_js_space(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202f}'
                | '\u{205f}'
                | '\u{3000}'
                | '\u{feff}'
    )
}

/// How many characters a reader sees in `text`.
pub fn length_to_readers(text: &str) -> usize {
    text.graphemes(true).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn javascript_white_space_is_trimmed_and_nothing_else() {
        let spaces = "\t\n\u{b}\u{c}\r \u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\
            \u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\
            \u{3000}\u{feff}";
        assert_eq!(spaces.chars().count(), 25);
        for space in spaces.chars() {
            let text = format!("{space}a{space}b{space}");
            assert_eq!(trim_js(&text), format!("a{space}b"), "{space:?}");
        }
        assert_eq!(trim_js(spaces), "");
        assert_eq!(trim_js(""), "");
        for other in
            "\0\u{8}\u{e}\u{1c}\u{1f}\u{7f}\u{85}\u{180e}\u{200b}\u{200c}\u{200d}\u{2060}x".chars()
        {
            let text = format!("{other}a{other}");
            assert_eq!(trim_js(&text), text, "{other:?}");
        }
    }

    #[test]
    fn length_counts_utf16_units() {
        let cases = [
            ("", 0),
            ("abc", 3),
            ("मा", 2),
            ("नेपाली", 6),
            ("😀", 2),
            ("😀😀", 4),
            ("e\u{301}", 2),
            ("\u{fffd}\u{ffff}\u{10000}", 4),
        ];
        for (text, length) in cases {
            assert_eq!(utf16_len(text), length, "{text}");
        }
    }
}
