//! Privacy policy, terms and about: the newest text, as it is stored.

use crate::mobile::published::{published, shown};

#[test]
fn the_newest_text_is_sent_as_stored() {
    let cms = published();
    for route in ["privacy-policy", "terms-and-conditions", "about"] {
        for lang in ["en", "ne"] {
            let answer = cms.get(&format!("/mobile/{route}/{lang}"));
            insta::assert_snapshot!(format!("{}_{lang}", route.replace('-', "_")), shown(&answer));
        }
    }
}

#[test]
fn spacing_is_kept() {
    let cms = published();
    assert_eq!(
        cms.get("/mobile/about/en").text(),
        "[\n  {\"type\": \"HEADING\", \"content\": \"About\"}\n]\n"
    );
}

/// The app falls back to its built-in text.
#[test]
fn an_empty_text_is_an_empty_list() {
    let cms = published();
    assert_eq!(cms.get("/mobile/privacy-policy/empty").text(), "[]");
    // Also where an older version was not empty.
    assert_eq!(cms.get("/mobile/terms-and-conditions/en").text(), "[]");
}

/// An editor's mistake, or worse, must not run in a browser that is shown the address.
#[test]
fn what_is_no_json_is_plain_text() {
    let cms = published();
    let answer = cms.get("/mobile/terms-and-conditions/ne");
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}
