//! One answer that is no 200 makes the app throw its whole refresh away, and an empty list
//! makes it fall back to what it was built with. So a language without rows is no error.

use crate::mobile::published::{ROUTES, published};

#[test]
fn a_language_without_rows_has_the_empty_form_of_each_route() {
    let cms = published();
    let long = "x".repeat(10 * 1024);
    // Compared exactly, and `/` and NUL are characters like others.
    let languages = [
        "nobody",
        "EN",
        "%20en",
        "en%20",
        "%00",
        "%2F",
        "..",
        "%2e%2e%2fen",
        "+",
        "en%00",
        "%F0%9F%8C%B8",
        &long,
    ];
    for lang in languages {
        for (route, empty) in ROUTES {
            let answer = cms.get(&format!("/mobile/{route}/{lang}"));
            assert_eq!((answer.status, answer.text()), (200, empty), "{route} {lang:.20}");
            assert!(answer.header("etag").is_some(), "{route} {lang:.20}");
        }
        assert_eq!(cms.get(&format!("/mobile/new-surveys/{lang}")).text(), "[]", "{lang:.20}");
    }
}
