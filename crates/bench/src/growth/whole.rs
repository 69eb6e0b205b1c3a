//! Whole requests, over HTTP.

use super::step::Times;
use crate::Outcome;
use crate::http::get;
use crate::load::{self, Load, Requests};
use crate::rows::{
    append_events, credentials, info, mobile, new_surveys, replace_store, statistics,
};
use crate::run::Bench;

pub(super) fn measure(bench: &Bench) -> Outcome<Vec<Times>> {
    let accounts = bench.arguments.accounts;
    let articles = mobile::always(get("/mobile/articles/ne", &["Accept-Encoding: gzip"]));
    let info = info::questions(accounts);
    let login = credentials::logins(bench);
    let signup = credentials::signups();
    let store =
        replace_store::stores(bench, &replace_store::app_state(20_000), accounts.min(1_000))?;
    let events = append_events::batches(bench)?;
    let surveys = new_surveys::new_surveys(accounts);
    let paths: [(&str, &(dyn Fn(usize) -> Requests + Sync)); 7] = [
        ("articles", &articles),
        ("info", &info),
        ("login", &login),
        ("signup", &signup),
        ("replace-store 20 KB", &store),
        ("append-events 20", &events),
        ("new-surveys", &surveys),
    ];
    let mut all = Vec::new();
    for (path, requests) in paths {
        let load = Load { callers: 1, ..bench.load(requests) };
        // The first ones also open connections and read from the disk.
        load::call(&Load { lasting: bench.lasting / 2, ..load })?;
        all.push(Times { path: path.to_owned(), latencies: load::call(&load)?.latencies });
    }
    for (page, latencies) in statistics::pages(bench)? {
        all.push(Times { path: format!("statistics: {page}"), latencies });
    }
    Ok(all)
}
