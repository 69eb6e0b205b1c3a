//! Accounts, counted by who their owners are.

use std::collections::BTreeMap;

use super::{AgeGroup, Gender, Location, Rules, Shown};
use crate::calendar::Day;
use crate::places::{self, NEPAL, OTHER};

/// How many accounts are alike, within four spans of time: those of a [`Filter`]'s days and the
/// wider ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The age of their owners today.
    pub age: AgeGroup,
    /// Their gender.
    pub gender: Gender,
    /// Where they live.
    pub location: Location,
    /// Code of their country, one of [`places::countries`].
    pub country: &'static str,
    /// Uid of their province, as it is stored.
    pub province: String,
    /// How many, by [`Period`].
    pub users: [u64; 4],
}

/// Which bounds of the filter's days a count keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Neither; also accounts whose day is not known.
    Always = 0,
    /// The first day.
    Since = 1,
    /// The last day.
    Until = 2,
    /// Both.
    Between = 3,
}

/// Whom to count. What is `None` makes no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this gender.
    pub gender: Option<Gender>,
    /// Living there.
    pub location: Option<Location>,
    /// Saved on this day or later.
    pub from: Option<Day>,
    /// Saved on this day or earlier.
    pub to: Option<Day>,
    /// Code of the country.
    pub country: Option<String>,
}

/// A count of something that has a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Code of a country or uid of a province.
    pub code: String,
    /// The count, if it may be shown.
    pub users: Option<u64>,
}

/// The provinces of one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provinces {
    /// Code of the country.
    pub country: String,
    /// Each of its provinces, and the sum of those that are not listed.
    pub provinces: Vec<Named>,
}

/// What may be shown about the accounts of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// All of them.
    pub total: Option<u64>,
    /// By gender, as [`Gender::ALL`].
    pub genders: Shown,
    /// By location, as [`Location::ALL`].
    pub locations: Shown,
    /// By age, as [`AgeGroup::ALL`].
    pub ages: Shown,
    /// By country: Nepal first, then the largest; those too small to show are in "Other".
    pub countries: Vec<Named>,
    /// By province, for each country that is shown.
    pub provinces: Vec<Provinces>,
}

impl Filter {
    /// Whether every account counts.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    fn period(&self) -> Period {
        match (self.from, self.to) {
            (None, None) => Period::Always,
            (Some(_), None) => Period::Since,
            (None, Some(_)) => Period::Until,
            (Some(_), Some(_)) => Period::Between,
        }
    }

    /// This filter with every part of its conditions left out, once each.
    fn wider(&self) -> Vec<Filter> {
        let mut found = Vec::new();
        let all = (1..32_u8)
            .map(|without| Filter {
                gender: self.gender.filter(|_| without & 1 == 0),
                location: self.location.filter(|_| without & 2 == 0),
                from: self.from.filter(|_| without & 4 == 0),
                to: self.to.filter(|_| without & 8 == 0),
                country: self.country.clone().filter(|_| without & 16 == 0),
            })
            .filter(|wider| wider != self);
        for wider in all {
            if !found.contains(&wider) {
                found.push(wider);
            }
        }
        found
    }

    /// How many of a group count.
    fn count(&self, group: &Group) -> u64 {
        let counts = self.gender.is_none_or(|gender| gender == group.gender)
            && self.location.is_none_or(|location| location == group.location)
            && self.country.as_ref().is_none_or(|code| code == group.country);
        if counts { group.users[self.period() as usize] } else { 0 }
    }
}

impl Figures {
    /// Counts `groups`, whose spans of time are those of `filter`.
    pub fn of(groups: &[Group], filter: &Filter, rules: &Rules) -> Figures {
        let wider = filter.wider();
        let row = |cells: usize, cell: &dyn Fn(&Group) -> Option<usize>| {
            let count = |filter: &Filter| {
                let mut counts = vec![0; cells];
                for group in groups {
                    if let Some(at) = cell(group) {
                        counts[at] += filter.count(group);
                    }
                }
                counts
            };
            let around: Vec<_> = wider.iter().map(count).collect();
            (count(filter), around)
        };
        let protect = |cells, cell: &dyn Fn(&Group) -> Option<usize>| {
            let (counts, around) = row(cells, cell);
            rules.protect_within(&counts, &around)
        };
        let genders = protect(Gender::ALL.len(), &|group| {
            Gender::ALL.iter().position(|gender| *gender == group.gender)
        });
        let locations = protect(Location::ALL.len(), &|group| {
            Location::ALL.iter().position(|location| *location == group.location)
        });
        let ages = protect(AgeGroup::ALL.len(), &|group| {
            AgeGroup::ALL.iter().position(|age| *age == group.age)
        });
        let countries = by_country(groups, filter, rules, &row);
        let shown = countries.iter().filter(|country| country.users.is_some());
        let provinces = shown
            .filter(|country| country.code != OTHER)
            .map(|country| by_province(&country.code, groups, filter, rules, &row))
            .collect();
        Figures { total: ages.total, genders, locations, ages, countries, provinces }
    }
}

/// Counts of groups by cell: under the filter, and under the wider ones.
type Rows<'a> = dyn Fn(usize, &dyn Fn(&Group) -> Option<usize>) -> (Vec<u64>, Vec<Vec<u64>>) + 'a;

fn by_country(groups: &[Group], filter: &Filter, rules: &Rules, row: &Rows<'_>) -> Vec<Named> {
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for group in groups {
        *sizes.entry(group.country).or_default() += filter.count(group);
    }
    let mut listed: Vec<&str> = sizes
        .iter()
        .filter(|(code, users)| **code != OTHER && **code != NEPAL && **users >= rules.minimum)
        .map(|(code, _)| *code)
        .collect();
    listed.sort_by_key(|code| std::cmp::Reverse(sizes.get(code).copied().unwrap_or(0)));
    listed.insert(0, NEPAL);
    listed.push(OTHER);
    named(&listed, rules, row, &|group, listed| {
        let known = listed.iter().position(|code| *code == group.country);
        Some(known.unwrap_or(listed.len() - 1))
    })
}

fn by_province(
    country: &str,
    groups: &[Group],
    filter: &Filter,
    rules: &Rules,
    row: &Rows<'_>,
) -> Provinces {
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.country == country) {
        *sizes.entry(group.province.as_str()).or_default() += filter.count(group);
    }
    let mut listed: Vec<&str> = places::provinces(country)
        .filter(|province| {
            let users = sizes.get(province.uid).copied().unwrap_or(0);
            province.current || users >= rules.minimum
        })
        .map(|province| province.uid)
        .collect();
    let unknown = places::province(OTHER, "0").uid;
    listed.push(unknown);
    let provinces = named(&listed, rules, row, &|group, listed| {
        (group.country == country).then(|| {
            let known = listed.iter().position(|uid| *uid == group.province);
            known.unwrap_or(listed.len() - 1)
        })
    });
    Provinces { country: country.to_owned(), provinces }
}

fn named(
    listed: &[&str],
    rules: &Rules,
    row: &Rows<'_>,
    cell: &dyn Fn(&Group, &[&str]) -> Option<usize>,
) -> Vec<Named> {
    let (counts, around) = row(listed.len(), &|group| cell(group, listed));
    let shown = rules.protect_within(&counts, &around);
    listed
        .iter()
        .zip(shown.cells)
        .map(|(code, users)| Named { code: (*code).to_owned(), users })
        .collect()
}
