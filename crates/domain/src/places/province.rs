//! Provinces of Nepal, by the uids that accounts and help centers store.
//!
//! The uids are those of a table of the original, in which former zones and numbered provinces
//! stand side by side. The app of Nepal offers seven of them, and gives two of those another
//! meaning than the table did: 3118 is Madhesh and 3121 is Sudurpashchim. What the girls saw
//! counts. The others were offered by older builds, and keep the names under which they were.

use super::{NEPAL, OTHER};
use crate::language::Language;

/// A province of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Province {
    /// The code of its country.
    pub country: &'static str,
    /// A number as text, unique over all countries.
    pub uid: &'static str,
    /// Whether it is a province of today; else a former zone, or a number before it had a name.
    pub current: bool,
    english: &'static str,
    nepali: &'static str,
}

impl Province {
    /// Its name in `language`.
    pub fn name(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Nepali => self.nepali,
        }
    }
}

const fn current(uid: &'static str, english: &'static str, nepali: &'static str) -> Province {
    Province { country: NEPAL, uid, current: true, english, nepali }
}

const fn former(uid: &'static str, english: &'static str, nepali: &'static str) -> Province {
    Province { country: NEPAL, uid, current: false, english, nepali }
}

/// The seven of today from east to west, then what older builds offered, then "Other".
const PROVINCES: [Province; 22] = [
    current("3117", "Koshi", "कोशी"),
    current("3118", "Madhesh", "मधेश"),
    current("3111", "Bagmati", "बागमती"),
    current("3116", "Gandaki", "गण्डकी"),
    current("3119", "Lumbini", "लुम्बिनी"),
    current("3115", "Karnali", "कर्णाली"),
    current("3121", "Sudurpashchim", "सुदूरपश्चिम"),
    former("3113", "Bheri", "भेरी"),
    former("3112", "Dhawalagiri", "धवलागिरी"),
    former("3110", "Janakpur", "जनकपुर"),
    former("3124", "Mahakali", "महाकाली"),
    former("3114", "Mechi", "मेची"),
    former("3120", "Narayani", "नारायणी"),
    former("3123", "Pradesh 2", "प्रदेश २"),
    former("3129", "Pradesh 3", "प्रदेश ३"),
    former("3126", "Pradesh 5", "प्रदेश ५"),
    former("3127", "Pradesh 6", "प्रदेश ६"),
    former("3125", "Pradesh 7", "प्रदेश ७"),
    former("3130", "Rapti", "राप्ती"),
    former("3122", "Sagarmatha", "सगरमाथा"),
    former("3128", "Seti", "सेती"),
    Province { country: OTHER, uid: "0", current: true, english: "Other", nepali: "अन्य" },
];

/// The provinces of the country with this code, in the order of a menu; none for countries
/// whose provinces the app does not offer.
pub fn provinces(country: &str) -> impl Iterator<Item = &'static Province> + use<'_> {
    PROVINCES.iter().filter(move |province| province.country == country)
}

/// The province of `country` with this uid; "Other" for every pair that is not listed.
pub fn province(country: &str, uid: &str) -> &'static Province {
    const LAST: &Province = &PROVINCES[PROVINCES.len() - 1];
    provinces(country).find(|province| province.uid == uid).unwrap_or(LAST)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_app_of_nepal_says_what_a_uid_means() {
        let cases = [
            ("3111", "Bagmati", "बागमती"),
            ("3115", "Karnali", "कर्णाली"),
            ("3116", "Gandaki", "गण्डकी"),
            ("3117", "Koshi", "कोशी"),
            ("3118", "Madhesh", "मधेश"),
            ("3119", "Lumbini", "लुम्बिनी"),
            ("3121", "Sudurpashchim", "सुदूरपश्चिम"),
        ];
        for (uid, english, nepali) in cases {
            let province = province(NEPAL, uid);
            assert!(province.current, "{uid}");
            assert_eq!(province.name(Language::English), english);
            assert_eq!(province.name(Language::Nepali), nepali);
        }
        assert_eq!(provinces(NEPAL).take_while(|province| province.current).count(), 7);
    }

    #[test]
    fn every_uid_of_the_table_is_known_once() {
        let uids: HashSet<&str> = provinces(NEPAL).map(|province| province.uid).collect();
        let expected: Vec<String> = (3110..=3130).map(|uid| uid.to_string()).collect();
        assert_eq!(uids.len(), expected.len());
        assert!(expected.iter().all(|uid| uids.contains(uid.as_str())));
    }

    #[test]
    fn what_is_not_listed_is_other() {
        for (country, uid) in [("IN", "3118"), ("NP", ""), ("NP", "0"), ("NP", "7"), ("00", "0")] {
            assert_eq!(province(country, uid).uid, "0", "{country} {uid}");
        }
        assert_eq!(provinces("IN").count(), 0);
    }
}
