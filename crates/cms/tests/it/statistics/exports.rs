//! What is downloaded is what is shown, and no spreadsheet takes it for a formula.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use domain::access::Role;
use testkit::Database;

use super::{Accounts, events};
use crate::editors::signed_in;
use crate::services;

fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let names = workbook.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = workbook.worksheet_range(&name).unwrap();
            let rows = range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
            (name, rows)
        })
        .collect()
}

#[test]
fn the_figures_of_users_are_both_kinds_of_file() {
    let database = Database::migrated();
    Accounts::alike(41).insert(&database);
    Accounts { gender: "Male", ..Accounts::alike(3) }.insert(&database);
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");

    let csv = editor.get("/analytics-management/export.csv?gender=Female");
    assert_eq!(csv.status, 200);
    let name = csv.header("content-disposition").unwrap();
    assert!(
        name.starts_with("attachment; filename=\"user-analytics-20") && name.ends_with(".csv\"")
    );
    // Three others could be found by subtraction, except where it is about women anyway.
    let text = csv.text();
    let begin = "\u{feff}Users by gender\r\nGender,Users\r\nFemale,40\r\nMale,Too few\r\n";
    assert!(text.starts_with(begin), "{text}");
    assert!(text.contains("Total,Too few\r\n") && text.contains("12–13,Too few\r\n"), "{text}");
    let csv = editor.get("/analytics-management/export.csv");
    assert!(
        csv.text().contains("Users by gender\r\nGender,Users\r\nFemale,40\r\nMale,Too few\r\n"),
        "{}",
        csv.text()
    );

    let xlsx = editor.get("/analytics-management/export.xlsx");
    let sheets = sheets(&xlsx.body);
    assert_eq!(sheets[0].0, "Users by gender");
    assert_eq!(sheets[0].1[1..4], [["Gender", "Users"], ["Female", "40"], ["Male", "Too few"]]);
    assert!(sheets.iter().any(|(name, _)| name.starts_with("Users by province")));

    assert_eq!(editor.get_json("/analytics-management/export.pdf").status, 404);
    assert_eq!(editor.get_json("/analytics-management/export.csv?gender=x").status, 400);
    let audited =
        "SELECT count(*) FROM audit_entry WHERE act = 'exported' AND item = 'statistics of users'";
    assert_eq!(database.count(audited), 3);
    assert_eq!(
        database.text("SELECT detail AS text FROM audit_entry WHERE detail <> '' AND item = 'statistics of users'"),
        "?gender=Female"
    );
}

#[test]
fn the_texts_of_quizzes_are_no_formulas() {
    let database = Database::migrated();
    database.execute(
        "INSERT INTO quiz (id, topic, question, option1, option2, option3, right_answer, wrong_answer_response, right_answer_response, live, lang)
         VALUES ('40000000-0000-4000-8000-000000000001', '=cmd()', '@a, \"b\"', 'x', 'y', 'z', '1', '', '', true, 'en')",
    );
    events(
        &database,
        "ANSWER_QUIZ",
        12,
        r#"{"id":"40000000-0000-4000-8000-000000000001","answerID":1,"isCorrect":true}"#,
        "now()",
    );
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let csv = editor.get("/quiz-management/results/export.csv");
    assert!(csv.text().contains("'=cmd(),\"'@a, \"\"b\"\"\",12,12,Too few"), "{}", csv.text());
    let xlsx = editor.get("/quiz-management/results/export.xlsx?q=cmd");
    assert_eq!(sheets(&xlsx.body)[0].1[2][..4], ["'=cmd()", "'@a, \"b\"", "12", "12"]);
}
