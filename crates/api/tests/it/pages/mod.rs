//! The two pages for people.

mod delete_account;
mod export_account;

use crate::http::Answer;
use crate::service::Service;

/// What every page is.
#[track_caller]
fn is_page(answer: &Answer, status: u16, language: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    let policy = answer.header("content-security-policy").unwrap();
    assert!(
        policy.contains("script-src 'self'") && policy.contains("form-action 'self'"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(answer.text().contains(&format!("<html lang=\"{language}\">")), "{}", answer.text());
    // Nothing from elsewhere, nothing inline.
    for forbidden in ["<script", "style=", "//"] {
        assert!(!answer.text().contains(forbidden), "{forbidden} in {}", answer.text());
    }
}

fn submit(service: &Service, path: &str, form: &str) -> Answer {
    let request = service.phone().request("POST", path);
    request.header("Content-Type", "application/x-www-form-urlencoded").body(form).send()
}
