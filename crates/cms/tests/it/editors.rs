//! Editors who are signed in, and how they call.

use std::collections::BTreeMap;

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, CookieJar, Key};
use cms::session::key_hash;
use cms::sign_in::seal;
use db::editor::session::{self, Lifetime, NewSession};
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use domain::access::Role;
use serde_json::Value;
use sha2::{Digest, Sha512};
use testkit::Database;

use crate::service::Service;
use crate::wire::{Answer, Caller};

/// `PASSPORT_SECRET` of the tests' services.
pub(crate) const SECRET: &str = "a secret of the tests for sessions";

/// The password of every editor of the tests.
pub(crate) const PASSWORD: &str = "a password of the tests";

/// Somebody with a browser: it keeps cookies, and asks for pages.
#[derive(Clone)]
pub(crate) struct Visitor {
    caller: Caller,
    cookies: BTreeMap<String, String>,
    /// The key of her row, if she has one.
    pub(crate) id: i32,
    mark: String,
}

/// The word that marks what may be nowhere but in the database. See [`Visitor::marking`].
pub(crate) const CANARY: &str = "canary";

/// An editor whose session is already there, without the quarter of a second that a password
/// takes. `lang` is both her working language and the only one she may work in, unless she is
/// a superAdmin.
pub(crate) fn signed_in(cms: &Service, database: &Database, role: Role, lang: &str) -> Visitor {
    let name =
        format!("{}-{lang}-{}", role.name(), database.count("SELECT count(*) FROM \"user\""));
    let id = create(database, &name, role, lang);
    session_of(cms, database, id)
}

/// A row in `user`, with [`PASSWORD`]; its key.
pub(crate) fn create(database: &Database, name: &str, role: Role, lang: &str) -> i32 {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = Integer)]
        id: i32,
    }
    diesel::sql_query(
        "INSERT INTO \"user\" (username, password, lang, type, date_created) \
         VALUES ($1, $2, $3, $4, '2026-01-02T03:04:05.678Z') RETURNING id",
    )
    .bind::<Text, _>(name)
    .bind::<Text, _>(hash())
    .bind::<Text, _>(lang)
    .bind::<Text, _>(role.name())
    .get_result::<Id>(&mut database.connection())
    .unwrap()
    .id
}

/// A session of the editor `id`, as if she had signed in.
pub(crate) fn session_of(cms: &Service, database: &Database, id: i32) -> Visitor {
    session_at(cms.caller, database, id)
}

/// The same for a cms that runs elsewhere, with [`SECRET`].
pub(crate) fn session_at(caller: Caller, database: &Database, id: i32) -> Visitor {
    let mut connection = database.connection();
    let stored = db::editor::find(&mut connection, id).unwrap().expect("the editor");
    let key = format!("{:0>64}", uuid::Uuid::new_v4().simple());
    let entry = |name: &str, value: Value| (name.to_owned(), value.to_string());
    let new = NewSession {
        key_hash: key_hash(&key),
        editor_id: Some(id),
        state: [entry("editor", id.into()), entry("seal", seal(&stored).into())].into(),
        user_agent: "the tests".to_owned(),
        address_key: None,
    };
    let lifetime = Lifetime { idle_minutes: 30, hours: 12 };
    session::create(&mut connection, &new, lifetime).unwrap();
    let mut jar = CookieJar::new();
    let secret = Key::from(&Sha512::digest(SECRET));
    jar.private_mut(&secret).add(Cookie::new("session", key));
    let cookie = jar.get("session").unwrap().encoded().to_string();
    let mut visitor = Visitor { id, ..visitor_at(caller) };
    visitor.set_cookie("session", cookie.split_once('=').unwrap().1);
    visitor
}

/// Somebody who is not signed in.
pub(crate) fn visitor(cms: &Service) -> Visitor {
    visitor_at(cms.caller)
}

/// The same for a cms that runs elsewhere.
pub(crate) fn visitor_at(caller: Caller) -> Visitor {
    Visitor { caller, cookies: BTreeMap::new(), id: 0, mark: CANARY.to_owned() }
}

/// A hash of [`PASSWORD`].
fn hash() -> String {
    use std::sync::OnceLock;
    static MADE: OnceLock<String> = OnceLock::new();
    MADE.get_or_init(|| bcrypt::hash(PASSWORD, 4).unwrap()).clone()
}

impl Visitor {
    /// The same visitor, who sends `mark` wherever she is told to send [`CANARY`]: a word that
    /// nobody else sends, where others are at work on the same server.
    pub(crate) fn marking(self, mark: &str) -> Visitor {
        Visitor { mark: mark.to_owned(), ..self }
    }

    /// A page.
    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.request("GET", path, &[("Accept", "text/html")], b"")
    }

    /// The JSON of an address that has a page too.
    pub(crate) fn get_json(&mut self, path: &str) -> Answer {
        self.request("GET", path, &[("Accept", "application/json")], b"")
    }

    /// Sends a form, as its page would.
    pub(crate) fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [
            ("Accept", "text/html"),
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Sec-Fetch-Site", "same-origin"),
            ("Origin", "http://test"),
        ];
        let body = serde_urlencoded::to_string(fields).unwrap();
        self.request("POST", path, &headers, body.as_bytes())
    }

    /// Sends JSON by POST, as a program would.
    pub(crate) fn post_json(&mut self, path: &str, body: &Value) -> Answer {
        self.send_json("POST", path, body)
    }

    /// Sends JSON by PUT.
    pub(crate) fn put_json(&mut self, path: &str, body: &Value) -> Answer {
        self.send_json("PUT", path, body)
    }

    /// Sends DELETE, wanting JSON.
    pub(crate) fn delete(&mut self, path: &str) -> Answer {
        self.request("DELETE", path, &[("Accept", "application/json")], b"")
    }

    fn send_json(&mut self, method: &str, path: &str, body: &Value) -> Answer {
        let headers = [("Accept", "application/json"), ("Content-Type", "application/json")];
        self.request(method, path, &headers, body.to_string().as_bytes())
    }

    /// Any request, with her cookies; she keeps those of the answer.
    pub(crate) fn request(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let mut headers = headers.to_vec();
        if !cookies.is_empty() {
            headers.push(("Cookie", &cookies));
        }
        let marked = |text: &str| text.replace(CANARY, &self.mark);
        let texts: Vec<String> = headers.iter().map(|(_, value)| marked(value)).collect();
        let names = headers.iter().map(|(name, _)| *name);
        let headers: Vec<(&str, &str)> = names.zip(texts.iter().map(String::as_str)).collect();
        // What is no text is a file, which is sent as it is.
        let body =
            std::str::from_utf8(body).map_or_else(|_| body.to_vec(), |text| marked(text).into());
        let answer = self.caller.request(method, &marked(path), &headers, &body);
        for (name, value) in &answer.headers {
            if name == "set-cookie" {
                self.keep(value);
            }
        }
        answer
    }

    /// Keeps a cookie, or forgets one that is taken back.
    fn keep(&mut self, header: &str) {
        let cookie = Cookie::parse_encoded(header.to_owned()).unwrap();
        let gone = cookie.max_age().is_some_and(|age| age <= Duration::ZERO);
        if gone {
            self.cookies.remove(cookie.name());
        } else {
            let raw = header.split(';').next().unwrap();
            let (name, value) = raw.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// What her browser holds under `name`.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie into her browser.
    pub(crate) fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }
}
