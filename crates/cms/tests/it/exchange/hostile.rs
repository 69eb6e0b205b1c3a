//! Files that somebody made to do harm, or by mistake.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;

use super::sheets::{Sheet, file};
use super::{Desk, Wants, empty, found, upload};

const SHEET: &str = "/data/upload-content-sheet";

/// An archive with these entries.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook whose only sheet has this XML.
fn workbook_of(sheet: &str, strings: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Quizzes" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>"#).as_bytes()),
    ])
}

#[track_caller]
fn refused(desk: &mut Desk, bytes: &[u8], why: &str) {
    let start = Instant::now();
    let answer = upload(desk, SHEET, bytes, &[], Wants::File);
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert!(answer.text().contains(why), "{}", answer.text());
    assert!(start.elapsed() < Duration::from_secs(8), "{why}: {:?}", start.elapsed());
}

#[test]
fn what_is_no_workbook_is_said_so() {
    let mut desk = empty("en");
    let good = file(&[Sheet::new("Quizzes", &[&["id", "question"]])]);
    refused(&mut desk, b"id,question\n1,why", "no .xlsx");
    refused(&mut desk, b"%PDF-1.7", "no .xlsx");
    refused(&mut desk, &archive(&[("readme.txt", b"hello")]), "no .xlsx");
    refused(&mut desk, &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], "old .xls");
    refused(&mut desk, &good[..good.len() / 2], "damaged");
    refused(&mut desk, &good[..good.len() - 10], "damaged");
    refused(&mut desk, &archive(&[("xl/workbook.xml", b"<workbook><sheets>")]), "damaged");
    refused(&mut desk, &file(&[Sheet::new("Shopping", &[&["milk"], &["2"]])]), "right file");
    let mut broken = good.clone();
    for at in (60..broken.len()).step_by(97) {
        broken[at] ^= 0x55;
    }
    assert_eq!(upload(&mut desk, SHEET, &broken, &[], Wants::File).status, 400);
    let nothing = upload(&mut desk, SHEET, b"", &[], Wants::File);
    assert_eq!(nothing.status, 400);
    let odd = upload(&mut desk, SHEET, &good, &[("locale", "../../etc")], Wants::File);
    assert_eq!(odd.status, 400);
    // The service is as well as before.
    assert_eq!(upload(&mut desk, SHEET, &good, &[], Wants::Json).status, 200);
}

#[test]
fn a_bomb_costs_little() {
    let mut desk = empty("en");
    // 200 MB of nothing, in 200 KB.
    let large = vec![b' '; 200 * 1024 * 1024];
    let bomb =
        archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &large)]);
    drop(large);
    assert!(bomb.len() < 1024 * 1024);
    refused(&mut desk, &bomb, "larger than 50 MB");
    // The same, with a directory that says it is small.
    let mut liar = bomb.clone();
    let real = (200_u32 * 1024 * 1024).to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == real {
            liar[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
        }
    }
    assert_ne!(liar, bomb);
    let answer = upload(&mut desk, SHEET, &liar, &[], Wants::File);
    assert_eq!(answer.status, 400, "{}", answer.text());
    let names: Vec<String> = (0..1_100).map(|number| format!("xl/media/{number}.png")).collect();
    let mut entries: Vec<(&str, &[u8])> = vec![("xl/workbook.xml", b"<workbook/>")];
    entries.extend(names.iter().map(|name| (name.as_str(), &b"x"[..])));
    refused(&mut desk, &archive(&entries), "too many parts");
    let too_large = upload(&mut desk, SHEET, &vec![b'P'; 21 * 1024 * 1024], &[], Wants::File);
    assert_eq!(too_large.status, 413);
}

#[test]
fn room_is_made_for_what_is_there_and_not_for_what_is_announced() {
    let mut desk = empty("en");
    let announced = workbook_of("", r#"<sst uniqueCount="900000000000000"></sst>"#);
    refused(&mut desk, &announced, "larger than 50 MB");
    // Two cells, a million rows and sixteen thousand columns apart.
    let corners = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let answer = upload(&mut desk, SHEET, &workbook_of(corners, "<sst></sst>"), &[], Wants::Json);
    assert_eq!(answer.status, 200, "{}", answer.text());
    // A shared text of 100 KB that 20,000 cells show.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    let cells: String = (1..20_000)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#))
        .collect();
    refused(&mut desk, &workbook_of(&cells, &strings), "larger than 50 MB");
    // An entity that grows, a row number that does not fit, a string that is not there.
    for sheet in [
        r#"<row r="99999999999999999999"><c r="A99999999999999999999"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="AAAAAAAAAAAAAAAAAAAA1"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#,
        r#"<row r="1"><c r="A1"><f t="shared" si="4000000000" ref="A1:B2">1</f><v>1</v></c></row>"#,
        "&bomb;",
    ] {
        let answer = upload(&mut desk, SHEET, &workbook_of(sheet, "<sst></sst>"), &[], Wants::File);
        assert!(answer.status < 500, "{sheet}: {}", answer.text());
    }
    assert_eq!(desk.get("/data").status, 200);
}

#[test]
fn formulas_and_errors_are_read_as_what_they_show() {
    let mut desk = empty("en");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Avatars").unwrap();
    for (at, name) in (0..).zip(["id", "content_original", "content"]) {
        sheet.write_string(0, at, name).unwrap();
    }
    for row in 1..=3 {
        let id = format!("00000000-0000-4000-8000-00000000000{row}");
        sheet.write_string(row, 0, id).unwrap();
        sheet.write_string(row, 1, "original").unwrap();
    }
    let formula = Formula::new("=\"a\"&\"b\"").set_result("ab");
    sheet.write_formula(1, 2, formula).unwrap();
    sheet.write_formula(2, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_number(3, 2, 12.0).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let answer = upload(&mut desk, SHEET, &bytes, &[], Wants::Json);
    let kinds = found(&answer);
    let count = |kind: &str| kinds.iter().find(|(known, _)| known == kind).map_or(0, |pair| pair.1);
    assert_eq!((count("formula"), count("cell-error")), (1, 1), "{kinds:?}");
    let path = answer.json()["file"].as_str().unwrap().to_owned();
    let source = desk.get(&path);
    for content in ["\"ab\"", "\"original\"", "\"12\""] {
        assert!(source.text().contains(&format!("\"content\": {content}")), "{}", source.text());
    }
}
