//! Odd methods and paths.

use super::{is_proper, routes};
use crate::http::exchange;
use crate::service::Service;

#[test]
fn a_wrong_method_is_not_found() {
    let service = Service::start();
    let girl = service.girl("test-girl-1");
    for (path, _) in routes() {
        for method in ["GET", "PUT", "PATCH", "DELETE", "HEAD", "TRACE", "PROPFIND", "MADE-UP"] {
            let answer = girl.phone.request(method, path).send();
            assert_eq!(answer.status, 404, "{method} {path}");
            if method != "HEAD" {
                answer.is_error(404, "NotFoundError", "no such route");
            }
        }
    }
    for path in ["/", "/account/info/test-girl-1", "/health", "/openapi.json"] {
        assert_eq!(girl.phone.request("POST", path).send().status, 404, "{path}");
    }
}

#[test]
fn an_unknown_path_is_not_found() {
    let service = Service::start();
    let long = format!("/{}", "x".repeat(20_000));
    for path in [
        "/account",
        "/account/",
        "/account/nothing",
        "/account/info",
        "/account/info/",
        "/account/info/a/b",
        "/Account/Login",
        "//account/login",
        "/./account/login",
        "/account/../account/login",
        "/%61ccount/%zz",
        "/.env",
        "/index.php?x=%ff%00",
        "/metrics",
        "*",
        &long,
    ] {
        for method in ["GET", "POST"] {
            let answer = service.phone().request(method, path).send();
            assert_eq!(answer.status, 404, "{method} {path:.60}: {}", answer.text());
            is_proper(&answer, path);
        }
    }
}

#[test]
fn odd_queries_and_escapes_are_nobodys_problem() {
    let service = Service::start();
    for path in [
        "/?",
        "/?a=b&a=c&=&&%",
        "/health?%ff=%00",
        "/delete-account?lang=xx",
        "/delete-account?lang=%ff&lang=ne&lang",
        "/mobile/articles/%00",
        "/mobile/articles/%ff",
        "/mobile/content/en?since=%00%ff",
        "/mobile/new-surveys/en?userID=%27",
        "/mobile/permanent-notification/%2e%2e",
        "/account/info/%2e%2e%2f%2e%2e",
        "/account/info/..%2f..%2fetc%2fpasswd",
    ] {
        let answer = service.phone().get(path);
        assert!(answer.status < 500, "{path}: {}", answer.status);
    }
}

#[test]
fn what_is_no_request_line_ends_the_connection_with_a_bad_request() {
    let service = Service::start();
    for line in [
        "GET /account/info/परीक्षण HTTP/1.1",
        "GET /account/info/\u{1} HTTP/1.1",
        "GET / HTTP/9.9",
        "GET /",
        "GET / HTTP/1.1 more",
        "\u{16}\u{3}\u{1}",
        "G\u{e9}T / HTTP/1.1",
    ] {
        let answer = exchange(service.address, format!("{line}\r\nHost: x\r\n\r\n").as_bytes());
        assert_eq!((answer.status, answer.text()), (400, ""), "{line:?}");
    }
    assert_eq!(service.phone().get("/").status, 200);
}
