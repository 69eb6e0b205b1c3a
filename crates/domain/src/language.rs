//! The languages of our own pages, as opposed to those of the content, which editors add.

/// A language that our own pages speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, which is also what callers get who ask for neither.
    English,
    /// Nepali.
    Nepali,
}

impl Language {
    /// Every language, in the order in which a menu lists them.
    pub const ALL: [Self; 2] = [Self::English, Self::Nepali];

    /// The BCP 47 code: `en` or `ne`.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Nepali => "ne",
        }
    }

    /// The language's name in itself, for a menu: whoever reads it, finds it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Nepali => "नेपाली",
        }
    }

    /// `text` with its digits as the language writes them: `24` is `२४` in Nepali.
    pub fn digits(self, text: &str) -> String {
        match self {
            Self::English => text.to_owned(),
            Self::Nepali => text.chars().map(devanagari).collect(),
        }
    }

    /// The language whose [`Language::code`] is exactly `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language to answer in, given the value of an `Accept-Language` header.
    ///
    /// Tags match by their first part, so `ne-NP` is Nepali. The tag with the highest
    /// `q` wins, the first one of equals; `*` stands for English. Where nothing matches
    /// (and for an empty or broken header) it is English.
    pub fn preferred(accept_language: &str) -> Self {
        let mut best = (Self::English, 0);
        for range in accept_language.split(',') {
            if let Some((language, quality)) = weighed(range)
                && quality > best.1
            {
                best = (language, quality);
            }
        }
        best.0
    }

    /// The language of a tag or `*`, if it is one of ours.
    fn of_tag(tag: &str) -> Option<Self> {
        if tag == "*" {
            return Some(Self::English);
        }
        let primary = tag.split('-').next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

fn devanagari(character: char) -> char {
    const DIGITS: [char; 10] = ['०', '१', '२', '३', '४', '५', '६', '७', '८', '९'];
    let digit = character.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    digit.and_then(|digit| DIGITS.get(digit)).copied().unwrap_or(character)
}

/// One element of the header: our language and its quality in thousandths.
fn weighed(range: &str) -> Option<(Language, u16)> {
    let mut parts = range.split(';').map(str::trim);
    let language = Language::of_tag(parts.next()?)?;
    let quality = match parts.next() {
        None => 1_000,
        Some(parameter) => thousandths(parameter)?,
    };
    Some((language, quality))
}

/// The quality that `q=0.8` says; None for anything that RFC 9110 does not allow.
fn thousandths(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let whole: u16 = match whole {
        "0" => 0,
        "1" => 1_000,
        _ => return None,
    };
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    Some(whole + fraction).filter(|&quality| quality <= 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_their_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
            assert!(!language.own_name().is_empty());
        }
        for code in ["", "EN", "en-GB", "hi", "ne ", "नेपाली"] {
            assert_eq!(Language::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn digits_are_the_languages() {
        assert_eq!(Language::Nepali.digits("8 of 12, ३"), "८ of १२, ३");
        assert_eq!(Language::English.digits("8 of 12"), "8 of 12");
    }

    #[test]
    fn the_highest_quality_wins() {
        use Language::{English, Nepali};
        let cases = [
            ("", English),
            ("ne", Nepali),
            ("NE-np", Nepali),
            ("ne-Deva-NP", Nepali),
            ("en", English),
            ("en-GB,en;q=0.9,ne;q=0.8", English),
            ("ne-NP,ne;q=0.9,en-US;q=0.8,en;q=0.7", Nepali),
            ("en;q=0.7, ne;q=0.8", Nepali),
            ("en;q=0.800,ne;q=0.801", Nepali),
            ("en ; q = 0.5 , ne ; q = 0.6", Nepali),
            ("en;Q=0.5,ne", Nepali),
            ("ne,en", Nepali),
            ("en,ne", English),
            ("hi,ne;q=0.5", Nepali),
            ("hi,fr;q=0.5", English),
            ("new,neu", English),
            ("ne;q=0", English),
            ("ne;q=0,*", English),
            ("*", English),
            ("*;q=0.5,ne;q=0.4", English),
            ("ne;q=0.4,*;q=0.3", Nepali),
            ("ne;q=0.001", Nepali),
            ("ne;q=1.000,en", Nepali),
            ("en;q=2,ne;q=0.1", Nepali),
            ("en;q=1.001,ne;q=0.1", Nepali),
            ("en;q=abc,ne;q=0.1", Nepali),
            ("en;q=0.5555,ne;q=0.1", Nepali),
            ("en;q=-1,ne;q=0.1", Nepali),
            ("en;level=1,ne;q=0.1", Nepali),
            (",,;;q=,=;,ne", Nepali),
            ("ne\0", English),
            ("नेपाली", English),
        ];
        for (header, language) in cases {
            assert_eq!(Language::preferred(header), language, "{header}");
        }
    }
}
