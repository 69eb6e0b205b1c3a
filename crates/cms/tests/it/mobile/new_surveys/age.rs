//! Restricted surveys are for those who are fifteen today.

use super::{ALSO_OPEN, GIRL, OPEN, Offering, RESTRICTED, UNKNOWN, account, offered, offering};

#[test]
fn age_is_exact_to_the_day() {
    let Offering { cms, database } = &offering();
    let cases = [
        ("now()::date - interval '15 years'", true),
        ("now()::date - interval '15 years' + interval '1 day'", false),
        ("now()::date - interval '15 years' - interval '1 day'", true),
        ("now()::date - interval '40 years'", true),
        ("now()::date", false),
        ("'infinity'", false),
        ("now() + interval '1 year'", false),
    ];
    for (number, (born, shown)) in cases.into_iter().enumerate() {
        let girl = format!("10000000-0000-4000-8000-00000000000{number}");
        account(database, &girl, born);
        let expected =
            if shown { vec![OPEN, ALSO_OPEN, RESTRICTED] } else { vec![OPEN, ALSO_OPEN] };
        let offered = offered(cms, &format!("?user_id={girl}"));
        assert_eq!(offered, expected, "{born}");
        assert!(
            !offered.contains(&UNKNOWN.to_owned()),
            "shown although nobody knows for whom it is"
        );
    }
}

#[test]
fn who_has_no_account_is_offered_what_everybody_may_see() {
    let Offering { cms, .. } = &offering();
    for query in [String::new(), "?".to_owned(), format!("?user_id={GIRL}")] {
        assert_eq!(offered(cms, &query), [OPEN, ALSO_OPEN], "{query}");
    }
}
