//! The files that pages are served with.

use testkit::Database;

use crate::service::Service;
use crate::services;
use crate::wire::Answer;

/// The most that a first visit may load, page and all, in bytes as they are sent.
const MOST: usize = 100_000;

fn linked(page: &str) -> Vec<String> {
    let mut found: Vec<String> = ["src=\"", "href=\"", "data-sortable=\""]
        .iter()
        .flat_map(|attribute| page.split(attribute).skip(1))
        .map(|rest| rest.split(['"', '#']).next().unwrap().to_owned())
        .filter(|address| address.starts_with("/static/"))
        .collect();
    found.sort();
    found.dedup();
    found
}

fn fetch(cms: &Service, address: &str, encoding: &str) -> Answer {
    cms.request("GET", address, &[("accept-encoding", encoding)], b"")
}

#[test]
fn a_first_visit_is_light_and_the_second_loads_nothing() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let page = cms.request("GET", "/login", &[("accept", "text/html")], b"");
    assert_eq!(page.status, 200, "{}", page.text());
    let files = linked(page.text());
    assert!(files.len() >= 6, "{files:?}");
    for encoding in ["br", "gzip"] {
        // The icons are not on this page, but on every other.
        let icons = files.iter().find(|file| file.contains("icons.svg")).cloned();
        let mut loaded = page.body.len();
        for file in
            files.iter().cloned().chain(icons.is_none().then(|| "/static/icons.svg".to_owned()))
        {
            let answer = fetch(&cms, &file, encoding);
            assert_eq!(answer.status, 200, "{file}");
            assert_eq!(answer.header("content-encoding"), Some(encoding), "{file}");
            assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{file}");
            // The licence is linked to, not loaded.
            loaded += if file.contains(".txt") { 0 } else { answer.body.len() };

            let tag = answer.header("etag").unwrap().to_owned();
            let again = cms.request("GET", &file, &[("if-none-match", &tag)], b"");
            assert_eq!((again.status, again.body.len()), (304, 0), "{file}");
        }
        assert!(loaded < MOST, "{encoding}: {loaded} bytes");
    }
}

#[test]
fn a_file_stays_for_a_year_only_under_the_address_of_its_content() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let page = cms.request("GET", "/login", &[("accept", "text/html")], b"");
    for file in linked(page.text()) {
        let answer = cms.get(&file);
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        let (path, _) = file.split_once('?').expect("a version");
        for other in [path.to_owned(), format!("{path}?0123456789abcdef")] {
            let answer = cms.get(&other);
            assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-cache")));
        }
        let expected = match path.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("txt") => "text/plain; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        assert_eq!(answer.header("content-type"), Some(expected), "{path}");
    }
    for missing in ["/static/", "/static/nothing.css", "/static/../Cargo.toml"] {
        assert_eq!(cms.get(missing).status, 404, "{missing}");
    }
}
