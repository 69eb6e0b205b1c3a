//! Creating and changing.

use serde_json::json;

use super::{create, desk, id};
use crate::services;

/// One good row of each kind, as a program sends it.
fn good(desk: &super::Desk) -> Vec<(&'static str, serde_json::Value)> {
    vec![
        (
            "/articles",
            json!({"article_heading": "Two", "article_text": "t", "category": desk.category,
            "subcategory": desk.subcategory, "ageRestrictionLevel": "12", "contentFilter": "", "live": "true"}),
        ),
        (
            "/categories",
            json!({"title": "Body", "primary_emoji": "🌱", "primary_emoji_name": "growing"}),
        ),
        ("/subcategories", json!({"title": "Changes", "parent_category": desk.category})),
        (
            "/videos",
            json!({"title": "Film", "youtubeId": "https://youtu.be/dQw4w9WgXcQ", "live": false}),
        ),
        (
            "/quiz",
            json!({"topic": "t", "question": "q", "option1": "a", "option2": "b", "option3": "c",
            "right_answer": "2", "right_answer_response": "yes", "wrong_answer_response": "no", "live": true}),
        ),
        ("/didyouknow", json!({"title": "Fact", "content": "c", "live": true})),
        ("/avatar-message", json!({"content": "Hello", "live": true})),
        ("/help-center-attributes", json!({"name": "Health", "emoji": "🏥", "isActive": true})),
    ]
}

#[test]
fn every_kind_is_created_read_changed_and_deleted() {
    let mut desk = desk();
    for (path, body) in good(&desk) {
        let row = create(&mut desk.editor, path, &body);
        assert_eq!(row["lang"], "en", "{path}");
        let address = format!("{path}/{}", id(&row));
        assert_eq!(desk.editor.get_json(&address).json(), row);
        let listed = desk.editor.get_json(path).json();
        assert!(listed.as_array().unwrap().contains(&row), "{path}");
        // Saving it unchanged changes nothing, and so does a change of nothing.
        let again = desk.editor.put_json(&address, &body);
        assert_eq!((again.status, again.json()), (200, row.clone()), "{path}");
        assert_eq!(desk.editor.put_json(&address, &json!({})).json(), row, "{path}");
        let removed = desk.editor.delete(&address);
        assert_eq!((removed.status, removed.json()), (200, row), "{path}");
        assert_eq!(desk.editor.get_json(&address).status, 404, "{path}");
        assert_eq!(desk.editor.delete(&address).status, 404, "{path}");
    }
    assert_eq!(desk.database.count("SELECT count(*) FROM revision WHERE action = 'update'"), 0);
}

#[test]
fn a_help_center_is_stored_as_phones_read_it() {
    let mut desk = desk();
    let attribute = create(
        &mut desk.editor,
        "/help-center-attributes",
        &json!({"name": "Health", "emoji": "🏥"}),
    );
    let center = create(
        &mut desk.editor,
        "/help-center",
        &json!({"title": "Clinic", "caption": "c", "contactOne": "1", "region": "NP",
            "subRegion": ["3111", "3117"], "website": "https://a.example\nhttps://b.example",
            "primaryAttributeId": attribute["id"], "otherAttributes": "", "isActive": true}),
    );
    assert_eq!(center["subRegion"], "3111,3117");
    assert_eq!(center["website"], "https://a.example,https://b.example");
    assert_eq!(center["primaryAttributeId"], attribute["id"]);
    assert!(center["otherAttributes"].is_null() && center["contactTwo"] == "");
    let address = format!("/help-center/{}", center["id"]);
    let emptied = desk.editor.put_json(&address, &json!({"subRegion": [""]}));
    assert!(emptied.json()["subRegion"].is_null(), "{}", emptied.text());
}

#[test]
fn what_is_wrong_is_refused_and_nothing_is_written() {
    let mut desk = desk();
    let cases = [
        ("/articles", json!({}), 400),
        (
            "/articles",
            json!({"article_heading": "x", "article_text": "x", "subcategory": "nothing"}),
            400,
        ),
        (
            "/categories",
            json!({"title": "x".repeat(36), "primary_emoji": "🌱", "primary_emoji_name": "x"}),
            400,
        ),
        (
            "/categories",
            json!({"title": "x", "primary_emoji": "word", "primary_emoji_name": "x"}),
            400,
        ),
        (
            "/categories",
            json!({"title": "YOUR PERIOD", "primary_emoji": "🌱", "primary_emoji_name": "x"}),
            409,
        ),
        (
            "/categories",
            json!({"title": "x", "primary_emoji": "🩸", "primary_emoji_name": "x"}),
            409,
        ),
        ("/videos", json!({"title": "x"}), 400),
        (
            "/quiz",
            json!({"topic": "t", "question": "q", "option1": "a", "option2": "a", "option3": "c",
            "right_answer": "4", "right_answer_response": "r", "wrong_answer_response": "w"}),
            400,
        ),
        (
            "/help-center",
            json!({"title": "x", "caption": "c", "contactOne": "1", "primaryAttributeId": 99}),
            400,
        ),
    ];
    let before = desk.database.count("SELECT count(*) FROM revision");
    for (path, body, status) in cases {
        let answer = desk.editor.post_json(path, &body);
        assert_eq!(answer.status, status, "{path} {body}: {}", answer.text());
        assert!(answer.json()["message"].is_string());
    }
    for body in ["[]", "{", "\"x\"", "{\"a\":\"\\u0000\"}"] {
        let headers = [("Accept", "application/json"), ("Content-Type", "application/json")];
        let answer = desk.editor.request("POST", "/articles", &headers, body.as_bytes());
        assert_eq!(answer.status, 400, "{body}");
    }
    assert_eq!(desk.database.count("SELECT count(*) FROM revision"), before);
}

#[test]
fn a_form_that_is_refused_comes_back_with_what_was_typed() {
    let mut desk = desk();
    let answer = desk.editor.post_form(
        "/articles",
        &[("article_heading", ""), ("article_text", "A long text that took an hour & more")],
    );
    assert_eq!(answer.status, 400);
    let page = answer.text();
    assert!(page.contains("A long text that took an hour &#38; more"), "{page}");
    assert!(page.contains("Fill this in."), "{page}");
}

#[test]
fn a_form_leads_back_with_a_message_that_is_shown_once() {
    let mut desk = desk();
    let subcategory = desk.subcategory.clone();
    let fields = [
        ("article_heading", "शीर्षक <b>"),
        ("article_text", "x"),
        ("subcategory", subcategory.as_str()),
        ("live", ""),
        ("return", "/encyclopedia?q=x"),
        ("then", "close"),
    ];
    let saved = desk.editor.post_form("/articles", &fields);
    assert_eq!((saved.status, saved.header("location")), (303, Some("/encyclopedia?q=x")));
    let page = desk.editor.get("/encyclopedia").text().to_owned();
    assert!(page.contains("Saved: शीर्षक &#60;b&#62;"), "{page}");
    assert!(!desk.editor.get("/encyclopedia").text().contains("Saved:"));
    let elsewhere = [&fields[..4], &[("return", "//example.org"), ("then", "close")]].concat();
    let mut elsewhere = elsewhere;
    elsewhere[0].1 = "Another";
    let saved = desk.editor.post_form("/articles", &elsewhere);
    assert_eq!(saved.header("location"), Some("/encyclopedia"));
}

#[test]
fn two_editors_who_save_one_row_are_told() {
    let mut desk = desk();
    let article = desk.article("One");
    let address = format!("/articles/{}", id(&article));
    let page = desk.editor.get(&format!("/encyclopedia/{}/edit", id(&article))).text().to_owned();
    let version =
        page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();

    // Meanwhile somebody with psql, which is as good as another editor.
    desk.database.execute("UPDATE article SET article_text = 'Their text'");
    let form = [
        ("version", version),
        ("article_heading", "One"),
        ("article_text", "My text"),
        ("subcategory", desk.subcategory.as_str()),
    ];
    let answer = desk.editor.post_form(&address, &form);
    assert_eq!(answer.status, 409);
    let page = answer.text();
    assert!(page.contains("My text") && page.contains("<del>Their"), "{page}");
    assert_eq!(desk.database.text("SELECT article_text AS text FROM article"), "Their text");
    assert_eq!(
        desk.editor.put_json(&address, &json!({"version": version, "article_text": "x"})).status,
        409
    );

    // Saving from that page writes over it, and both texts stay in the history.
    let version =
        page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut form = form;
    form[0].1 = version;
    assert_eq!(desk.editor.post_form(&address, &form).status, 303);
    assert_eq!(desk.database.text("SELECT article_text AS text FROM article"), "My text");
    assert_eq!(desk.database.count("SELECT count(*) FROM revision WHERE action = 'outside'"), 1);
    let kept = "SELECT before ->> 'article_text' AS text FROM revision WHERE action = 'update'";
    assert_eq!(desk.database.text(kept), "Their text");
}

#[test]
fn two_editors_who_create_the_same_at_once_make_one() {
    let desk = desk();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..6)
            .map(|_| {
                let mut editor = desk.editor.clone();
                let body = json!({"article_heading": "Same", "article_text": "t",
                    "category": desk.category, "subcategory": desk.subcategory});
                scope.spawn(move || editor.post_json("/articles", &body).status)
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| matches!(status, 200 | 409)), "{statuses:?}");
    assert_eq!(desk.database.count("SELECT count(*) FROM article"), 1);
}

#[test]
fn a_subcategory_that_moves_takes_its_articles_along() {
    let mut desk = desk();
    desk.article("One");
    let other = create(
        &mut desk.editor,
        "/categories",
        &json!({"title": "Other", "primary_emoji": "🌱", "primary_emoji_name": "x"}),
    );
    let moved = desk.editor.put_json(
        &format!("/subcategories/{}", desk.subcategory),
        &json!({"parent_category": other["id"]}),
    );
    assert_eq!(moved.status, 200, "{}", moved.text());
    assert_eq!(desk.database.text("SELECT category AS text FROM article"), id(&other));
}

#[test]
fn age_and_filter_are_set_from_a_list() {
    let mut desk = desk();
    let article = desk.article("One");
    let set = |desk: &mut super::Desk, path: &str, source: &str, level: &str| {
        let body = json!({"source": source, "id": article["id"], "level": level});
        desk.editor.post_json(path, &body)
    };
    let row = set(&mut desk, "/api/age-restriction", "article", "12").json();
    assert_eq!((&row["ageRestrictionLevel"], &row["isAgeRestricted"]), (&json!(12), &json!(true)));
    let row = set(&mut desk, "/api/age-restriction", "article", "0").json();
    assert_eq!((&row["ageRestrictionLevel"], &row["isAgeRestricted"]), (&json!(0), &json!(false)));
    for (source, level, status) in
        [("article", "13", 400), ("article", "NaN", 400), ("user", "0", 400), ("quiz", "0", 404)]
    {
        assert_eq!(set(&mut desk, "/api/age-restriction", source, level).status, status);
    }
    assert_eq!(set(&mut desk, "/api/content-filter", "article", "0").status, 200);
}

#[test]
fn phones_see_a_change_within_two_seconds_on_every_instance_of_both_services() {
    let mut desk = desk();
    let others = [
        services::cms(&desk.database),
        services::api(&desk.database),
        services::api(&desk.database),
    ];
    let article = desk.article("Fresh");
    let showing = || {
        let shows = |address: &str| {
            let services = std::iter::once(&desk.cms).chain(&others);
            services.filter(|service| service.get(address).text().contains("Fresh")).count()
        };
        (shows("/mobile/articles/en"), shows("/mobile/content/en"))
    };
    let soon = std::time::Duration::from_secs(5);
    services::within(soon, "all show it", || showing() == (4, 4));
    let hide = format!("/articles/{}/live?to=false&confirmed=true", id(&article));
    assert_eq!(desk.editor.post_form(&hide, &[]).status, 303);
    services::within(soon, "all hide it", || showing() == (0, 0));
}
