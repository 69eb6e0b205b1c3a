//! A server that speaks the messaging service's protocol: it gives tokens to those who sign
//! with the right key, and answers messages as a test has told it to.

use std::collections::VecDeque;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rsa::KeyPair;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use serde_json::{Value, json};

/// A key that opens nothing: it was made for these tests.
const KEY: &str = include_str!("test-key.pem");

const EMAIL: &str = "push@test-project.example";

/// What the server answers to one request.
#[derive(Clone, Copy)]
pub(crate) enum Reply {
    /// A status, perhaps with `Retry-After`.
    Status(u16, Option<&'static str>),
    /// It takes the message, after a while.
    Slow(Duration),
    /// It takes the message and says so in words nobody understands.
    Unreadable,
    /// It hangs up.
    HangUp,
}

/// The running server.
pub(crate) struct Fcm {
    pub(crate) address: SocketAddr,
    pub(crate) state: Arc<State>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    folder: tempfile::TempDir,
}

#[derive(Default)]
pub(crate) struct State {
    tokens: Mutex<u32>,
    token_replies: Mutex<VecDeque<Reply>>,
    replies: Mutex<VecDeque<Reply>>,
    received: Mutex<Vec<Value>>,
    token_seconds: Mutex<Option<u64>>,
}

impl Fcm {
    pub(crate) fn start() -> Fcm {
        let state = Arc::new(State::default());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (tell, told) = mpsc::channel();
        let for_thread = state.clone();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    App::new()
                        .app_data(web::Data::from(for_thread.clone()))
                        .route("/token", web::post().to(token))
                        .route("/v1/projects/test-project/messages:send", web::post().to(send))
                })
                .workers(1)
                .disable_signals()
                .listen(listener)
                .unwrap()
                .run();
                tell.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        let folder = tempfile::tempdir().unwrap();
        let account = json!({
            "type": "service_account",
            "project_id": "test-project",
            "private_key_id": "key-1",
            "private_key": KEY,
            "client_email": EMAIL,
            "token_uri": format!("http://{address}/token"),
        });
        std::fs::write(folder.path().join("account.json"), account.to_string()).unwrap();
        Fcm { address, state, handle: told.recv().unwrap(), thread: Some(thread), folder }
    }

    /// The settings that lead here.
    pub(crate) fn variables(&self) -> [(&'static str, String); 3] {
        let account = self.folder.path().join("account.json");
        [
            ("GOOGLE_APPLICATION_CREDENTIALS", account.to_str().unwrap().to_owned()),
            ("FCM_URL", format!("http://{}", self.address)),
            ("FCM_RETRY_SECONDS", "0".to_owned()),
        ]
    }

    /// Answers the next messages like this; those after are taken.
    pub(crate) fn answer(&self, replies: &[Reply]) {
        self.state.replies.lock().unwrap().extend(replies);
    }

    /// Answers the next asking for tokens like this.
    pub(crate) fn answer_tokens(&self, replies: &[Reply]) {
        self.state.token_replies.lock().unwrap().extend(replies);
    }

    /// Gives tokens that hold for so long, instead of an hour.
    pub(crate) fn let_tokens_last(&self, seconds: u64) {
        *self.state.token_seconds.lock().unwrap() = Some(seconds);
    }

    /// The messages that arrived with a token of ours.
    pub(crate) fn received(&self) -> Vec<Value> {
        self.state.received.lock().unwrap().clone()
    }

    /// How many tokens were given.
    pub(crate) fn tokens(&self) -> u32 {
        *self.state.tokens.lock().unwrap()
    }
}

impl Drop for Fcm {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn token(state: web::Data<State>, form: web::Form<Vec<(String, String)>>) -> HttpResponse {
    let scripted = state.token_replies.lock().unwrap().pop_front();
    if let Some(Reply::Status(status, after)) = scripted {
        return answer(status, after);
    }
    let field = |name: &str| form.iter().find(|(found, _)| found == name).unwrap().1.clone();
    assert_eq!(field("grant_type"), "urn:ietf:params:oauth:grant-type:jwt-bearer");
    if !is_signed_by_us(&field("assertion")) {
        return HttpResponse::BadRequest().json(json!({ "error": "invalid_grant" }));
    }
    let mut given = state.tokens.lock().unwrap();
    *given += 1;
    HttpResponse::Ok().json(json!({
        "access_token": format!("token-{given}"),
        "expires_in": state.token_seconds.lock().unwrap().unwrap_or(3600),
        "token_type": "Bearer",
    }))
}

async fn send(
    state: web::Data<State>,
    request: HttpRequest,
    body: web::Json<Value>,
) -> HttpResponse {
    let given = *state.tokens.lock().unwrap();
    let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    let is_ours = (1..=given).any(|number| token == Some(&format!("Bearer token-{number}")));
    if !is_ours {
        return HttpResponse::Unauthorized().finish();
    }
    let number = {
        let mut received = state.received.lock().unwrap();
        received.push(body.into_inner());
        received.len()
    };
    let taken = json!({ "name": format!("projects/test-project/messages/{number}") });
    let reply = state.replies.lock().unwrap().pop_front();
    match reply {
        None => HttpResponse::Ok().json(taken),
        Some(Reply::Status(status, after)) => answer(status, after),
        Some(Reply::Slow(time)) => {
            actix_web::rt::time::sleep(time).await;
            HttpResponse::Ok().json(taken)
        }
        Some(Reply::Unreadable) => HttpResponse::Ok().body("<html>"),
        Some(Reply::HangUp) => panic!("the test wants no answer to be given"),
    }
}

fn answer(status: u16, after: Option<&str>) -> HttpResponse {
    let mut answer = HttpResponse::build(status.try_into().unwrap());
    if let Some(after) = after {
        answer.insert_header(("Retry-After", after));
    }
    answer.json(json!({ "error": { "code": status } }))
}

/// Checks the signature, and that the claims are those that Google asks for.
fn is_signed_by_us(assertion: &str) -> bool {
    let parts: Vec<&str> = assertion.split('.').collect();
    let [header, claims, signature] = parts[..] else { return false };
    let read = |part: &str| -> Value {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
    };
    let (header_json, claims_json) = (read(header), read(claims));
    assert_eq!(header_json, json!({ "alg": "RS256", "typ": "JWT", "kid": "key-1" }));
    assert_eq!(claims_json["iss"], EMAIL);
    assert_eq!(claims_json["scope"], "https://www.googleapis.com/auth/firebase.messaging");
    assert!(claims_json["aud"].as_str().unwrap().ends_with("/token"));
    let (from, until) =
        (claims_json["iat"].as_i64().unwrap(), claims_json["exp"].as_i64().unwrap());
    let now = server::clock::now().millis() / 1000;
    assert!((now - from).abs() < 60 && until > now && until - from <= 3600);

    let letters: String = KEY.lines().filter(|line| !line.starts_with("-----")).collect();
    let pair = ring::rsa::KeyPair::from_pkcs8(&STANDARD.decode(letters).unwrap());
    let public: Vec<u8> = KeyPair::public(&pair.unwrap()).as_ref().to_vec();
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public)
        .verify(
            format!("{header}.{claims}").as_bytes(),
            &URL_SAFE_NO_PAD.decode(signature).unwrap(),
        )
        .is_ok()
}
