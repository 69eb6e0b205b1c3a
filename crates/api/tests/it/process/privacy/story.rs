//! All that a girl and her phone send, marked: every text of hers holds the word `canary`.

use domain::account::name_hash;
use serde_json::{Value, json};

use super::super::Process;
use crate::analytics::event_of;
use crate::authorization::table::{TABLE, filled};
use crate::http::{CANARY, exchange};
use crate::phone::{ANSWER, Girl, PASSWORD, Phone, signup_body};
use crate::token;

const ADDRESS: &str = "203.0.113.77";

/// A girl who has done everything, and a phone of nobody's.
pub(super) struct Story {
    pub(super) girl: Girl,
    pub(super) guest: Phone,
    /// What the word `canary` is on the wire, so that other runs are no matter.
    mark: String,
}

impl Story {
    pub(super) fn told_to(process: &Process) -> Story {
        let mark = mark();
        let guest = process.phone().behind(ADDRESS).marking(&mark);
        let story = Story { girl: Girl::sign_up(&guest, "canary-name"), guest, mark };
        story.her_days();
        story.her_events();
        story.who_guesses();
        story.every_route();
        story.what_no_app_sends(process);
        story.another_who_leaves();
        story
    }

    /// What is hers and nobody else's, in lower case.
    pub(super) fn traces(&self) -> Vec<String> {
        let traces = [
            self.girl.id.clone(),
            self.girl.id.replace('-', ""),
            self.girl.token.clone(),
            name_hash(&self.marked("canary-name")),
            token::of(&self.girl.id),
            self.mark.clone(),
        ];
        traces.map(|trace| trace.to_lowercase()).to_vec()
    }

    /// What the service's own output must not hold besides.
    pub(super) fn secrets() -> Vec<String> {
        [ADDRESS, "$2b$10$", "the primary secret"].map(str::to_owned).to_vec()
    }

    /// A text as it is on the wire.
    pub(super) fn marked(&self, text: &str) -> String {
        text.replace(CANARY, &self.mark)
    }

    fn post(&self, path: &str, body: &Value) {
        self.girl.phone.post(path, body);
    }

    fn her_days(&self) {
        let store =
            |note: &str| json!({"storeVersion": 3, "appState": json!({"note": note}).to_string()});
        self.post("/account/replace-store", &store("canary-store"));
        let broken = json!({"storeVersion": 3, "appState": "canary no JSON"});
        self.post("/account/replace-store", &broken);
        self.post(
            "/account/edit-info",
            &json!({"name": "canary-name", "location": "canary-place"}),
        );
        self.post("/account/edit-info", &json!({"name": "canary-name", "gender": "canary\0"}));
        self.post("/account/update-verified-dates", &json!({"metadata": {"a": "canary-metadata"}}));
        self.post("/account/update-avatar", &json!({"avatar": {"name": "canary-avatar"}}));
        let wrong =
            json!({"previousSecretAnswer": "canary-answer", "nextSecretAnswer": "canary-next"});
        self.post("/account/edit-secret-answer", &wrong);
        let right = json!({"previousSecretAnswer": ANSWER, "nextSecretAnswer": "canary-answer"});
        self.post("/account/edit-secret-answer", &right);
        let reset = self.guest.reset_password("canary-name", "canary-answer", "canary-password");
        assert_eq!(reset.status, 200, "{}", reset.text());
        // The phone goes on with its old token, and the store from before is kept.
        self.post("/account/replace-store", &store("canary-later"));
        assert_eq!(self.guest.login("canary-name", "canary-password").status, 200);
        let hers = json!({"name": "canary-name", "password": "canary-password"});
        assert_eq!(self.guest.post("/account/export", &hers).status, 200);
    }

    fn her_events(&self) {
        let poison =
            json!({"id": "canary-id", "type": "canary-type", "payload": {}, "metadata": {}});
        let answers = json!({"id": "canary-survey", "user_id": self.girl.id, "isSurveyAnswered": true,
            "questions": [{"questionId": "canary-question", "answerID": "", "response": "canary-response"}]});
        let events = json!([
            event_of("ANSWER_QUIZ", &json!({"a": "canary-event"})),
            event_of("ANSWER_SURVEY", &answers),
            event_of("SHARE_APP", &json!({"a": "canary \0 \u{fffd}"})),
            poison
        ]);
        for phone in [&self.girl.phone, &self.guest] {
            phone.post("/analytics/append-events", &json!({"events": events}));
        }
        let message = json!({"name": "canary-name", "dateRec": "canary", "organization": "canary", "platform": "canary",
            "reason": "canary", "email": "canary@canary.example", "status": "canary", "content": "canary", "lang": "en"});
        self.guest.post("/mobile/suggestions", &message);
        self.guest.get(&format!("/mobile/new-surveys/en?user_id={}&canary=canary", self.girl.id));
    }

    fn who_guesses(&self) {
        for path in [
            "canary-name",
            "canary-nobody",
            "canary%00",
            "canary%ff",
            "c%C3%A1nary/canary?canary=canary",
        ] {
            self.guest.get(&format!("/account/info/{path}"));
        }
        for password in ["canary-password", "canary-wrong"] {
            for path in ["/account/login", "/account/export", "/account/delete-from-password"] {
                self.guest.post(path, &json!({"name": "canary-other", "password": password}));
            }
        }
        self.guest.reset_password("canary-name", "canary-guess", "canary-password");
        let again = signup_body("canary-name");
        self.guest.post("/account/signup", &again);
        let mut same_id = again.clone();
        same_id["preferredId"] = json!(self.girl.id);
        same_id["name"] = json!("canary-third");
        self.guest.post("/account/signup", &same_id);
    }

    /// Each once as nobody and once as herself, with marks wherever there is room for one.
    fn every_route(&self) {
        let body = json!({"name": "canary-x", "password": "canary-x", "secretAnswer": "canary-x", "appState": "canary",
            "dateOfBirth": "canary", "previousSecretAnswer": "canary", "nextSecretAnswer": "canary", "metadata": "canary",
            "avatar": "canary", "events": "canary", "cycle_lengths": "canary", "reason": "canary", "content": "canary"});
        for (method, path, _) in TABLE {
            // Her account is still needed.
            let hers = path != "/account/delete";
            for phone in [Some(&self.guest), hers.then_some(&self.girl.phone)].into_iter().flatten()
            {
                let path = format!("{}?canary=canary", filled(path).replace("nobody", "canary"));
                let request = phone
                    .request(method, &path)
                    .header("Canary", "canary")
                    .header("Cookie", "canary=canary");
                let request = request
                    .header("User-Agent", "canary")
                    .header("Referer", "https://canary.example/canary");
                if method == "POST" {
                    request.json(body.to_string()).send()
                } else {
                    request.send()
                };
            }
        }
        let form = |path: &str, fields: &str| {
            let request = self.guest.request("POST", path);
            request.header("Content-Type", "application/x-www-form-urlencoded").body(fields).send();
        };
        form("/delete-account", "name=canary-name&password=canary-wrong&confirmed=canary");
        form("/export-account", "name=canary-name&password=canary-wrong");
    }

    fn what_no_app_sends(&self, process: &Process) {
        let phone = &self.guest;
        phone.post_text("/account/login", "{canary");
        phone.post_text("/account/login", r#"{"canary":"canary","name":7}"#);
        phone.get("/canary/canary?canary");
        phone.request("CANARY", "/canary").send();
        phone.with_token("canary.canary.canary").post("/account/delete", &json!({}));
        let raw = |text: &str| exchange(process.address, self.marked(text).as_bytes());
        raw("GET /account/info/canaryé HTTP/1.1\r\nHost: canary\r\n\r\n");
        raw("GET / HTTP/1.1\r\nCanary canary\r\n\r\n");
    }

    /// By password and by token, with everything that is deleted with them.
    fn another_who_leaves(&self) {
        let other = Girl::sign_up(&self.guest, "canary-leaves");
        let events = json!([event_of("SHARE_APP", &json!({"user_id": other.id, "a": "canary"}))]);
        other.phone.post("/analytics/append-events", &json!({"events": events}));
        let hers = json!({"name": "canary-leaves", "password": PASSWORD});
        assert_eq!(self.guest.post("/account/delete-from-password", &hers).status, 200);
        other.phone.post("/account/delete", &json!({}));
        other.phone.post("/analytics/append-events", &json!({"events": events}));
    }
}

/// A word like no other, of letters that are in no hexadecimal number.
fn mark() -> String {
    let random = uuid::Uuid::new_v4();
    random.as_bytes()[..CANARY.len()].iter().map(|byte| char::from(b'g' + byte % 20)).collect()
}
