//! Answers that are compressed once and sent many times.

use std::io::Write;

/// Whether an `Accept-Encoding` value takes `coding`: named, or covered by `*`, and not with
/// a quality of zero.
pub fn accepts(header: &str, coding: &str) -> bool {
    let mut wildcard = false;
    for item in header.split(',') {
        let mut parts = item.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let refused = parts
            .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
            .and_then(|quality| quality.parse::<f32>().ok())
            .is_some_and(|quality| quality <= 0.0);
        if name.eq_ignore_ascii_case(coding) {
            return !refused;
        }
        wildcard |= name == "*" && !refused;
    }
    wildcard
}

/// `None` if compressing did not make it smaller.
pub fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|out| out.len() < bytes.len())
}

/// Quality 9 of 11: the last two steps gain a few per cent for ten times the time, and a
/// published change is to be seen within two seconds. `None` if it did not make it smaller.
pub fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 9, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).ok()?;
    (out.len() < bytes.len()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn encodings_are_negotiated() {
        let cases = [
            ("gzip, deflate, br", "br", true),
            ("gzip;q=0.5, br;q=0", "br", false),
            ("gzip;q=0.5", "gzip", true),
            ("*", "br", true),
            ("*;q=0", "br", false),
            ("gzip;q=0, *", "gzip", false),
            ("", "gzip", false),
            ("identity", "gzip", false),
            ("BR", "br", true),
            ("BR;Q=0, *", "br", false),
            ("gzip;q=nonsense", "gzip", true),
        ];
        for (header, coding, expected) in cases {
            assert_eq!(accepts(header, coding), expected, "{header} {coding}");
        }
    }
}
