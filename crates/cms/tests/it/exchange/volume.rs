//! Much content. The times are those of an unoptimised build on a shared machine.

use std::time::{Duration, Instant};

use super::{Wants, empty, upload};

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
    let workbook = desk.get("/data/generate-content-sheet");
    assert_eq!(workbook.status, 200, "{}", workbook.text());
    let out = start.elapsed();
    let start = Instant::now();
    let path = "/data/upload-content-sheet";
    let answer = upload(&mut desk, path, &workbook.body, &[], Wants::File);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let back = start.elapsed();
    assert_eq!(answer.text(), desk.get("/data/generate-content-ts").text());
    assert!(out < Duration::from_secs(60) && back < Duration::from_secs(60), "{out:?} {back:?}");
}
