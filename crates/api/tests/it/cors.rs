//! Which pages may call from a browser: the one that `DELETE_ACCOUNT_URL` names.

use crate::http::Answer;
use crate::service::Service;

const PAGE: &str = "https://period.example";

fn from_page(service: &Service, origin: &str) -> Answer {
    let request =
        service.phone().request("POST", "/account/delete-from-password").header("Origin", origin);
    request.json("{}").send()
}

#[test]
fn a_page_is_known_by_scheme_host_and_port_whatever_path_the_setting_has() {
    for setting in [
        PAGE,
        "https://period.example/",
        "https://period.example/delete-account/",
        "https://Period.Example/delete?lang=ne",
        "https://period.example:443/delete",
    ] {
        let service = Service::with(&[("DELETE_ACCOUNT_URL", setting)]);
        let answer = from_page(&service, PAGE);
        assert_eq!(answer.header("access-control-allow-origin"), Some(PAGE), "{setting}");
        assert!(answer.header("vary").unwrap().contains("Origin"), "{setting}");
        for other in [
            "http://period.example",
            "https://period.example:8443",
            "https://period.example.evil.example",
            "null",
            "*",
        ] {
            assert_eq!(
                from_page(&service, other).header("access-control-allow-origin"),
                None,
                "{other}"
            );
        }
    }
}

#[test]
fn refusals_can_be_read_by_the_page_too() {
    let service = Service::with(&[("DELETE_ACCOUNT_URL", PAGE)]);
    service.girl("test-girl-1");
    let paths =
        ["/account/delete-from-password", "/account/login", "/no/such/route", "/account/delete"];
    for (path, body) in paths.iter().flat_map(|path| {
        [(path, "{}"), (path, "no JSON"), (path, r#"{"name":"test-girl-1","password":"x"}"#)]
    }) {
        let request = service.phone().request("POST", path).header("Origin", PAGE);
        let answer = request.json(body).send();
        assert!(answer.status >= 400);
        assert_eq!(answer.header("access-control-allow-origin"), Some(PAGE), "{path} {body}");
    }
}

#[test]
fn options_are_answered_on_any_path() {
    let service = Service::with(&[("DELETE_ACCOUNT_URL", PAGE)]);
    for path in ["/account/delete-from-password", "/no/such/route", "/", "/account/info/x"] {
        let request = service.phone().request("OPTIONS", path).header("Origin", PAGE);
        let request = request.header("Access-Control-Request-Method", "POST");
        let answer = request.header("Access-Control-Request-Headers", "content-type").send();
        assert_eq!((answer.status, answer.text()), (204, ""), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), Some(PAGE));
        assert_eq!(
            answer.header("access-control-allow-methods"),
            Some("GET,HEAD,PUT,PATCH,POST,DELETE")
        );
        assert_eq!(answer.header("access-control-allow-headers"), Some("content-type"));
        assert!(answer.header("vary").unwrap().contains("Access-Control-Request-Headers"));

        let stranger = service
            .phone()
            .request("OPTIONS", path)
            .header("Origin", "https://evil.example")
            .send();
        assert_eq!(
            (stranger.status, stranger.header("access-control-allow-origin")),
            (204, None),
            "{path}"
        );
    }
}

#[test]
fn without_the_setting_no_page_may_call_and_in_development_every_page_may() {
    let service = Service::start();
    assert_eq!(from_page(&service, PAGE).header("access-control-allow-origin"), None);
    let service = Service::with(&[("NODE_ENV", "development")]);
    assert_eq!(from_page(&service, PAGE).header("access-control-allow-origin"), Some("*"));
}
