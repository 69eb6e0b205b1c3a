//! The `Range` header, as players of audio send it.

use std::ops::Range;

/// What a caller wants of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it; also where a header cannot be understood, which is what the standard asks.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
}

impl Wanted {
    /// The bytes, where they are some.
    pub(super) fn part(&self) -> Option<Range<u64>> {
        match self {
            Wanted::Part(range) => Some(range.clone()),
            Wanted::Whole | Wanted::Nothing => None,
        }
    }
}

/// What `header` wants of a file of `size` bytes. Several parts at once are answered by the
/// whole: no player asks for them.
pub(super) fn wanted(header: Option<&str>, size: u64) -> Wanted {
    let Some((first, last)) = header
        .and_then(|header| header.trim().strip_prefix("bytes="))
        .filter(|ranges| !ranges.contains(','))
        .and_then(|range| range.split_once('-'))
    else {
        return Wanted::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    let range = if first.is_empty() {
        last.parse::<u64>().ok().map(|length| size.saturating_sub(length)..size)
    } else if last.is_empty() {
        first.parse().ok().map(|first| first..size)
    } else {
        first.parse().ok().zip(last.parse::<u64>().ok()).and_then(|(first, last): (u64, u64)| {
            (first <= last).then(|| first..last.saturating_add(1).min(size))
        })
    };
    match range {
        None => Wanted::Whole,
        Some(range) if range.start < range.end => Wanted::Part(range),
        Some(_) => Wanted::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::{Wanted, wanted};

    #[test]
    fn headers_as_players_send_them() {
        let cases = [
            (None, Wanted::Whole),
            (Some("bytes=0-"), Wanted::Part(0..10)),
            (Some("bytes=0-1"), Wanted::Part(0..2)),
            (Some("bytes=4-400"), Wanted::Part(4..10)),
            (Some("bytes=-3"), Wanted::Part(7..10)),
            (Some("bytes=-30"), Wanted::Part(0..10)),
            (Some("bytes=9-9"), Wanted::Part(9..10)),
            (Some("bytes=10-"), Wanted::Nothing),
            (Some("bytes=-0"), Wanted::Nothing),
            (Some("bytes=99-100"), Wanted::Nothing),
            (Some("bytes=5-4"), Wanted::Whole),
            (Some("bytes=0-1,3-4"), Wanted::Whole),
            (Some("bytes=0-99999999999999999999"), Wanted::Whole),
            (Some("lines=1-2"), Wanted::Whole),
            (Some("bytes"), Wanted::Whole),
        ];
        for (header, expected) in cases {
            assert_eq!(wanted(header, 10), expected, "{header:?}");
        }
    }
}
