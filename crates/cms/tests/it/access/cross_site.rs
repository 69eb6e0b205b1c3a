//! No page of another site acts in an editor's name.

use domain::access::Role;
use testkit::Database;

use crate::editors::signed_in;
use crate::services;

#[test]
fn every_route_that_changes_something_refuses_other_sites() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::SuperAdmin, "en");
    for entry in cms::routes::table().iter().filter(|entry| !super::reads(entry)) {
        for header in [
            ("Origin", "https://evil.example"),
            ("Origin", "null"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"),
        ] {
            for accept in ["text/html", "application/json"] {
                let headers = [header, ("Accept", accept)];
                let (method, path) = (entry.method.as_str(), super::path(entry));
                let answer = editor.request(method, &path, &headers, b"");
                assert_eq!(answer.status, 403, "{method} {path} {header:?}");
                let is_page = answer.header("content-type").unwrap().starts_with("text/html");
                assert_eq!(is_page, accept == "text/html", "{method} {path}");
            }
        }
    }
    assert_eq!(database.count("SELECT count(*) FROM editor_session"), 1, "she is still in");
}
