//! Codes of languages that a file is made for.

/// Longest code that is taken.
const LONGEST: usize = 16;

/// Words that cannot name a constant in a source file.
const RESERVED: [&str; 9] = ["do", "if", "in", "for", "let", "new", "try", "var", "of"];

/// `code` as it is stored, if it is a language code such as `ne`, `pt-BR` or `ne_NP`.
pub fn code(code: &str) -> Option<&str> {
    let code = code.trim();
    let mut parts = code.split(['-', '_']);
    let language = parts.next()?;
    let known = code.len() <= LONGEST
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    known.then_some(code)
}

/// The name of the constant that holds the content of the language `code`.
pub fn constant(code: &str) -> String {
    let name = code.replace('-', "_");
    if RESERVED.contains(&name.as_str()) { format!("{name}_") } else { name }
}

#[cfg(test)]
mod tests {
    use super::{code, constant};

    #[test]
    fn codes_are_letters() {
        for good in ["ne", "en", "mai", "pt-BR", "ne_NP", "zh-Hant-TW"] {
            assert_eq!(code(good), Some(good));
        }
        assert_eq!(code(" ne "), Some("ne"));
        for bad in [
            "",
            "n",
            "NE",
            "../ne",
            "ne-",
            "nepali",
            "ne;x",
            "a1",
            "ne-b",
            "ने",
            "pt-BR-aaaaaaaaaaaa",
        ] {
            assert_eq!(code(bad), None, "{bad}");
        }
        assert_eq!(constant("pt-BR"), "pt_BR");
        assert_eq!(constant("in"), "in_");
    }
}
