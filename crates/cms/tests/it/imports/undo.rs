//! Taking an import back when others have gone on working.

use serde_json::json;

use super::{Book, apply, counts, id, report, rows, send, settled, take_back, text};
use crate::exchange::demo;

#[test]
fn what_others_did_since_stays_and_is_named() {
    let mut desk = demo("en");
    let facts: Vec<String> = (0..4)
        .map(|at| {
            let sql = format!(
                "SELECT id FROM did_you_know WHERE lang = 'en' ORDER BY id LIMIT 1 OFFSET {at}"
            );
            id(&desk.database, &sql)
        })
        .collect();
    // One has a draft already, which the workbook shows.
    let draft = |id: &str| format!("/didyouknow/{id}/draft");
    let first = desk.post_json(&draft(&facts[0]), &json!({ "title": "A draft from before" }));
    assert_eq!(first.status, 200, "{}", first.text());
    let mut book = Book::download(&mut desk, &[]);
    assert_eq!(book.cell("Did you know", &facts[0], "title_original"), "A draft from before");
    for fact in &facts {
        book.set("Did you know", fact, "title", &format!("From the sheet {}", &fact[..8]));
    }
    let path = send(&mut desk, &book.file(), &[]);
    apply(&mut desk, &path, &[]);
    let title = |id: &str| format!("SELECT values->>'title' FROM draft WHERE item_id = '{id}'");
    assert!(text(&desk.database, &title(&facts[0])).starts_with("From the sheet"));
    // The second is worked on, the third published, the fourth thrown away.
    let saved = desk.post_json(&draft(&facts[1]), &json!({ "title": "Mine", "draft": 1 }));
    let version = saved.json();
    if saved.status != 200 {
        panic!("{version}");
    }
    let published =
        desk.post_json(&format!("/didyouknow/{}/publish", facts[2]), &json!({ "draft": 1 }));
    assert_eq!(published.status, 200, "{}", published.text());
    let discarded =
        desk.post_json(&format!("/didyouknow/{}/discard", facts[3]), &json!({ "draft": 1 }));
    assert_eq!(discarded.status, 200, "{}", discarded.text());

    take_back(&mut desk, &path);
    let undone = report(&mut desk, &path);
    let mut fates = counts(&undone, "fates");
    fates.sort();
    let one = |name: &str| (name.to_owned(), 1);
    assert_eq!(fates, [one("discarded"), one("kept"), one("published"), one("restored")]);
    assert_eq!(text(&desk.database, &title(&facts[0])), "A draft from before");
    assert_eq!(text(&desk.database, &title(&facts[1])), "Mine");
    assert_eq!(rows(&mut desk, &path, "fate=published")[0]["id"], facts[2].as_str());
    assert_eq!(rows(&mut desk, &path, "fate=kept")[0]["id"], facts[1].as_str());
    // It is undone once.
    take_back(&mut desk, &path);
    assert_eq!(counts(&report(&mut desk, &path), "fates").len(), 4);
}

#[test]
fn what_waits_in_a_release_stays() {
    let mut desk = demo("en");
    let fact = id(&desk.database, "SELECT min(id::text) FROM did_you_know WHERE lang = 'en'");
    let mut book = Book::download(&mut desk, &[]);
    book.set("Did you know", &fact, "title", "From the sheet");
    let path = send(&mut desk, &book.file(), &[]);
    apply(&mut desk, &path, &[]);
    desk.database.execute(&format!(
        "INSERT INTO release (id, name, state, creator) \
         VALUES ('50000000-0000-4000-8000-000000000001', 'Dashain', 'scheduled', 'Sita'); \
         INSERT INTO release_item VALUES ('50000000-0000-4000-8000-000000000001', \
         'did_you_know', '{fact}', 'en', 1, 'From the sheet')"
    ));
    take_back(&mut desk, &path);
    assert_eq!(counts(&report(&mut desk, &path), "fates"), [("kept".to_owned(), 1)]);
    assert_eq!(desk.database.count("SELECT count(*) FROM draft"), 1);
}

#[test]
fn what_changes_between_check_and_take_over_is_left_out() {
    let mut desk = demo("en");
    let facts: Vec<String> = (0..3)
        .map(|at| {
            let sql = format!(
                "SELECT id FROM did_you_know WHERE lang = 'en' ORDER BY id LIMIT 1 OFFSET {at}"
            );
            id(&desk.database, &sql)
        })
        .collect();
    let mut book = Book::download(&mut desk, &[]);
    for fact in &facts {
        book.set("Did you know", fact, "title", "From the sheet");
    }
    let path = send(&mut desk, &book.file(), &[]);
    desk.database
        .execute(&format!("UPDATE did_you_know SET title = 'Other' WHERE id = '{}'", facts[0]));
    let draft =
        desk.post_json(&format!("/didyouknow/{}/draft", facts[1]), &json!({ "title": "A draft" }));
    assert_eq!(draft.status, 200, "{}", draft.text());
    apply(&mut desk, &path, &[]);
    let mut fates = counts(&report(&mut desk, &path), "fates");
    fates.sort();
    assert_eq!(fates, [("missed".to_owned(), 2), ("taken".to_owned(), 1)]);
    let title = "SELECT values->>'title' FROM draft WHERE item_id = ";
    assert_eq!(text(&desk.database, &format!("{title}'{}'", facts[1])), "A draft");
}

#[test]
fn ten_at_once_make_one() {
    let mut desk = demo("en");
    let fact = id(&desk.database, "SELECT min(id::text) FROM did_you_know WHERE lang = 'en'");
    let mut book = Book::download(&mut desk, &[]);
    book.set("Did you know", &fact, "title", "From the sheet");
    let path = send(&mut desk, &book.file(), &[]);
    std::thread::scope(|scope| {
        for _ in 0..10 {
            let (mut editor, path) = (desk.editor.clone(), &path);
            scope.spawn(move || {
                let answer = editor.post_form(&format!("{path}/apply"), &[]);
                assert_eq!(answer.status, 303);
            });
        }
    });
    settled(&mut desk, &path);
    assert_eq!(
        desk.database.count("SELECT count(*) FROM job WHERE kind = 'sheet-import-apply'"),
        1
    );
    assert_eq!(desk.database.count("SELECT count(*) FROM draft_revision"), 1);
    // Undoing what is not taken over is refused.
    let other = send(&mut desk, &book.file(), &[]);
    let refused = desk.post_json(&format!("{other}/undo"), &json!({}));
    assert_eq!(refused.status, 409);
}
