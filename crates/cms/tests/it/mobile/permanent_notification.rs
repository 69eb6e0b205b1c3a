//! An alert for the phone's version of the app.

use crate::mobile::published::published;

const UPDATE: &str = r#"{"message":"Please update","isPermanent":true}"#;
const NOTHING: &str = r#"{"message":"","isPermanent":false}"#;

#[test]
fn the_first_live_alert_that_names_the_version() {
    let cms = published();
    let cases = [
        ("1.0.1&en&user", UPDATE),
        ("1.0.2&en&user", UPDATE),
        ("11.0.3&en&user", UPDATE),
        // The user is not looked at, and may hold anything.
        ("1.0.1&en&a&b&c", UPDATE),
        ("1.0.1&en&%E0%A4%95%2F", UPDATE),
        ("1.0.1&en& ", UPDATE),
        // A beginning counts, as it always did.
        ("1.0&en&user", UPDATE),
        ("1&en&user", UPDATE),
        // Inside a number it does not: 1.0.3 is not 11.0.3.
        ("1.0.3&en&user", NOTHING),
        ("0.1&en&user", NOTHING),
        ("1.0.11&en&user", NOTHING),
        // What once were wildcards are characters.
        ("%25&en&user", r#"{"message":"A beta","isPermanent":false}"#),
        ("_beta&en&user", NOTHING),
        ("1.0._&en&user", NOTHING),
        ("1%25&en&user", NOTHING),
        ("9.9.9&en&user", NOTHING),
        // Languages are compared exactly.
        ("1.0.1&ne&user", r#"{"message":"कृपया अद्यावधिक गर्नुहोस्","isPermanent":false}"#),
        ("1.0.1&EN&user", NOTHING),
        ("1.0.1&nobody&user", NOTHING),
        ("1.0.1&%00&user", NOTHING),
        ("%00&en&user", NOTHING),
        // An ampersand in the language is encoded, unlike those between the parts.
        (
            "1.0.1&a%26b&user",
            r#"{"message":"For a language with an ampersand","isPermanent":false}"#,
        ),
    ];
    for (parts, expected) in cases {
        let answer =
            cms.get(&format!("/mobile/permanent-notification/{}", parts.replace(' ', "%20")));
        assert_eq!((answer.status, answer.text()), (200, expected), "{parts}");
    }
}

#[test]
fn three_parts_joined_by_literal_ampersands_or_404() {
    let cms = published();
    for parts in [
        "1.0.1%26en%26user",
        "1.0.1",
        "1.0.1&en",
        "1.0.1&en&",
        "&en&user",
        "1.0.1&&user",
        "1.0.1/en/user",
        "",
    ] {
        let answer = cms.get(&format!("/mobile/permanent-notification/{parts}"));
        assert_eq!(answer.status, 404, "{parts}");
    }
    assert_eq!(cms.get("/mobile/permanent-notification/%zz&en&user").status, 400);
}

#[test]
fn a_trailing_slash_belongs_to_nothing() {
    let cms = published();
    assert_eq!(cms.get("/mobile/permanent-notification/1.0.1&en&user/").text(), UPDATE);
}
