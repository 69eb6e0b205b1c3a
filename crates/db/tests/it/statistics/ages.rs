//! Ages and days in SQL are those of the domain.

use domain::calendar::Day;
use domain::moment::Moment;
use domain::statistics::AgeGroup;
use testkit::Database;

use super::sql;
use crate::database::{SCHEMA, text, texts};

#[test]
fn a_birthday_is_the_day_on_which_one_grows_older() {
    let database = Database::empty();
    let mut connection = database.connection();
    db::migrate::run(&mut connection, SCHEMA).unwrap();
    let days = ["2026-02-28", "2026-03-01", "2024-02-29", "2026-11-24", "2026-11-25", "2026-12-31"];
    let births = [
        "2004-02-29",
        "2004-11-24",
        "2004-11-25",
        "2008-02-29",
        "2014-11-24",
        "2014-11-25",
        "2016-11-25",
        "2016-11-24",
        "2026-11-24",
        "2026-11-25",
        "1990-01-01",
    ];
    for day in days {
        for birth in births {
            let query = format!("SELECT age_group('{birth} 18:30', '{day}')");
            let group = AgeGroup::from_number(text(&mut connection, &query).parse().unwrap());
            let moment = |text: &str| Moment::parse(text).unwrap();
            let years = moment(birth).full_years_until(moment(day));
            assert_eq!(group, AgeGroup::of_age(years), "{birth} on {day}");
        }
    }
    let odd = "SELECT age_group(birth, '2026-01-01') FROM unnest(ARRAY['infinity', '-infinity', '0044-01-01 BC', '9999-01-01']::timestamp[]) AS birth";
    assert_eq!(texts(&mut connection, odd), ["-1"; 4]);
}

#[test]
fn a_day_is_nepals() {
    let database = Database::empty();
    let mut connection = database.connection();
    db::migrate::run(&mut connection, SCHEMA).unwrap();
    sql(&mut connection, "SET TimeZone = 'America/New_York'");
    for moment in ["2026-11-24T18:14:59.999Z", "2026-11-24T18:15:00Z", "2026-12-31T23:59:00Z"] {
        let stored = moment.trim_end_matches('Z').replace('T', " ");
        let day = text(&mut connection, &format!("SELECT nepal_day('{stored}')"));
        assert_eq!(day, Day::in_nepal(Moment::parse(moment).unwrap()).to_iso());
    }
    for odd in ["infinity", "-infinity", "0044-01-01 BC", "200000-01-01"] {
        assert_eq!(text(&mut connection, &format!("SELECT nepal_day('{odd}')")), "-infinity");
    }
}
