//! Who else is on an item.

use domain::access::Role;
use serde_json::json;

use crate::content::{desk, id};
use crate::{editors, services};

#[test]
fn two_who_have_one_form_open_are_told_of_each_other() {
    let mut desk = desk();
    let article = id(&desk.article("Why walking helps"));
    // Another instance knows it too.
    let other = services::cms(&desk.database);
    let mut gita = editors::signed_in(&other, &desk.database, Role::ContentManager, "en");
    let path = format!("/presence/article/{article}");
    let page = [("page", "p1")];
    assert_eq!(desk.editor.post_form(&path, &page).text().trim(), "", "nobody else is here");
    let seen = gita.post_form(&path, &[("page", "p2")]);
    assert!(seen.text().contains("superAdmin-en-0 has this open too"), "{}", seen.text());
    let seen = desk.editor.get_json(&path).json();
    assert_eq!(seen[0]["editor"], json!("contentManager-en-1"), "{seen}");
    assert_eq!(seen.as_array().unwrap().len(), 1);

    let form = desk.editor.get(&format!("/encyclopedia/{article}/edit"));
    assert!(form.text().contains("contentManager-en-1 has this open too"), "without scripts too");
    let list = desk.editor.get("/encyclopedia");
    assert!(list.text().contains("contentManager-en-1 has this open"), "{}", list.text());

    // She has it open twice, and leaves one of them.
    gita.post_form(&path, &[("page", "p3")]);
    assert_eq!(gita.post_form(&format!("{path}/left"), &[("page", "p2")]).status, 204);
    assert_eq!(desk.editor.get_json(&path).json().as_array().unwrap().len(), 1);
    assert_eq!(gita.post_form(&format!("{path}/left"), &[("page", "p3")]).status, 204);
    assert_eq!(desk.editor.get_json(&path).json(), json!([]));

    // Who has said nothing for a minute is gone, and begins anew when she comes back.
    gita.post_form(&path, &[("page", "p4")]);
    desk.database.execute(
        "UPDATE presence SET seen_at = now() - interval '61 seconds', \
         since = now() - interval '1 day' WHERE page = 'p4'",
    );
    assert_eq!(desk.editor.get_json(&path).json(), json!([]));
    gita.post_form(&path, &[("page", "p4")]);
    let lasting = "SELECT count(*) FROM presence \
                   WHERE page = 'p4' AND since < now() - interval '1 hour'";
    assert_eq!(desk.database.count(lasting), 0);
}

#[test]
fn nobody_is_on_what_she_may_not_see() {
    let mut desk = desk();
    let article = id(&desk.article("Why walking helps"));
    let mut nepali = editors::signed_in(&desk.cms, &desk.database, Role::ContentManager, "ne");
    let page = [("page", "p1")];
    for path in [
        format!("/presence/article/{article}"),
        "/presence/article/30000000-0000-4000-8000-000000000009".to_owned(),
        "/presence/user/1".to_owned(),
        "/presence/article/x".to_owned(),
    ] {
        assert_eq!(nepali.post_form(&path, &page).status, 404, "{path}");
    }
    desk.editor.post_form(&format!("/presence/article/{article}"), &page);
    assert_eq!(nepali.get_json(&format!("/presence/article/{article}")).json(), json!([]));
    for odd in ["", "<b>", &"x".repeat(41)] {
        let answer =
            desk.editor.post_form(&format!("/presence/article/{article}"), &[("page", odd)]);
        assert_eq!(answer.status, 400, "{odd}");
    }
    assert_eq!(desk.database.count("SELECT count(*) FROM presence"), 1);
}
