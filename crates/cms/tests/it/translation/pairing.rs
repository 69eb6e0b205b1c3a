//! What the assistant proposes, and what a person makes of it.

use serde_json::json;

use super::{desk, key, plain};

/// Whether a proposal pairs the rows that the demo content means.
fn is_right(found: &serde_json::Value) -> bool {
    let (source, target) = (plain(&found["source"]["id"]), plain(&found["target"]["id"]));
    match (source.parse::<i32>(), target.parse::<i32>()) {
        // Attributes and help centers: the Nepali ones come after the English ones.
        (Ok(source), Ok(target)) => source < target,
        _ => source[source.len() - 2..] == target[target.len() - 2..] && source[..8] == target[..8],
    }
}

#[test]
fn the_demo_content_pairs_as_it_is_meant() {
    let mut desk = desk();
    for (table, expected) in [
        ("category", 4),
        ("subcategory", 8),
        ("article", 16),
        ("quiz", 10),
        ("did_you_know", 12),
        ("avatar_messages", 6),
        ("help_center_attribute", 4),
        ("survey", 3),
    ] {
        let proposed = desk.proposed(table);
        let wrong: Vec<_> = proposed.iter().filter(|found| !is_right(found)).collect();
        assert!(wrong.is_empty(), "{table}: {wrong:#?}");
        assert_eq!(proposed.len(), expected, "{table}");
        assert_eq!(desk.pair(table), u64::try_from(expected).unwrap(), "{table}");
        assert!(desk.proposed(table).is_empty(), "{table}: what is paired is proposed no more");
    }
    let sure = desk.database.count("SELECT count(*) FROM translation WHERE item_table = 'article'");
    assert_eq!(sure, 32, "both halves of each");
}

#[test]
fn articles_wait_for_their_subcategories() {
    let mut desk = desk();
    assert!(desk.proposed("article").is_empty());
    let page = desk.nepali.get("/translation/pairing?table=article").text().to_owned();
    assert!(page.contains("/translation/pairing?table=subcategory"), "{page}");
    desk.pair("category");
    desk.pair("subcategory");
    let proposed = desk.proposed("article");
    assert_eq!(proposed.len(), 16);
    assert!(proposed.iter().any(|found| found["confidence"] == "sure"), "{proposed:#?}");
    let reasons = proposed[0]["reasons"].as_array().unwrap();
    assert!(reasons.contains(&json!("place-in-parent")), "{reasons:?}");
}

#[test]
fn a_form_pairs_many_at_once_or_none() {
    let mut desk = desk();
    let page = desk.nepali.get("/translation/pairing?table=category").text().to_owned();
    assert!(page.contains("name=\"pairs\"") && page.contains("checked"), "{page}");
    let pair = |row: u32| format!("{}:{}", key(1, 1, row), key(1, 2, row));
    let gone = format!("{}:{}", key(1, 1, 3), key(1, 2, 77));
    let refused = desk.nepali.post_form(
        "/translation/pairing",
        &[("table", "category"), ("pairs", &pair(1)), ("pairs", &gone)],
    );
    assert_eq!(refused.status, 404);
    // Two rows of one language are no pair.
    let same = format!("{}:{}", key(1, 1, 1), key(1, 1, 2));
    let refused =
        desk.nepali.post_form("/translation/pairing", &[("table", "category"), ("pairs", &same)]);
    assert_eq!(refused.status, 404);
    assert_eq!(
        desk.database.count("SELECT count(*) FROM translation WHERE item_table = 'category'"),
        0
    );
    let done = desk.nepali.post_form(
        "/translation/pairing",
        &[("table", "category"), ("pairs", &pair(1)), ("pairs", &pair(2)), ("equal", "true")],
    );
    assert_eq!(done.status, 303);
    assert_eq!(
        desk.database.count("SELECT count(*) FROM translation WHERE item_table = 'category'"),
        4
    );
    let taken = format!("{}:{}", key(1, 1, 1), key(1, 2, 3));
    let body = json!({ "table": "category", "pairs": [pair(4), taken] });
    assert_eq!(desk.nepali.post_json("/translation/pairing", &body).status, 409);
    assert_eq!(
        desk.database.count("SELECT count(*) FROM translation WHERE item_table = 'category'"),
        4
    );
    let told = "SELECT count(*) FROM audit_entry WHERE act = 'content-changed' \
                AND detail LIKE 'paired with %'";
    assert_eq!(desk.database.count(told), 2);
}

#[test]
fn two_editors_who_pair_one_row_at_once_leave_one_pair() {
    let desk = desk();
    let mut threads = Vec::new();
    for row in 1..=4 {
        let mut editor = desk.nepali.clone();
        threads.push(std::thread::spawn(move || {
            let pair = format!("{}:{}", key(1, 1, 1), key(1, 2, row));
            let body = json!({ "table": "category", "pairs": [pair] });
            editor.post_json("/translation/pairing", &body).status
        }));
    }
    let mut statuses: Vec<u16> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409]);
}
