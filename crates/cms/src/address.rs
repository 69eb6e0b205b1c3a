//! Addresses that lead back to where an editor came from.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use server::query::Query;

/// What means nothing in an address, and stands in it as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// `text` as a part of a path or of a query.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// The address to go back to, if it is one of this service: anything else would let a link in
/// a message send an editor somewhere else after she has saved. Browsers read `//host` and
/// `/\host` as another host's address.
pub(crate) fn safe_return(address: Option<&str>) -> Option<&str> {
    address.filter(|address| {
        address.starts_with('/')
            && !address.starts_with("//")
            && address.chars().all(|letter| letter.is_ascii_graphic() && letter != '\\')
    })
}

/// The address in the parameter `return` of a query, or `otherwise`.
pub(crate) fn back(query: &Query, otherwise: &str) -> String {
    safe_return(query.get("return")).unwrap_or(otherwise).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{encoded, safe_return};

    #[test]
    fn only_own_addresses_lead_back() {
        for good in ["/", "/encyclopedia?q=%2F%2F&page=2", "/a//b", "/x?q=%E0%A4%95#version-3"] {
            assert_eq!(safe_return(Some(good)), Some(good));
        }
        for bad in [
            "",
            "//example.org",
            "/\\example.org",
            "https://example.org",
            "x",
            "/a b",
            "/a\r\nX: y",
        ] {
            assert_eq!(safe_return(Some(bad)), None, "{bad:?}");
        }
    }

    #[test]
    fn nothing_in_a_part_means_anything() {
        assert_eq!(encoded("/a b?c=d&e#f"), "%2Fa%20b%3Fc%3Dd%26e%23f");
        assert_eq!(encoded("voice-over_1.mp3"), "voice-over_1.mp3");
    }
}
