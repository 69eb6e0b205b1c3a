//! `Moment::parse` against a table of what V8 (Node 20) makes of the same texts.
//!
//! Each line of the table is the text as a JSON string, a tab, and `toISOString()` or
//! `null` for an invalid date. To check the table itself, or to fill in new lines that
//! hold only a text, run in this directory:
//!
//! ```text
//! TZ=UTC node -e 'for (const line of require("fs").readFileSync("v8_dates.tsv", "utf8").trimEnd().split("\n")) {
//!   if (line.startsWith("#")) { console.log(line); continue; }
//!   const text = line.split("\t")[0], date = new Date(JSON.parse(text));
//!   console.log(`${text}\t${isNaN(date) ? null : date.toISOString()}`); }'
//! ```
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::moment::Moment;
use proptest::prelude::*;

#[test]
fn every_line_of_the_table() {
    let mut wrong = Vec::new();
    for line in include_str!("v8_dates.tsv").lines() {
        if line.starts_with('#') {
            continue;
        }
        let (token, expected) = line.split_once('\t').unwrap();
        let text: String = serde_json::from_str(token).unwrap();
        let found = Moment::parse(&text).map_or("null".to_owned(), Moment::to_iso);
        if found != expected {
            wrong.push(format!("{token}: {found}, V8 says {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Pieces of which dates are made, and some that do not belong in one.
fn date_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,12}",
        "[-+:./ ,()TZ]",
        prop::sample::select(vec!["Feb", "pm", "GMT", "est", "x", "\u{2028}", "\0", "न"])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Moment::parse(&text);
    }

    #[test]
    fn no_near_date_panics_and_what_is_read_is_in_range(text in date_like()) {
        if let Some(moment) = Moment::parse(&text) {
            prop_assert_eq!(Moment::from_millis(moment.millis()), Some(moment));
            let _ = (moment.to_iso(), moment.to_postgres_text(), moment.minus_one_month());
        }
    }

    #[test]
    fn what_to_iso_writes_is_read_again(millis in -8_640_000_000_000_000_i64..=8_640_000_000_000_000) {
        let moment = Moment::from_millis(millis).unwrap();
        prop_assert_eq!(Moment::parse(&moment.to_iso()), Some(moment));
    }

    #[test]
    fn months_and_years_agree(millis in -60_000_000_000_000_i64..=60_000_000_000_000) {
        let moment = Moment::from_millis(millis).unwrap();
        let mut earlier = moment;
        for _ in 0..12 {
            earlier = earlier.minus_one_month();
        }
        // Twelve months back the day may have been clamped, never moved on.
        prop_assert_eq!(earlier.full_years_until(moment), 1);
        prop_assert!(moment.millis() - earlier.millis() <= 369 * 86_400_000);
    }
}
