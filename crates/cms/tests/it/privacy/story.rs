//! What girls write and what editors do, marked: every text that is nobody else's business holds
//! the word `canary`.

use domain::access::Role;
use regex::Regex;
use serde_json::{Value, json};
use testkit::Database;
use totp_rs::{Builder, Secret};

use crate::access::path_with;
use crate::editors::{CANARY, PASSWORD, SECRET, Visitor, create, session_at, visitor_at};
use crate::wire::{Answer, Caller};

const ADDRESS: &str = "203.0.113.77";
const NEW: &str = "canary password of the chief";

/// Everything that was done, and what of it may be nowhere.
pub(super) struct Story {
    chief: Visitor,
    writer: String,
    /// The id of a message. Who calls with it may be told it.
    pub(super) message: String,
    /// What the word `canary` is on the wire, so that other runs are no matter.
    mark: String,
    secrets: Vec<String>,
}

impl Story {
    pub(super) fn told_to(caller: Caller, database: &Database) -> Story {
        let mark = mark();
        let id = create(database, &format!("{mark}-chief"), Role::SuperAdmin, "en");
        let mut story = Story {
            chief: session_at(caller, database, id).marking(&mark),
            writer: String::new(),
            message: uuid::Uuid::new_v4().to_string(),
            mark,
            secrets: Vec::new(),
        };
        story.a_girl_writes(caller, database);
        story.signs_in(caller);
        story.sets_up_codes(caller, database);
        story.manages(caller);
        story.handles_messages();
        story.calls_every_route(caller, database);
        story
    }

    /// What is theirs and nobody else's, in lower case.
    pub(super) fn traces(&self) -> Vec<String> {
        let marks = [self.mark.clone(), self.message.clone()];
        self.secrets.iter().chain(&marks).map(|trace| trace.to_lowercase()).collect()
    }

    /// What the service's own output must not hold besides.
    pub(super) fn own_secrets() -> [String; 4] {
        [ADDRESS, "$2b$", PASSWORD, SECRET].map(str::to_owned)
    }

    /// A text as it is on the wire.
    fn marked(&self, text: &str) -> String {
        text.replace(CANARY, &self.mark)
    }

    /// Somebody with a browser of her own.
    pub(super) fn visitor(&self, caller: Caller) -> Visitor {
        visitor_at(caller).marking(&self.mark)
    }

    /// What she does while the database fails.
    pub(super) fn fails(&mut self, status: u16) {
        let body = json!({"username": "canary-renamed", "type": "admin", "lang": "ne"});
        let renamed = self.chief.put_json(&format!("/user/{}", self.writer), &body);
        let toggled = self
            .chief
            .post_json("/toggle-suggestions-status", &json!({"id": self.message, "status": "1"}));
        for answer in [renamed, toggled] {
            assert_eq!(answer.status, status, "{}", answer.text());
            assert!(!answer.text().contains(&self.mark), "{}", answer.text());
        }
    }

    /// Remembers what her browser got as a secret.
    fn keep(&mut self, secret: &str) {
        self.secrets.push(secret.to_owned());
    }

    /// By the app's form, and an odd one by the original.
    fn a_girl_writes(&self, caller: Caller, database: &Database) {
        let message = json!({"name": "canary-name", "dateRec": "2026-01-01", "organization": "user",
            "platform": "mobile", "reason": "canary-reason", "email": "canary@canary.example",
            "status": "open", "content": "canary-message", "lang": "en"});
        let headers = [("Content-Type", "application/json"), ("X-Forwarded-For", ADDRESS)];
        let mut phone = self.visitor(caller);
        let mut send =
            |body: &str| phone.request("POST", "/mobile/suggestions", &headers, body.as_bytes());
        let sent = send(&message.to_string());
        assert_eq!(sent.status, 200, "{}", sent.text());
        send("{canary");
        let odd =
            "'canary', 'canary', 'canary', 'canary', 'canary', 'canary', 'open', 'canary', 'en'";
        database.execute(&format!(
            "INSERT INTO suggestion (id, name, \"dateRec\", organization, platform, reason, email, status, content, lang)
             VALUES ('{}', {})",
            self.message,
            self.marked(odd)
        ));
    }

    fn signs_in(&mut self, caller: Caller) {
        for (name, password) in [
            ("canary-chief", "canary-wrong"),
            ("canary-nobody", PASSWORD),
            ("canary-chief", PASSWORD),
        ] {
            let mut browser = self.visitor(caller);
            let form =
                [("username", name), ("password", password), ("next", "/jobs?canary=canary")];
            browser.post_json("/login", &json!({"username": name, "password": password}));
            browser.post_form("/login", &form);
            if let Some(cookie) = browser.cookie("session").map(str::to_owned) {
                self.keep(&cookie);
                // The first real sign-in raises the hash, which ends every older session.
                self.chief = browser.clone();
            }
        }
        let form = [("old", PASSWORD), ("password", NEW)];
        let changed = self.chief.post_form("/account/password", &form);
        assert_eq!(changed.header("location"), Some("/account"), "{}", changed.text());
        self.chief
            .post_form("/account/password", &[("old", "canary-old"), ("password", "canary-short")]);
    }

    fn sets_up_codes(&mut self, caller: Caller, database: &Database) {
        let begun = self.chief.post_form("/account/two-step/begin", &[("password", NEW)]);
        assert_eq!(begun.status, 303, "{}", begun.text());
        let page = self.chief.get("/account/two-step").text().to_owned();
        let key = Regex::new("<code>([A-Z2-7 ]{30,})</code>").unwrap();
        let key = key.captures(&page).unwrap()[1].replace(' ', "");
        self.keep(&key);
        let secret = Secret::try_from_base32(&key).unwrap();
        let code =
            Builder::new().with_secret(secret).build().unwrap().generate_current().to_string();
        self.chief.post_form("/account/two-step", &[("code", "canary")]);
        let page = self.chief.post_form("/account/two-step", &[("code", &code)]).text().to_owned();
        let codes = Regex::new("<code>([a-z2-9-]{29})</code>").unwrap();
        for found in codes.captures_iter(&page) {
            self.keep(&found[1]);
        }
        database.execute("UPDATE editor SET totp_last_step = NULL");
        let mut browser = self.visitor(caller);
        browser.post_form("/login", &[("username", "canary-chief"), ("password", NEW)]);
        browser.post_form("/login/code", &[("code", "canary-code")]);
        let last = self.secrets.last().unwrap().clone();
        let answer = browser.post_form("/login/code", &[("code", &last)]);
        assert_eq!(answer.status, 303, "{}", answer.text());
    }

    fn manages(&mut self, caller: Caller) {
        let new = json!({"username": "canary-writer", "password": "canary password of a writer",
            "type": "contentManager", "lang": "ne"});
        let made = self.chief.post_json("/user", &new);
        assert_eq!(made.status, 200, "{}", made.text());
        let id = made.json()["id"].to_string();
        let page = self.chief.post_form(&format!("/user/{id}/reset-link"), &[]).text().to_owned();
        let link = Regex::new("/reset-password/([A-Za-z0-9_-]{43})").unwrap();
        let link = link.captures(&page).unwrap()[1].to_owned();
        self.keep(&link);
        let mut writer = self.visitor(caller);
        writer.get(&format!("/reset-password/{link}"));
        writer.post_form(&format!("/reset-password/{link}"), &[("password", "canary")]);
        writer.post_form(
            &format!("/reset-password/{link}"),
            &[("password", "canary password of her own")],
        );
        writer.get("/reset-password/canary");
        self.chief.put_json(
            &format!("/user/{id}"),
            &json!({"username": "canary-other", "type": "admin", "lang": "ne"}),
        );
        self.writer = id;
    }

    fn handles_messages(&mut self) {
        for path in [
            "/suggestions-management?q=canary",
            "/suggestions-management/export",
            "/suggestions",
            "/audit-log?q=canary",
        ] {
            assert_eq!(self.chief.get(path).status, 200, "{path}");
        }
        let path = format!("/suggestions-management/{}", self.message);
        assert_eq!(self.chief.get(&path).status, 200);
        self.chief.post_form(&format!("{path}/notes"), &[("content", "canary-note")]);
        self.chief
            .post_json("/toggle-suggestions-status", &json!({"id": self.message, "status": "0"}));
        self.chief
            .post_json("/toggle-suggestions-status", &json!({"id": "canary", "status": "canary"}));
    }

    /// As a stranger and as the chief, with marks wherever there is room for one.
    fn calls_every_route(&mut self, caller: Caller, database: &Database) {
        let id = create(database, &self.marked("canary-other-chief"), Role::SuperAdmin, "en");
        let body = json!({"name": "canary", "username": "canary", "password": "canary", "old": "canary", "id": "canary",
            "code": "canary", "text": "canary", "content": "canary", "type": "canary", "level": "canary", "q": "canary"});
        let mut chief = None;
        for entry in cms::routes::table() {
            let fresh = || session_at(caller, database, id).marking(&self.mark);
            let path = format!("{}?q=canary&canary=canary", path_with(&entry, "canary"));
            for caller in [&mut self.visitor(caller), chief.get_or_insert_with(fresh)] {
                call(caller, entry.method.as_str(), &path, "text/html", &body);
            }
            // Some of these end the session.
            if ["/log", "/account", "/user"].iter().any(|begin| entry.path.starts_with(begin)) {
                chief = None;
            }
        }
    }
}

/// Calls with marks in all that a caller says of itself; no call makes the service fail.
pub(super) fn call(
    caller: &mut Visitor,
    method: &str,
    path: &str,
    accept: &str,
    body: &Value,
) -> Answer {
    let headers = [
        ("Accept", accept),
        ("Content-Type", "application/json"),
        ("X-Forwarded-For", ADDRESS),
        ("Authorization", "Bearer canary"),
        ("User-Agent", "canary"),
        ("Referer", "https://canary.example/canary"),
    ];
    let body = if method == "GET" { String::new() } else { body.to_string() };
    let answer = caller.request(method, path, &headers, body.as_bytes());
    assert!(answer.status < 500, "{method} {path}: {}", answer.status);
    answer
}

/// A word like no other, of letters that are in no hexadecimal number.
fn mark() -> String {
    let random = uuid::Uuid::new_v4();
    random.as_bytes()[..CANARY.len()].iter().map(|byte| char::from(b'g' + byte % 20)).collect()
}
