//! What counts as a token.

use serde_json::{Value, json};

use crate::http::Answer;
use crate::service::{OLD_SECRET, SECRET, Service};
use crate::token::{self, signed, with_header};

const PROTECTED: [&str; 6] = [
    "/account/replace-store",
    "/account/edit-info",
    "/account/edit-secret-answer",
    "/account/delete",
    "/account/update-avatar",
    "/account/update-verified-dates",
];

fn call(service: &Service, path: &str, header: Option<&str>, body: &str) -> Answer {
    let request = service.phone().request("POST", path).json(body);
    match header {
        Some(value) => request.header("Authorization", value).send(),
        None => request.send(),
    }
}

#[test]
fn without_a_token_protected_routes_say_which_request_needs_one() {
    let service = Service::start();
    for path in PROTECTED {
        for (header, body) in [(None, "{}"), (Some(""), "{}"), (Some("Bearer garbage"), "no JSON")]
        {
            let answer = call(&service, path, header, body);
            let message = format!("Authorization is required for request on POST {path}");
            answer.is_error(401, "AuthorizationRequiredError", &message);
        }
    }
}

#[test]
fn every_header_works_or_is_a_plain_401_and_never_disturbs_a_public_route() {
    let service = Service::with(&[("SECONDARY_APPLICATION_SECRET", OLD_SECRET)]);
    let id = service.girl("test-girl-1").id;
    let claims = json!({"id": id, "iat": token::now(), "aud": "app"});
    let good = signed(&claims, SECRET);
    let of = |changes: Value| {
        let mut claims = claims.clone();
        for (name, value) in changes.as_object().unwrap() {
            claims[name] = value.clone();
        }
        signed(&claims, SECRET)
    };
    let tampered = format!("{}x{}", &good[..60], &good[61..]);
    let none = with_header(&json!({"alg": "none", "typ": "JWT"}), &claims, SECRET);
    let distant = 9_999_999_999_u64;
    let cases = [
        ("short form", format!("Bearer {good}"), true),
        (
            "old form",
            format!("Bearer {}", token::old_form(&id, "$2b$10$x", &json!({}), SECRET)),
            true,
        ),
        ("secondary secret", format!("Bearer {}", signed(&claims, OLD_SECRET)), true),
        (
            "old form, secondary secret",
            format!("Bearer {}", token::old_form(&id, "$2b$10$x", &json!({}), OLD_SECRET)),
            true,
        ),
        ("without Bearer", good.clone(), true),
        ("lower case", format!("bearer {good}"), true),
        ("two spaces", format!("Bearer  {good}"), true),
        ("no typ", with_header(&json!({"alg": "HS256"}), &claims, SECRET), true),
        ("no iat", signed(&json!({"id": id, "aud": "app"}), SECRET), true),
        ("iat in the future", of(json!({"iat": distant})), true),
        ("iat is a fraction", of(json!({"iat": 1.5})), true),
        ("exp in the future", of(json!({"exp": distant})), true),
        ("aud is a list with app", of(json!({"aud": ["web", "app"]})), true),
        ("Bearer alone", "Bearer".to_owned(), false),
        ("Bearer and a space", "Bearer ".to_owned(), false),
        ("Basic", format!("Basic {good}"), false),
        ("two tokens", format!("Bearer {good}, Bearer {good}"), false),
        ("garbage", "Bearer garbage".to_owned(), false),
        ("three dots", "Bearer ...".to_owned(), false),
        ("tampered", format!("Bearer {tampered}"), false),
        ("no signature", format!("Bearer {}", &good[..good.rfind('.').unwrap() + 1]), false),
        ("wrong secret", format!("Bearer {}", signed(&claims, "another secret")), false),
        ("empty secret", format!("Bearer {}", signed(&claims, "")), false),
        ("alg none", format!("Bearer {none}"), false),
        ("HS384", with_header(&json!({"alg": "HS384", "typ": "JWT"}), &claims, SECRET), false),
        ("HS512", with_header(&json!({"alg": "HS512", "typ": "JWT"}), &claims, SECRET), false),
        ("aud missing", signed(&json!({"id": id}), SECRET), false),
        ("aud of another", of(json!({"aud": "web"})), false),
        ("expired", of(json!({"exp": 1})), false),
        ("exp is no number", of(json!({"exp": "soon"})), false),
        ("not valid yet", of(json!({"nbf": distant})), false),
        ("no id", signed(&json!({"iat": 1, "aud": "app"}), SECRET), false),
        ("empty id", of(json!({"id": ""})), false),
        ("id is no UUID", of(json!({"id": "undefined"})), false),
        ("id is an object", of(json!({"id": {"id": id}})), false),
        ("id is a list", of(json!({"id": [id]})), false),
        ("id is null", of(json!({"id": null})), false),
        ("bytes that are no text", "Bearer ÿ".to_owned(), false),
    ];
    for (case, header, good) in cases {
        let answer =
            call(&service, "/account/update-verified-dates", Some(&header), r#"{"metadata":{}}"#);
        assert_eq!(answer.status, if good { 200 } else { 401 }, "{case}: {}", answer.text());
        if !good {
            assert_eq!(answer.json()["name"], "AuthorizationRequiredError", "{case}");
        }
        let answer = call(&service, "/analytics/append-events", Some(&header), r#"{"events":[]}"#);
        assert_eq!(answer.status, 200, "{case}: {}", answer.text());
        assert_eq!(answer.json().get("userId").is_some(), good, "{case}");
        let survey = service.phone().request("POST", "/survey").header("Authorization", &header);
        assert_eq!(survey.send().status, 204, "{case}");
    }
}

#[test]
fn a_cookie_is_no_token() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    let cookie = format!("Authorization=Bearer {0}; token={0}", girl.token);
    let request = service.phone().request("POST", "/account/delete").header("Cookie", &cookie);
    assert_eq!(request.send().status, 401);
}

#[test]
fn an_id_is_echoed_in_the_spelling_of_the_token() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for spelling in [girl.id.to_uppercase(), girl.id.replace('-', ""), format!("{{{}}}", girl.id)] {
        let phone = service.phone().with_token(&token::of(&spelling));
        let answer =
            phone.post("/account/update-verified-dates", &json!({"metadata": {"by": spelling}}));
        assert_eq!(answer.json()["userId"], json!(spelling));
        assert_eq!(service.row(&girl.id)["metadata"]["by"], json!(spelling));
    }
}
