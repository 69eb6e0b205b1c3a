//! Whom to count, as the address of a page says it.

use domain::calendar::Day;
use domain::places;
use domain::statistics::{AgeGroup, AnswerFilter, Filter, Gender, Location};
use serde::Deserialize;
use server::error::Error;

/// The parameters of the statistics of users. Empty is as good as none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct UserQuery {
    pub(super) gender: String,
    pub(super) location: String,
    pub(super) date_from: String,
    pub(super) date_to: String,
    pub(super) country: String,
    /// Whether the page is to be printed.
    pub(super) print: String,
}

/// The parameters of the results of a survey.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AnswerQuery {
    pub(super) gender: String,
    pub(super) location: String,
    pub(super) age: String,
    /// The original's bounds of an age group.
    pub(super) start_age: String,
    pub(super) end_age: String,
    /// Whether the page is to be printed.
    pub(super) print: String,
}

/// The form was filled in wrong; the text is a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrongDates(pub(super) &'static str);

impl UserQuery {
    /// The filter that is meant; the second value says what is wrong with its dates, which
    /// then count as none.
    ///
    /// # Errors
    ///
    /// 400 for values that the form does not offer.
    pub(super) fn filter(&self) -> Result<(Filter, Option<WrongDates>), Error> {
        let country = match self.country.as_str() {
            "" => None,
            code if places::country(code).code == code => Some(code.to_owned()),
            _ => return Err(Error::bad("there is no such country")),
        };
        let mut filter = Filter {
            gender: gender(&self.gender)?,
            location: location(&self.location)?,
            from: None,
            to: None,
            country,
        };
        let wrong = match (day(&self.date_from), day(&self.date_to)) {
            (Ok(from), Ok(to)) => {
                if from.is_some() && to.is_some() && from > to {
                    Some(WrongDates("statistics-dates-reversed"))
                } else {
                    (filter.from, filter.to) = (from, to);
                    None
                }
            }
            _ => Some(WrongDates("statistics-dates-unreadable")),
        };
        Ok((filter, wrong))
    }

    /// The parameters again, as the end of an address: `?…`, or nothing.
    pub(super) fn address(&self) -> String {
        address(&[
            ("gender", &self.gender),
            ("location", &self.location),
            ("dateFrom", &self.date_from),
            ("dateTo", &self.date_to),
            ("country", &self.country),
        ])
    }
}

impl AnswerQuery {
    /// The filter that is meant.
    ///
    /// # Errors
    ///
    /// 400 for values that the form does not offer.
    pub(super) fn filter(&self) -> Result<AnswerFilter, Error> {
        Ok(AnswerFilter {
            gender: gender(&self.gender)?,
            location: location(&self.location)?,
            age: self.age_group()?,
        })
    }

    fn age_group(&self) -> Result<Option<AgeGroup>, Error> {
        if !self.age.is_empty() {
            return match AgeGroup::from_name(&self.age) {
                AgeGroup::Unknown => Err(Error::bad("there is no such age group")),
                group => Ok(Some(group)),
            };
        }
        if self.start_age.is_empty() && self.end_age.is_empty() {
            return Ok(None);
        }
        let group = AgeGroup::ALL.into_iter().find(|group| {
            let bound = |age: Option<u8>| age.map_or_else(String::new, |age| age.to_string());
            group.ages().is_some_and(|(from, to)| {
                bound(from) == self.start_age.trim() && bound(to) == self.end_age.trim()
            })
        });
        group.map(Some).ok_or_else(|| Error::bad("these ages are not those of a group"))
    }

    /// The parameters again, as the end of an address: `?…`, or nothing.
    pub(super) fn address(&self) -> String {
        address(&[("gender", &self.gender), ("location", &self.location), ("age", &self.age)])
    }
}

fn gender(name: &str) -> Result<Option<Gender>, Error> {
    match (name, Gender::from_name(name)) {
        ("", _) => Ok(None),
        (_, Gender::Unknown) => Err(Error::bad("there is no such gender")),
        (_, gender) => Ok(Some(gender)),
    }
}

fn location(name: &str) -> Result<Option<Location>, Error> {
    match (name, Location::from_name(name)) {
        ("", _) => Ok(None),
        (_, Location::Unknown) => Err(Error::bad("there is no such location")),
        (_, location) => Ok(Some(location)),
    }
}

/// A day of a year with four digits, or none.
fn day(text: &str) -> Result<Option<Day>, ()> {
    match text.trim() {
        "" => Ok(None),
        text if text.len() == 10 => Day::from_iso(text).map(Some).ok_or(()),
        _ => Err(()),
    }
}

fn address(pairs: &[(&str, &String)]) -> String {
    let given: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_urlencoded::to_string(given) {
        Ok(query) if !query.is_empty() => format!("?{query}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use domain::statistics::{AgeGroup, Filter};

    use super::{AnswerQuery, UserQuery, WrongDates};

    #[test]
    fn empty_fields_are_no_conditions() {
        let query: UserQuery =
            serde_urlencoded::from_str("gender=&location=&dateFrom=&dateTo=&country=").unwrap();
        assert_eq!(query.filter().unwrap(), (Filter::default(), None));
        assert_eq!(query.address(), "");
    }

    #[test]
    fn dates_are_checked_together() {
        let of =
            |text: &str| serde_urlencoded::from_str::<UserQuery>(text).unwrap().filter().unwrap();
        let (filter, wrong) = of("dateFrom=2026-01-01&dateTo=2026-01-01");
        assert!(filter.from.is_some() && filter.from == filter.to && wrong.is_none());
        let (filter, wrong) = of("dateFrom=2026-01-02&dateTo=2026-01-01");
        assert_eq!((filter.from, wrong), (None, Some(WrongDates("statistics-dates-reversed"))));
        assert_eq!(of("dateTo=2026-02-30").1, Some(WrongDates("statistics-dates-unreadable")));
        assert_eq!(of("dateTo=yesterday").1, Some(WrongDates("statistics-dates-unreadable")));
    }

    #[test]
    fn what_no_form_offers_is_refused() {
        for query in ["gender=female", "location=Moon", "country=XX", "country=np"] {
            assert!(
                serde_urlencoded::from_str::<UserQuery>(query).unwrap().filter().is_err(),
                "{query}"
            );
        }
    }

    #[test]
    fn the_originals_ages_name_a_group() {
        let of = |text: &str| serde_urlencoded::from_str::<AnswerQuery>(text).unwrap().filter();
        assert_eq!(of("start_age=12&end_age=13").unwrap().age, Some(AgeGroup::From12));
        assert_eq!(of("age=22-and-over").unwrap().age, Some(AgeGroup::From22));
        assert_eq!(of("start_age=&end_age=").unwrap().age, None);
        assert!(of("start_age=12&end_age=14").is_err() && of("age=5").is_err());
    }
}
