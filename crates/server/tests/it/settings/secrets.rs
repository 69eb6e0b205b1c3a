//! Secrets.

use server::context::Context;

use super::{DOES_NOT_SIGN, GOOD, SIGNS, read};

/// SHA-256 of [`GOOD`] in upper case: lists are copied from anywhere.
const ITS_HASH: &str = "3EB1BD439947EB762998E566CCC2E099C791118B2F40579CC4F7DA2B5061B7F9";

#[test]
fn production_refuses_a_weak_primary_secret() {
    let denied = format!("{}, {}", "0".repeat(64), ITS_HASH);
    let cases: [(&[(&str, &str)], &str); 6] = [
        (&[], "APPLICATION_SECRET is not set"),
        (&[("APPLICATION_SECRET", "short")], "APPLICATION_SECRET is shorter than 32 bytes"),
        (&[("APPLICATION_SECRET", "!ChangeMe!")], "APPLICATION_SECRET is a sample value"),
        (&[("APPLICATION_SECRET", "CHANGEME")], "APPLICATION_SECRET is a sample value"),
        (
            &[("APPLICATION_SECRET", GOOD), ("SECRET_DENYLIST_SHA256", &denied)],
            "APPLICATION_SECRET is on the list",
        ),
        (&[("APPLICATION_SECRET", GOOD)], ""),
    ];
    for (pairs, expected) in cases {
        let mistakes = read(SIGNS, &[&[("NODE_ENV", "production")], pairs].concat()).1;
        assert!(
            mistakes.starts_with(expected) && mistakes.is_empty() == expected.is_empty(),
            "{pairs:?}: {mistakes}"
        );
        assert!(
            !mistakes.contains(GOOD) && !mistakes.contains("short\n"),
            "a secret is repeated: {mistakes}"
        );
    }
}

#[test]
fn elsewhere_a_weak_secret_is_only_warned_about() {
    for environment in ["development", "test", ""] {
        let pairs = [("NODE_ENV", environment), ("APPLICATION_SECRET", "short")];
        assert_eq!(read(SIGNS, &pairs).1, "", "{environment}");
    }
    assert!(read(SIGNS, &[]).1.starts_with("APPLICATION_SECRET is not set"));
}

#[test]
fn a_service_that_signs_nothing_does_without_but_takes_no_weak_one() {
    let production = ("NODE_ENV", "production");
    assert_eq!(read(DOES_NOT_SIGN, &[production]).1, "");
    let mistakes = read(DOES_NOT_SIGN, &[production, ("APPLICATION_SECRET", "short")]).1;
    assert!(mistakes.starts_with("APPLICATION_SECRET is shorter"), "{mistakes}");
}

/// Phones hold tokens that were signed with it: refusing it would log them out.
#[test]
fn a_weak_secondary_secret_is_shown_in_metrics_and_never_refused() {
    for (secondary, weak) in [("new_secret", 1), ("short", 1), (GOOD, 0), ("", 0)] {
        let pairs = [
            ("NODE_ENV", "production"),
            ("APPLICATION_SECRET", GOOD),
            ("SECONDARY_APPLICATION_SECRET", secondary),
        ];
        let (settings, mistakes) = read(SIGNS, &pairs);
        assert_eq!(mistakes, "", "{secondary}");
        let context = Context::new(SIGNS, settings);
        let line = format!("secondary_secret_weak{{service=\"api\"}} {weak}\n");
        assert!(context.metrics.text().contains(&line), "{secondary}");
    }
}
