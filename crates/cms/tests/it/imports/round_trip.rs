//! Out, changed, checked, taken over, and taken back.

use super::{Book, apply, counts, id, report, rows, send, take_back, text};
use crate::exchange::demo;

/// What phones read, as a digest.
fn published(database: &testkit::Database) -> String {
    let tables = [
        "article",
        "category",
        "subcategory",
        "quiz",
        "did_you_know",
        "avatar_messages",
        "video",
        "survey",
        "question",
        "help_center",
        "help_center_attribute",
    ];
    let all: Vec<String> = tables
        .iter()
        .map(|table| {
            text(
                database,
                &format!("SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t"),
            )
        })
        .collect();
    all.join(" ")
}

#[test]
fn a_workbook_that_nobody_touched_changes_nothing() {
    let mut desk = demo("ne");
    desk.database.execute("UPDATE \"user\" SET lang = 'ne'");
    for cells in ["empty", "filled"] {
        let book = Book::download(&mut desk, &[("cells", cells)]);
        let path = send(&mut desk, &book.file(), &[]);
        let report = report(&mut desk, &path);
        assert_eq!(report["state"], "checked");
        let counts = counts(&report, "counts");
        assert_eq!(counts.len(), 1, "{cells}: {counts:?}");
        assert_eq!(counts[0].0, "unchanged");
        assert_eq!(report["notes"]["found"], serde_json::json!([]), "{cells}");
        let all = "SELECT sum(n) FROM (SELECT count(*) n FROM article WHERE lang = 'ne' UNION ALL \
            SELECT count(*) FROM category WHERE lang = 'ne' UNION ALL SELECT count(*) FROM subcategory \
            WHERE lang = 'ne' UNION ALL SELECT count(*) FROM quiz WHERE lang = 'ne' UNION ALL SELECT \
            count(*) FROM did_you_know WHERE lang = 'ne' UNION ALL SELECT count(*) FROM avatar_messages \
            WHERE lang = 'ne' UNION ALL SELECT count(*) FROM video WHERE lang = 'ne' UNION ALL SELECT \
            count(*) FROM survey WHERE lang = 'ne' UNION ALL SELECT count(*) FROM help_center WHERE lang \
            = 'ne' UNION ALL SELECT count(*) FROM help_center_attribute WHERE lang = 'ne') AS of_kind";
        assert_eq!(text(&desk.database, all), counts[0].1.to_string());
        // Only empty cells keep an old text by being empty.
        assert_eq!(report["blank"] == 0, cells == "filled");
    }
}

#[test]
fn what_is_filled_in_becomes_drafts_and_can_be_taken_back() {
    let mut desk = demo("en");
    let before = published(&desk.database);
    let one = |table: &str| format!("SELECT min(id::text) FROM {table} WHERE lang = 'en'");
    let article = id(&desk.database, &one("article"));
    let category =
        text(&desk.database, &format!("SELECT category FROM article WHERE id = '{article}'"));
    let [quiz, fact, avatar, video] = ["quiz", "did_you_know", "avatar_messages", "video"]
        .map(|table| id(&desk.database, &one(table)));
    let center = id(&desk.database, "SELECT min(id) FROM help_center WHERE lang = 'en'");
    let question = id(
        &desk.database,
        "SELECT question.id FROM question JOIN survey ON survey.id = \"surveyId\" WHERE lang = 'en' \
         AND is_multiple_of(question) LIMIT 1"
            .replace("is_multiple_of(question)", "question.option1 <> ''")
            .as_str(),
    );
    let mut book = Book::download(&mut desk, &[]);
    book.set("Articles", &article, "article_text", "  A new text.\r\nIts second line.  ");
    book.set("Articles", &article, "live", "no");
    book.set("Articles", &article, "ageRestrictionLevel", "12");
    book.set("Articles", &article, "category_title", "A new name");
    book.set("Quizzes", &quiz, "option1", "Another answer");
    book.set("Did you know", &fact, "title", "Another title");
    book.set("Avatars", &avatar, "content", "Hello again");
    book.set("Videos", &video, "title", "Another film");
    book.set("Help", &center, "contactTwo", "1098");
    book.set("Help", &center, "isActive", "FALSE");
    book.set("Surveys", &question, "option1", "Sure");
    let new = book.add(
        "Articles",
        &article,
        &[
            ("article_heading", "An article from the sheet"),
            ("article_text", "With a text"),
            ("subcategory_title", "A part from the sheet"),
        ],
    );
    book.add("Avatars", "", &[("content", "A message from the sheet"), ("live", "yes")]);

    let path = send(&mut desk, &book.file(), &[]);
    let checked = report(&mut desk, &path);
    let mut found = counts(&checked, "counts");
    found.retain(|(name, _)| name != "unchanged");
    assert_eq!(found, [("added".to_owned(), 3), ("changed".to_owned(), 8)]);
    let added = rows(&mut desk, &path, "outcome=added");
    let tables: Vec<&str> = added.iter().map(|row| row["table"].as_str().unwrap()).collect();
    assert_eq!(tables, ["subcategory", "article", "avatar_messages"]);
    assert_eq!(added[1]["row"], new);
    let changed = rows(&mut desk, &path, "outcome=changed");
    let of_article = changed.iter().find(|row| row["table"] == "article").unwrap();
    assert_eq!(of_article["cells"][0]["new"], "A new text.\nIts second line.");
    assert_eq!(of_article["cells"].as_array().unwrap().len(), 3);
    // The check has written nothing.
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 0);

    apply(&mut desk, &path, &[]);
    // Pressed again, it happens once.
    apply(&mut desk, &path, &[]);
    let applied = report(&mut desk, &path);
    assert_eq!(applied["state"], "applied");
    assert_eq!(counts(&applied, "fates"), [("taken".to_owned(), 11)]);
    assert_eq!(desk.database.count("SELECT count(*) FROM draft WHERE version = 1"), 11);
    assert_eq!(desk.database.count("SELECT count(*) FROM draft_revision"), 11);
    assert_eq!(published(&desk.database), before, "phones read what they have read");
    let of = |table: &str, id: &str, what: &str| {
        text(
            &desk.database,
            &format!(
                "SELECT values->>'{what}' FROM draft WHERE item_table = '{table}' AND item_id = '{id}'"
            ),
        )
    };
    assert_eq!(of("article", &article, "article_text"), "A new text.\nIts second line.");
    assert_eq!(of("article", &article, "live"), "false");
    assert_eq!(of("article", &article, "ageRestrictionLevel"), "12");
    assert_eq!(of("article", &article, "isAgeRestricted"), "true");
    assert_eq!(of("category", &category, "title"), "A new name");
    assert_eq!(of("help_center", &center, "contactTwo"), "1098");
    assert_eq!(of("help_center", &center, "isActive"), "false");
    let survey =
        text(&desk.database, "SELECT values->'questions' FROM draft WHERE item_table = 'survey'");
    assert!(survey.contains("\"Sure\""), "{survey}");
    // A new article belongs to the category of its sheet, and to the new part of it.
    let sub = id(&desk.database, "SELECT item_id FROM draft WHERE item_table = 'subcategory'");
    let heading = "values->>'article_heading' = 'An article from the sheet'";
    let new = text(&desk.database, &format!("SELECT values FROM draft WHERE {heading}"));
    assert!(new.contains(&sub) && new.contains(&category), "{new}");
    let base = "base_version IS NULL AND base IS NULL";
    assert_eq!(desk.database.count(&format!("SELECT count(*) FROM draft WHERE {base}")), 3);

    // What is in drafts is what the next workbook shows, and it comes back unchanged.
    let mut again = Book::download(&mut desk, &[]);
    assert_eq!(again.cell("Quizzes", &quiz, "option1_original"), "Another answer");
    let second = send(&mut desk, &again.file(), &[]);
    let second = counts(&report(&mut desk, &second), "counts");
    assert!(second.len() == 1 && second[0].0 == "unchanged", "{second:?}");

    take_back(&mut desk, &path);
    let undone = report(&mut desk, &path);
    assert_eq!(undone["state"], "undone");
    assert_eq!(counts(&undone, "fates"), [("removed".to_owned(), 11)]);
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 0);
    assert_eq!(published(&desk.database), before);
    let log =
        "SELECT count(*) FROM audit_entry WHERE act = 'imported' AND item LIKE 'sheet import%'";
    assert_eq!(desk.database.count(log), 4);
    assert_eq!(
        desk.database.count("SELECT count(*) FROM audit_entry WHERE item = 'workbook for editing'"),
        2
    );
}

#[test]
fn both_languages_come_in_one_workbook_and_in_the_words_of_its_editor() {
    let mut desk = demo("en");
    desk.database.execute(
        "UPDATE \"user\" SET type = 'superAdmin'; INSERT INTO editor (user_id, interface_language) \
         SELECT id, 'ne' FROM \"user\" ON CONFLICT (user_id) DO UPDATE SET interface_language = 'ne'",
    );
    desk.editor = crate::editors::session_of(&desk.cms, &desk.database, desk.editor.id);
    let mut book = Book::download(&mut desk, &[("lang", "both"), ("cells", "filled")]);
    let quiz = id(&desk.database, "SELECT min(id::text) FROM quiz WHERE lang = 'ne'");
    assert_eq!(book.cell("Quizzes", &quiz, "lang"), "ne");
    assert_eq!(book.cell("Quizzes", &quiz, "live"), "हो");
    let sheet = book.sheet("Quizzes", &quiz);
    assert!(sheet.rows[1].iter().any(|name| name == "प्रश्न – नयाँ"), "{:?}", sheet.rows[1]);
    assert_eq!(sheet.name, "प्रश्नोत्तर");
    let english = id(&desk.database, "SELECT min(id::text) FROM quiz WHERE lang = 'en'");
    book.set("Quizzes", &english, "live", "होइन");
    book.set("Quizzes", &quiz, "topic", "अर्को विषय");
    // Sheets are known by what they are about, whatever they are called.
    "My sheet".clone_into(&mut book.sheet("Quizzes", &quiz).name);
    let path = send(&mut desk, &book.file(), &[]);
    let changed = rows(&mut desk, &path, "outcome=changed");
    assert_eq!(changed.len(), 2, "{changed:?}");
    let whole = report(&mut desk, &path);
    assert_eq!(whole["languages"], serde_json::json!(["en", "ne"]));
}
