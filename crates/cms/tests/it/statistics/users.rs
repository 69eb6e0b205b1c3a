//! Who uses the app.

use db::statistics as counts;
use domain::access::Role;
use domain::calendar::Day;
use domain::moment::Moment;
use serde_json::{Value, json};
use testkit::Database;

use super::{Accounts, events};
use crate::editors::signed_in;
use crate::services;

const PAGE: &str = "/analytics-management";

fn figure(answer: &Value, list: &str, key: &str, name: &str) -> Value {
    let found = answer[list].as_array().unwrap().iter().find(|entry| entry[key] == name);
    found.unwrap_or_else(|| panic!("{list} has {name}"))["users"].clone()
}

#[test]
fn every_figure_has_its_key_and_small_ones_are_not_told() {
    let database = Database::migrated();
    Accounts::alike(41).insert(&database);
    Accounts { gender: "Male", location: "Urban", province: "3118", ..Accounts::alike(22) }
        .insert(&database);
    Accounts { gender: "Other", country: "IN", province: "7", ..Accounts::alike(4) }
        .insert(&database);
    // Several unknown codes add up instead of covering each other.
    Accounts { country: "XX", province: "0", ..Accounts::alike(6) }.insert(&database);
    Accounts { country: "YY", province: "0", ..Accounts::alike(7) }.insert(&database);
    Accounts { province: "99999", ..Accounts::alike(6) }.insert(&database);
    Accounts { province: "88888", ..Accounts::alike(8) }.insert(&database);
    events(&database, "SHARE_APP", 22, "{}", "'2026-05-31 18:15'");
    events(&database, "SHARE_APP", 2, "{}", "'2026-06-02 12:00'");
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");

    let answer = editor.get_json(PAGE).json();
    assert_eq!(answer["users"], 90);
    assert_eq!(figure(&answer, "usersGenders", "gender", "Female"), 65);
    assert_eq!(figure(&answer, "usersGenders", "gender", "Male"), 20);
    assert_eq!(figure(&answer, "usersGenders", "gender", "Other"), Value::Null);
    assert_eq!(figure(&answer, "usersLocations", "location", "Rural"), 70);
    assert_eq!(figure(&answer, "usersAgeGroups", "ageGroup", "12-13"), 90);
    assert_eq!(answer["usersCountries"][0]["country"], "NP");
    assert_eq!(figure(&answer, "usersCountries", "country", "NP"), 75);
    // India's four are too few to be listed, and are with the unknown ones.
    assert_eq!(figure(&answer, "usersCountries", "country", "00"), 15);
    assert_eq!(figure(&answer, "usersProvinces", "province", "3117"), 40);
    assert_eq!(figure(&answer, "usersProvinces", "name", "Madhesh"), 20);
    assert_eq!(figure(&answer, "usersProvinces", "name", "Other"), 10);
    let shares = json!({"span": "day", "total": 20, "points": [
        {"date": "2026-06-01", "count": 20}, {"date": "2026-06-02", "count": null}]});
    assert_eq!(answer["usersShares"], shares);
    assert_eq!(answer["directDownloads"]["points"], json!([]));
    for key in ["query", "dateFrom", "dateTo", "asOf"] {
        assert!(answer.get(key).is_some(), "{key}");
    }

    let page = editor.get(PAGE);
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(
        text.contains("<svg class=\"chart\"")
            && text.contains("Madhesh")
            && text.contains("Too few")
    );
    assert!(!text.contains("style=") && !text.contains("India</text>"));
}

#[test]
fn filters_apply_to_all_that_they_can_apply_to() {
    let database = Database::migrated();
    Accounts::alike(30).insert(&database);
    Accounts {
        gender: "Male",
        location: "Urban",
        country: "IN",
        province: "0",
        ..Accounts::alike(20)
    }
    .insert(&database);
    Accounts { saved: "NULL", ..Accounts::alike(15) }.insert(&database);
    // Both ends of 10 June in Nepal.
    Accounts { saved: "'2026-06-09 18:15'", ..Accounts::alike(10) }.insert(&database);
    Accounts { saved: "'2026-06-10 18:14:59.999'", ..Accounts::alike(10) }.insert(&database);
    Accounts { saved: "'2026-06-10 18:15'", ..Accounts::alike(10) }.insert(&database);
    events(&database, "SHARE_APP", 20, "{}", "'2026-06-10 18:14:59'");
    events(&database, "SHARE_APP", 30, "{}", "'2026-06-10 18:15:00'");
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let mut users = |query: &str| editor.get_json(&format!("{PAGE}?{query}")).json();
    let cases = [
        ("", 95),
        ("gender=&location=&dateFrom=&dateTo=&country=", 95),
        ("gender=Female", 75),
        ("location=Urban", 20),
        ("country=IN", 20),
        ("country=NP&gender=Female", 75),
        // Accounts whose day is not known do not count as soon as any day is given.
        ("dateFrom=2000-01-01", 80),
        ("dateTo=2026-06-10", 70),
        ("dateFrom=2026-06-10&dateTo=2026-06-10", 20),
        ("dateFrom=2026-06-11", 10),
    ];
    for (query, count) in cases {
        assert_eq!(users(query)["users"], count, "{query}");
    }
    assert_eq!(users("gender=Other")["users"], Value::Null);
    assert_eq!(users("dateTo=2026-06-10&gender=Male")["usersShares"]["total"], 20);
    for wrong in [
        "gender=female",
        "country=XX",
        "dateFrom=2026-02-30",
        "dateFrom=2026-06-02&dateTo=2026-06-01",
    ] {
        let answer = editor.get_json(&format!("{PAGE}?{wrong}"));
        assert_eq!(answer.status, 400, "{wrong}");
    }
    let page = editor.get(&format!("{PAGE}?dateFrom=2026-06-02&dateTo=2026-06-01"));
    assert_eq!(page.status, 400);
    assert!(page.text().contains("value=\"2026-06-02\"") && page.text().contains("after the last"));
}

#[test]
fn she_grows_older_on_her_birthday_in_nepal() {
    let database = Database::migrated();
    let born = |days: i32| {
        format!(
            "((now() at time zone 'UTC' + interval '5 hours 45 minutes')::date - interval '14 years' + interval '{days} days')"
        )
    };
    Accounts { born: &born(0), ..Accounts::alike(10) }.insert(&database);
    Accounts { born: &born(1), ..Accounts::alike(20) }.insert(&database);
    Accounts { born: "'infinity'", ..Accounts::alike(10) }.insert(&database);
    Accounts { born: "now() - interval '22 years 1 day'", ..Accounts::alike(10) }.insert(&database);
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "ne");
    let answer = editor.get_json(PAGE).json();
    for (group, users) in [("14-15", 10), ("12-13", 20), ("22-and-over", 10), ("", 10)] {
        assert_eq!(figure(&answer, "usersAgeGroups", "ageGroup", group), users, "{group}");
    }
    let page = editor.get(PAGE);
    assert!(page.text().contains("१४–१५") && page.text().contains("२२ वर्ष र माथि"));

    // Another day, the same accounts.
    let later = Moment::parse("2199-01-01").map(Day::in_nepal).unwrap();
    counts::refresh_ages(&mut database.connection(), later).unwrap();
    let answer = editor.get_json(PAGE).json();
    assert_eq!(figure(&answer, "usersAgeGroups", "ageGroup", "22-and-over"), 40);
    assert_eq!(answer["asOf"], "2199-01-01");
}

#[test]
fn deleted_accounts_do_not_count_and_what_happened_stays() {
    let database = Database::migrated();
    Accounts::alike(40).insert(&database);
    events(&database, "SHARE_APP", 20, "{}", "'2026-06-10'");
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    database.execute("DELETE FROM oky_user WHERE id IN (SELECT id FROM oky_user LIMIT 15); DELETE FROM app_event");
    let answer = editor.get_json(PAGE).json();
    assert_eq!(
        (answer["users"].clone(), answer["usersShares"]["total"].clone()),
        (json!(25), json!(20))
    );
    counts::rebuild(
        &mut database.connection(),
        Moment::parse("2026-11-24").map(Day::in_nepal).unwrap(),
    )
    .unwrap();
    let again = editor.get_json(PAGE).json();
    assert_eq!(
        (again["users"].clone(), again["usersShares"]["total"].clone()),
        (json!(25), json!(20))
    );
}

#[test]
fn an_empty_database_has_a_page_that_says_so() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let page = editor.get(PAGE);
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("Too few people to draw")
            && page.text().contains("Nothing has been recorded")
    );
    let print = editor.get(&format!("{PAGE}?print=1"));
    assert!(print.text().contains("print-view"));
    assert_eq!(editor.get_json(PAGE).json()["users"], Value::Null);
}
