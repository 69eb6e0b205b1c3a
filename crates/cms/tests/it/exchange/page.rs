//! The page, the report before the download, and the list of what was converted.

use super::sheets::{Sheet, file};
use super::{Wants, demo, empty, upload};

#[test]
fn an_editor_reads_the_report_and_takes_the_result() {
    let mut desk = demo("ne");
    let page = desk.get("/data");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("action=\"/data/upload-content-sheet\""));
    let workbook = desk.get("/data/generate-content-sheet").body;
    let answer = upload(&mut desk, "/data/upload-content-sheet", &workbook, &[], Wants::Page);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let report_path = answer.header("location").unwrap().to_owned();
    let report = desk.get(&report_path);
    assert_eq!(report.status, 200);
    // The name that was sent, without its folders.
    assert!(report.text().contains("filled in.xlsx") && !report.text().contains("C:\\"));
    assert!(report.text().contains("ne.ts"));
    let result = desk.get(&format!("{report_path}/file"));
    assert!(result.text().starts_with("export const ne = {"));
    assert!(desk.get("/data").text().contains(&report_path));
}

#[test]
fn a_file_that_cannot_be_used_is_said_beside_the_field() {
    let mut desk = empty("en");
    let answer = upload(
        &mut desk,
        "/data/upload-app-translations-sheet",
        b"no spreadsheet",
        &[("locale", "ne"), ("blank", "leave-out")],
        Wants::Page,
    );
    assert_eq!(answer.status, 400);
    let page = answer.text();
    assert!(page.contains("id=\"file-app-translations-sheet-error\""), "{page}");
    // What had been chosen is still chosen.
    assert!(page.contains("<option value=\"leave-out\" selected>"));
}

#[test]
fn a_text_from_a_file_is_only_text_on_the_page() {
    let mut desk = empty("en");
    let bytes = file(&[Sheet::new(
        "Quizzes",
        &[
            &["id", "question_original", "question"],
            &["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", ""],
        ],
    )]);
    let answer = upload(&mut desk, "/data/upload-content-sheet", &bytes, &[], Wants::Page);
    let report = desk.get(answer.header("location").unwrap());
    assert_eq!(report.status, 200);
    assert!(!report.text().contains("<script>alert") && !report.text().contains("<img src=x"));
    assert!(report.text().contains("&#60;img src=x") || report.text().contains("&lt;img src=x"));
}

#[test]
fn the_buttons_of_a_small_cms_lead_straight_to_the_files() {
    let mut desk = demo("en");
    for (what, path) in [
        ("workbook", "/data/generate-content-sheet"),
        ("bundle", "/data/generate-content-ts"),
        ("live-bundle", "/data/generate-content-ts?live=true"),
    ] {
        let answer = desk.post_form("/data/export", &[("what", what)]);
        assert_eq!(answer.header("location"), Some(path));
    }
    assert_eq!(desk.post_form("/data/export", &[("what", "everything")]).status, 400);
}
