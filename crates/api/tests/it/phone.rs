//! A phone with the app, and the girl it belongs to.

use std::net::SocketAddr;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::{Answer, CANARY, Request};
use crate::service::Service;

/// A phone: where it calls, and what it adds to every request.
#[derive(Clone)]
pub(crate) struct Phone {
    address: SocketAddr,
    headers: Vec<(String, String)>,
    mark: String,
}

impl Phone {
    pub(crate) fn new(address: SocketAddr) -> Phone {
        Phone { address, headers: Vec::new(), mark: CANARY.to_owned() }
    }

    /// The same phone with `token`, in place of one it may have.
    pub(crate) fn with_token(&self, token: &str) -> Phone {
        self.with_header("Authorization", &format!("Bearer {token}"))
    }

    /// The same phone seen by us through one proxy, which was called from `client`.
    pub(crate) fn behind(&self, client: &str) -> Phone {
        self.with_header("X-Forwarded-For", client)
    }

    /// The same phone with its own word for [`CANARY`].
    pub(crate) fn marking(&self, mark: &str) -> Phone {
        Phone { mark: mark.to_owned(), ..self.clone() }
    }

    fn with_header(&self, name: &str, value: &str) -> Phone {
        let mut phone = self.clone();
        phone.headers.retain(|(present, _)| present != name);
        phone.headers.push((name.to_owned(), value.to_owned()));
        phone
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> Request {
        let request = Request::new(self.address, method, path).marked(&self.mark);
        self.headers.iter().fold(request, |request, (name, value)| request.header(name, value))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.request("GET", path).send()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_text(path, &body.to_string())
    }

    /// Sends JSON text as it is.
    pub(crate) fn post_text(&self, path: &str, body: &str) -> Answer {
        self.request("POST", path).json(body).send()
    }

    pub(crate) fn login(&self, name: &str, password: &str) -> Answer {
        self.post("/account/login", &json!({"name": name, "password": password}))
    }

    pub(crate) fn reset_password(&self, name: &str, answer: &str, password: &str) -> Answer {
        let body = json!({"name": name, "secretAnswer": answer, "password": password});
        self.post("/account/reset-password", &body)
    }
}

/// A girl with an account, on her phone, which holds her token.
pub(crate) struct Girl {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) phone: Phone,
    pub(crate) token: String,
}

/// Every girl's password, as the app sends it: trimmed and in lower case.
pub(crate) const PASSWORD: &str = "a password";

/// Every girl's answer to her secret question.
pub(crate) const ANSWER: &str = "an answer";

/// What the app sends to sign up.
pub(crate) fn signup_body(name: &str) -> Value {
    json!({
        "preferredId": Uuid::new_v4().to_string(),
        "name": name,
        "dateOfBirth": "2010-02-02T00:00:00.000Z",
        "gender": "Female",
        "location": "Urban",
        "country": "NP",
        "province": "3",
        "password": PASSWORD,
        "secretQuestion": "favourite_actor",
        "secretAnswer": ANSWER,
        "dateSignedUp": "2024-03-01T08:00:00.123Z",
        "metadata": {"isProfileUpdateSkipped": true},
        "dateAccountSaved": "2024-03-01T08:00:00.123Z",
    })
}

impl Service {
    /// A girl who signs up.
    pub(crate) fn signed_up(&self, name: &str) -> Girl {
        Girl::sign_up(&self.phone(), name)
    }
}

impl Girl {
    pub(crate) fn sign_up(phone: &Phone, name: &str) -> Girl {
        let answer = phone.post("/account/signup", &signup_body(name));
        assert_eq!(answer.status, 200, "{}", answer.text());
        let session = answer.json();
        let token = session["appToken"].as_str().unwrap().to_owned();
        let id = session["user"]["id"].as_str().unwrap().to_owned();
        Girl { id, name: name.to_owned(), phone: phone.with_token(&token), token }
    }

    /// The session that she gets by logging in.
    pub(crate) fn session(&self) -> Value {
        let answer = self.phone.login(&self.name, PASSWORD);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }
}
