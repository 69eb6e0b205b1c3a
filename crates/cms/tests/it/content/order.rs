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
