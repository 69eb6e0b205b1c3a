//! The order in which the app shows rows.

use serde_json::json;

use super::{desk, id};

#[test]
fn rows_move_by_buttons_by_dragging_and_by_the_originals_form() {
    let mut desk = desk();
    let ids: Vec<String> =
        ["a", "b", "c"].iter().map(|heading| id(&desk.article(heading))).collect();
    let now = |desk: &super::Desk| {
        desk.database.text(
            "SELECT string_agg(article_heading, '' ORDER BY \"sortingKey\") AS text FROM article",
        )
    };
    let page = desk.editor.get(&format!("/encyclopedia/order?subcategory={}", desk.subcategory));
    assert_eq!(page.status, 200);
    assert!(page.text().contains(&format!("up:{}", ids[1])));

    let up = format!("up:{}", ids[2]);
    let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("order", id.as_str())).collect();
    form.push(("move", &up));
    assert_eq!(desk.editor.post_form("/articles/order?return=/encyclopedia", &form).status, 303);
    assert_eq!(now(&desk), "acb");

    let dragged = json!({"order": [ids[1], ids[0], ids[2]]});
    assert_eq!(desk.editor.put_json("/articles", &dragged).json(), json!({"moved": 3}));
    assert_eq!(now(&desk), "bac");

    let originals = json!({"rowReorderResult": [
        {"id": ids[0], "sortingKey": 1, "article_heading": "ignored"}, {"id": ids[1], "sortingKey": 3}, {"id": ids[2], "sortingKey": "2"}]});
    assert_eq!(desk.editor.put_json("/articles", &originals).status, 200);
    assert_eq!(now(&desk), "acb");
    assert_eq!(desk.database.count("SELECT count(*) FROM revision WHERE action = 'reorder'"), 3);

    for bad in [
        json!({}),
        json!({"rowReorderResult": []}),
        json!({"rowReorderResult": [{"id": ids[0], "sortingKey": "x"}]}),
    ] {
        assert_eq!(desk.editor.put_json("/articles", &bad).status, 400, "{bad}");
    }
    for missing in [
        json!({"order": ["x"]}),
        json!({"order": [ids[0], ids[0]]}),
        json!({"order": [ids[0]], "move": "up:x"}),
    ] {
        assert_eq!(desk.editor.put_json("/articles", &missing).status, 404, "{missing}");
    }
    assert_eq!(now(&desk), "acb");
}

#[test]
fn an_order_is_told_row_by_row_and_comes_back() {
    let mut desk = desk();
    let ids: Vec<String> =
        ["Apple", "Berry", "Cherry"].iter().map(|heading| id(&desk.article(heading))).collect();
    let order = |at: [usize; 3]| json!({"order": at.map(|at| ids[at].clone())});
    assert_eq!(desk.editor.put_json("/articles", &order([2, 0, 1])).status, 200);
    assert_eq!(desk.editor.put_json("/articles", &order([2, 1, 0])).status, 200);
    let page = format!("/history/article/order?subcategory={}", desk.subcategory);
    let link = desk.editor.get(&format!("/encyclopedia/order?subcategory={}", desk.subcategory));
    assert!(link.text().contains(&page), "the page of the order leads there");
    let told = desk.editor.get(&page).text().to_owned();
    assert!(told.contains(">Cherry</span>: from place 3 to place 1"), "{told}");
    assert!(told.contains(">Berry</span>: from place 3 to place 2"), "{told}");
    assert_eq!(told.matches("as it is now").count(), 1, "{told}");
    let elsewhere = desk.editor.get("/history/article/order?subcategory=other").text().to_owned();
    assert!(elsewhere.contains("Nobody has changed the order yet"), "{elsewhere}");

    assert_eq!(desk.editor.delete(&format!("/articles/{}", ids[0])).status, 200);
    assert!(desk.editor.get(&page).text().contains("as it is now"), "what is gone has no place");
    let first =
        desk.database.text("SELECT min(id)::text AS text FROM revision WHERE action = 'reorder'");
    let restore = "/history/article/order/restore";
    let back = desk.editor.post_form(restore, &[("revision", &first)]);
    assert_eq!(back.status, 303, "{}", back.text());
    let now = desk.database.text(
        "SELECT string_agg(article_heading, ' ' ORDER BY \"sortingKey\") AS text FROM article",
    );
    assert_eq!(now, "Cherry Berry");
    for odd in ["x", "0", ""] {
        assert_eq!(desk.editor.post_form(restore, &[("revision", odd)]).status, 404, "{odd}");
    }
    let category = desk.database.text("SELECT min(id)::text AS text FROM revision");
    assert_eq!(desk.editor.post_form(restore, &[("revision", &category)]).status, 404);
}
