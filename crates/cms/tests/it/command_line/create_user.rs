//! `cms admin create-user`

use testkit::Database;

use super::program::{Ended, program_on, run};

const PASSWORD: &str = "twelve or more";

fn create(database: &Database, arguments: &[&str], password: &str) -> Ended {
    let mut command = program_on("cms", database);
    command.args(["admin", "create-user", "--role", "superAdmin", "--lang", "ne"]).args(arguments);
    let ended = run(&mut command, password);
    assert!(
        password.trim().is_empty() || !ended.log.contains(password.trim()),
        "the password is repeated"
    );
    ended
}

fn editors(database: &Database) -> i64 {
    database.count("SELECT count(*) FROM \"user\"")
}

#[test]
fn the_editor_is_stored_with_a_hash_of_the_password() {
    let database = Database::migrated();
    // Whether or not one must be absent, who is absent is created.
    let arguments = ["--username", "editor-1", "--if-absent"];
    let ended = create(&database, &arguments, &format!("{PASSWORD}\nsecond line"));
    assert_eq!(ended.code, Some(0), "{}", ended.log);
    let row = database.text("SELECT username || ' ' || type || ' ' || lang AS text FROM \"user\"");
    assert_eq!(row, "editor-1 superAdmin ne");
    let created = database.text("SELECT date_created AS text FROM \"user\"");
    assert!(created.len() == 24 && created.ends_with('Z'), "{created}");
    let hash = database.text("SELECT password AS text FROM \"user\"");
    assert!(hash.starts_with("$2b$12$"), "{hash}");
    assert!(bcrypt::verify(PASSWORD, &hash).unwrap(), "the line's end is not part of the password");
    assert!(!bcrypt::verify("another password", &hash).unwrap());
}

#[test]
fn a_name_is_given_once() {
    let database = Database::migrated();
    let once = ["--username", "editor-1"];
    assert_eq!(create(&database, &once, PASSWORD).code, Some(0));
    let hash = database.text("SELECT password AS text FROM \"user\"");
    let again = create(&database, &once, "another password");
    assert_eq!(again.code, Some(1));
    assert!(again.log.contains("exists already"), "{}", again.log);
    let if_absent =
        create(&database, &["--username", "editor-1", "--if-absent"], "another password");
    assert_eq!(if_absent.code, Some(0), "{}", if_absent.log);
    assert_eq!(database.text("SELECT password AS text FROM \"user\""), hash, "nothing is changed");
    assert_eq!(editors(&database), 1);
}

#[test]
fn passwords_that_are_too_short_or_longer_than_bcrypt_reads_are_refused() {
    let database = Database::migrated();
    let long = "x".repeat(73);
    // Eleven characters of three bytes each are eleven characters.
    for password in ["", "\n", "eleven char", &"ज".repeat(11), &long, &"ज".repeat(25)] {
        let ended = create(&database, &["--username", "editor-1"], password);
        assert_eq!(ended.code, Some(1), "{password}");
        assert!(ended.log.contains("12 characters to 72 bytes"), "{}", ended.log);
    }
    assert_eq!(editors(&database), 0);
    let longest = "नदीपारिगाउँमाघामलाग्योछि";
    assert_eq!(longest.len(), 72);
    assert_eq!(create(&database, &["--username", "editor-1"], longest).code, Some(0));
}

#[test]
fn roles_are_those_of_the_database() {
    let database = Database::migrated();
    for (role, code) in [("admin", 0), ("contentManager", 0), ("SuperAdmin", 2), ("root", 2)] {
        let mut command = program_on("cms", &database);
        command.args(["admin", "create-user", "--lang", "en", "--username", role, "--role", role]);
        assert_eq!(run(&mut command, PASSWORD).code, Some(code), "{role}");
    }
    let roles = database.text("SELECT string_agg(type, ' ' ORDER BY id) AS text FROM \"user\"");
    assert_eq!(roles, "admin contentManager");
}

#[test]
fn without_a_database_it_fails() {
    let database = Database::migrated();
    database.set_reachable(false);
    assert_eq!(create(&database, &["--username", "editor-1"], PASSWORD).code, Some(1));
    database.set_reachable(true);
}
