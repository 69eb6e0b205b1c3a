//! The same bytes, compressed as the caller likes.

use std::io::Read;

use crate::mobile::published::{ROUTES, published};
use crate::wire::Answer;

/// What a shared cache may do: answer for a minute, and for a day while we are away.
const CACHE: &str = "public, max-age=0, must-revalidate, s-maxage=60, stale-if-error=86400";

#[test]
fn every_encoding_holds_the_same_bytes() {
    let cms = published();
    let mut compressed = 0;
    for route in ROUTES.iter().map(|(route, _)| *route).chain(["content"]) {
        for lang in ["en", "ne", "nobody"] {
            let path = format!("/mobile/{route}/{lang}");
            let plain = cms.get(&path);
            assert_eq!(plain.header("content-encoding"), None, "{path}");
            for accepted in [
                "gzip",
                "br",
                "gzip, deflate, br",
                "deflate, gzip;q=1.0, *;q=0.5",
                "gzip;q=0.1, br;q=0",
                "*",
            ] {
                let answer = cms.get_with(&path, &[("Accept-Encoding", accepted)]);
                assert_eq!(decoded(&answer), plain.body, "{path} {accepted}");
                assert_eq!(answer.header("content-type"), plain.header("content-type"));
                assert_eq!(
                    answer.header("content-length"),
                    Some(answer.body.len().to_string().as_str())
                );
                assert!(answer.body.len() <= plain.body.len(), "{path} {accepted} grew");
                compressed += usize::from(answer.header("content-encoding").is_some());
            }
        }
    }
    assert!(compressed > 50, "only {compressed} answers were compressed");
}

#[test]
fn the_callers_wishes_are_kept() {
    let cms = published();
    let chosen = |accepted: &str| {
        let answer = cms.get_with("/mobile/articles/en", &[("Accept-Encoding", accepted)]);
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
        answer.header("content-encoding").map(str::to_owned)
    };
    assert_eq!(chosen("gzip").as_deref(), Some("gzip"));
    assert_eq!(chosen("br;q=0, gzip").as_deref(), Some("gzip"));
    assert_eq!(chosen("gzip, br").as_deref(), Some("br"));
    assert_eq!(chosen("deflate"), None);
    assert_eq!(chosen("identity"), None);
    assert_eq!(chosen("gzip;q=0, br;q=0"), None);
    assert_eq!(chosen(""), None);
}

#[test]
fn what_caches_may_do_is_said_on_every_snapshot() {
    let cms = published();
    for route in ROUTES.iter().map(|(route, _)| *route).chain(["content"]) {
        for lang in ["en", "nobody"] {
            let answer = cms.get(&format!("/mobile/{route}/{lang}"));
            assert_eq!(answer.header("cache-control"), Some(CACHE), "{route} {lang}");
            assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{route} {lang}");
        }
    }
    for path in ["new-surveys/en", "about-banner-conditional/en", "permanent-notification/1&en&u"] {
        assert_eq!(
            cms.get(&format!("/mobile/{path}")).header("cache-control"),
            Some("no-store"),
            "{path}"
        );
    }
}

/// Compressing takes far longer than everything else about a request, and whoever chooses the
/// text could make us do it each time.
#[test]
fn what_a_caller_has_chosen_is_not_compressed() {
    let cms = published();
    let path = format!("/mobile/content/{}", "x".repeat(10_000));
    let answer = cms.get_with(&path, &[("Accept-Encoding", "gzip, br")]);
    assert_eq!((answer.status, answer.header("content-encoding")), (200, None));
}

fn decoded(answer: &Answer) -> Vec<u8> {
    let body = &answer.body[..];
    let mut reader: Box<dyn Read + '_> = match answer.header("content-encoding") {
        None => Box::new(body),
        Some("gzip") => Box::new(flate2::read::GzDecoder::new(body)),
        Some("br") => Box::new(brotli::Decompressor::new(body, 4096)),
        Some(other) => panic!("nobody asked for {other}"),
    };
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    bytes
}
