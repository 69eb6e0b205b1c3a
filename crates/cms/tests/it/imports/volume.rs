//! Much content. The times are those of an unoptimised build on a shared machine.

use std::time::{Duration, Instant};

use super::{apply, counts, report, settled, take_back};
use crate::exchange::sheets::{file, sheets};
use crate::exchange::{Wants, empty, upload};
use crate::services::within;

const LIMIT: Duration = Duration::from_secs(180);

#[test]
fn twenty_thousand_rows_become_drafts_and_go_again() {
    let mut desk = empty("ne");
    // Titles that are no names of sheets, and equal ones.
    desk.database.execute(
        r#"
        INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang, "sortingKey")
        SELECT ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
               (ARRAY['विषय', 'a/b:c*?', 'Lists', 'History', repeat('लामो ', 20)])[n % 5 + 1], '🌱', 'tag', 'ne', n
        FROM generate_series(1, 20) n;
        INSERT INTO subcategory (id, title, parent_category, lang, "sortingKey")
        SELECT ('20000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'भाग ' || n,
               '10000000-0000-4000-8000-' || lpad((n % 20 + 1)::text, 12, '0'), 'ne', n
        FROM generate_series(1, 200) n;
        INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang, "sortingKey")
        SELECT ('30000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
               '10000000-0000-4000-8000-' || lpad(((n % 200 + 1) % 20 + 1)::text, 12, '0'),
               '20000000-0000-4000-8000-' || lpad((n % 200 + 1)::text, 12, '0'),
               'शीर्षक ' || n, repeat('महिनावारीबारे लेख ' || n || E'\n', 20), true, 'ne', n
        FROM generate_series(1, 20000) n;
        "#,
    );
    let asked = desk.post_form("/import/workbook", &[]);
    let job = asked.header("location").unwrap().to_owned();
    within(LIMIT, "the workbook is ready", || desk.get(&format!("{job}/file")).status == 200);
    let mut book = sheets(&desk.get(&format!("{job}/file")).body);
    for sheet in &mut book {
        let Some(at) = sheet.rows[0].iter().position(|name| name == "article_heading") else {
            continue;
        };
        let old = sheet.column("article_heading_original");
        for row in &mut sheet.rows[2..] {
            if !row[old].is_empty() {
                row[at] = format!("नयाँ {}", row[old]);
            }
        }
    }
    let file = file(&book);
    let start = Instant::now();
    let sent = upload(&mut desk, "/import", &file, &[], Wants::Page);
    let path = sent.header("location").unwrap().to_owned();
    within(LIMIT, "the check is done", || desk.get_json(&path).json()["state"] == "checked");
    let checked = start.elapsed();
    let found = counts(&report(&mut desk, &path), "counts");
    assert_eq!(found[0], ("changed".to_owned(), 20_000), "{found:?}");
    let start = Instant::now();
    assert_eq!(desk.post_form(&format!("{path}/apply"), &[]).status, 303);
    within(LIMIT, "it is taken over", || desk.get_json(&path).json()["state"] == "applied");
    let applied = start.elapsed();
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 20_000);
    let start = Instant::now();
    take_back(&mut desk, &path);
    within(LIMIT, "it is taken back", || desk.get_json(&path).json()["state"] == "undone");
    let undone = start.elapsed();
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 0);
    eprintln!("20,000 rows: checked in {checked:?}, taken over in {applied:?}, back in {undone:?}");
    settled(&mut desk, &path);
    let _ = apply;
}
