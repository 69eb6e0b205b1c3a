//! No two pages let somebody work out a small group.

use domain::statistics::{AgeGroup, Figures, Filter, Gender, Group, Location, Rules};
use proptest::prelude::*;

const RULES: Rules = Rules { minimum: 10, rounding: 5 };

/// Few people in many groups, so that counts lie around the minimum.
fn groups() -> impl Strategy<Value = Vec<Group>> {
    let group = (
        0..9_i16,
        0..4_usize,
        0..3_usize,
        0..3_usize,
        0..4_usize,
        [0..15_u64, 0..15, 0..15, 0..15],
    );
    proptest::collection::vec(group, 0..40).prop_map(|drawn| {
        drawn
            .into_iter()
            .map(|(age, gender, location, country, province, [always, since, until, between])| {
                Group {
                    age: AgeGroup::from_number(age),
                    gender: Gender::ALL[gender],
                    location: Location::ALL[location],
                    country: ["NP", "IN", "00"][country],
                    province: ["3117", "3118", "3121", "9"][province].to_owned(),
                    users: [
                        always + since + until + between,
                        since + between,
                        until + between,
                        between,
                    ],
                }
            })
            .collect()
    })
}

fn filters() -> impl Strategy<Value = Filter> {
    let day = |text: &str| domain::calendar::Day::from_iso(text);
    (0..5_usize, 0..4_usize, any::<bool>(), any::<bool>(), 0..3_usize).prop_map(
        move |(gender, location, from, to, country)| Filter {
            gender: Gender::ALL.get(gender).copied(),
            location: Location::ALL.get(location).copied(),
            from: day("2026-01-01").filter(|_| from),
            to: day("2026-06-30").filter(|_| to),
            country: ["NP", "IN"].get(country).map(|code| (*code).to_owned()),
        },
    )
}

/// The same filter without some of its conditions.
fn without(filter: &Filter, mask: u8) -> Filter {
    Filter {
        gender: filter.gender.filter(|_| mask & 1 == 0),
        location: filter.location.filter(|_| mask & 2 == 0),
        from: filter.from.filter(|_| mask & 4 == 0),
        to: filter.to.filter(|_| mask & 8 == 0),
        country: filter.country.clone().filter(|_| mask & 16 == 0),
    }
}

/// Every row of figures with a name.
fn rows(figures: &Figures) -> Vec<(String, Option<u64>)> {
    let mut rows = vec![("total".to_owned(), figures.total)];
    let shown = [("g", &figures.genders), ("l", &figures.locations), ("a", &figures.ages)];
    for (name, table) in shown {
        rows.extend(
            table.cells.iter().enumerate().map(|(at, cell)| (format!("{name}{at}"), *cell)),
        );
    }
    rows.extend(figures.countries.iter().map(|named| (format!("c{}", named.code), named.users)));
    for country in &figures.provinces {
        for named in &country.provinces {
            rows.push((format!("p{}{}", country.country, named.code), named.users));
        }
    }
    rows
}

proptest! {
    /// What is shown is at least the minimum, and a multiple of the rounding.
    #[test]
    fn nothing_small_and_nothing_exact_is_shown(groups in groups(), filter in filters()) {
        for (name, users) in rows(&Figures::of(&groups, &filter, &RULES)) {
            prop_assert!(users.is_none_or(|users| users >= 10 && users % 5 == 0), "{name} {users:?}");
        }
    }

    /// Of two filters, one of which is a part of the other, the figures that both show differ
    /// by nobody or by ten at least; and rounding leaves nine possible differences.
    #[test]
    fn no_pair_of_filters_tells_of_a_few(groups in groups(), filter in filters(), mask in 1..32_u8) {
        let wider = without(&filter, mask);
        let exact = Rules { minimum: 0, rounding: 1 };
        let shown = |filter: &Filter| rows(&Figures::of(&groups, filter, &RULES));
        let truth = |filter: &Filter| rows(&Figures::of(&groups, filter, &exact));
        let (few, more) = (shown(&filter), shown(&wider));
        let (few_true, more_true) = (truth(&filter), truth(&wider));
        let find = |rows: &[(String, Option<u64>)], name: &str| {
            rows.iter().find(|(known, _)| known == name).and_then(|(_, users)| *users)
        };
        for (name, users) in &few {
            // "Other" holds what is too small to be listed, which differs from page to page.
            let fixed = !name.ends_with("00") && !name.ends_with('0') || name == "total" || name.starts_with(['g', 'l', 'a']);
            if users.is_none() || find(&more, name).is_none() || !fixed {
                continue;
            }
            let (few, more) = (find(&few_true, name).unwrap_or(0), find(&more_true, name).unwrap_or(0));
            let rest = more - few;
            prop_assert!(rest == 0 || rest >= 10, "{name}: {few} of {more}");
        }
    }

    /// A count that a table hides, be it only for the sake of another, is on no other page: it
    /// is a line of each page that has one of its conditions less, and a total of its own.
    #[test]
    fn what_one_page_hides_no_other_shows(groups in groups(), filter in filters()) {
        let of = |filter: &Filter| Figures::of(&groups, filter, &RULES);
        for (gender, line) in Gender::ALL.iter().zip(0..) {
            let girls = Filter { gender: Some(*gender), ..filter.clone() };
            let anybody = of(&Filter { gender: None, ..filter.clone() });
            prop_assert!(anybody.genders.cells[line].is_some() || of(&girls).total.is_none());
            for (location, row) in Location::ALL.iter().zip(0..) {
                let there = Filter { location: Some(*location), gender: None, ..filter.clone() };
                let anywhere = Filter { location: None, ..girls.clone() };
                let as_girls_there = of(&there).genders.cells[line];
                let as_there_of_girls = of(&anywhere).locations.cells[row];
                prop_assert_eq!(as_girls_there, as_there_of_girls, "{:?} {:?}", gender, location);
            }
        }
    }

    /// In one table, for all that is shown a hidden small count may be 0.
    #[test]
    fn a_table_does_not_tell_that_a_hidden_count_is_not_zero(
        counts in proptest::collection::vec(0..60_u64, 1..8),
        rounding in 1..6_u64,
    ) {
        let rules = Rules { minimum: 10, rounding };
        let shown = rules.protect(&counts);
        let hidden: Vec<u64> = counts.iter().zip(&shown.cells)
            .filter(|(_, cell)| cell.is_none()).map(|(count, _)| *count).collect();
        if let Some(total) = shown.total && hidden.iter().all(|count| *count < 10) && !hidden.is_empty() {
            let most: u64 = shown.cells.iter().flatten().map(|cell| cell + rounding - 1).sum();
            let others = 9 * (hidden.len() as u64 - 1);
            prop_assert!(most + others >= total, "{counts:?} as {shown:?}");
            let together: u64 = hidden.iter().sum();
            prop_assert!(together >= 10 || most >= total, "{counts:?} as {shown:?}");
        }
    }
}
