//! Requests that are no HTTP, or nearly.

use crate::probe;

#[test]
fn what_is_no_http_is_answered_and_forgotten() {
    let service = probe::start(&[]);
    let requests: [(&str, &[u8]); 8] = [
        ("no request line", b"hello\r\n\r\n"),
        ("another protocol", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
        ("a header without a name", b"GET /health HTTP/1.1\r\n: x\r\n\r\n"),
        ("a NUL in a header", b"GET /health HTTP/1.1\r\nHost: te\0st\r\n\r\n"),
        (
            "two lengths",
            b"POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        ),
        (
            "a length and chunks",
            b"POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ),
        (
            "a length that is no number",
            b"POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Length: -1\r\n\r\n",
        ),
        (
            "a chunk that is no chunk",
            b"POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ),
    ];
    for (what, request) in requests {
        let status = service.send(request).status;
        assert!((400..500).contains(&status) && status != 431, "{what}: {status}");
        assert_eq!(service.get("/health").status, 200, "after {what}");
    }
}

#[test]
fn a_made_up_method_is_no_route() {
    let service = probe::start(&[]);
    for method in ["BREW", "PROPFIND", "DELETE", "PUT", "TRACE"] {
        let answer = service.request(method, "/mobile/articles/en", &[], b"");
        assert_eq!(
            (answer.status, answer.json()["name"].as_str()),
            (404, Some("NotFoundError")),
            "{method}"
        );
    }
}
