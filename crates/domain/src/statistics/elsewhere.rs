//! The other pages on which a count stands.

use super::people::{Filter, Group, Table};
use super::{Gender, Location, Rules};

/// Whether one of the tables in which the count of `filter` is a line hides it: that of the page
/// without its gender, of the page without its location, of the page without its country.
pub(super) fn hides(groups: &[Group], filter: &Filter, rules: &Rules) -> bool {
    let by_gender = filter.gender.is_some_and(|gender| {
        let page = Filter { gender: None, ..filter.clone() };
        let cells = Table { groups, filter: &page, rules }.genders().cells;
        Gender::ALL.iter().zip(cells).any(|(known, cell)| *known == gender && cell.is_none())
    });
    let by_location = filter.location.is_some_and(|location| {
        let page = Filter { location: None, ..filter.clone() };
        let cells = Table { groups, filter: &page, rules }.locations().cells;
        Location::ALL.iter().zip(cells).any(|(known, cell)| *known == location && cell.is_none())
    });
    let by_country = filter.country.as_ref().is_some_and(|code| {
        let page = Filter { country: None, ..filter.clone() };
        let countries = Table { groups, filter: &page, rules }.countries();
        countries.iter().any(|named| named.code == *code && named.users.is_none())
    });
    by_gender || by_location || by_country
}
