//! Deleting and bringing back.

use serde_json::json;

use super::{desk, id};

#[test]
fn a_category_goes_with_all_that_is_in_it_and_comes_back_with_it() {
    let mut desk = desk();
    let articles: Vec<_> = ["a", "b"].iter().map(|heading| desk.article(heading)).collect();
    let category = desk.category.clone();
    let asked =
        desk.editor.get(&format!("/categories-management/{category}/delete")).text().to_owned();
    assert!(
        asked.contains("1 subcategory goes with it.") && asked.contains("2 articles go with it."),
        "{asked}"
    );
    let deleted = desk.editor.post_form(&format!("/categories/{category}/delete"), &[]);
    assert_eq!(deleted.status, 303);
    let rows = "SELECT (SELECT count(*) FROM category) + (SELECT count(*) FROM subcategory) + (SELECT count(*) FROM article) AS count";
    assert_eq!(desk.database.count(rows), 0);

    let trash = desk.editor.get("/trash").text().to_owned();
    assert!(trash.contains("Your period") && trash.contains("and 3 more"), "{trash}");
    let undo = trash.split("action=\"").find(|part| part.starts_with("/trash/")).unwrap();
    let undo = undo.split('"').next().unwrap().to_owned();
    assert_eq!(desk.editor.post_form(&undo, &[]).status, 303);
    assert_eq!(desk.editor.post_form(&undo, &[]).status, 404, "it is undone already");
    let back = desk.editor.get_json(&format!("/articles/{}", id(&articles[0]))).json();
    assert_eq!(back, articles[0]);
    assert!(desk.editor.get("/trash").text().contains("The trash is empty"));
}

#[test]
fn what_was_changed_since_is_not_deleted_unseen() {
    let mut desk = desk();
    let article = id(&desk.article("One"));
    let page = desk.editor.get(&format!("/encyclopedia/{article}/delete")).text().to_owned();
    let version =
        page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    desk.editor.put_json(&format!("/articles/{article}"), &json!({"article_text": "Changed"}));
    let refused =
        desk.editor.post_form(&format!("/articles/{article}/delete"), &[("version", version)]);
    assert!(refused.header("location").unwrap().ends_with("/delete"));
    assert_eq!(desk.database.count("SELECT count(*) FROM article"), 1);
}

#[test]
fn odd_names_of_deletions_are_not_found() {
    let mut desk = desk();
    for odd in ["x", "30000000-0000-4000-8000-000000000009", "%00"] {
        assert_eq!(desk.editor.post_form(&format!("/trash/{odd}/undo"), &[]).status, 404, "{odd}");
    }
}

#[test]
fn many_are_deleted_together_or_not_at_all() {
    let mut desk = desk();
    let articles: Vec<String> =
        ["a", "b"].iter().map(|heading| id(&desk.article(heading))).collect();
    let gone = "30000000-0000-4000-8000-000000000009";
    let bulk = |ids: &[&str]| json!({"action": "delete", "ids": ids});
    let refused = desk.editor.post_json("/articles/bulk", &bulk(&[&articles[0], gone]));
    assert_eq!(refused.status, 404, "{}", refused.text());
    assert_eq!(desk.database.count("SELECT count(*) FROM article"), 2);
    let both = desk.editor.post_json("/articles/bulk", &bulk(&[&articles[0], &articles[1]]));
    assert_eq!((both.status, desk.database.count("SELECT count(*) FROM article")), (200, 0));
}
