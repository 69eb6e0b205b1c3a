//! What the original writes is in our lists and on phones, and no editor of ours writes over it
//! without knowing.

use domain::access::Role;
use serde_json::json;
use testkit::database::SCHEMA;
use testkit::{Database, Original};

use super::statements::{Sample, documents, kinds, survey};
use super::{attribute, newest};
use crate::content::desk;
use crate::editors::{PASSWORD, Visitor, signed_in, visitor};
use crate::freshness::SOON;
use crate::services::{self, within};

/// The version in a page's form.
fn version(page: &str) -> String {
    let after = page.split("name=\"version\" value=\"").nth(1).expect("a version in the form");
    after.split('"').next().unwrap().to_owned()
}

/// The page where a row is changed.
fn edit_page(table: &str, id: &str) -> String {
    let kind = domain::content::kinds::KINDS.iter().find(|kind| kind.table == table).unwrap();
    format!("{}/{id}/edit", kind.page)
}

fn update(original: &Original<'_>, sample: &Sample, id: &str, text: &str) {
    original.execute(&format!(
        "UPDATE \"{SCHEMA}\".\"{}\" SET \"{}\" = '{text}' WHERE \"id\" IN ('{id}')",
        sample.table, sample.text
    ));
}

#[test]
fn rows_of_the_original_are_listed_shown_and_changed() {
    let mut desk = desk();
    let api = services::api(&desk.database);
    let original = Original::on(&desk.database);
    attribute(&original);
    let samples = kinds(&desk.category, &desk.subcategory);
    for sample in &samples {
        original.execute(&sample.insert());
        let id = newest(&desk.database, sample.table);
        let address = format!("{}/{id}", sample.path);
        let row = desk.editor.get_json(&address);
        assert_eq!(
            (row.status, &row.json()[sample.text]),
            (200, &sample.body[sample.text]),
            "{address}"
        );
        assert!(desk.editor.get_json(sample.path).json().as_array().unwrap().contains(&row.json()));
        if !sample.phones.is_empty() {
            for service in [&desk.cms, &api] {
                within(SOON, sample.phones, || service.get(sample.phones).text().contains(&id));
            }
        }
        the_originals_change_is_not_lost(&mut desk.editor, &original, sample, &id);
        let history = desk.editor.get(&format!("/history/{}/{id}", sample.table));
        assert!(history.status == 200 && history.text().contains("Theirs"), "{address}");
        original.execute(&format!(
            "DELETE FROM \"{SCHEMA}\".\"{}\" WHERE \"id\" IN ('{id}')",
            sample.table
        ));
        assert_eq!(desk.editor.get_json(&address).status, 404, "{address}");
        assert_eq!(desk.editor.put_json(&address, &json!({sample.text: "x"})).status, 404);
    }
    for sample in documents() {
        original.execute(&sample.insert());
        let text = if sample.text == "message" { "Please update" } else { "A heading" };
        for service in [&desk.cms, &api] {
            within(SOON, sample.phones, || service.get(sample.phones).text().contains(text));
        }
        let id = newest(&desk.database, sample.table);
        assert_eq!(
            desk.editor.get_json(&format!("{}/{id}", sample.path)).status,
            200,
            "{}",
            sample.path
        );
    }
}

/// Our editor has the form open while the original changes the row: she is told by 409, and what
/// she then writes knowingly is in the history beside what she wrote over.
fn the_originals_change_is_not_lost(
    editor: &mut Visitor,
    original: &Original<'_>,
    sample: &Sample,
    id: &str,
) {
    let (page, address) = (edit_page(sample.table, id), format!("{}/{id}", sample.path));
    let seen = version(editor.get(&page).text());
    update(original, sample, id, "Theirs");
    let mine = json!({"version": seen, sample.text: "Mine"});
    assert_eq!(editor.put_json(&address, &mine).status, 409, "{address}");
    let mut fields: Vec<(&str, &str)> = vec![("version", &seen), (sample.text, "Mine")];
    let others = sample.body.as_object().unwrap().iter().filter(|(name, _)| *name != sample.text);
    fields.extend(others.map(|(name, value)| (name.as_str(), value.as_str().unwrap())));
    let conflict = editor.post_form(&address, &fields);
    assert_eq!(conflict.status, 409, "{address}");
    assert!(conflict.text().contains("Theirs") && conflict.text().contains("Mine"), "{address}");
    assert_eq!(editor.get_json(&address).json()[sample.text], "Theirs");
    let mine = json!({"version": version(conflict.text()), sample.text: "Mine"});
    let written = editor.put_json(&address, &mine);
    assert_eq!((written.status, &written.json()[sample.text]), (200, &json!("Mine")), "{address}");
}

/// A draft that was begun before the original changed the row.
#[test]
fn a_draft_is_not_published_over_it_unseen() {
    let mut desk = desk();
    let original = Original::on(&desk.database);
    attribute(&original);
    for sample in
        kinds(&desk.category, &desk.subcategory).iter().filter(|sample| !sample.phones.is_empty())
    {
        original.execute(&sample.insert());
        let id = newest(&desk.database, sample.table);
        let address = format!("{}/{id}", sample.path);
        let seen = version(desk.editor.get(&edit_page(sample.table, &id)).text());
        let draft = json!({sample.text: "Drafted", "version": seen});
        let saved = desk.editor.post_json(&format!("{address}/draft"), &draft);
        assert_eq!(saved.status, 200, "{address}: {}", saved.text());
        update(&original, sample, &id, "Theirs");
        let published = desk.editor.post_json(&format!("{address}/publish"), &json!({}));
        assert_eq!(published.status, 409, "{address}: {}", published.text());
        assert_eq!(desk.editor.get_json(&address).json()[sample.text], "Theirs", "{address}");
    }
}

#[test]
fn a_survey_of_the_original_is_read_and_offered() {
    let database = Database::migrated();
    let (cms, api) = (services::cms(&database), services::api(&database));
    let original = Original::on(&database);
    let (id, question) =
        ("30000000-0000-4000-8000-0000000000c1", "50000000-0000-4000-8000-0000000000c1");
    original.execute(&survey(id, question));
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let read = editor.get_json(&format!("/survey/{id}"));
    assert!(read.status == 200 && read.text().contains("Do you?"), "{}", read.text());
    for service in [&cms, &api] {
        within(SOON, "it is offered", || {
            service.get("/mobile/new-surveys/en").text().contains(question)
        });
    }
    let seen = version(editor.get(&format!("/survey-management/{id}/edit")).text());
    original.execute(&format!(
        r#"UPDATE "{SCHEMA}"."question" SET "question" = 'Theirs?' WHERE "id" IN ('{question}')"#
    ));
    let mine = json!({"version": seen, "questions": [{"id": question, "question": "Mine?", "option1": "Yes"}]});
    assert_eq!(editor.put_json(&format!("/survey/{id}"), &mine).status, 409);
}

/// An editor that the original has made: a hash of cost 10, and a time that is no time.
#[test]
fn an_editor_of_the_original_signs_in() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let original = Original::on(&database);
    let hash = bcrypt::hash(PASSWORD, 10).unwrap();
    original.execute(&format!(
        r#"INSERT INTO "{SCHEMA}"."user"("id", "username", "password", "lang", "date_created", "type")
           VALUES (DEFAULT, 'theirs', '{hash}', 'ne', DEFAULT, 'contentManager')"#
    ));
    let mut editor = visitor(&cms);
    let form = [("username", "theirs"), ("password", PASSWORD)];
    assert_eq!(editor.post_form("/login", &form).status, 303);
    assert_eq!(editor.get("/account").status, 200);
    // The original ends it: a new password, another role, and it is over.
    let changed = bcrypt::hash("another password", 10).unwrap();
    original.execute(&format!(
        r#"UPDATE "{SCHEMA}"."user" SET "password" = '{changed}' WHERE "username" = 'theirs'"#
    ));
    assert_eq!(editor.get("/account").status, 303);
}
