//! The description of the routes, and the page to read it.

use std::collections::BTreeSet;

use testkit::Database;

use crate::mobile::published::ROUTES;
use crate::services;

#[test]
fn the_description_names_every_public_route() {
    let database = Database::migrated();
    for service in [services::cms(&database), services::api(&database)] {
        let answer = service.get("/openapi.json");
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some("application/json; charset=utf-8"))
        );
        let description = answer.json();
        assert!(description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
        let paths: BTreeSet<&str> =
            description["paths"].as_object().unwrap().keys().map(String::as_str).collect();
        for (route, _) in ROUTES {
            let path = format!("/mobile/{route}/{{lang}}");
            assert!(paths.contains(path.as_str()), "{path}");
        }
        for path in ["/mobile/suggestions", "/health", "/ready", "/version"] {
            assert!(paths.contains(path), "{path}");
        }
    }
}

/// Every route that is described exists: asking it is anything but a 404 of the router.
#[test]
fn what_is_described_exists() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let description = cms.get("/openapi.json").json();
    for (path, methods) in description["paths"].as_object().unwrap() {
        let path = path.replace("{version_and_lang_and_user}", "1&en&u").replace("{lang}", "en");
        for method in methods.as_object().unwrap().keys() {
            let answer = cms.request(&method.to_uppercase(), &path, &[], b"");
            assert!(!answer.text().contains("no such route"), "{method} {path}");
        }
    }
}

#[test]
fn the_page_is_served_with_all_its_files_and_a_strict_policy() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let redirect = cms.get("/docs");
    assert_eq!((redirect.status, redirect.header("location")), (303, Some("/docs/")));

    let page = cms.get("/docs/");
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(
        policy.contains("script-src 'self'") && policy.contains("connect-src 'self'"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
    let html = page.text();
    let files = linked(html);
    assert!(files.len() >= 4, "{files:?}");
    for file in files {
        assert!(!file.contains("://") && !file.starts_with("//"), "{file} comes from elsewhere");
        let answer = cms.get(&format!("/docs/{}", file.trim_start_matches("./")));
        assert_eq!(answer.status, 200, "{file}");
        assert!(!answer.body.is_empty(), "{file}");
    }
    assert!(!html.contains("<script>"), "the policy forbids what stands in the page itself");
    let initializer = cms.get("/docs/swagger-initializer.js");
    assert!(initializer.text().contains("/openapi.json"));
    assert_eq!(cms.get("/docs/no-such-file").status, 404);
    assert_eq!(cms.get("/docs/../Cargo.toml").status, 404);
}

/// The values of `src` and `href`.
fn linked(html: &str) -> Vec<String> {
    ["src=\"", "href=\""]
        .iter()
        .flat_map(|attribute| html.split(attribute).skip(1))
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}
