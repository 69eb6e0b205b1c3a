//! Sheets of interface texts.

use super::sheets::{Sheet, file, sheets};
use super::{Wants, empty, found, upload};

#[test]
fn app_texts_become_a_source_file_and_cms_texts_json() {
    let mut desk = empty("en");
    let bytes = file(&[
        Sheet::new("a", &[&["hello", "Hello", "नमस्ते"], &["bye", "Bye", ""], &["", "stray", "x"]]),
        Sheet::new("b", &[&["quote", "\"Q\"", "\"प्र\"\nदोस्रो"], &["hello", "Hello", "नमस्कार"]]),
    ]);
    let app = upload(
        &mut desk,
        "/data/upload-app-translations-sheet",
        &bytes,
        &[("locale", "ne")],
        Wants::File,
    );
    assert_eq!(app.status, 200, "{}", app.text());
    assert!(app.header("content-disposition").unwrap().contains("\"ne.ts\""));
    insta::assert_snapshot!(app.text(), @r#"
    export const ne = {
      "empty": "",
      "hello": "नमस्कार",
      "bye": "Bye",
      "quote": "\"प्र\"\nदोस्रो"
    }
    "#);
    let path = "/data/upload-cms-translations-sheet";
    let fields = [("locale", "ne"), ("blank", "leave-out")];
    let cms = upload(&mut desk, path, &bytes, &fields, Wants::File);
    assert!(cms.header("content-disposition").unwrap().contains("\"ne.json\""));
    insta::assert_snapshot!(cms.text(), @r#"
    {
      "hello": "नमस्कार",
      "quote": "\"प्र\"\nदोस्रो"
    }
    "#);
    let report = upload(&mut desk, path, &bytes, &fields, Wants::Json);
    assert_eq!(found(&report), [("blank".to_owned(), 1), ("duplicate-key".to_owned(), 1)]);
    // Where the form names no language it is the one she works in.
    let own = upload(&mut desk, path, &bytes, &[("locale", "")], Wants::File);
    assert!(own.header("content-disposition").unwrap().contains("\"en.json\""));
}

#[test]
fn the_texts_of_these_pages_go_out_and_come_back() {
    let mut desk = empty("ne");
    let workbook = desk.get("/data/generate-cms-translations-sheet");
    assert_eq!(workbook.status, 200);
    let found = sheets(&workbook.body);
    let row = found[0].rows.iter().find(|row| row[0] == "sign-out").unwrap();
    assert_eq!(row[1..], ["Sign out", "बाहिर निस्कनुहोस्"]);
    let json =
        upload(&mut desk, "/data/upload-cms-translations-sheet", &workbook.body, &[], Wants::File);
    assert_eq!(json.json()["sign-out"], "बाहिर निस्कनुहोस्");
}
