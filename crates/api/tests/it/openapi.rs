//! `/openapi.json` describes every route that programs call.

use insta::assert_snapshot;

use crate::service::Service;

/// Every route there is. Whoever adds one adds it here.
const ROUTES: [(&str, &str); 37] = [
    ("get", "/"),
    ("get", "/account/info/{name}"),
    ("post", "/account/signup"),
    ("post", "/account/login"),
    ("post", "/account/replace-store"),
    ("post", "/account/edit-info"),
    ("post", "/account/edit-secret-answer"),
    ("post", "/account/reset-password"),
    ("post", "/account/delete"),
    ("post", "/account/delete-from-password"),
    ("post", "/account/update-avatar"),
    ("post", "/account/update-verified-dates"),
    ("post", "/account/export"),
    ("post", "/analytics/append-events"),
    ("post", "/menstruation-prediction"),
    ("post", "/survey"),
    ("get", "/mobile/content/{lang}"),
    ("get", "/mobile/articles/{lang}"),
    ("get", "/mobile/videos/{lang}"),
    ("get", "/mobile/quizzes/{lang}"),
    ("get", "/mobile/didyouknows/{lang}"),
    ("get", "/mobile/help-center/{lang}"),
    ("get", "/mobile/help-center-attribute/{lang}"),
    ("get", "/mobile/avatar-messages/{lang}"),
    ("get", "/mobile/privacy-policy/{lang}"),
    ("get", "/mobile/terms-and-conditions/{lang}"),
    ("get", "/mobile/about/{lang}"),
    ("get", "/mobile/about-banner/{lang}"),
    ("get", "/mobile/about-banner-conditional/{lang}"),
    ("get", "/mobile/surveys/{lang}"),
    ("get", "/mobile/new-surveys/{lang}"),
    ("get", "/mobile/notification/{lang}"),
    ("get", "/mobile/permanent-notification/{version_and_lang_and_user}"),
    ("post", "/mobile/suggestions"),
    ("get", "/health"),
    ("get", "/ready"),
    ("get", "/version"),
];

/// Pages for people, and the description itself: no program reads them.
const UNDESCRIBED: [&str; 6] =
    ["/delete-account", "/export-account", "/pages.css", "/openapi.json", "/docs", "/docs/"];

#[test]
fn the_description_lists_the_routes_and_nothing_else() {
    let service = Service::start();
    let description = service.phone().get("/openapi.json").json();
    assert!(
        description["openapi"].as_str().unwrap().starts_with("3.1."),
        "{}",
        description["openapi"]
    );
    let mut described: Vec<String> = description["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(move |method| format!("{method} {path}"))
        })
        .collect();
    described.sort();
    let mut expected: Vec<String> =
        ROUTES.iter().map(|(method, path)| format!("{method} {path}")).collect();
    expected.sort();
    assert_eq!(described, expected);
    assert_snapshot!(described.join("\n"));
}

#[test]
fn every_route_exists() {
    let service = Service::start();
    let undescribed = UNDESCRIBED.iter().map(|path| ("get", *path));
    for (method, path) in ROUTES.into_iter().chain(undescribed) {
        let path = path
            .replace("{name}", "nobody")
            .replace("{lang}", "en")
            .replace("{version_and_lang_and_user}", "en?version=1");
        let answer = service.phone().request(&method.to_uppercase(), &path).send();
        assert!(!answer.text().contains("no such route"), "{method} {path}");
    }
}

#[test]
fn the_page_to_read_it_brings_everything_with_it() {
    let service = Service::start();
    let answer = service.phone().get("/docs");
    assert_eq!((answer.status, answer.header("location")), (303, Some("/docs/")));
    let page = service.phone().get("/docs/");
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("src=\"http") && !page.text().contains("href=\"http"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
}
