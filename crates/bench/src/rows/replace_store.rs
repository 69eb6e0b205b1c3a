//! `/account/replace-store`, compared with the same UPDATE run by pgbench.

use crate::Outcome;
use crate::compare::{WARM_UP, in_turns, throughput_with_database};
use crate::http::post;
use crate::identity::{id_in_sql, token};
use crate::load::{self, Load, Requests};
use crate::report::Line;
use crate::run::Bench;

use super::share_of_limit;

/// Accounts that take part, on both sides. Few enough that each has a store from the start
/// and every write replaces one.
const ACCOUNTS: u64 = 1_000;

/// One argument of a program may have 128 KB, so a longer store is put together of halves.
const HALF: usize = 2;

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Line>> {
    Ok(vec![line(bench, 20_000, 0.85)?, line(bench, 200_000, 0.80)?])
}

fn line(bench: &Bench, bytes: usize, goal: f64) -> Outcome<Line> {
    let state = app_state(bytes);
    let column = format!(r#"{{"storeVersion":3,"appState":{state}}}"#);
    let accounts = ACCOUNTS.min(bench.arguments.accounts);
    let ids =
        format!("SELECT {} FROM generate_series(1, {accounts}) AS number", id_in_sql("number"));
    bench.database.execute(&format!(
        "UPDATE oky_user SET store = NULL WHERE store IS NOT NULL AND id IN ({ids})"
    ))?;
    let halves = column.split_at(column.len() / HALF);
    let script = format!(
        "\\set number random(1, {accounts})\n\
         UPDATE oky_user SET store = (:first || :second)::json WHERE id = {};\n",
        id_in_sql(":number"),
    );
    let variables = [("first", halves.0), ("second", halves.1)];
    let stores = stores(bench, &state, accounts)?;
    let load = bench.load(&stores);
    // Until nearly every account has a store.
    load::call(&Load { lasting: WARM_UP * 2, ..load })?;
    bench.pgbench.per_second(&script, &variables, WARM_UP * 4)?;
    let comparison = in_turns(
        bench.arguments.rounds,
        || bench.pgbench.per_second(&script, &variables, bench.lasting),
        || throughput_with_database(&bench.api, &bench.database, &load),
    )?;
    share_of_limit(format!("replace-store {} KB", bytes / 1000), &comparison, goal)
}

/// Callers that store `state` for one account after the other.
pub(crate) fn stores(
    bench: &Bench,
    state: &str,
    accounts: u64,
) -> Outcome<impl Fn(usize) -> Requests + Sync + use<>> {
    let body = format!(r#"{{"storeVersion":3,"appState":{}}}"#, serde_json::to_string(state)?);
    let tokens: Vec<String> =
        (1..=accounts).map(|number| token(number, &bench.secret)).collect::<Outcome<_>>()?;
    Ok(move |caller: usize| -> Requests {
        let (body, tokens) = (body.clone(), tokens.clone());
        let mut turn = caller * 37;
        Box::new(move |request| {
            turn += 1;
            let token = tokens.get(turn * 7 % tokens.len()).map(String::as_str);
            post(request, "/account/replace-store", token, body.as_bytes());
        })
    })
}

/// A phone's state of about this many bytes: mostly days of recorded periods.
pub(crate) fn app_state(bytes: usize) -> String {
    let mut state =
        r#"{"app":{"locale":"ne","theme":"hills"},"prediction":{"history":["#.to_owned();
    let mut day = 0_u32;
    while state.len() + 120 < bytes {
        day += 1;
        // Multiplied by a large number so that one day differs from the next.
        let mixed = day.wrapping_mul(2_654_435_761);
        state.push_str(&format!(
            r#"{{"date":"{:02}/{:02}/20{:02}","mlGenerated":{},"userVerified":true,"note":"{mixed:08x}"}},"#,
            mixed % 28 + 1,
            mixed / 28 % 12 + 1,
            mixed / 336 % 30,
            mixed.is_multiple_of(2)
        ));
    }
    state.push_str(r#"null]},"helpCenters":[]}"#);
    state
}

#[cfg(test)]
mod tests {
    use super::app_state;

    #[test]
    fn a_state_is_json_of_the_size() {
        let state = app_state(20_000);
        assert!(serde_json::from_str::<serde_json::Value>(&state).is_ok());
        assert!((19_800..=20_000).contains(&state.len()));
    }
}
