//! Ids of girls as phones spell them.

use uuid::Uuid;

/// Parses any spelling of a UUID that PostgreSQL takes: upper case, without dashes, in braces,
/// with blanks around (some old installations stored them).
pub fn parse_id(text: &str) -> Option<Uuid> {
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    let text = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
    if text.len() > 40 || !text.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-') {
        return None;
    }
    let digits: String = text.chars().filter(|letter| *letter != '-').collect();
    Uuid::try_parse_ascii(digits.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::parse_id;

    #[test]
    fn spellings() {
        let plain = parse_id("5b6d2c7e-1111-4222-8333-944455566677");
        assert!(plain.is_some());
        for same in [
            "5B6D2C7E-1111-4222-8333-944455566677",
            "5b6d2c7e111142228333944455566677",
            "{5b6d2c7e-1111-4222-8333-944455566677}",
            "5b6d2c7e-1111-4222-8333-944455566677 ",
        ] {
            assert_eq!(parse_id(same), plain, "{same}");
        }
        for bad in [
            "",
            "undefined",
            "5b6d2c7e-1111-4222-8333-94445556667",
            "{",
            "urn:uuid:5b6d2c7e-1111-4222-8333-944455566677",
        ] {
            assert_eq!(parse_id(bad), None, "{bad}");
        }
    }
}
