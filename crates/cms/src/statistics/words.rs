//! What groups are called in the language of a page.

use domain::places;
use domain::statistics::{AgeGroup, Gender, Location, Rules};

use super::panel::grouped;
use crate::pages::Frame;

/// The name of a gender.
pub(super) fn gender(frame: &Frame, gender: Gender) -> String {
    frame
        .t(match gender {
            Gender::Female => "statistics-gender-female",
            Gender::Male => "statistics-gender-male",
            Gender::Other => "statistics-gender-other",
            Gender::Unknown => "statistics-not-known",
        })
        .into_owned()
}

/// The name of a location.
pub(super) fn location(frame: &Frame, location: Location) -> String {
    frame
        .t(match location {
            Location::Urban => "statistics-location-urban",
            Location::Rural => "statistics-location-rural",
            Location::Unknown => "statistics-not-known",
        })
        .into_owned()
}

/// The name of an age group.
pub(super) fn age(frame: &Frame, group: AgeGroup) -> String {
    match group.ages() {
        None => frame.t("statistics-not-known").into_owned(),
        Some((None, _)) => {
            frame.with("statistics-age-under", "age", &frame.number(&10)).into_owned()
        }
        Some((Some(from), None)) => {
            frame.with("statistics-age-over", "age", &frame.number(&from)).into_owned()
        }
        Some((Some(from), Some(to))) => frame.number(&format!("{from}–{to}")),
    }
}

/// The name of a country.
pub(super) fn country(frame: &Frame, code: &str) -> String {
    if code == places::OTHER {
        return frame.t("statistics-other-countries").into_owned();
    }
    places::country(code).name(frame.language).to_owned()
}

/// The name of a province.
pub(super) fn province(frame: &Frame, country: &str, uid: &str) -> String {
    let province = places::province(country, uid);
    let name = province.name(frame.language);
    if province.country == places::OTHER {
        return frame.t("statistics-other-provinces").into_owned();
    }
    if province.current {
        return name.to_owned();
    }
    frame.with("statistics-former-province", "name", name).into_owned()
}

/// What stands in place of a count that is not shown.
pub(super) fn hidden(frame: &Frame) -> String {
    frame.t("statistics-hidden").into_owned()
}

/// The sentence under every page that says what is not shown.
pub(super) fn rules(frame: &Frame, rules: &Rules) -> String {
    let minimum = grouped(rules.minimum, frame.language);
    if rules.rounding <= 1 {
        return frame.with("statistics-rule-minimum", "minimum", &minimum).into_owned();
    }
    let rounding = grouped(rules.rounding, frame.language);
    frame
        .texts()
        .with("statistics-rule-rounded", &[("minimum", &minimum), ("rounding", &rounding)])
        .into_owned()
}
