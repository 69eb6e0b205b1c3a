//! Headers that are large or many. The app takes a 431 from anywhere as the order to log the
//! girl out, so none may ever leave.

use crate::probe;

#[test]
fn a_token_of_a_hundred_kilobytes_is_accepted() {
    let service = probe::start(&[]);
    let token = format!("Bearer {}", "x".repeat(100 * 1024));
    assert_eq!(service.get_with("/health", &[("Authorization", &token)]).status, 200);
}

#[test]
fn beyond_the_limit_it_is_400_and_never_431() {
    let service = probe::start(&[]);
    let token = format!("Bearer {}", "x".repeat(1024 * 1024));
    assert_eq!(service.get_with("/health", &[("Authorization", &token)]).status, 400);
    let names: Vec<String> = (0..10_000).map(|number| format!("X-{number}")).collect();
    let headers: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    assert_eq!(service.get_with("/health", &headers).status, 400);
    let path = format!("/{}", "x".repeat(1024 * 1024));
    assert_eq!(service.get(&path).status, 400);
    assert_eq!(service.get("/health").status, 200);
}
