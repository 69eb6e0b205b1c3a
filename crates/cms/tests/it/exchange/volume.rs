//! Much content. The times are those of an unoptimised build on a shared machine.

use std::time::{Duration, Instant};

use super::{Wants, empty, upload};
use crate::services::within;

/// For each of the three jobs; in quiet each takes seconds.
const LIMIT: Duration = Duration::from_secs(120);

#[test]
fn twenty_thousand_rows_go_out_and_come_back() {
    let mut desk = empty("ne");
    desk.database.execute(
        r#"
        INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang, "sortingKey")
        SELECT ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'विषय ' || n, '🌱', 'tag', 'ne', n
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
    let start = Instant::now();
    let mut export = |what: &str| {
        let asked = desk.post_form("/data/export", &[("what", what)]);
        let job = asked.header("location").unwrap().to_owned();
        assert!(job.starts_with("/jobs/"), "{job}");
        within(LIMIT, "the file is ready", || desk.get(&format!("{job}/file")).status == 200);
        desk.get(&format!("{job}/file"))
    };
    let workbook = export("workbook");
    assert!(workbook.body.starts_with(b"PK"));
    let bundle = export("bundle");
    let path = "/data/upload-content-sheet";
    let sent = upload(&mut desk, path, &workbook.body, &[], Wants::Page);
    let job = sent.header("location").unwrap().to_owned();
    let report = job.replace("/jobs/", "/data/conversions/");
    within(LIMIT, "the report is there", || desk.get(&report).status == 200);
    assert_eq!(desk.get(&format!("{report}/file")).text(), bundle.text());
    assert!(start.elapsed() < 3 * LIMIT, "{:?}", start.elapsed());
}
