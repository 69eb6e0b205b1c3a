//! Every way in which a row can come out.

use serde_json::Value;

use super::{Book, apply, counts, id, report, rows, send, text};
use crate::exchange::{Desk, demo};

/// The problem of the only row about `id`.
#[track_caller]
fn problem(desk: &mut Desk, path: &str, outcome: &str, id: &str) -> Vec<String> {
    let found = rows(desk, path, &format!("outcome={outcome}"));
    let row = found.iter().find(|row| row["id"] == id);
    let row = row.unwrap_or_else(|| panic!("{id} is not {outcome}: {found:#?}"));
    let cells = row["cells"].as_array().unwrap().iter();
    cells.filter_map(|cell| cell["problem"].as_str().map(str::to_owned)).collect()
}

fn nth(desk: &Desk, table: &str, at: usize) -> String {
    let order = "ORDER BY id::text LIMIT 1 OFFSET";
    id(&desk.database, &format!("SELECT id::text FROM {table} WHERE lang = 'en' {order} {at}"))
}

#[test]
fn every_outcome_is_told_by_sheet_row_and_column() {
    let mut desk = demo("en");
    let quizzes: Vec<String> = (0..6).map(|at| nth(&desk, "quiz", at)).collect();
    let articles: Vec<String> = (0..3).map(|at| nth(&desk, "article", at)).collect();
    let foreign = id(&desk.database, "SELECT min(id::text) FROM quiz WHERE lang = 'ne'");
    let center = nth(&desk, "help_center", 0);
    let mut book = Book::download(&mut desk, &[]);
    // Too long, a wrong choice, neither yes nor no.
    book.set("Quizzes", &quizzes[0], "option1", &"long ".repeat(30));
    book.set("Quizzes", &quizzes[1], "right_answer", "7");
    book.set("Quizzes", &quizzes[2], "live", "perhaps");
    book.set("Help", &center, "primaryAttributeId", "No such thing");
    // Another language's row, an unknown one, the same one twice.
    book.set("Quizzes", &quizzes[3], "topic", "x");
    let row = book.row("Quizzes", &quizzes[3]);
    let sheet = book.sheet("Quizzes", "");
    let (key, twice) = (sheet.column("id"), sheet.rows[row].clone());
    let mut copy = twice.clone();
    copy[key] = foreign.clone();
    sheet.rows.push(copy.clone());
    copy[key] = "00000000-0000-4000-8000-000000000009".to_owned();
    sheet.rows.push(copy.clone());
    copy[key] = "no id at all".to_owned();
    sheet.rows.push(copy);
    sheet.rows.push(twice);
    // A grey cell written over.
    book.set("Quizzes", &quizzes[4], "topic_original", "Not here");
    // A title that another article has.
    let taken = text(
        &desk.database,
        &format!("SELECT article_heading FROM article WHERE id = '{}'", articles[1]),
    );
    book.set("Articles", &articles[0], "article_heading", &taken.to_uppercase());
    // Two rows that name one category differently.
    let category =
        text(&desk.database, &format!("SELECT category FROM article WHERE id = '{}'", articles[2]));
    let sheet = book.sheet("Articles", &category);
    let at = sheet.column("category_title");
    sheet.rows[2][at] = "One name".to_owned();
    sheet.rows[3][at] = "Another name".to_owned();
    // A new article in a part that is there: nothing new but the article.
    let part = text(
        &desk.database,
        &format!(
            "SELECT title FROM subcategory WHERE id::text = (SELECT subcategory FROM article WHERE id = '{}')",
            articles[0]
        ),
    );
    let cells = [
        ("article_heading", "In a known part"),
        ("article_text", "x"),
        ("subcategory_title", &*part),
    ];
    book.add("Articles", &articles[0], &cells);
    // A new row without what it needs.
    book.add("Quizzes", "", &[("topic", "Only a topic")]);

    let path = send(&mut desk, &book.file(), &[]);
    assert_eq!(problem(&mut desk, &path, "too-long", &quizzes[0]), ["too-long"]);
    assert_eq!(problem(&mut desk, &path, "wrong-value", &quizzes[1]), ["not-a-choice"]);
    assert_eq!(problem(&mut desk, &path, "wrong-value", &quizzes[2]), ["not-a-choice"]);
    assert_eq!(problem(&mut desk, &path, "wrong-value", &center), ["not-a-choice"]);
    assert_eq!(problem(&mut desk, &path, "wrong-value", &quizzes[4]), ["locked"]);
    assert_eq!(problem(&mut desk, &path, "wrong-value", &category), ["two-texts"]);
    assert_eq!(problem(&mut desk, &path, "duplicate", &articles[0]), ["taken"]);
    assert_eq!(problem(&mut desk, &path, "duplicate", &quizzes[3]), ["twice"]);
    assert_eq!(problem(&mut desk, &path, "changed", &quizzes[3]), [""; 0]);
    assert_eq!(rows(&mut desk, &path, "outcome=unknown-id").len(), 2);
    let added = rows(&mut desk, &path, "outcome=added");
    assert_eq!((added.len(), &added[0]["table"]), (1, &Value::from("article")), "{added:?}");
    let other = rows(&mut desk, &path, "outcome=other-language");
    assert_eq!(other.len(), 1);
    assert_eq!((&other[0]["id"], &other[0]["heading"]), (&Value::from(foreign), &Value::from("")));
    let unfinished = rows(&mut desk, &path, "outcome=wrong-value");
    let unfinished = unfinished.iter().find(|row| row["id"] == "").unwrap();
    assert!(
        unfinished["cells"].as_array().unwrap().iter().any(|cell| cell["problem"] == "required")
    );
    // Where it stands: the row that the spreadsheet program shows.
    let long = &rows(&mut desk, &path, "outcome=too-long")[0];
    let number = book.row("Quizzes", &quizzes[0]) + 1;
    assert_eq!((&long["sheet"], &long["row"]), (&Value::from("Quizzes"), &Value::from(number)));
    assert_eq!(long["cells"][0]["length"], serde_json::json!([149, 80]));

    // Only what is in order is taken over; what is too long, when that is asked for.
    apply(&mut desk, &path, &[("too_long", "true")]);
    let applied = report(&mut desk, &path);
    assert_eq!(counts(&applied, "fates"), [("taken".to_owned(), 3)]);
}

#[test]
fn what_somebody_changed_meanwhile_waits_for_a_word() {
    let mut desk = demo("en");
    let quizzes: Vec<String> = (0..4).map(|at| nth(&desk, "quiz", at)).collect();
    let mut book = Book::download(&mut desk, &[]);
    let change =
        |quiz: &str| format!("UPDATE quiz SET topic = 'Of a colleague' WHERE id = '{quiz}'");
    desk.database.execute(&change(&quizzes[0]));
    desk.database.execute(&change(&quizzes[1]));
    let draft = serde_json::json!({ "topic": "In a draft" });
    assert_eq!(desk.post_json(&format!("/quiz/{}/draft", quizzes[2]), &draft).status, 200);
    // The first and the third are filled in; the second is not, and so nobody's business.
    book.set("Quizzes", &quizzes[0], "topic", "From the sheet");
    book.set("Quizzes", &quizzes[2], "topic", "From the sheet");
    // What is typed is what is there by now.
    book.set("Quizzes", &quizzes[3], "topic", "The same");
    desk.database.execute(&change(&quizzes[3]).replace("Of a colleague", "The same"));
    let path = send(&mut desk, &book.file(), &[]);
    let whole = report(&mut desk, &path);
    let mut found = counts(&whole, "counts");
    found.retain(|(name, _)| name != "unchanged");
    assert_eq!(found, [("meantime".to_owned(), 2)]);
    let meantime = rows(&mut desk, &path, "outcome=meantime");
    let first = meantime.iter().find(|row| row["id"] == quizzes[0].as_str()).unwrap();
    assert_eq!(first["cells"][0]["old"], "Of a colleague");
    assert_eq!(first["cells"][0]["new"], "From the sheet");
    assert!(first["cells"][0]["was"].is_string());
    apply(&mut desk, &path, &[("meantime", "true")]);
    let topics = "SELECT count(*) FROM draft WHERE values->>'topic' = 'From the sheet'";
    assert_eq!(desk.database.count(topics), 2);
}

#[test]
fn new_categories_and_what_is_in_them_come_together() {
    let mut desk = demo("en");
    let article = nth(&desk, "article", 0);
    let mut book = Book::download(&mut desk, &[]);
    let sheet = book.sheet("Articles", &article);
    let at = |name: &str| sheet.column(name);
    let (cat, title, emoji, tag) =
        (at("cat_id"), at("category_title"), at("primary_emoji"), at("primary_emoji_name"));
    let (sub, heading, body) = (at("subcategory_title"), at("article_heading"), at("article_text"));
    for (number, part) in [(1, "First part"), (2, "First part"), (3, "Second part")] {
        let row =
            sheet.rows.iter_mut().find(|row| row[heading].is_empty() && row[0].is_empty()).unwrap();
        row[cat] = String::new();
        row[title] = "A whole new category".to_owned();
        row[emoji] = "🧭".to_owned();
        row[tag] = "New".to_owned();
        row[sub] = part.to_owned();
        row[heading] = format!("New article {number}");
        row[body] = "A text".to_owned();
    }
    let path = send(&mut desk, &book.file(), &[]);
    let added = rows(&mut desk, &path, "outcome=added");
    let mut tables: Vec<&str> = added.iter().map(|row| row["table"].as_str().unwrap()).collect();
    tables.sort_unstable();
    assert_eq!(tables, ["article", "article", "article", "category", "subcategory", "subcategory"]);
    apply(&mut desk, &path, &[]);
    let fitting = "SELECT count(*) FROM draft a JOIN draft s ON s.item_id = a.values->>'subcategory' \
        JOIN draft c ON c.item_id = a.values->>'category' \
        WHERE a.item_table = 'article' AND s.values->>'parent_category' = c.item_id";
    assert_eq!(desk.database.count(fitting), 3);
}
