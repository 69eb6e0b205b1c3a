//! Who may do what to whom.

use domain::access::Role;
use serde_json::json;
use testkit::Database;

use crate::editors::{create, signed_in};
use crate::services;

#[test]
fn admins_manage_content_managers_of_their_languages_alone() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut admin = signed_in(&cms, &database, Role::Admin, "ne");
    let hers = create(&database, "hers", Role::ContentManager, "ne");
    let others = [
        create(&database, "english", Role::ContentManager, "en"),
        create(&database, "other admin", Role::Admin, "ne"),
        create(&database, "chief", Role::SuperAdmin, "ne"),
        admin.id,
        999_999,
    ];
    database.execute("INSERT INTO \"user\" (username, password, lang, type, date_created) VALUES ('odd', 'x', 'ne', 'root', 'now()')");
    let page = admin.get("/user-management?state=all").text().to_owned();
    for (name, visible) in [("hers", true), ("english", false), ("chief", false), ("odd", false)] {
        assert_eq!(page.contains(&format!(">{name}</a>")), visible, "{name}");
    }
    let names = admin.get_json("/user").json();
    assert_eq!(names.as_array().unwrap().len(), 1);
    let as_manager = json!({"username": "x", "type": "contentManager", "lang": "ne"});
    for id in others {
        assert_eq!(admin.get_json(&format!("/user/{id}")).status, 404, "{id}");
        assert_eq!(admin.put_json(&format!("/user/{id}"), &as_manager).status, 404, "{id}");
        assert_eq!(admin.delete(&format!("/user/{id}")).status, 404, "{id}");
        for act in ["deactivate", "reactivate", "reset-link", "two-step-off", "sessions/end"] {
            assert_eq!(admin.post_form(&format!("/user/{id}/{act}"), &[]).status, 404, "{act}");
        }
    }
    for (change, status) in [
        (json!({"username": "hers", "type": "contentManager", "lang": "ne"}), 200),
        (json!({"username": "hers", "type": "contentManager", "lang": "en"}), 400),
        (json!({"username": "hers", "type": "admin", "lang": "ne"}), 403),
        (json!({"username": "hers", "type": "superAdmin", "lang": "ne"}), 403),
    ] {
        assert_eq!(admin.put_json(&format!("/user/{hers}"), &change).status, status, "{change}");
        let mut new = change.clone();
        new["username"] = json!(format!("new {status}"));
        assert_eq!(admin.post_json("/user", &new).status, status, "{new}");
    }
    let roles = database.text(
        "SELECT string_agg(type, ' ' ORDER BY id) AS text FROM \"user\" WHERE username LIKE 'new%'",
    );
    assert_eq!(roles, "contentManager");
}

#[test]
fn nobody_raises_or_removes_herself() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    create(&database, "second", Role::SuperAdmin, "en");
    let own = format!("/user/{}", chief.id);
    let lower = json!({"username": "me", "type": "admin", "languages": ["en", "ne"]});
    assert_eq!(chief.put_json(&own, &lower).status, 403);
    assert_eq!(chief.delete(&own).status, 403);
    assert_eq!(chief.post_form(&format!("{own}/deactivate"), &[]).status, 403);
    assert_eq!(chief.get(&format!("/user-management/{}", chief.id)).status, 200);
    let mut writer = signed_in(&cms, &database, Role::ContentManager, "en");
    let higher = json!({"username": "me", "type": "superAdmin", "lang": "en"});
    assert_eq!(writer.put_json(&format!("/user/{}", writer.id), &higher).status, 403);
    assert_eq!(writer.post_json("/user", &higher).status, 403);
}

#[test]
fn there_is_always_a_super_admin() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut one = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let mut two = signed_in(&cms, &database, Role::SuperAdmin, "ne");
    // Both at once would leave nobody.
    let path = [format!("/user/{}", two.id), format!("/user/{}", one.id)];
    let statuses = std::thread::scope(|scope| {
        let first = scope.spawn(|| one.delete(&path[0]).status);
        let second = scope.spawn(|| two.delete(&path[1]).status);
        [first.join().unwrap(), second.join().unwrap()]
    });
    assert!(statuses.contains(&200), "{statuses:?}");
    let active = "SELECT count(*) FROM \"user\" LEFT JOIN editor ON user_id = id WHERE deactivated_at IS NULL";
    assert_eq!(database.count(active), 1, "{statuses:?}");
}
