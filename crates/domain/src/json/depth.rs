/// The deepest nesting of arrays and objects that is taken: `[]` is one level.
///
/// The limit that `serde_json` has for trees is the same, so whatever passes here can also be
/// read into a tree by those who need one.
pub const MAX_DEPTH: usize = 127;

/// Whether no array or object in `text` is nested deeper than [`MAX_DEPTH`].
///
/// One scan over brackets outside strings. It says nothing about the grammar: text that
/// is not JSON at all may pass.
pub fn depth_ok(text: &str) -> bool {
    no_deeper(text, MAX_DEPTH)
}

/// As [`depth_ok`] with another limit.
pub(super) fn no_deeper(text: &str, most: usize) -> bool {
    let mut depth = 0_usize;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                if depth > most {
                    return false;
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => skip_string(&mut bytes),
            _ => {}
        }
    }
    true
}

/// Moves past the closing quote of a string whose opening quote was just read.
fn skip_string(bytes: &mut std::str::Bytes<'_>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            // Whatever follows a backslash, a quote above all, does not end the string.
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> String {
        "[".repeat(depth) + &"]".repeat(depth)
    }

    #[test]
    fn the_limit_is_127_levels() {
        assert!(depth_ok(&nested(MAX_DEPTH)));
        assert!(!depth_ok(&nested(MAX_DEPTH + 1)));
        assert!(!depth_ok(&"{\"a\":".repeat(MAX_DEPTH + 1)));
        assert!(!depth_ok(&"[{\"a\":".repeat(64)));
    }

    #[test]
    fn only_open_brackets_outside_strings_count() {
        let many = "[".repeat(500);
        let cases = [
            (String::new(), true),
            ("[],".repeat(500), true),
            (format!("\"{many}\""), true),
            (format!("\"\\\"{many}\""), true),
            (format!("\"\\\\\"{many}"), false),
            (format!("{{\"{many}\":1}}"), true),
            (format!("\"{many}"), true),
            (format!("\"\"{many}"), false),
            (format!("{}{many}", "]".repeat(900)), false),
            ("\"\\".to_owned(), true),
        ];
        for (text, ok) in cases {
            assert_eq!(depth_ok(&text), ok, "{text}");
        }
    }
}
