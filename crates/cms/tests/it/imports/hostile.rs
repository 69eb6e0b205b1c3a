//! Files that somebody made to do harm, or by mistake.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;

use super::{Book, counts, id, report, rows, send};
use crate::exchange::{Desk, Wants, demo, upload};

#[track_caller]
fn refused(desk: &mut Desk, file: &[u8], why: &str) {
    let path = send(desk, file, &[]);
    let report = report(desk, &path);
    assert_eq!(report["state"], "failed", "{report}");
    assert_eq!(report["failure"]["key"], why);
    let page = desk.get(&path);
    assert!(page.status == 200 && page.text().contains("alert-danger"), "{}", page.text());
}

#[test]
fn what_is_no_workbook_of_ours_is_refused_in_words() {
    let mut desk = demo("en");
    refused(&mut desk, b"id,title", "exchange-refused-not-a-spreadsheet");
    refused(&mut desk, b"PK\x03\x04 and then nothing", "exchange-refused-damaged");
    let mut other = Workbook::new();
    other.add_worksheet().write_string(0, 0, "A bill").unwrap();
    refused(&mut desk, &other.save_to_buffer().unwrap(), "exchange-refused-nothing-known");
    // Twenty gigabytes of nothing in a small archive.
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    for _ in 0..60 {
        bomb.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 200_000);
    refused(&mut desk, &bomb, "exchange-refused-too-large");
    let mut many = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..1_100 {
        many.start_file(format!("xl/{at}.xml"), SimpleFileOptions::default()).unwrap();
    }
    refused(&mut desk, &many.finish().unwrap().into_inner(), "exchange-refused-too-large");
    let none = upload(&mut desk, "/import", b"", &[("lang", "ne")], Wants::Json);
    assert_eq!(none.status, 400, "a language that is not hers");
}

/// A sheet of avatar messages, written by `fill` as a spreadsheet program would.
fn written(
    book: &mut Book,
    fill: impl Fn(&mut rust_xlsxwriter::Worksheet, u16, &Format),
) -> Vec<u8> {
    let sheet = book.sheet("Avatars", "").clone();
    let at = u16::try_from(sheet.column("content")).unwrap();
    let mut workbook = Workbook::new();
    let written = workbook.add_worksheet();
    written.set_name(&sheet.name).unwrap();
    for (number, row) in (0..).zip(&sheet.rows) {
        for (at, text) in (0..).zip(row) {
            if !text.is_empty() {
                written.write_string(number, at, text).unwrap();
            }
        }
    }
    fill(written, at, &Format::new());
    workbook.save_to_buffer().unwrap()
}

#[test]
fn odd_cells_are_told_apart() {
    let mut desk = demo("en");
    let mut book = Book::download(&mut desk, &[]);
    let file = written(&mut book, |sheet, at, plain| {
        sheet.write_formula(2, at, Formula::new("=1+1").set_result("two")).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 1, 2).unwrap();
        sheet
            .write_datetime_with_format(3, at, &day, &Format::new().set_num_format("yyyy-mm-dd"))
            .unwrap();
        sheet.write_number(4, at, 1098.0).unwrap();
        sheet.write_formula(5, at, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        // Over two columns: the text is that of the first.
        sheet.merge_range(6, at, 6, at + 1, "Merged", plain).unwrap();
        sheet.write_string(7, at, "   \n ").unwrap();
    });
    let path = send(&mut desk, &file, &[]);
    let changed: Vec<String> = rows(&mut desk, &path, "outcome=changed")
        .iter()
        .map(|row| row["cells"][0]["new"].as_str().unwrap().to_owned())
        .collect();
    // A formula counts as what it computed, and is noted.
    assert!(
        ["two", "1098"].iter().all(|text| changed.contains(&(*text).to_owned())),
        "{changed:?}"
    );
    let wrong: Vec<String> = rows(&mut desk, &path, "outcome=wrong-value")
        .iter()
        .flat_map(|row| row["cells"].as_array().unwrap().clone())
        .filter_map(|cell| cell["problem"].as_str().map(str::to_owned))
        .collect();
    assert!(wrong.contains(&"date".to_owned()), "{wrong:?}");
    let notes = report(&mut desk, &path)["notes"]["found"].to_string();
    assert!(notes.contains("formula"), "{notes}");
}

#[test]
fn other_sheets_and_renamed_columns_are_noted_and_take_nothing_along() {
    let mut desk = demo("en");
    let fact = id(&desk.database, "SELECT min(id::text) FROM did_you_know WHERE lang = 'en'");
    let mut book = Book::download(&mut desk, &[]);
    book.set("Did you know", &fact, "title", "A title");
    let sheet = book.sheet("Did you know", "");
    let at = sheet.column("content");
    "My remarks".clone_into(&mut sheet.rows[0][at]);
    let mut bill = sheet.clone();
    bill.name = "Bill".to_owned();
    bill.rows = vec![vec!["Sum".to_owned()], vec!["12".to_owned()]];
    book.sheets().push(bill);
    let path = send(&mut desk, &book.file(), &[]);
    let whole = report(&mut desk, &path);
    let notes: Vec<String> = whole["notes"]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| {
            format!(
                "{} {}",
                note["kind"].as_str().unwrap(),
                note["place"]["column"].as_str().unwrap()
            )
        })
        .collect();
    assert!(notes.contains(&"missing-column content".to_owned()), "{notes:?}");
    assert!(notes.contains(&"unknown-column My remarks".to_owned()), "{notes:?}");
    assert!(notes.contains(&"unknown-sheet ".to_owned()), "{notes:?}");
    assert!(counts(&whole, "counts").contains(&("changed".to_owned(), 1)));
}

#[test]
fn the_workbook_of_the_conversions_can_be_brought_back_too() {
    let mut desk = demo("en");
    let fact = id(&desk.database, "SELECT min(id::text) FROM did_you_know WHERE lang = 'en'");
    let workbook = desk.get("/data/generate-content-sheet");
    let mut sheets = crate::exchange::sheets::sheets(&workbook.body);
    let untouched = send(&mut desk, &workbook.body, &[]);
    let found = counts(&report(&mut desk, &untouched), "counts");
    assert!(found.len() == 1 && found[0].0 == "unchanged", "{found:?}");
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == "Did you know").unwrap();
    let (key, title, live) = (sheet.column("id"), sheet.column("title"), sheet.column("live"));
    let row = sheet.rows.iter_mut().find(|row| row[key] == fact).unwrap();
    row[title] = "A title".to_owned();
    row[live] = "false".to_owned();
    let path = send(&mut desk, &crate::exchange::sheets::file(&sheets), &[]);
    let changed = rows(&mut desk, &path, "outcome=changed");
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(changed[0]["cells"].as_array().unwrap().len(), 2);
}
