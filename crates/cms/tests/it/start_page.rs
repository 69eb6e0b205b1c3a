//! The start page of the cms.

use testkit::Database;

use crate::services;

#[test]
fn it_says_what_this_is_and_loads_nothing_from_elsewhere() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let page = cms.get("/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(
        !page.text().contains("src=\"http")
            && !page.text().contains("<style")
            && !page.text().contains(" style=")
    );
    let stylesheet = cms.get("/start.css");
    assert_eq!(
        (stylesheet.status, stylesheet.header("content-type")),
        (200, Some("text/css; charset=utf-8"))
    );
    assert!(page.text().contains("start.css"));
}
