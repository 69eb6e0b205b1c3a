//! The one door for changes to content: revisions, conflicts, trash and order.

use db::editing::{
    self, Author, Changed, Deleted, Direction, Item, ListQuery, OrderChange, UndoOutcome, revision,
};
use testkit::Database;

const ARTICLE: &str = "30000000-0000-4000-8000-000000000001";
const SURVEY: &str = "60000000-0000-4000-8000-000000000001";

fn author() -> Author {
    Author { editor_id: Some(7), name: "editor".to_owned() }
}

fn item(table: &str, id: &str) -> Item {
    Item::new(table, id).unwrap()
}

fn with_article() -> Database {
    let database = Database::migrated();
    let mut connection = database.connection();
    editing::create(&mut connection, &author(), &item("article", ARTICLE), |connection| {
        editing::insert_row(
            connection,
            item("article", ARTICLE).table(),
            &format!(
                r#"{{"id":"{ARTICLE}","category":"c","subcategory":"s","article_heading":"One","article_text":"पहिलो \"पाठ\" 😀","live":true,"lang":"ne"}}"#
            ),
        )
    })
    .unwrap();
    database
}

#[test]
fn what_is_created_gets_its_defaults_and_a_revision() {
    let database = with_article();
    assert_eq!(database.text(r#"SELECT article_text AS text FROM article"#), "पहिलो \"पाठ\" 😀");
    assert_eq!(database.count(r#"SELECT "sortingKey"::bigint AS count FROM article"#), 1);
    let revisions =
        revision::of_item(&mut database.connection(), &item("article", ARTICLE), None, 10).unwrap();
    assert_eq!(revisions.len(), 1);
    assert_eq!((revisions[0].action.as_str(), revisions[0].lang.as_str()), ("create", "ne"));
    assert!(revisions[0].before.is_none() && revisions[0].after.is_some());
}

#[test]
fn a_change_needs_the_version_that_was_seen() {
    let database = with_article();
    let connection = &mut database.connection();
    let article = item("article", ARTICLE);
    let seen = editing::image(connection, &article).unwrap().unwrap();
    let heading = |text: &str, expected: &str| {
        let json = format!(r#"{{"article_heading":"{text}","lang":"en","id":"x"}}"#);
        editing::update(
            &mut database.connection(),
            &author(),
            &article,
            "ne",
            Some(expected),
            |connection| editing::update_row(connection, &article, &json),
        )
        .unwrap()
    };
    let Changed::Done(first) = heading("Two", &seen.version) else { panic!("not done") };
    assert_eq!(first.values()["article_heading"], "Two");
    assert_eq!(first.values()["lang"], "ne", "a change never moves a row to another language");
    let Changed::Conflict(now) = heading("Three", &seen.version) else { panic!("no conflict") };
    assert_eq!(now, first);
    // Saving what is there already is no change.
    assert!(matches!(heading("Two", &first.version), Changed::Done(_)));
    assert_eq!(database.count("SELECT count(*) FROM revision"), 2);
    let missing = editing::update(connection, &author(), &article, "en", None, |_| Ok(()));
    assert_eq!(missing.unwrap(), Changed::Missing, "another language");
}

#[test]
fn a_change_made_outside_is_noticed_and_kept() {
    let database = with_article();
    let article = item("article", ARTICLE);
    database.execute("UPDATE article SET article_heading = 'Outside'");
    let connection = &mut database.connection();
    editing::update(connection, &author(), &article, "ne", None, |connection| {
        editing::update_row(connection, &article, r#"{"article_heading":"Mine"}"#)
    })
    .unwrap();
    let actions: Vec<String> = revision::of_item(connection, &article, None, 10)
        .unwrap()
        .into_iter()
        .map(|revision| revision.action)
        .collect();
    assert_eq!(actions, ["update", "outside", "create"]);
}

#[test]
fn what_fails_in_the_middle_leaves_nothing() {
    let database = with_article();
    let article = item("article", ARTICLE);
    let failed = editing::update(
        &mut database.connection(),
        &author(),
        &article,
        "ne",
        None,
        |connection| {
            editing::update_row(connection, &article, r#"{"article_heading":"Half"}"#)?;
            editing::update_row(connection, &article, r#"{"article_text":null}"#)
        },
    );
    assert!(failed.is_err());
    assert_eq!(database.text("SELECT article_heading AS text FROM article"), "One");
    assert_eq!(database.count("SELECT count(*) FROM revision"), 1);
}

#[test]
fn what_is_deleted_together_comes_back_together() {
    let database = with_article();
    let connection = &mut database.connection();
    database.execute(&format!(
        r#"INSERT INTO survey (id, question, option1, option2, option3, option4, option5, response, live, lang)
           VALUES ('{SURVEY}', '', '', '', '', '', '', '', true, 'ne');
           INSERT INTO question (id, question, option1, option2, option3, option4, option5, response, next_question, sort_number, "surveyId")
           SELECT gen_random_uuid(), 'q' || n, '', '', '', '', '', '', '{{"option1":"\ud800"}}', n, '{SURVEY}' FROM generate_series(0, 9) AS n"#
    ));
    let items = [item("survey", SURVEY), item("article", ARTICLE)];
    let before = editing::image(connection, &items[0]).unwrap().unwrap();
    assert!(before.json.contains("q9"));
    let deleted = editing::delete(connection, &author(), &items, "ne", Some(&before.version));
    let Deleted::Done { change_set, rows: 2 } = deleted.unwrap() else { panic!("not deleted") };
    assert_eq!(database.count("SELECT (SELECT count(*) FROM question) + (SELECT count(*) FROM survey) + (SELECT count(*) FROM article) AS count"), 0);

    let trash = editing::trash(connection, "ne", None, 10, 0).unwrap();
    assert_eq!((trash.len(), trash[0].rows, trash[0].item_table.as_str()), (1, 2, "survey"));
    assert!(editing::trash(connection, "en", None, 10, 0).unwrap().is_empty());

    let undo = |lang: &str| {
        editing::undo_deletion(&mut database.connection(), &author(), change_set, lang).unwrap()
    };
    assert_eq!(undo("en"), UndoOutcome::Missing);
    assert_eq!(undo("ne"), UndoOutcome::Done(2));
    assert_eq!(undo("ne"), UndoOutcome::Missing);
    // All but the half character, which PostgreSQL can keep and not take apart.
    let after = editing::image(connection, &items[0]).unwrap().unwrap();
    assert_eq!(after.json, before.json.replace(r"\ud800", r"\u0020"));
}

#[test]
fn the_trash_is_emptied_after_thirty_days() {
    let database = with_article();
    let connection = &mut database.connection();
    database.execute(r#"UPDATE article SET "voiceOverKey" = 'key.mp3'"#);
    let article = item("article", ARTICLE);
    editing::delete(connection, &author(), std::slice::from_ref(&article), "ne", None).unwrap();
    assert!(editing::purge_trash(connection).unwrap().is_empty());
    database.execute("UPDATE revision SET at = at - interval '31 days'");
    assert!(editing::trash(connection, "ne", None, 10, 0).unwrap().is_empty());
    assert_eq!(editing::purge_trash(connection).unwrap(), ["key.mp3"]);
    assert_eq!(database.count("SELECT count(*) FROM revision"), 0);
}

#[test]
fn rows_share_out_their_places() {
    let database = Database::migrated();
    database.execute(
        r#"INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang, "sortingKey")
           SELECT ('10000000-0000-4000-8000-00000000000' || n)::uuid, 'c' || n, '', '',
                  CASE n WHEN 4 THEN 'en' ELSE 'ne' END, CASE n WHEN 3 THEN 2 ELSE n END
             FROM generate_series(1, 5) AS n"#,
    );
    let id = |n: i32| format!("10000000-0000-4000-8000-00000000000{n}");
    let table = Item::new("category", &id(1)).unwrap().table();
    let order = |ids: &[i32]| {
        let ids: Vec<String> = ids.iter().map(|n| id(*n)).collect();
        editing::reorder(&mut database.connection(), &author(), table, "ne", &ids).unwrap()
    };
    assert!(matches!(order(&[5, 3, 2, 1]), OrderChange::Done(_)));
    let now = "SELECT string_agg(title, ' ' ORDER BY \"sortingKey\") AS text FROM category WHERE lang = 'ne'";
    assert_eq!(database.text(now), "c5 c3 c2 c1");
    assert_eq!(order(&[5, 3, 2, 1]), OrderChange::Done(0));
    assert_eq!(order(&[5, 4]), OrderChange::Missing, "a row of another language");
    assert_eq!(order(&[5, 5]), OrderChange::Missing, "a row named twice");
    assert_eq!(database.text(now), "c5 c3 c2 c1");
}

#[test]
fn lists_are_searched_filtered_and_sorted() {
    let database = Database::migrated();
    database.execute(
        "INSERT INTO avatar_messages (id, content, live, lang)
         SELECT gen_random_uuid(), 'message ' || n || CASE n WHEN 7 THEN ' 100%_a' ELSE '' END, n % 2 = 0, 'en'
           FROM generate_series(1, 30) AS n",
    );
    let table = Item::new("avatar_messages", ARTICLE).unwrap().table();
    let query = ListQuery {
        table,
        lang: "en",
        search: "",
        searched: &["content"],
        equal: &[],
        sort: Some("content"),
        direction: Direction::Descending,
        limit: 10,
        offset: 20,
    };
    let listed = |query: &ListQuery<'_>| {
        let found = editing::list(&mut database.connection(), query).unwrap();
        (found.rows.len(), found.total)
    };
    assert_eq!(listed(&query), (10, 30));
    assert_eq!(listed(&ListQuery { offset: 40, ..query.clone() }), (0, 30));
    assert_eq!(listed(&ListQuery { search: "100%_A", offset: 0, ..query.clone() }), (1, 1));
    assert_eq!(listed(&ListQuery { search: "1__", offset: 0, ..query.clone() }), (0, 0));
    let live = [("live", "true".to_owned())];
    assert_eq!(listed(&ListQuery { equal: &live, offset: 0, ..query.clone() }), (10, 15));
    assert_eq!(listed(&ListQuery { lang: "ne", offset: 0, ..query.clone() }), (0, 0));
}
