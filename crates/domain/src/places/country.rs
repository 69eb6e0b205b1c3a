//! Countries.

use std::sync::OnceLock;

use super::OTHER;
use crate::language::Language;

/// The names are from Unicode CLDR; its licence lies beside the file.
const TABLE: &str = include_str!("countries.tsv");

/// A country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, in capitals; `00` is [`OTHER`].
    pub code: &'static str,
    english: &'static str,
    nepali: &'static str,
}

impl Country {
    /// Its name in `language`.
    pub fn name(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Nepali => self.nepali,
        }
    }
}

/// What stands for every code that is not listed.
static OTHER_COUNTRY: Country = Country { code: OTHER, english: "Other", nepali: "अन्य" };

/// Every country: Nepal first, the others by their English names, at the end [`OTHER`].
pub fn countries() -> &'static [Country] {
    static COUNTRIES: OnceLock<Vec<Country>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let mut countries: Vec<Country> = TABLE.lines().filter_map(read).collect();
        countries.push(OTHER_COUNTRY);
        countries
    })
}

/// The country with this code; [`OTHER`] for every code that is not listed.
pub fn country(code: &str) -> &'static Country {
    countries().iter().find(|country| country.code == code).unwrap_or(&OTHER_COUNTRY)
}

fn read(line: &'static str) -> Option<Country> {
    let mut columns = line.split('\t');
    let (code, english, nepali) = (columns.next()?, columns.next()?, columns.next()?);
    Some(Country { code, english, nepali })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::places::NEPAL;

    #[test]
    fn every_code_of_iso_3166_has_two_names() {
        let countries = countries();
        // 249 countries and "Other".
        assert_eq!(countries.len(), 250);
        let codes: HashSet<&str> = countries.iter().map(|country| country.code).collect();
        assert_eq!(codes.len(), 250);
        for country in countries {
            assert_eq!(country.code.len(), 2, "{country:?}");
            for language in Language::ALL {
                assert!(!country.name(language).trim().is_empty(), "{country:?}");
            }
        }
    }

    #[test]
    fn nepal_comes_first_and_the_unknown_last() {
        assert_eq!(countries().first().map(|country| country.code), Some(NEPAL));
        assert_eq!(countries().last().map(|country| country.code), Some(OTHER));
        assert_eq!(country("NP").name(Language::Nepali), "नेपाल");
        assert_eq!(country("IN").name(Language::English), "India");
        for code in ["", "np", "XX", "NP ", "00", "नेपाल"] {
            assert_eq!(country(code).code, OTHER, "{code}");
        }
    }
}
