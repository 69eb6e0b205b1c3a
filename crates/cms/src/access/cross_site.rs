//! Keeps pages of other sites from acting in an editor's name.
//!
//! A browser says of every request where it comes from, and no page can make it lie. What says
//! nothing is no browser, and holds no editor's cookie unless she gave it.

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::HOST;
use actix_web::http::uri::Authority;

/// Whether a request may change something, as far as its origin goes. `public_host` is what
/// browsers call us, if a proxy in front calls us by another name.
pub(super) fn allows(request: &HttpRequest, public_host: Option<&str>) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let is_ours = |name: &str, ours: &dyn Fn(&str) -> bool| {
        let mut values = request.headers().get_all(name);
        // Of two values one is not the browser's.
        match (values.next(), values.next()) {
            (None, _) => true,
            (Some(value), None) => value.to_str().is_ok_and(ours),
            (Some(_), Some(_)) => false,
        }
    };
    let host = request.headers().get(HOST).and_then(|value| value.to_str().ok());
    let host = public_host.or(host).or(request.uri().authority().map(Authority::as_str));
    // Our pages ask browsers to send no referrer, and then a browser hides their origin too, and
    // says only that it is the same.
    let same = request.headers().get(SEC_FETCH_SITE).is_some_and(|site| site == "same-origin");
    // A related site, such as another name under our domain, is another site too.
    is_ours(SEC_FETCH_SITE, &|site| matches!(site, "same-origin" | "none"))
        && is_ours("origin", &|origin| {
            (same && origin == "null") || host.is_some_and(|host| is_of(origin, host))
        })
}

const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// Whether a page of `origin` comes from `host`. The scheme cannot be compared, because a proxy
/// in front ends TLS. `null` alone, a page without an origin, is nobody's.
fn is_of(origin: &str, host: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let usual = if scheme.eq_ignore_ascii_case("https") { ":443" } else { ":80" };
    let without = |text: &str| text.strip_suffix(usual).unwrap_or(text).to_ascii_lowercase();
    without(authority) == without(host)
}

#[cfg(test)]
mod tests {
    use actix_web::http::Method;
    use actix_web::test::TestRequest;

    use super::{allows, is_of};

    #[test]
    fn only_our_own_pages_change_something() {
        let cases: [(&[(&str, &str)], bool); 13] = [
            (&[], true),
            (&[("Sec-Fetch-Site", "same-origin")], true),
            (&[("Sec-Fetch-Site", "none")], true),
            (&[("Sec-Fetch-Site", "same-site")], false),
            (&[("Sec-Fetch-Site", "cross-site")], false),
            (&[("Sec-Fetch-Site", "")], false),
            (&[("Origin", "https://cms.example")], true),
            (&[("Origin", "https://evil.example")], false),
            (&[("Origin", "null")], false),
            (&[("Sec-Fetch-Site", "same-origin"), ("Origin", "null")], true),
            (&[("Sec-Fetch-Site", "cross-site"), ("Origin", "null")], false),
            (&[("Sec-Fetch-Site", "same-origin"), ("Origin", "https://evil.example")], false),
            (&[("Origin", "https://cms.example"), ("Origin", "https://evil.example")], false),
        ];
        for (headers, allowed) in cases {
            for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
                let mut request =
                    TestRequest::default().method(method).insert_header(("Host", "cms.example"));
                for header in headers {
                    request = request.append_header(*header);
                }
                let request = request.to_http_request();
                assert_eq!(allows(&request, None), allowed, "{headers:?}");
            }
            let mut request = TestRequest::get();
            for header in headers {
                request = request.append_header(*header);
            }
            assert!(allows(&request.to_http_request(), None), "reading is harmless: {headers:?}");
        }
    }

    #[test]
    fn behind_a_proxy_that_renames_us_the_public_name_counts() {
        for (origin, allowed) in [("https://cms.example", true), ("https://inner.example", false)] {
            let request = TestRequest::post()
                .insert_header(("Host", "inner.example"))
                .insert_header(("Origin", origin))
                .to_http_request();
            assert_eq!(allows(&request, Some("cms.example")), allowed, "{origin}");
        }
    }

    #[test]
    fn origins_are_compared_by_host_and_port() {
        assert!(is_of("https://cms.example", "cms.example:443"));
        assert!(is_of("http://localhost:5000", "LOCALHOST:5000"));
        assert!(is_of("http://cms.example", "cms.example"));
        assert!(!is_of("http://localhost:5000", "localhost:5001"));
        assert!(!is_of("https://cms.example.evil.example", "cms.example"));
        assert!(!is_of("https://evil.example/cms.example", "cms.example"));
    }
}
