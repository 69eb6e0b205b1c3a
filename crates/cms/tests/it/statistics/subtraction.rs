//! Every pair of filters, over generated people: what pages, files and JSON show cannot be
//! subtracted from each other until a few people are left.

use std::collections::BTreeMap;

use domain::access::Role;
use serde_json::{Value, json};
use testkit::Database;

use super::Accounts;
use crate::editors::{Visitor, signed_in};
use crate::services;

const MINIMUM: u64 = 10;
const ROUNDING: u64 = 5;

const SURVEY: &str = "30000000-0000-4000-8000-0000000000a1";
const QUESTION: &str = "50000000-0000-4000-8000-0000000000a1";

/// Conditions of a page: names and values of its address.
type Conditions = Vec<(&'static str, &'static str)>;

/// Figures of a page by name: `None` is not shown.
type Shown = BTreeMap<String, Option<u64>>;

/// Numbers that only look random, so that a failure can be repeated.
struct Generator(u64);

impl Generator {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

/// Many small groups of people who are alike, so that counts lie around the minimum.
fn people(database: &Database, seed: u64) {
    let mut draw = Generator(seed);
    for _ in 0..60 {
        let ages = [9, 11, 13, 15, 17, 30]
            .map(|years| format!("now() - interval '{years} years 6 months'"));
        let group = Accounts {
            many: u32::try_from(1 + draw.below(14)).unwrap(),
            born: &ages[draw.below(6)],
            gender: ["Female", "Female", "Male", "Other", "odd"][draw.below(5)],
            location: ["Rural", "Urban", "odd"][draw.below(3)],
            country: ["NP", "NP", "IN", "XX"][draw.below(4)],
            province: ["3117", "3118", "3121", "9"][draw.below(4)],
            saved: ["'2026-01-05 06:00'", "'2026-06-01 06:00'", "'2026-09-01 06:00'", "NULL"]
                [draw.below(4)],
        };
        group.insert(database);
    }
    database.execute(&format!(
        r#"INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, lang)
           VALUES ('{SURVEY}', '', '', '', '', '', '', '', true, 'en');
           INSERT INTO question (id, question, option1, option2, option3, option4, option5, response, is_multiple, next_question, sort_number, "surveyId")
           VALUES ('{QUESTION}', 'Which?', 'a', 'b', 'c', '', '', '', true, '{{}}', '0', '{SURVEY}');
           INSERT INTO app_event (local_id, type, payload, metadata, user_id)
           SELECT gen_random_uuid(), 'ANSWER_SURVEY', json_build_object('id', '{SURVEY}', 'user_id', id, 'isSurveyAnswered', true,
                  'questions', json_build_array(json_build_object('questionId', '{QUESTION}',
                      'answerID', CASE WHEN get_byte(uuid_send(id), 0) < 200 THEN 0 WHEN get_byte(uuid_send(id), 0) < 240 THEN 1 ELSE 2 END))),
                  '{{}}', id::text
             FROM oky_user"#
    ));
}

/// Every combination of one value, or none, for each name.
fn combinations(names: &[(&'static str, &[&'static str])]) -> Vec<Conditions> {
    names.iter().fold(vec![Vec::new()], |known, (name, values)| {
        let mut all = known.clone();
        for conditions in &known {
            all.extend(
                values.iter().map(|value| [conditions.as_slice(), &[(*name, *value)]].concat()),
            );
        }
        all
    })
}

fn query(conditions: &Conditions) -> String {
    serde_urlencoded::to_string(conditions).unwrap()
}

/// Whether everybody of `few` is one of `many`: it has all of its conditions, and more.
fn is_part(few: &Conditions, many: &Conditions) -> bool {
    few.len() > many.len() && many.iter().all(|condition| few.contains(condition))
}

/// The difference of two figures that are shown leaves nobody, or not certainly less than the
/// minimum; least of all is it an exact count below it.
fn tells_of_no_few(pages: &[(Conditions, Shown)]) {
    let (mut pairs, mut compared) = (0, 0);
    for (few, narrow) in pages {
        for (many, wide) in pages.iter().filter(|(many, _)| is_part(few, many)) {
            pairs += 1;
            for (name, one) in narrow {
                let (Some(one), Some(Some(all))) = (one, wide.get(name)) else { continue };
                compared += 1;
                // Each may be up to this much larger than it says.
                let slack = ROUNDING - 1;
                let (least, most) =
                    ((all).saturating_sub(one + slack), (all + slack).saturating_sub(*one));
                let what = format!("{name}: {one} of {all}, {few:?} within {many:?}");
                assert!(least == 0 || most >= MINIMUM, "a few are left: {what}");
                assert!(least < most, "exactly so many are left: {what}");
            }
        }
    }
    assert!(pairs > 200 && compared > 100, "{pairs} pairs, {compared} figures in both");
}

/// Nothing is small, nothing exact.
fn is_rounded(pages: &[(Conditions, Shown)]) {
    for (conditions, shown) in pages {
        for (name, figure) in shown {
            let may_be = figure.is_none_or(|count| count >= MINIMUM && count % ROUNDING == 0);
            assert!(may_be, "{name} {figure:?} {conditions:?}");
        }
    }
}

/// The figures of users in JSON, by list and key.
fn users(editor: &mut Visitor, conditions: &Conditions) -> Shown {
    let answer = editor.get_json(&format!("/analytics-management?{}", query(conditions)));
    assert_eq!(answer.status, 200, "{conditions:?}");
    let answer = answer.json();
    let mut shown = Shown::from([("total".to_owned(), answer["users"].as_u64())]);
    for (list, key) in [
        ("usersGenders", "gender"),
        ("usersLocations", "location"),
        ("usersAgeGroups", "ageGroup"),
        ("usersCountries", "country"),
        ("usersProvinces", "province"),
    ] {
        for entry in answer[list].as_array().unwrap() {
            let name = format!("{list} {} {}", entry["country"], entry[key]);
            // "Other" holds what is too small to be listed, which differs from page to page.
            if !["\"00\"", "\"0\""].iter().any(|other| name.ends_with(other)) {
                shown.insert(name, entry["users"].as_u64());
            }
        }
    }
    shown
}

/// The figures of the survey in JSON.
fn answers(editor: &mut Visitor, conditions: &Conditions) -> Shown {
    let path = format!("/survey-management/{SURVEY}/results?{}", query(conditions));
    let results = editor.get_json(&path).json();
    let question = &results["questions"][0];
    let mut shown = Shown::from([
        ("responses".to_owned(), results["responses"].as_u64()),
        ("people".to_owned(), question["people"].as_u64()),
    ]);
    for answer in question["answers"].as_array().unwrap() {
        shown.insert(answer["option"].to_string(), answer["people"].as_u64());
    }
    // The address of the original shows the same.
    let all = editor.get_json(&format!("/answered-surveys?{}", query(conditions))).json();
    assert_eq!(all["answeredSurveys"], json!([results]), "{conditions:?}");
    shown
}

/// The count in each line of the tables of a page; a share of it in percent may follow.
fn numbers(page: &str) -> Vec<u64> {
    let first_cell = |row: &str| {
        let cell = row.split("<td").nth(1)?.split('>').nth(1)?;
        cell.split('<').next()?.trim().replace(',', "").parse().ok()
    };
    page.split("<tr").skip(1).filter_map(first_cell).collect()
}

#[test]
fn users_of_all_pairs_of_filters() {
    let database = Database::migrated();
    people(&database, 20_261_130);
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let pages: Vec<(Conditions, Shown)> = combinations(&[
        ("gender", &["Female", "Male", "Other"]),
        ("location", &["Urban", "Rural"]),
        ("country", &["NP", "IN"]),
        ("dateFrom", &["2026-03-01"]),
        ("dateTo", &["2026-07-01"]),
    ])
    .into_iter()
    .map(|conditions| {
        let shown = users(&mut editor, &conditions);
        (conditions, shown)
    })
    .collect();
    is_rounded(&pages);
    tells_of_no_few(&pages);
    hidden_lines_are_on_no_other_page(&pages);
    for (conditions, _) in pages.iter().step_by(7) {
        let query = query(conditions);
        let json = editor.get_json(&format!("/analytics-management?{query}")).json();
        let known = all_numbers(&json);
        let file = editor.get(&format!("/analytics-management/export.csv?{query}"));
        let page = editor.get(&format!("/analytics-management?{query}"));
        let rows = file.text().replace('\r', "");
        let in_file: Vec<u64> =
            rows.lines().filter_map(|row| row.rsplit(',').next()?.parse().ok()).collect();
        for number in in_file.into_iter().chain(numbers(page.text())) {
            assert!(known.contains(&number), "{number} is not in the JSON of {query}");
        }
    }
}

/// What a table hides for the sake of another line is no total of another page.
fn hidden_lines_are_on_no_other_page(pages: &[(Conditions, Shown)]) {
    for (many, wide) in pages {
        for (few, narrow) in
            pages.iter().filter(|(few, _)| is_part(few, many) && few.len() == many.len() + 1)
        {
            let added = few.iter().find(|condition| !many.contains(condition)).unwrap();
            let list = match added.0 {
                "gender" => "usersGenders null",
                "location" => "usersLocations null",
                _ => continue,
            };
            let line = wide[&format!("{list} \"{}\"", added.1)];
            assert!(line.is_some() || narrow["total"].is_none(), "{few:?} is hidden in {many:?}");
        }
    }
}

/// Every number in a JSON value.
fn all_numbers(value: &Value) -> Vec<u64> {
    match value {
        Value::Number(number) => number.as_u64().into_iter().collect(),
        Value::Array(values) => values.iter().flat_map(all_numbers).collect(),
        Value::Object(values) => values.values().flat_map(all_numbers).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn answers_of_all_pairs_of_filters() {
    let database = Database::migrated();
    people(&database, 42);
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::Admin, "en");
    let filters = combinations(&[
        ("gender", &["Female", "Male", "Other"]),
        ("location", &["Urban", "Rural"]),
        ("age", &["10-11", "12-13", "14-15", "16-17"]),
    ]);
    let pages: Vec<(Conditions, Shown)> = filters
        .into_iter()
        .map(|conditions| {
            let shown = answers(&mut editor, &conditions);
            (conditions, shown)
        })
        .collect();
    is_rounded(&pages);
    tells_of_no_few(&pages);
    for (conditions, shown) in pages.iter().step_by(5) {
        let file = editor
            .get(&format!("/survey-management/{SURVEY}/results/export.csv?{}", query(conditions)));
        let rows = file.text().replace('\r', "");
        for number in rows.lines().filter_map(|row| row.rsplit(',').next()?.parse::<u64>().ok()) {
            assert!(
                shown.values().any(|figure| *figure == Some(number)),
                "{number} {conditions:?}"
            );
        }
    }
}
