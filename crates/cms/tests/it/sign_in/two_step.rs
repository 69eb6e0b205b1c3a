//! Codes of the minute.

use domain::access::Role;
use regex::Regex;
use testkit::Database;
use totp_rs::{Builder, Secret, Totp};

use crate::command_line::program::{program_on, serve};
use crate::editors::{PASSWORD, SECRET, Visitor, create, session_of, signed_in, visitor};
use crate::services;

/// What somebody has who went through the set-up.
struct SetUp {
    /// What makes the codes.
    totp: Totp,
    /// The code that the set-up was finished with.
    used: String,
    /// Those for when the phone is lost.
    recovery: Vec<String>,
}

/// Goes through the set-up.
fn set_up(editor: &mut Visitor, database: &Database) -> SetUp {
    let begin = editor.post_form("/account/two-step/begin", &[("password", PASSWORD)]);
    assert_eq!(begin.status, 303, "{}", begin.text());
    let page = editor.get("/account/two-step");
    assert!(page.text().contains("<svg class=\"qr-code\""));
    let key = Regex::new("<code>([A-Z2-7 ]{30,})</code>").unwrap();
    let key = key.captures(page.text()).unwrap()[1].replace(' ', "");
    let stored = database.text(
        "SELECT encode(totp_secret, 'escape') AS text FROM editor WHERE totp_secret IS NOT NULL",
    );
    assert!(!stored.contains(&key), "it is encrypted");
    let totp = Builder::new().with_secret(Secret::try_from_base32(&key).unwrap()).build().unwrap();
    let wrong = editor.post_form("/account/two-step", &[("code", "000000")]);
    assert_eq!(wrong.status, 400);
    let used = totp.generate_current().to_string();
    let page = editor.post_form("/account/two-step", &[("code", &used)]);
    assert_eq!(page.status, 200, "{}", page.text());
    let codes = Regex::new("<code>([a-z2-9-]{29})</code>").unwrap();
    let recovery: Vec<String> =
        codes.captures_iter(page.text()).map(|found| found[1].to_owned()).collect();
    assert_eq!(recovery.len(), 10);
    SetUp { totp, used, recovery }
}

fn password(visitor: &mut Visitor, name: &str) -> Option<String> {
    let form = [("username", name), ("password", PASSWORD), ("next", "/account")];
    visitor.post_form("/login", &form).header("location").map(str::to_owned)
}

fn code(visitor: &mut Visitor, code: &str) -> (u16, Option<String>) {
    let answer = visitor.post_form("/login/code", &[("code", code)]);
    (answer.status, answer.header("location").map(str::to_owned))
}

#[test]
fn signing_in_asks_for_a_code() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = create(&database, "editor-1", Role::Admin, "en");
    let SetUp { totp, used, recovery } = set_up(&mut session_of(&cms, &database, id), &database);

    let mut other = visitor(&cms);
    assert_eq!(password(&mut other, "editor-1").as_deref(), Some("/login/code"));
    assert_eq!(other.get("/account").header("location"), Some("/login?next=%2Faccount"));
    assert_eq!(code(&mut other, &used).0, 400, "the code of the set-up is used up");
    database.execute("UPDATE editor SET totp_last_step = NULL");
    let before = other.clone();
    let now = totp.generate_current().to_string();
    assert_eq!(code(&mut other, &now), (303, Some("/account".to_owned())));
    assert_ne!(before.cookie("session"), other.cookie("session"), "a new key");
    assert_eq!(other.get("/account").status, 200);

    let mut second = visitor(&cms);
    password(&mut second, "editor-1");
    assert_eq!(code(&mut second, &now).0, 400, "no code is taken twice");
    assert_eq!(code(&mut second, &recovery[3].to_uppercase()).0, 303);
    let mut third = visitor(&cms);
    password(&mut third, "editor-1");
    assert_eq!(code(&mut third, &recovery[3]).0, 400, "nor is one of those for a lost phone");
    assert_eq!(database.count("SELECT count(*) FROM editor_recovery_code"), 9);
    assert_eq!(database.count("SELECT count(*) FROM audit_entry WHERE act = 'recovery-code-used' AND detail = '9 left'"), 1);
}

#[test]
fn codes_cannot_be_guessed() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = create(&database, "editor-1", Role::Admin, "en");
    let SetUp { totp, .. } = set_up(&mut session_of(&cms, &database, id), &database);
    let mut guesser = visitor(&cms);
    password(&mut guesser, "editor-1");
    for guess in 0..5 {
        assert_eq!(code(&mut guesser, &format!("00000{guess}")).0, 400);
    }
    database.execute("UPDATE editor SET totp_last_step = NULL");
    assert_eq!(code(&mut guesser, &totp.generate_current().to_string()).0, 429);
}

#[test]
fn setting_codes_up_needs_the_password() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::Admin, "en");
    for form in [vec![], vec![("password", "")], vec![("password", "a wrong password")]] {
        let answer = editor.post_form("/account/two-step/begin", &form);
        assert_eq!(answer.status, 400);
        assert!(answer.text().contains("This is not your present password."), "{form:?}");
        assert!(!answer.text().contains("qr-code"));
    }
    assert_eq!(database.count("SELECT count(*) FROM editor WHERE totp_secret IS NOT NULL"), 0);
    set_up(&mut editor, &database);
}

#[test]
fn switching_codes_off_needs_password_and_code() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = create(&database, "editor-1", Role::Admin, "en");
    let mut editor = session_of(&cms, &database, id);
    let SetUp { recovery, .. } = set_up(&mut editor, &database);
    for form in [
        [("password", PASSWORD), ("code", "000000")],
        [("password", "wrong"), ("code", &recovery[0])],
    ] {
        assert_eq!(editor.post_form("/account/two-step/off", &form).status, 400);
    }
    let form = [("password", PASSWORD), ("code", recovery[1].as_str())];
    let answer = editor.post_form("/account/two-step/off", &form);
    assert_eq!(answer.status, 303);
    assert_eq!(database.count("SELECT count(*) FROM editor_recovery_code"), 0);
    assert_eq!(password(&mut visitor(&cms), "editor-1").as_deref(), Some("/account"));
}

#[test]
fn who_must_use_codes_sets_them_up_first() {
    let database = Database::migrated();
    let cms = services::start_cms(&database, &[("TOTP_REQUIRED", "true")]);
    services::wait_ready(&cms);
    let mut admin = signed_in(&cms, &database, Role::Admin, "en");
    assert_eq!(admin.get("/jobs").header("location"), Some("/account/two-step"));
    assert_eq!(admin.get_json("/jobs").status, 403);
    assert_eq!(admin.get("/account").status, 200);
    set_up(&mut admin, &database);
    assert_eq!(admin.get("/jobs").status, 200);
    let mut manager = signed_in(&cms, &database, Role::ContentManager, "en");
    assert_eq!(manager.get("/jobs").status, 200);

    let cms = services::start_cms(&database, &[("TOTP_REQUIRED", "all")]);
    services::wait_ready(&cms);
    let mut manager = signed_in(&cms, &database, Role::ContentManager, "en");
    assert_eq!(manager.get("/jobs").header("location"), Some("/account/two-step"));
}

#[test]
fn codes_are_confirmed_once_and_for_the_secret_on_the_phone() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let id = create(&database, "editor-1", Role::Admin, "en");
    let mut editor = session_of(&cms, &database, id);
    let SetUp { totp, .. } = set_up(&mut editor, &database);
    let kept = "SELECT string_agg(encode(code_hash, 'hex'), ',' ORDER BY code_hash) AS text FROM editor_recovery_code";
    let shown = database.text(kept);
    // A second page that was open shows the same code a moment later.
    database.execute("UPDATE editor SET totp_last_step = NULL");
    let again = editor
        .post_form("/account/two-step", &[("code", totp.generate_current().to_string().as_str())]);
    assert_eq!((again.status, again.header("location")), (303, Some("/account/two-step")));
    assert_eq!(database.text(kept), shown, "the codes that were shown still count");

    let mut connection = database.connection();
    let other = db::editor::totp::confirm(&mut connection, id, b"another secret", 1, &[]).unwrap();
    assert!(!other, "what has not been confirmed does not count");
}

/// `PASSPORT_SECRET` is changed: nobody is signed out, and everybody's codes stay, also when the
/// old secret is gone again.
#[test]
fn sessions_and_codes_outlive_a_change_of_the_secret() {
    const NEW: &str = "another secret of the tests for sessions";
    let database = Database::migrated();
    let before = services::cms(&database);
    let id = create(&database, "editor-1", Role::Admin, "en");
    let mut editor = session_of(&before, &database, id);
    let SetUp { totp, .. } = set_up(&mut editor, &database);
    let cookie = editor.cookie("session").unwrap().to_owned();
    let sealed = "SELECT encode(totp_secret, 'hex') AS text FROM editor";
    let under_old = database.text(sealed);
    drop(before);
    let start = |settings: &[(&str, &str)]| {
        let cms = services::start_cms(&database, settings);
        services::wait_ready(&cms);
        cms
    };
    let opens = |cms: &crate::service::Service, cookie: &str| {
        let mut browser = visitor(cms);
        browser.set_cookie("other", "1");
        browser.set_cookie("session", cookie);
        browser.get("/account").status == 200
    };
    let signs_in = |cms: &crate::service::Service| {
        database.execute("UPDATE editor SET totp_last_step = NULL");
        let mut browser = visitor(cms);
        password(&mut browser, "editor-1");
        let answer = code(&mut browser, &totp.generate_current().to_string());
        assert_eq!(answer.0, 303);
        browser.cookie("session").unwrap().to_owned()
    };

    let both = [("PASSPORT_SECRET", NEW), ("SECONDARY_PASSPORT_SECRET", SECRET)];
    let changed = start(&both);
    assert!(opens(&changed, &cookie), "her cookie is of the old secret");
    let new_cookie = signs_in(&changed);
    assert!(opens(&changed, &new_cookie));
    drop(changed);

    // The program moves the codes when it starts.
    let program = serve(program_on("cms", &database).envs(both));
    services::within(std::time::Duration::from_secs(10), "codes are moved", || {
        database.text(sealed) != under_old
    });
    drop(program);
    let after = start(&[("PASSPORT_SECRET", NEW)]);
    assert!(opens(&after, &new_cookie) && !opens(&after, &cookie));
    signs_in(&after);
}
