//! Addresses that lead back to where an editor came from.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use server::query::Query;

/// `text` for use within a query.
pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// The address to go back to, if it is one of this service: anything else would let a link in
/// a message send an editor somewhere else after she has saved.
pub fn safe_return(address: Option<&str>) -> Option<&str> {
    address.filter(|address| {
        let mut letters = address.chars();
        letters.next() == Some('/')
            && !matches!(letters.next(), Some('/' | '\\'))
            && !address.chars().any(|letter| letter.is_control() || letter == '\\')
    })
}

/// The address in the parameter `return` of a query, or `otherwise`.
pub(super) fn back(query: &Query, otherwise: &str) -> String {
    safe_return(query.get("return")).unwrap_or(otherwise).to_owned()
}

#[cfg(test)]
mod tests {
    use super::safe_return;

    #[test]
    fn only_own_addresses_lead_back() {
        for good in ["/", "/encyclopedia?q=%2F%2F&page=2"] {
            assert_eq!(safe_return(Some(good)), Some(good));
        }
        for bad in ["", "//example.org", "/\\example.org", "https://example.org", "x", "/a\r\nb"] {
            assert_eq!(safe_return(Some(bad)), None, "{bad:?}");
        }
    }
}
