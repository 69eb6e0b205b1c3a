//! A language's rows are for those who work in it.

use domain::access::Role;
use domain::content::kinds::KINDS;
use serde_json::json;

use super::{desk, id};
use crate::editors;

#[test]
fn rows_of_another_language_are_not_there() {
    let mut desk = desk();
    let article = id(&desk.article("English"));
    let mut nepali = editors::signed_in(&desk.cms, &desk.database, Role::ContentManager, "ne");
    let row = format!("/articles/{article}");
    for (what, status) in [
        ("read", nepali.get_json(&row).status),
        ("change", nepali.put_json(&row, &json!({"article_heading": "x"})).status),
        ("delete", nepali.delete(&row).status),
        ("form", nepali.get(&format!("/encyclopedia/{article}/edit")).status),
        ("delete page", nepali.get(&format!("/encyclopedia/{article}/delete")).status),
        ("live", nepali.post_form(&format!("{row}/live?to=false"), &[]).status),
        ("history", nepali.get(&format!("/history/article/{article}")).status),
        (
            "bulk",
            nepali
                .post_json("/articles/bulk", &json!({"ids": [article], "action": "delete"}))
                .status,
        ),
        ("order", nepali.put_json("/articles", &json!({"order": [article]})).status),
        (
            "age",
            nepali
                .post_json(
                    "/api/age-restriction",
                    &json!({"source": "article", "id": article, "level": "0"}),
                )
                .status,
        ),
    ] {
        assert_eq!(status, 404, "{what}");
    }
    assert_eq!(nepali.get_json("/articles").json(), json!([]));
    // Its words are free in the other language, and its category is none of theirs.
    let own = nepali.post_json(
        "/categories",
        &json!({"title": "Your period", "primary_emoji": "🩸", "primary_emoji_name": "p"}),
    );
    assert_eq!((own.status, own.json()["lang"].clone()), (200, json!("ne")), "{}", own.text());
    let mixed = nepali
        .post_json("/subcategories", &json!({"title": "x", "parent_category": desk.category}));
    assert_eq!(mixed.status, 400);
    assert_eq!(desk.database.count("SELECT count(*) FROM article WHERE live"), 1);
}

#[test]
fn an_edit_never_moves_a_row_to_another_language() {
    let mut desk = desk();
    let article = id(&desk.article("One"));
    let changed = desk.editor.put_json(
        &format!("/articles/{article}"),
        &json!({"lang": "ne", "id": "30000000-0000-4000-8000-000000000009", "sortingKey": 99, "article_heading": "Two"}),
    );
    assert_eq!(changed.status, 200);
    let row = changed.json();
    assert_eq!(
        (&row["lang"], &row["id"], &row["sortingKey"]),
        (&json!("en"), &json!(article), &json!(1))
    );
}

#[test]
fn odd_ids_are_not_found() {
    let mut desk = desk();
    for kind in KINDS {
        for odd in [
            "0",
            "x",
            "%00",
            "-1",
            "99999999999999999999",
            "30000000-0000-4000-8000-000000000009",
            "%F0%9F%A9%B8",
        ] {
            let row = format!("{}/{odd}", kind.path);
            assert_eq!(desk.editor.get_json(&row).status, 404, "GET {row}");
            assert_eq!(desk.editor.delete(&row).status, 404, "DELETE {row}");
            assert_eq!(desk.editor.put_json(&row, &json!({})).status, 404, "PUT {row}");
            let form = format!("{}/{odd}/edit", kind.page);
            assert_eq!(desk.editor.get(&form).status, 404, "GET {form}");
        }
    }
    for path in [
        "/history/user/1",
        "/history/article/x",
        "/history/oky_user/30000000-0000-4000-8000-000000000009",
    ] {
        assert_eq!(desk.editor.get(path).status, 404, "{path}");
    }
}
