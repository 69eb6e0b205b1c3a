//! Who sees what.

use domain::access::Role;

use super::sheets::{Sheet, file};
use super::{Wants, empty, upload};
use crate::editors;

#[test]
fn strangers_and_other_languages_see_nothing() {
    let mut desk = empty("en");
    let mut stranger = editors::visitor(&desk.cms);
    for path in ["/data", "/data/generate-content-sheet", "/data/check"] {
        assert_eq!(stranger.get(path).status, 303, "{path}");
        assert_eq!(stranger.get_json(path).status, 401, "{path}");
    }
    let bytes = file(&[Sheet::new("a", &[&["key", "original", "translation"]])]);
    let path = "/data/upload-app-translations-sheet";
    assert_eq!(upload(&mut stranger, path, &bytes, &[], Wants::Json).status, 401);
    let stored = upload(&mut desk, path, &bytes, &[], Wants::Json);
    let result = stored.json()["file"].as_str().unwrap().to_owned();
    assert_eq!(desk.get(&result).status, 200);
    let mut other = editors::signed_in(&desk.cms, &desk.database, Role::Admin, "ne");
    assert_eq!(other.get(&result).status, 404);
    assert_eq!(other.get_json(result.strip_suffix("/file").unwrap()).status, 404);
    assert!(!other.get("/data").text().contains("/data/conversions/"));
    // A superAdmin works in every language.
    let mut superior = editors::signed_in(&desk.cms, &desk.database, Role::SuperAdmin, "ne");
    assert_eq!(superior.get(&result).status, 200);
    for path in
        ["/data/conversions/1", "/data/conversions/00000000-0000-4000-8000-000000000000/file"]
    {
        assert_eq!(desk.get_json(path).status, 404, "{path}");
    }
}

#[test]
fn a_language_that_is_not_hers_is_not_there() {
    let mut desk = empty("en");
    for path in ["/data/generate-content-sheet", "/data/generate-content-ts"] {
        assert_eq!(desk.get_json(&format!("{path}?lang=en")).status, 200);
        assert_eq!(desk.get_json(&format!("{path}?lang=ne")).status, 404);
        assert_eq!(desk.get_json(&format!("{path}?lang=xx")).status, 404);
    }
}

#[test]
fn every_export_and_import_is_in_the_audit_log() {
    let mut desk = empty("ne");
    let acts = |desk: &super::Desk, act: &str| {
        desk.database.count(&format!("SELECT count(*) FROM audit_entry WHERE act = '{act}'"))
    };
    let (exported, imported) = (acts(&desk, "exported"), acts(&desk, "imported"));
    desk.get("/data/generate-content-sheet");
    desk.get("/data/generate-content-ts?live=true");
    assert_eq!(acts(&desk, "exported"), exported + 2);
    let bytes = file(&[Sheet::new("a", &[&["key", "original", "translation"]])]);
    let path = "/data/upload-app-translations-sheet";
    let stored = upload(&mut desk, path, &bytes, &[], Wants::Json);
    assert_eq!(stored.status, 200);
    assert_eq!(acts(&desk, "imported"), imported + 1);
}
