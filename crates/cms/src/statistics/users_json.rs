//! The figures of users as JSON, under the keys that the original used.

use domain::places;
use domain::statistics::{AgeGroup, Gender, Location, Rules, Series, Span};
use serde_json::{Value, json};

use super::filter::UserQuery;
use super::users::Found;
use crate::pages::Frame;

/// The JSON of what was found. A count that is not shown is `null`.
pub(super) fn of(frame: &Frame, query: &UserQuery, found: &Found, rules: &Rules) -> Value {
    let figures = &found.figures;
    let cells = |names: &[&str], key: &str, cells: &[Option<u64>]| -> Vec<Value> {
        names.iter().zip(cells).map(|(name, users)| json!({ key: name, "users": users })).collect()
    };
    let countries: Vec<Value> = figures
        .countries
        .iter()
        .map(|named| {
            let name = places::country(&named.code).name(frame.language);
            json!({ "country": named.code, "name": name, "users": named.users })
        })
        .collect();
    let provinces: Vec<Value> = figures
        .provinces
        .iter()
        .flat_map(|country| country.provinces.iter().map(move |named| (country, named)))
        .map(|(country, named)| {
            let name = places::province(&country.country, &named.code).name(frame.language);
            json!({ "country": country.country, "province": named.code, "name": name, "users": named.users })
        })
        .collect();
    json!({
        "query": {
            "gender": query.gender,
            "location": query.location,
            "dateFrom": query.date_from,
            "dateTo": query.date_to,
            "country": query.country,
        },
        "users": figures.total,
        "usersLocations": cells(&Location::ALL.map(Location::name), "location", &figures.locations.cells),
        "usersGenders": cells(&Gender::ALL.map(Gender::name), "gender", &figures.genders.cells),
        "usersAgeGroups": cells(&AgeGroup::ALL.map(AgeGroup::name), "ageGroup", &figures.ages.cells),
        "usersCountries": countries,
        "usersProvinces": provinces,
        "usersShares": series(&found.shares),
        "directDownloads": series(&found.downloads),
        "dateFrom": query.date_from,
        "dateTo": query.date_to,
        "asOf": found.as_of.map(|known| known.day.to_iso()),
        "minimum": rules.minimum,
        "rounding": rules.rounding,
    })
}

fn series(series: &Series) -> Value {
    let span = match series.span {
        Span::Day => "day",
        Span::Month => "month",
    };
    let points: Vec<Value> = series
        .points
        .iter()
        .map(|point| json!({ "date": point.day.to_iso(), "count": point.count }))
        .collect();
    json!({ "span": span, "total": series.total, "points": points })
}
