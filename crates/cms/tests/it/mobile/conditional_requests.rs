//! A phone that has the bytes is not sent them again.

use crate::mobile::published::{ROUTES, published, rows};
use crate::services;

#[test]
fn every_snapshot_has_a_strong_tag_and_its_own_one_gives_304() {
    let cms = published();
    for route in ROUTES.iter().map(|(route, _)| *route).chain(["content"]) {
        for lang in ["en", "nobody"] {
            let path = format!("/mobile/{route}/{lang}");
            let first = cms.get(&path);
            let tag = first.header("etag").expect("a tag");
            assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 10, "{path}: {tag}");
            assert_eq!(cms.get(&path).header("etag"), Some(tag), "{path}: the tag is stable");

            let again = cms.get_with(&path, &[("If-None-Match", tag)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
            for name in ["etag", "cache-control", "vary"] {
                assert_eq!(again.header(name), first.header(name), "{path} {name}");
            }
            assert_eq!(again.header("content-type"), None);
            assert_eq!(
                cms.request("HEAD", &path, &[("If-None-Match", tag)], b"").status,
                304,
                "{path}"
            );
        }
    }
}

#[test]
fn tags_are_compared_as_http_says() {
    let cms = published();
    let path = "/mobile/articles/en";
    let tag = |accepted: &str| {
        cms.get_with(path, &[("Accept-Encoding", accepted)])
            .header("etag")
            .expect("a tag")
            .to_owned()
    };
    let (plain, gzip, brotli) = (tag(""), tag("gzip"), tag("br"));
    assert!(plain != gzip && gzip != brotli && plain != brotli, "other bytes, another tag");
    let other = cms.get("/mobile/articles/ne").header("etag").expect("a tag").to_owned();
    let cases = [
        (plain.clone(), 304),
        (gzip.clone(), 304),
        (brotli, 304),
        (format!("W/{plain}"), 304),
        (format!("W/{gzip}"), 304),
        (format!("{other}, {plain}"), 304),
        (format!("\"x\",W/{plain} , \"y\""), 304),
        ("*".to_owned(), 304),
        (other, 200),
        (plain.replace('"', ""), 304),
        ("\"\"".to_owned(), 200),
        (String::new(), 200),
        ("W/".to_owned(), 200),
        ("nonsense".to_owned(), 200),
        (plain[..10].to_owned(), 200),
    ];
    for (sent, status) in cases {
        let answer = cms.get_with(path, &[("If-None-Match", &sent)]);
        assert_eq!(answer.status, status, "{sent}");
    }
    // The 304 names the encoding that would have been sent.
    let answer = cms.get_with(path, &[("If-None-Match", &plain), ("Accept-Encoding", "gzip")]);
    assert_eq!((answer.status, answer.header("etag")), (304, Some(gzip.as_str())));
}

#[test]
fn the_same_text_has_the_same_tag_on_every_instance() {
    let (one, database) = (published(), rows());
    let other = services::cms(&database);
    for (route, _) in ROUTES {
        let path = format!("/mobile/{route}/en");
        assert_eq!(one.get(&path).header("etag"), other.get(&path).header("etag"), "{route}");
    }
}
