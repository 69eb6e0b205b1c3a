//! Sheets of countries and provinces.

use super::sheets::{Sheet, file, sheets};
use super::{Wants, empty, found, upload};

#[test]
fn countries_go_out_get_a_language_and_come_back() {
    let mut desk = empty("en");
    let workbook = desk.get("/data/generate-countries-sheet");
    assert!(workbook.header("content-disposition").unwrap().contains("\"countries.xlsx\""));
    let mut found = sheets(&workbook.body);
    assert_eq!(found[0].name, "countries");
    assert_eq!(found[0].rows[0], ["code", "en", "ne"]);
    assert_eq!(found[0].rows[1], ["NP", "Nepal", "नेपाल"]);
    for row in &mut found[0].rows {
        row.push("x".to_owned());
    }
    found[0].rows[0][3] = "mai".to_owned();
    let source = upload(&mut desk, "/data/upload-countries-sheet", &file(&found), &[], Wants::File);
    assert_eq!(source.status, 200, "{}", source.text());
    assert!(source.header("content-disposition").unwrap().contains("\"countries.ts\""));
    let start = "export const countries = {\n  \"NP\": {\n    \"en\": \"Nepal\",\n    \"ne\": \"नेपाल\",\n    \"mai\": \"x\"\n  },";
    assert!(source.text().starts_with(start), "{}", &source.text()[..200]);
}

#[test]
fn provinces_keep_their_numbers() {
    let mut desk = empty("en");
    let workbook = desk.get("/data/generate-provinces-sheet").body;
    let source = upload(&mut desk, "/data/upload-provinces-sheet", &workbook, &[], Wants::File);
    let rest = source.text().strip_prefix("export const provinces = ").unwrap();
    let provinces: serde_json::Value = serde_json::from_str(rest).unwrap();
    assert_eq!(
        provinces[1],
        serde_json::json!({"code": "NP", "uid": 3117, "en": "Koshi", "ne": "कोशी"})
    );
}

#[test]
fn odd_rows_are_reported() {
    let mut desk = empty("en");
    let bytes = file(&[Sheet::new(
        "provinces",
        &[
            &["code", "uid", "en", "note!"],
            &["NP", "1", "One", "x"],
            &["", "", "", ""],
            &["NP", "1", "Again", ""],
            &["NP", "2", "", ""],
        ],
    )]);
    let answer = upload(&mut desk, "/data/upload-provinces-sheet", &bytes, &[], Wants::Json);
    assert_eq!(
        found(&answer),
        [("unknown-column".to_owned(), 1), ("duplicate-id".to_owned(), 1), ("blank".to_owned(), 1)]
    );
    let wrong = file(&[Sheet::new("x", &[&["name", "en"], &["a", "b"]])]);
    assert_eq!(
        upload(&mut desk, "/data/upload-countries-sheet", &wrong, &[], Wants::File).status,
        400
    );
}
