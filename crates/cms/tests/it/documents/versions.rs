//! Earlier versions: looked at, compared, brought back, taken away.

use domain::access::Role;
use serde_json::json;

use super::{TEXTS, add, dump, room};
use crate::editors;
use crate::freshness::SOON;
use crate::services::within;
use crate::surveys::{form, send, with};

#[test]
fn a_version_is_compared_and_comes_back_as_a_new_one() {
    let mut room = room();
    let first = add(&mut room.editor, "/about", &dump("Title", "the old words"));
    let second = add(&mut room.editor, "/about", &dump("Title", "the new words"));
    let page = room.editor.get(&format!("/about-management/versions/{}", second["id"]));
    assert!(page.text().contains("<del>old</del>") && page.text().contains("<ins>new</ins>"));
    assert!(page.text().contains("Saved by contentManager-en"), "{}", page.text());
    let page = room.editor.get(&format!("/about-management/versions/{}", first["id"]));
    // The buttons of the page come one after the other; this one restores.
    let restore = [("base", mark(page.text())), ("restore", first["id"].to_string())];
    let restore: Vec<_> = restore.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let asked = send(&mut room.editor, "/about", &restore);
    assert_eq!(asked.status, 200, "{}", asked.text());
    assert!(asked.text().contains("<ins>old</ins>"));
    let confirmed = with(&form(asked.text()), &[("confirmed", "true")]);
    assert_eq!(send(&mut room.editor, "/about", &confirmed).status, 303);
    assert_eq!(room.database.count("SELECT count(*) FROM about"), 3);
    within(SOON, "back", || {
        room.cms.get("/mobile/about/en").text() == dump("Title", "the old words")
    });
}

fn mark(page: &str) -> String {
    form(page).into_iter().find(|(name, _)| name == "base").expect("a mark").1
}

#[test]
fn odd_texts_are_shown_and_kept() {
    let mut room = room();
    let odd = r#"<p>This is "odd"</p>"#;
    room.database.execute(&format!(
        "INSERT INTO about (json_dump, timestamp, lang) VALUES ('{odd}', 'infinity', 'en');
         INSERT INTO privacy_policy (json_dump, timestamp, lang) VALUES ('', now(), 'en')"
    ));
    let page = room.editor.get("/about-management");
    assert!(page.text().contains("&#60;p&#62;This is &#34;odd&#34;"), "{}", page.text());
    assert!(page.text().contains("is not made of headings and texts"));
    // The editor starts from it, and the version stays.
    let edit = room.editor.get("/about-management/edit");
    assert!(edit.text().contains("This is &#34;odd&#34;"));
    add(&mut room.editor, "/about", &dump("A", "b"));
    assert_eq!(
        room.database.count(&format!("SELECT count(*) FROM about WHERE json_dump = '{odd}'")),
        1
    );
    // It comes back as it was, to the letter.
    let id = room.database.count("SELECT min(id)::bigint AS count FROM about");
    let restored = room.editor.post_json("/about", &json!({"restore": id}));
    assert_eq!(restored.json()["json_dump"], json!(odd));
    let empty = room.editor.get("/privacy-policy-management");
    assert_eq!(empty.status, 200);
    assert!(empty.text().contains("This version is empty."));
}

#[test]
fn deleting_the_newest_gives_phones_the_one_before() {
    let mut room = room();
    let button = regex::Regex::new(r#"action="(/trash/[0-9a-f-]+/undo)""#).unwrap();
    for (page, path, mobile) in TEXTS {
        let first = add(&mut room.editor, path, &dump("One", "first"));
        let second = add(&mut room.editor, path, &dump("Two", "second"));
        within(SOON, "second", || room.cms.get(mobile).text().contains("second"));
        let shown = room.editor.get(&format!("{page}/versions/{}", second["id"]));
        assert!(shown.text().contains("The app shows the version before it at once."));
        let gone = room.editor.post_form(&format!("{path}/{}/delete", second["id"]), &[]);
        assert_eq!(gone.status, 303);
        within(SOON, "first", || room.cms.get(mobile).text().contains("first"));
        let shown = room.editor.get(&format!("{page}/versions/{}", first["id"]));
        assert!(shown.text().contains("It is the only one. The app falls back"));
        let list = room.editor.get(page);
        // The message came with the first page after the deletion.
        let undo = button.captures(shown.text()).or_else(|| button.captures(list.text()));
        let undo = undo.map(|found| found[1].to_owned());
        assert_eq!(room.editor.post_form(&undo.expect("a button to undo"), &[]).status, 303);
        within(SOON, "second again", || room.cms.get(mobile).text().contains("second"));
        assert_eq!(room.editor.delete(&format!("{path}/{}", first["id"])).status, 200);
        assert_eq!(room.editor.get_json(path).json(), json!([second]));
    }
}

#[test]
fn a_program_can_change_a_version_and_it_is_recorded() {
    let mut room = room();
    let first = add(&mut room.editor, "/about", &dump("One", "first"));
    let path = format!("/about/{}", first["id"]);
    let changed = room.editor.put_json(&path, &json!({"json_dump": dump("One", "changed")}));
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(room.editor.get_json(&path).json()["json_dump"], json!(dump("One", "changed")));
    assert_eq!(room.editor.put_json(&path, &json!({"json_dump": "words"})).status, 400);
    assert_eq!(room.database.count("SELECT count(*) FROM revision WHERE action = 'update'"), 1);
    let export = room.editor.get("/about-management/export");
    assert_eq!(export.text(), dump("One", "changed"));
    assert_eq!(
        export.header("content-disposition"),
        Some("attachment; filename=\"about-en.json\"")
    );
}

#[test]
fn versions_of_another_language_are_not_there() {
    let mut room = room();
    let mut nepali = editors::signed_in(&room.cms, &room.database, Role::Admin, "ne");
    for (page, path, _) in TEXTS {
        let id = add(&mut room.editor, path, &dump("One", "first"))["id"].clone();
        let row = format!("{path}/{id}");
        for (what, status) in [
            ("read", nepali.get_json(&row).status),
            ("page", nepali.get(&format!("{page}/versions/{id}")).status),
            ("change", nepali.put_json(&row, &json!({"json_dump": dump("x", "y")})).status),
            ("delete", nepali.delete(&row).status),
            ("delete by form", nepali.post_form(&format!("{row}/delete"), &[]).status),
            ("restore", nepali.post_json(path, &json!({"restore": id})).status),
            ("export", nepali.get(&format!("{page}/export")).status),
        ] {
            assert_eq!(status, 404, "{what} {path}");
        }
        assert_eq!(nepali.get_json(path).json(), json!([]));
        for odd in ["0", "-1", "x", "99999999999"] {
            assert_eq!(room.editor.get_json(&format!("{path}/{odd}")).status, 404, "{odd}");
            assert_eq!(room.editor.delete(&format!("{path}/{odd}")).status, 404, "{odd}");
            let shown = room.editor.get(&format!("{page}/versions/{odd}"));
            assert_eq!(shown.status, 404, "{odd}");
            assert_eq!(shown.header("content-type"), Some("text/html; charset=utf-8"), "{odd}");
        }
    }
}
