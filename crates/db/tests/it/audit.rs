//! The audit log is only ever added to.

use db::audit::{self, Act, Entry, Filter};
use db::editing::Author;
use diesel::connection::SimpleConnection;
use testkit::Database;

#[test]
fn nobody_changes_it_and_only_its_time_deletes_from_it() {
    let database = Database::migrated();
    let mut connection = database.connection();
    let author = Author { editor_id: Some(1), name: "editor-1".to_owned() };
    for (act, item) in [(Act::SignIn, ""), (Act::Exported, "statistics")] {
        audit::record(&mut connection, &Entry { author: &author, act, item, detail: "" }).unwrap();
    }
    for statement in [
        "UPDATE audit_entry SET editor_name = 'somebody else'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "SET periodtracker.audit_retention = 'on'; TRUNCATE audit_entry",
        "SET periodtracker.audit_retention = 'on'; UPDATE audit_entry SET act = 'x'",
    ] {
        assert!(connection.batch_execute(statement).is_err(), "{statement}");
        connection.batch_execute("RESET periodtracker.audit_retention").unwrap();
    }
    assert_eq!(audit::delete_older_than(&mut connection, 1).unwrap(), 0);
    let lines = audit::list(&mut connection, &Filter::default(), 0, 10).unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[0].act.as_str(), lines[0].total), ("exported", 2), "newest first");

    database.execute("INSERT INTO audit_entry (at, editor_name, act) VALUES (now() - interval '3 days', '', 'sign-in')");
    assert_eq!(audit::delete_older_than(&mut connection, 2).unwrap(), 1);
    assert!(connection.batch_execute("DELETE FROM audit_entry").is_err(), "only for that moment");
}

#[test]
fn filters_combine() {
    let database = Database::migrated();
    let mut connection = database.connection();
    for name in ["editor-1", "editor-2"] {
        let author = Author { editor_id: None, name: name.to_owned() };
        for (act, item) in [(Act::SignIn, ""), (Act::Exported, "statistics 100%")] {
            let entry = Entry { author: &author, act, item, detail: "as CSV" };
            audit::record(&mut connection, &entry).unwrap();
        }
    }
    let mut found = |filter: &Filter| audit::list(&mut connection, filter, 0, 10).unwrap().len();
    let of = |editor: &str| Filter { editor: Some(editor.to_owned()), ..Filter::default() };
    assert_eq!(found(&of("editor-1")), 2);
    assert_eq!(found(&Filter { act: Some(Act::Exported), ..of("editor-1") }), 1);
    assert_eq!(found(&Filter { text: Some("100%".to_owned()), ..Filter::default() }), 2);
    assert_eq!(found(&Filter { text: Some("AS csv".to_owned()), ..Filter::default() }), 4);
    let now = domain::moment::Moment::from_millis(4_000_000_000_000);
    assert_eq!(found(&Filter { from: now, ..Filter::default() }), 0);
    assert_eq!(found(&Filter { until: now, ..Filter::default() }), 4);
    assert_eq!(audit::names(&mut connection).unwrap(), ["editor-1", "editor-2"]);
}
