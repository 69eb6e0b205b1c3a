//! Lists and the pages around them.

use domain::content::kinds::KINDS;
use domain::language::Language;
use serde_json::json;

use super::{create, desk};

#[test]
fn every_page_of_every_kind_opens_in_both_languages() {
    let mut desk = desk();
    for language in Language::ALL {
        desk.editor.set_cookie("interface", language.code());
        for kind in KINDS {
            for path in [
                kind.page.to_owned(),
                format!("{}/new", kind.page),
                format!("{}?q=x&sort=nothing&dir=desc&page=99999999999", kind.page),
            ] {
                let answer = desk.editor.get(&path);
                assert_eq!(answer.status, 200, "{path}");
                assert!(
                    answer.text().contains(&format!("<html lang=\"{}\"", language.code())),
                    "{path}"
                );
            }
        }
        assert_eq!(desk.editor.get("/trash").status, 200);
    }
}

#[test]
fn a_list_is_searched_filtered_sorted_and_paged_by_its_address() {
    let mut desk = desk();
    for number in 1..=30 {
        let message = json!({"content": format!("message {number:02}"), "live": number % 3 == 0});
        create(&mut desk.editor, "/avatar-message", &message);
    }
    let mut rows = |query: &str| -> Vec<String> {
        let page =
            desk.editor.get(&format!("/avatar-message-management?{query}")).text().to_owned();
        page.match_indices("class=\"row-link\"")
            .map(|(at, _)| {
                let text = &page[at..];
                let start = text.find('>').unwrap() + 1;
                text[start..text.find("</a>").unwrap()].to_owned()
            })
            .collect()
    };
    assert_eq!(rows("").len(), 25);
    assert_eq!(rows("page=2").len(), 5);
    assert_eq!(rows("q=MESSAGE%2007"), ["message 07"]);
    assert_eq!(rows("q=%25"), Vec::<String>::new(), "no wildcards");
    assert_eq!(rows("live=true").len(), 10);
    assert_eq!(rows("sort=content&dir=desc")[0], "message 30");
    assert_eq!(rows("sort=content&dir=desc&live=true&page=1")[1], "message 27");
    assert_eq!(rows("sort=lang%3BDROP&live=';--").len(), 0);

    // A change of the whole list reaches the rows of its other pages, and none beside it.
    let all = [
        ("all", "true"),
        ("action", "live"),
        ("return", "/avatar-message-management?q=message%200"),
    ];
    assert_eq!(desk.editor.post_form("/avatar-message/bulk", &all).status, 303);
    assert_eq!(desk.database.count("SELECT count(*) FROM avatar_messages WHERE live"), 9 + 7);
}

#[test]
fn a_category_leads_to_its_subcategories_and_they_to_their_articles() {
    let mut desk = desk();
    desk.article("One");
    let (category, subcategory) = (desk.category.clone(), desk.subcategory.clone());
    let leads = |answer: crate::wire::Answer| answer.header("location").map(str::to_owned);
    let list = leads(desk.editor.get(&format!("/categories-management/{category}"))).unwrap();
    assert!(list.starts_with("/subcategories-management?parent_category="));
    assert!(desk.editor.get(&list).text().contains("How periods work"));
    let list = leads(desk.editor.get(&format!("/subcategories-management/{subcategory}"))).unwrap();
    assert!(desk.editor.get(&list).text().contains(">One</a>"));
    let new = desk.editor.get(&format!("/encyclopedia/new?subcategory={subcategory}"));
    assert!(new.text().contains(&format!("value=\"{subcategory}\" selected")));
}

#[test]
fn bulk_changes_happen_to_all_or_none() {
    let mut desk = desk();
    let ids: Vec<String> =
        ["a", "b", "c"].iter().map(|heading| super::id(&desk.article(heading))).collect();
    let live = |desk: &super::Desk| desk.database.count("SELECT count(*) FROM article WHERE live");
    let bulk = |desk: &mut super::Desk, ids: &[String], action: &str| {
        desk.editor.post_json("/articles/bulk", &json!({"ids": ids, "action": action})).status
    };
    let mut with_stranger = ids.clone();
    with_stranger.push("30000000-0000-4000-8000-000000000009".to_owned());
    assert_eq!(bulk(&mut desk, &with_stranger, "not-live"), 404);
    assert_eq!(live(&desk), 3);
    assert_eq!(bulk(&mut desk, &ids[..2], "not-live"), 200);
    assert_eq!(live(&desk), 1);
    for (ids, action) in [(&ids[..0], "live"), (&ids[..], "publish")] {
        assert_eq!(bulk(&mut desk, ids, action), 400);
    }
    assert_eq!(bulk(&mut desk, &ids, "live"), 200);
    let sets = "SELECT count(DISTINCT change_set) FROM revision WHERE action = 'update'";
    assert_eq!(desk.database.count(sets), 2, "each bulk change is one change set");

    // A browser is warned before nothing of the kind is live any more.
    let form: Vec<(&str, &str)> =
        ids.iter().map(|id| ("ids", id.as_str())).chain([("action", "delete")]).collect();
    let warned = desk.editor.post_form("/articles/bulk", &form);
    assert_eq!((warned.status, live(&desk)), (200, 3));
    assert!(warned.text().contains("built into it"), "{}", warned.text());
    let confirmed = [&form[..], &[("confirmed", "true")]].concat();
    assert_eq!(desk.editor.post_form("/articles/bulk", &confirmed).status, 303);
    assert_eq!(live(&desk), 0);
    let page = desk.editor.get("/encyclopedia").text().to_owned();
    assert!(page.contains("3 items deleted") && page.contains("/undo"), "{page}");
}
