//! What the services read themselves of headers and addresses.
#![no_main]

use std::io::Read;
use std::net::IpAddr;
use std::sync::LazyLock;

use actix_web::body::MessageBody;
use actix_web::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH,
};
use actix_web::test::TestRequest;
use libfuzzer_sys::fuzz_target;
use server::body::{Encoding, inflate};
use server::client_address::{ClientPrefix, client};
use server::encoding::{accepts, gzip};
use server::mobile::body::Body;
use server::path::decode;
use server::query::Query;

/// Content that is worth compressing, and content that is not.
static CONTENT: LazyLock<[Body; 2]> = LazyLock::new(|| {
    [Body::new(format!("[{}\"\"]", "\"text\",".repeat(100))), Body::new("[]".to_owned())]
});

fuzz_target!(|data: &[u8]| {
    let mut lines = data.splitn(4, |byte| *byte == b'\n');
    let mut line = || lines.next().unwrap_or_default();
    let (encodings, tags, forwarded, rest) = (line(), line(), line(), line());
    content(encodings, tags);
    if let Ok(text) = std::str::from_utf8(encodings) {
        negotiation(text);
    }
    addresses(forwarded);
    if let Ok(text) = std::str::from_utf8(rest) {
        paths(text);
    }
    compressed(rest);
});

/// A caller gets what it takes, in full, unless it has it.
fn content(encodings: &[u8], tags: &[u8]) {
    for content in CONTENT.iter() {
        let mut request = TestRequest::default();
        let sent: [(HeaderName, &[u8]); 2] = [(ACCEPT_ENCODING, encodings), (IF_NONE_MATCH, tags)];
        for (name, value) in sent {
            // Others never reach a handler.
            let Ok(value) = HeaderValue::from_bytes(value) else { return };
            request = request.insert_header((name, value));
        }
        let answer = content.answer(&request.to_http_request());
        let tag = answer.headers().get(ETAG).expect("every answer has a tag").clone();
        if answer.status() == 304 {
            let tags = String::from_utf8_lossy(tags);
            assert!(tags.contains('*') || tags.contains(content.digest()), "not known: {tags}");
            continue;
        }
        assert_eq!(answer.status(), 200);
        let encoding = answer.headers().get(CONTENT_ENCODING).cloned();
        let bytes = answer.into_body().try_into_bytes().unwrap_or_default();
        let mut text = String::new();
        match encoding.as_ref().map(HeaderValue::as_bytes) {
            None => text = String::from_utf8_lossy(&bytes).into_owned(),
            Some(b"gzip") => {
                flate2::read::GzDecoder::new(&bytes[..])
                    .read_to_string(&mut text)
                    .map(drop)
                    .expect("gzip");
            }
            Some(b"br") => {
                brotli::Decompressor::new(&bytes[..], 4096)
                    .read_to_string(&mut text)
                    .map(drop)
                    .expect("brotli");
            }
            Some(other) => panic!("nobody knows {other:?}"),
        }
        assert_eq!(text, content.text());
        if let Some(name) = encoding {
            let name = name.to_str().unwrap_or_default();
            assert!(accepts(std::str::from_utf8(encodings).unwrap_or_default(), name));
        }
        let again = TestRequest::default().insert_header((IF_NONE_MATCH, tag)).to_http_request();
        assert_eq!(content.answer(&again).status(), 304);
    }
}

/// Case, white space and what else is taken do not matter.
fn negotiation(header: &str) {
    for coding in ["br", "gzip"] {
        let taken = accepts(header, coding);
        assert!(!taken || header.contains('*') || header.to_ascii_lowercase().contains(coding));
        assert_eq!(accepts(&header.to_ascii_uppercase(), coding), taken, "in capitals");
        assert_eq!(accepts(&format!("{header}, other;q=0.1"), coding), taken, "with another");
        assert_eq!(accepts(&format!(" {} ", header.replace(',', "\t, ")), coding), taken, "spaced");
        if header.is_empty() || header.ends_with(',') {
            assert!(!accepts(&format!("{header}{coding};q=0, *"), coding) || taken);
        }
    }
}

/// What a caller writes in front of the proxies' own entries changes nothing. Here a semicolon
/// parts the two.
fn addresses(header: &[u8]) {
    let peer = IpAddr::from([192, 0, 2, 1]);
    assert_eq!(client(peer, [header].into_iter(), 0), peer);
    let parts: Vec<&[u8]> = header.splitn(2, |byte| *byte == b';').collect();
    let [spoofed, chain] = parts[..] else { return };
    let entries = chain.split(|byte| *byte == b',').count();
    for hops in 1..=3 {
        let found = client(peer, [chain].into_iter(), hops);
        if entries >= hops {
            let whole = [spoofed, b",", chain].concat();
            assert_eq!(client(peer, [&whole[..]].into_iter(), hops), found, "in one header");
            assert_eq!(client(peer, [spoofed, chain].into_iter(), hops), found, "in two");
        }
        let prefix = ClientPrefix::of(found);
        let text: IpAddr = prefix.text().parse().expect("a prefix is an address");
        assert_eq!(ClientPrefix::of(text), prefix);
    }
}

fn paths(text: &str) {
    if let Ok(decoded) = decode(text) {
        assert!(decoded.len() <= text.len());
        let encoded: String = decoded.bytes().map(|byte| format!("%{byte:02x}")).collect();
        assert_eq!(decode(&encoded).ok(), Some(decoded), "decoding is undone by encoding");
    }
    let query = Query::parse(text);
    for name in ["since", "lang", ""] {
        assert!(query.get(name).is_none_or(|value| value.len() <= 3 * text.len()));
    }
}

/// What comes compressed is inflated to its beginning and never further.
fn compressed(bytes: &[u8]) {
    const LIMIT: usize = 64;
    for encoding in [Encoding::Gzip, Encoding::Deflate] {
        for cut_off in [true, false] {
            if let Ok(inflated) = inflate(encoding, bytes, LIMIT, cut_off) {
                assert!(inflated.bytes.len() <= LIMIT);
            }
        }
    }
    let Some(packed) = gzip(bytes) else { return };
    let whole = inflate(Encoding::Gzip, &packed, LIMIT, false).expect("it is whole");
    assert_eq!(whole.truncated, bytes.len() > LIMIT);
    assert_eq!(whole.bytes, &bytes[..bytes.len().min(LIMIT)]);
    let half = &packed[..packed.len() / 2];
    if let Ok(begun) = inflate(Encoding::Gzip, half, LIMIT, true) {
        assert!(bytes.starts_with(&begun.bytes));
    }
}
