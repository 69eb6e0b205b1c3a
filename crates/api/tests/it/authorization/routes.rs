//! Every route and every kind of caller.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;

use super::table::{Need, TABLE, body, filled};
use crate::analytics::event_of;
use crate::http::Answer;
use crate::service::{OLD_SECRET, SECRET, Service};
use crate::stored_account::StoredAccount;
use crate::token::{self, signed, with_header};

/// How far what a caller holds is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// No token that counts.
    Nothing,
    /// One from after the last reset.
    Fresh,
    /// One from before it.
    Stale,
    /// A good one of an account that is gone.
    NoAccount,
}

const BOUND: &str = "SECONDARY_SECRET_TRUST";
const STRICT: &str = "TOKEN_REVOCATION";

/// Every kind of caller of the girl's account: its name, its header, and what it holds where
/// `setting` (empty, or one of the two above) is in force.
fn callers(account: &StoredAccount, setting: &str) -> Vec<(&'static str, String, Holds)> {
    let now = token::now();
    let claims = json!({"id": account.id, "iat": now, "aud": "app"});
    let gone = "5b6d2c7e-1111-4222-8333-944455566677";
    let of = |claims| signed(&claims, SECRET);
    let header = |alg: &str| with_header(&json!({"alg": alg, "typ": "JWT"}), &claims, SECRET);
    let good = of(claims.clone());
    // A header that asks for another algorithm before the signature of the right one.
    let confused = good.replacen(
        good.split('.').next().unwrap(),
        header("RS256").split('.').next().unwrap(),
        1,
    );
    let free = |holds| if setting == BOUND { Holds::Nothing } else { holds };
    let old_form = |hash: &str, secret| token::old_form(&account.id, hash, &json!({}), secret);
    let hers = &account.answer_hash;
    vec![
        ("no token", String::new(), Holds::Nothing),
        ("garbage", "garbage".to_owned(), Holds::Nothing),
        ("foreign secret", signed(&claims, "a foreign secret"), Holds::Nothing),
        ("wrong audience", of(json!({"id": account.id, "iat": now, "aud": "web"})), Holds::Nothing),
        ("no audience", of(json!({"id": account.id, "iat": now})), Holds::Nothing),
        ("algorithm none", header("none"), Holds::Nothing),
        ("algorithm RS256", header("RS256"), Holds::Nothing),
        ("algorithm RS256 in front of HS256", confused, Holds::Nothing),
        ("algorithm HS512", header("HS512"), Holds::Nothing),
        ("valid", good, Holds::Fresh),
        ("secondary secret", signed(&claims, OLD_SECRET), free(Holds::Fresh)),
        ("stale", of(json!({"id": account.id, "iat": now - 3600, "aud": "app"})), Holds::Stale),
        ("deleted account", of(json!({"id": gone, "iat": now, "aud": "app"})), Holds::NoAccount),
        // Of long ago, as phones hold them.
        ("old form", old_form(hers, SECRET), Holds::Stale),
        ("old form, secondary secret", old_form(hers, OLD_SECRET), Holds::Stale),
        ("the same with a guessed hash", old_form("$2b$10$x", OLD_SECRET), free(Holds::Stale)),
    ]
}

/// The status of a route that asks for a token.
fn expected(path: &str, need: Need, holds: Holds, setting: &str) -> u16 {
    match holds {
        Holds::Nothing => 401,
        Holds::Stale if need == Need::FreshToken || setting == STRICT => 401,
        Holds::NoAccount if path != "/account/delete" => 404,
        _ => 200,
    }
}

fn call(service: &Service, method: &str, path: &str, token: &str) -> Answer {
    let phone = service.phone();
    let phone = if token.is_empty() { phone } else { phone.with_token(token) };
    let request = phone.request(method, &filled(path));
    if method == "POST" { request.json(body(path).to_string()).send() } else { request.send() }
}

/// The girl with her account, and a reset of hers, whatever has been done to both.
fn put_back(service: &Service, account: &StoredAccount, reset: u64) {
    service.database.execute("DELETE FROM oky_user; DELETE FROM account_reset; DELETE FROM erased_person; DELETE FROM app_event");
    account.store(service);
    service.database.execute(&format!(
        "INSERT INTO account_reset (user_id, tokens_valid_after) VALUES ('{}', to_timestamp({reset}))",
        account.id
    ));
}

fn each_caller_gets_what_the_table_says(setting: &str, value: &str) {
    let mut settings =
        vec![("USE_AVATAR_CUSTOMIZATION", "true"), ("SECONDARY_APPLICATION_SECRET", OLD_SECRET)];
    settings.extend((!setting.is_empty()).then_some((setting, value)));
    let service = Service::with(&settings);
    let account = StoredAccount::named("test-girl-1");
    let callers = callers(&account, setting);
    // Between the old tokens and the new ones, however long this takes.
    let reset = token::now() - 600;
    put_back(&service, &account, reset);
    for (method, path, need) in TABLE {
        let as_nobody = (need == Need::Nothing).then(|| call(&service, method, path, ""));
        for (caller, token, holds) in &callers {
            let what = format!("{method} {path} with {caller}, {setting}={value}");
            if let Some(as_nobody) = &as_nobody {
                let answer = call(&service, method, path, token);
                assert_ne!(answer.status, 401, "{what}");
                assert_eq!(without_time(&answer), without_time(as_nobody), "{what}");
                continue;
            }
            if need == Need::Sender {
                events_are_hers_or_nobodys(&service, &account, token, *holds, &what);
                continue;
            }
            let answer = call(&service, method, path, token);
            let status = expected(path, need, *holds, setting);
            assert_eq!(answer.status, status, "{what}: {}", answer.text());
            if status == 401 {
                let message = format!("Authorization is required for request on {method} {path}");
                answer.is_error(401, "AuthorizationRequiredError", &message);
                // Nobody learns anything of her, and nothing of hers has changed.
                assert!(!answer.text().contains(&account.id), "{what}");
            }
            if path == "/account/delete" || path == "/account/edit-secret-answer" {
                put_back(&service, &account, reset);
            }
        }
    }
}

/// Status and text of an answer; one route says the time.
fn without_time(answer: &Answer) -> (u16, String) {
    let text = String::from_utf8_lossy(&answer.body);
    (answer.status, text.replace(|letter: char| letter.is_ascii_digit(), ""))
}

/// The one route whose caller would send the same for ever: every token is welcome, and one that
/// does not count is as good as none. A stale one does, in an incident too.
fn events_are_hers_or_nobodys(
    service: &Service,
    account: &StoredAccount,
    token: &str,
    holds: Holds,
    what: &str,
) {
    let event = event_of("SHARE_APP", &json!({}));
    let phone = service.phone();
    let phone = if token.is_empty() { phone } else { phone.with_token(token) };
    let answer = phone.post("/analytics/append-events", &json!({"events": [event]}));
    assert_eq!(answer.status, 200, "{what}");
    let sender = service.database.text(&format!(
        "SELECT coalesce(user_id, 'nobody') AS text FROM app_event WHERE local_id = '{}'",
        event["id"].as_str().unwrap()
    ));
    let is_told = answer.json().get("userId").is_some();
    assert_eq!(is_told, holds != Holds::Nothing, "{what}");
    assert_eq!(sender == "nobody", holds == Holds::Nothing, "{what}: {sender}");
    if matches!(holds, Holds::Fresh | Holds::Stale) {
        assert_eq!(sender, account.id, "{what}");
    }
}

#[test]
fn every_caller_may_what_the_table_says() {
    each_caller_gets_what_the_table_says("", "");
}

#[test]
fn every_caller_may_what_the_table_says_when_the_old_secret_has_leaked() {
    each_caller_gets_what_the_table_says(BOUND, "bound");
}

#[test]
fn every_caller_may_what_the_table_says_in_an_incident() {
    each_caller_gets_what_the_table_says(STRICT, "strict");
}

#[test]
fn the_table_lists_every_route() {
    let listed: BTreeSet<String> =
        TABLE.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    let service = Service::start();
    let description = service.phone().get("/openapi.json").json();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let route = format!("{} {path}", method.to_uppercase());
            assert!(listed.contains(&route), "{route} is described and not in the table");
        }
    }
    // Nor is there one that is not described: every path in the code is the end of a listed one.
    for path in paths_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let known = TABLE.iter().any(|(_, listed, _)| listed.ends_with(&path));
        assert!(known, "{path} is in the code and not in the table");
    }
}

#[test]
fn no_other_method_leads_anywhere() {
    let service = Service::start();
    for (_, path, _) in TABLE {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            if TABLE.iter().any(|(listed, at, _)| *listed == method && *at == path) {
                continue;
            }
            let answer = service.phone().request(method, &filled(path)).send();
            assert_eq!(answer.status, 404, "{method} {path}");
        }
    }
}

/// Every path that the sources in `folder` give to a route.
fn paths_in(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            paths.extend(paths_in(&path));
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        paths.extend(source.split(".route(").skip(1).filter_map(|after| {
            let (before, text) = after.split_once('"')?;
            before.trim().is_empty().then(|| text.split('"').next().map(str::to_owned))?
        }));
    }
    paths
}
