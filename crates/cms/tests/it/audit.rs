//! The audit log's page and file.

use domain::access::Role;
use testkit::Database;

use crate::editors::signed_in;
use crate::services;

#[test]
fn super_admins_read_filter_and_take_it() {
    let database = Database::migrated();
    database.execute(
        "INSERT INTO audit_entry (at, editor_name, act, item, detail) \
         SELECT '2026-03-01T00:00Z'::timestamptz + n * interval '1 hour', 'writer', 'exported', \
                '=statistics', 'number ' || n FROM generate_series(1, 120) AS n",
    );
    let cms = services::cms(&database);
    let mut chief = signed_in(&cms, &database, Role::SuperAdmin, "en");
    let page = chief.get("/audit-log");
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("120 lines") && page.text().contains("page=3"));
    assert_eq!(page.text().matches("<td>=statistics</td>").count(), 50);
    let found = chief.get("/audit-log?act=exported&editor=writer&q=number+12");
    // 12 and 120.
    assert!(found.text().contains("2 lines"), "{}", found.text());
    // A day of Nepal's, which begins at a quarter past six in the evening before.
    assert!(chief.get("/audit-log?from=2026-03-02&until=2026-03-02").text().contains("24 lines"));
    assert!(chief.get("/audit-log?act=sent").text().contains("Nothing of this kind"));
    assert_eq!(chief.get("/audit-log?page=99999999999999&from=x&act=y").status, 200);

    let file = chief.get("/audit-log.csv?q=number+12");
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(file.text().lines().count(), 3);
    assert!(file.text().contains("\"'=statistics\""));
    assert!(chief.get("/audit-log").text().contains("2 lines"), "taking it is in it");
    for role in [Role::Admin, Role::ContentManager] {
        let mut other = signed_in(&cms, &database, role, "en");
        assert_eq!(other.get("/audit-log").status, 403);
        assert_eq!(other.get_json("/audit-log.csv").status, 403);
    }
}
