//! A survey is offered for one calendar month, by PostgreSQL's own reckoning.

use testkit::Database;

use super::{offered, survey};
use crate::services;

#[test]
fn the_window_is_one_calendar_month() {
    let database = Database::migrated();
    let id = |number: usize| format!("30000000-0000-4000-8000-00000000000{number}");
    let cases = [
        ("now() - interval '1 month' + interval '1 minute'", true),
        ("now() - interval '1 month' - interval '1 second'", false),
        ("now() - interval '14 days'", true),
        ("now()", true),
        ("now() + interval '1 minute'", false),
        ("'infinity'", false),
        ("'-infinity'", false),
    ];
    for (number, (created, _)) in cases.iter().enumerate() {
        survey(&database, &id(number), "en", created, "false");
    }
    survey(&database, &id(8), "ne", "now()", "false");
    survey(&database, &id(9), "en", "now()", "false");
    database.execute(&format!("UPDATE survey SET live = false WHERE id = '{}'", id(9)));

    let cms = services::cms(&database);
    let offered = offered(&cms, "");
    for (number, (created, shown)) in cases.into_iter().enumerate() {
        assert_eq!(offered.contains(&id(number)), shown, "{created}");
    }
    assert_eq!(offered.len(), 3);
}
