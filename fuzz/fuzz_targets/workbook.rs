//! Workbooks that are uploaded: any file is read or refused, within the limits.
//!
//! The first byte says what follows. `x`: the file itself. `s`: the XML of a sheet, and after a
//! line `--` that of the strings. Anything else: a sheet as lines of cells with tabs between
//! them, its name in the first line, of which the program would make a file.
#![no_main]

use std::io::{Cursor, Write};
use std::panic;

use cms::exchange::workbook::{self, Blank, Ids, Options, cells, desk};
use fuzz::{first_line, is_storable};
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

fuzz_target!(
    init: tolerate_the_library(),
    |data: &[u8]| {
        let Some((kind, rest)) = data.split_first() else { return };
        let text = String::from_utf8_lossy(rest);
        match kind {
            b'x' => check(rest),
            b's' => {
                let (sheet, strings) = text.split_once("\n--\n").unwrap_or((&text, "<sst/>"));
                check(&file("Quizzes", sheet, strings));
            }
            _ => {
                let (name, lines) = first_line(&text);
                check(&file(name, &rows(lines), "<sst/>"));
            }
        }
    }
);

/// What the library that takes workbooks apart cannot do, it says by a panic now and then, which
/// the service catches. Panics of ours count.
fn tolerate_the_library() {
    let end = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let library =
            |file: &str| ["/calamine-", "/quick-xml-"].iter().any(|name| file.contains(name));
        if !panic.location().is_some_and(|place| library(place.file())) {
            end(panic);
        }
    }));
}

fn check(bytes: &[u8]) {
    let sheets = cells::sheets(bytes);
    for cell in
        sheets.iter().flatten().flat_map(|sheet| sheet.rows.values()).flat_map(|row| row.values())
    {
        is_storable(&cell.text, "a cell");
    }
    if let Ok(read) = desk::read(bytes, |done, total| assert!(done < total)) {
        assert!(sheets.is_ok());
        for line in &read.lines {
            assert!(!line.table.is_empty() && line.blanks >= 0);
            for cell in &line.cells {
                assert!(!cell.text.is_empty() || cell.oddity.is_some(), "a cell says nothing");
                assert_eq!(cell.text, domain::text::trim_js(&cell.text), "trimmed as the app does");
            }
        }
    }
    for (blank, ids) in
        [(Blank::Original, Ids::Keep), (Blank::LeaveOut, Ids::New), (Blank::Blank, Ids::Keep)]
    {
        let options = Options { locale: "ne".to_owned(), blank, ids };
        if let Ok(read) = workbook::read(bytes, &options) {
            assert_eq!(read.content.lang, "ne");
        }
    }
}

/// Lines of cells as the XML of a sheet. A cell that begins with `=` is a formula, with `#` an
/// error, with a digit a number; a text is what remains.
fn rows(lines: &str) -> String {
    let mut sheet = String::from("<sheetData>");
    for (row, line) in (1..).zip(lines.split('\n')) {
        sheet.push_str(&format!(r#"<row r="{row}">"#));
        for (at, text) in line.split('\t').enumerate().filter(|(_, text)| !text.is_empty()) {
            let name = format!("{}{row}", column(at));
            let escaped = escaped(text);
            let rest = escaped.get(1..).unwrap_or_default();
            sheet.push_str(&match text.as_bytes()[0] {
                b'=' => format!(r#"<c r="{name}" t="str"><f>1</f><v>{rest}</v></c>"#),
                b'#' if text.len() > 20 => format!(r#"<c r="{name}" t="e"><v>#DIV/0!</v></c>"#),
                b'0'..=b'9' if text.parse::<f64>().is_ok() => format!(r#"<c r="{name}"><v>{escaped}</v></c>"#),
                _ => format!(r#"<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>"#),
            });
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData>");
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#
    )
}

/// `A`, `B`, … `Z`, `AA`, …
fn column(at: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { letter(at).to_string() } else { format!("{}{}", column(at / 26 - 1), letter(at)) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn file(name: &str, sheet: &str, strings: &str) -> Vec<u8> {
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let workbook = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        escaped(name)
    );
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    let entries = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relations("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations("worksheet", "worksheets/sheet1.xml")),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in entries {
        archive.start_file(name, stored).expect("an entry begins");
        archive.write_all(text.as_bytes()).expect("memory takes it");
    }
    archive.finish().expect("it ends").into_inner()
}
