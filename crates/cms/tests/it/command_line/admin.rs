//! `cms admin reset-password | list-users | deactivate | access-review`

use domain::access::Role;
use testkit::Database;

use super::program::{Ended, program_on, run};
use crate::editors::create;

fn admin(database: &Database, arguments: &[&str], input: &str) -> Ended {
    run(program_on("cms", database).arg("admin").args(arguments), input)
}

#[test]
fn an_operator_looks_after_editors() {
    let database = Database::migrated();
    create(&database, "chief", Role::SuperAdmin, "en");
    create(&database, "writer", Role::ContentManager, "ne");
    let listed = admin(&database, &["list-users"], "");
    assert_eq!(listed.out, "chief\tsuperAdmin\tactive\nwriter\tcontentManager\tactive\n");

    let last = admin(&database, &["deactivate", "--username", "chief"], "");
    assert_eq!(last.code, Some(1));
    assert!(last.log.contains("last superAdmin"), "{}", last.log);
    assert_eq!(admin(&database, &["deactivate", "--username", "nobody"], "").code, Some(1));
    assert_eq!(admin(&database, &["deactivate", "--username", "writer"], "").code, Some(0));
    let table = admin(&database, &["access-review"], "").out;
    assert!(
        table.starts_with("editor  role            languages  codes  last sign-in  state\n"),
        "{table}"
    );
    assert!(
        table.contains("writer  contentManager  ne         no     never         deactivated"),
        "{table}"
    );
    let json = admin(&database, &["access-review", "--json"], "").out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["languages"], serde_json::json!(["en", "ne"]));
    assert!(!json.to_string().contains("$2"), "no hashes");

    let reset = ["reset-password", "--username", "writer"];
    assert_eq!(admin(&database, &reset, "password12345").code, Some(1));
    assert_eq!(admin(&database, &reset, "a new one for her").code, Some(0));
    let hash = database.text("SELECT password AS text FROM \"user\" WHERE username = 'writer'");
    assert!(bcrypt::verify("a new one for her", &hash).unwrap(), "and she is active again");
    let acts = database.text("SELECT string_agg(act, ' ' ORDER BY id) AS text FROM audit_entry");
    assert_eq!(acts, "editor-deactivated password-reset");
}

/// The account of the original's sample data.
#[test]
fn the_default_account_is_locked_at_start() {
    let database = Database::migrated();
    let hash = bcrypt::hash("admin", 4).unwrap();
    database.execute(&format!(
        "INSERT INTO \"user\" (id, username, password, lang, type, date_created) \
         VALUES (-1, 'admin', '{hash}', 'en', 'superAdmin', 'now()')"
    ));
    let service = super::program::serve(&mut program_on("cms", &database));
    crate::services::within(std::time::Duration::from_secs(10), "it is locked", || {
        database.count("SELECT count(*) FROM editor WHERE deactivated_at IS NOT NULL") == 1
    });
    let log = service.log().join("\n");
    assert!(log.contains("user -1 has a password that everybody knows"), "{log}");
}
