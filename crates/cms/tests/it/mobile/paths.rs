//! How a path may be written.

use crate::mobile::published::{ROUTES, published};

#[test]
fn one_trailing_slash_and_any_query_change_nothing() {
    let cms = published();
    for (route, _) in ROUTES {
        let plain = cms.get(&format!("/mobile/{route}/en"));
        for same in [
            format!("/mobile/{route}/en/"),
            format!("/mobile/{route}/en?x=1"),
            format!("/mobile/{route}/en/?x=1&%zz"),
        ] {
            let answer = cms.get(&same);
            assert_eq!((answer.status, &answer.body), (200, &plain.body), "{same}");
            assert_eq!(answer.header("etag"), plain.header("etag"), "{same}");
        }
    }
}

#[test]
fn head_is_get_without_the_body() {
    let cms = published();
    let others = ["new-surveys", "about-banner-conditional", "content"];
    for route in ROUTES.iter().map(|(route, _)| *route).chain(others) {
        for lang in ["en", "nobody"] {
            let path = format!("/mobile/{route}/{lang}");
            let (get, head) = (cms.get(&path), cms.request("HEAD", &path, &[], b""));
            assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
            for name in ["content-type", "content-length", "etag", "cache-control", "vary"] {
                assert_eq!(head.header(name), get.header(name), "{path} {name}");
            }
        }
    }
    assert_eq!(cms.request("HEAD", "/mobile/permanent-notification/1&en&u", &[], b"").status, 200);
}

#[test]
fn options_are_answered_everywhere() {
    let cms = published();
    for (route, _) in ROUTES {
        let answer = cms.request("OPTIONS", &format!("/mobile/{route}/en"), &[], b"");
        assert_eq!((answer.status, answer.text()), (204, ""), "{route}");
        assert_eq!(
            answer.header("access-control-allow-methods"),
            Some("GET,HEAD,PUT,PATCH,POST,DELETE")
        );
        // Reading needs no permission, since no page reads.
        assert_eq!(answer.header("access-control-allow-origin"), None, "{route}");
    }
}

#[test]
fn bad_percent_encoding_is_400() {
    let cms = published();
    let others = ["new-surveys", "about-banner-conditional", "content"];
    for route in ROUTES.iter().map(|(route, _)| *route).chain(others) {
        for lang in ["%", "%z", "%zz", "en%", "%E0%A4%A", "%ff"] {
            let answer = cms.get(&format!("/mobile/{route}/{lang}"));
            assert_eq!(
                (answer.status, answer.json()["name"].as_str()),
                (400, Some("BadRequestError")),
                "{route} {lang}"
            );
        }
    }
}

#[test]
fn what_is_encoded_is_decoded_once() {
    let cms = published();
    assert_eq!(
        cms.get("/mobile/avatar-messages/%65%6E").text(),
        cms.get("/mobile/avatar-messages/en").text()
    );
    assert!(cms.get("/mobile/avatar-messages/zh%2FTW").text().contains("A language with a slash"));
    assert!(cms.get("/mobile/avatar-messages/a+b%2520c").text().contains("a plus and a per cent"));
}

#[test]
fn a_language_must_be_there_and_be_one_segment() {
    let cms = published();
    for path in [
        "/mobile",
        "/mobile/",
        "/mobile/articles",
        "/mobile/articles/",
        "/mobile/articles/en/x",
        "/mobile/nothing/en",
    ] {
        assert_eq!(cms.get(path).status, 404, "{path}");
    }
    for method in ["POST", "PUT", "PATCH", "DELETE"] {
        assert_eq!(cms.request(method, "/mobile/articles/en", &[], b"").status, 404, "{method}");
    }
}

#[test]
fn nobody_has_to_say_who_she_is() {
    let cms = published();
    for authorization in ["", "Bearer", "Bearer nonsense", "Basic eA==", "\u{1f338}"] {
        let answer = cms.get_with("/mobile/articles/en", &[("Authorization", authorization)]);
        assert_eq!(answer.status, 200, "{authorization}");
    }
}
