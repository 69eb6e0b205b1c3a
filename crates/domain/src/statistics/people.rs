//! Accounts, counted by who their owners are.

use std::collections::BTreeMap;

use super::{AgeGroup, Gender, Location, Rules, Shown, elsewhere};
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
    ///
    /// A count that a table hides so that another cannot be worked out is hidden on every page
    /// that has it: those of girls in towns are a line of the page of girls, a line of the page
    /// of towns, and the total of the page of both.
    pub fn of(groups: &[Group], filter: &Filter, rules: &Rules) -> Figures {
        let alone = Table { groups, filter, rules };
        let mut genders = alone.genders();
        let mut locations = alone.locations();
        let mut ages = alone.ages();
        let mut countries = alone.countries();
        let hidden = |filter: Filter| elsewhere::hides(groups, &filter, rules);
        for (cell, gender) in genders.cells.iter_mut().zip(Gender::ALL) {
            cell.take_if(|_| hidden(Filter { gender: Some(gender), ..filter.clone() }));
        }
        for (cell, location) in locations.cells.iter_mut().zip(Location::ALL) {
            cell.take_if(|_| hidden(Filter { location: Some(location), ..filter.clone() }));
        }
        for named in countries.iter_mut().filter(|named| named.code != OTHER) {
            let country = Some(named.code.clone());
            named.users.take_if(|_| hidden(Filter { country, ..filter.clone() }));
        }
        if hidden(filter.clone()) {
            (genders.total, locations.total, ages.total) = (None, None, None);
        }
        let shown = countries.iter().filter(|country| country.users.is_some());
        let provinces = shown
            .filter(|country| country.code != OTHER)
            .map(|country| alone.provinces(&country.code))
            .collect();
        Figures { total: ages.total, genders, locations, ages, countries, provinces }
    }
}

/// The tables of one page, each protected for itself.
pub(super) struct Table<'a> {
    pub(super) groups: &'a [Group],
    pub(super) filter: &'a Filter,
    pub(super) rules: &'a Rules,
}

impl Table<'_> {
    pub(super) fn genders(&self) -> Shown {
        self.protect(Gender::ALL.len(), &|group| {
            Gender::ALL.iter().position(|gender| *gender == group.gender)
        })
    }

    pub(super) fn locations(&self) -> Shown {
        self.protect(Location::ALL.len(), &|group| {
            Location::ALL.iter().position(|location| *location == group.location)
        })
    }

    fn ages(&self) -> Shown {
        self.protect(AgeGroup::ALL.len(), &|group| {
            AgeGroup::ALL.iter().position(|age| *age == group.age)
        })
    }

    /// Counts of groups by cell, under the filter and under the wider ones, and what of them
    /// may be shown.
    fn protect(&self, cells: usize, cell: &dyn Fn(&Group) -> Option<usize>) -> Shown {
        let count = |filter: &Filter| {
            let mut counts = vec![0; cells];
            for group in self.groups {
                if let Some(at) = cell(group) {
                    counts[at] += filter.count(group);
                }
            }
            counts
        };
        let around: Vec<_> = self.filter.wider().iter().map(count).collect();
        self.rules.protect_within(&count(self.filter), &around)
    }

    pub(super) fn countries(&self) -> Vec<Named> {
        let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
        for group in self.groups {
            *sizes.entry(group.country).or_default() += self.filter.count(group);
        }
        let mut listed: Vec<&str> = sizes
            .iter()
            .filter(|(code, users)| {
                **code != OTHER && **code != NEPAL && **users >= self.rules.minimum
            })
            .map(|(code, _)| *code)
            .collect();
        listed.sort_by_key(|code| std::cmp::Reverse(sizes.get(code).copied().unwrap_or(0)));
        listed.insert(0, NEPAL);
        listed.push(OTHER);
        self.named(&listed, &|group, listed| {
            let known = listed.iter().position(|code| *code == group.country);
            Some(known.unwrap_or(listed.len() - 1))
        })
    }

    fn provinces(&self, country: &str) -> Provinces {
        let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
        for group in self.groups.iter().filter(|group| group.country == country) {
            *sizes.entry(group.province.as_str()).or_default() += self.filter.count(group);
        }
        let mut listed: Vec<&str> = places::provinces(country)
            .filter(|province| {
                let users = sizes.get(province.uid).copied().unwrap_or(0);
                province.current || users >= self.rules.minimum
            })
            .map(|province| province.uid)
            .collect();
        let unknown = places::province(OTHER, "0").uid;
        listed.push(unknown);
        let provinces = self.named(&listed, &|group, listed| {
            (group.country == country).then(|| {
                let known = listed.iter().position(|uid| *uid == group.province);
                known.unwrap_or(listed.len() - 1)
            })
        });
        Provinces { country: country.to_owned(), provinces }
    }

    fn named(
        &self,
        listed: &[&str],
        cell: &dyn Fn(&Group, &[&str]) -> Option<usize>,
    ) -> Vec<Named> {
        let shown = self.protect(listed.len(), &|group| cell(group, listed));
        listed
            .iter()
            .zip(shown.cells)
            .map(|(code, users)| Named { code: (*code).to_owned(), users })
            .collect()
    }
}
