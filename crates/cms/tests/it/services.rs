//! Both services on a test's database.

use std::thread;
use std::time::{Duration, Instant};

use actix_web::web;
use api::settings::ApiSettings;
use api::state::Api;
use cms::jobs::{self, Kind};
use cms::settings::CmsSettings;
use cms::state::Cms;
use server::serve;
use server::settings::Source;
use testkit::Database;

use crate::service::{self, Service};

/// The variables that lead to `database`.
pub(crate) fn variables(database: &Database) -> Vec<(&'static str, String)> {
    let settings = database.settings();
    vec![
        ("DATABASE_HOST", settings.host),
        ("DATABASE_PORT", settings.port.to_string()),
        ("DATABASE_USERNAME", settings.username),
        ("DATABASE_PASSWORD", settings.password.expose().to_owned()),
        ("DATABASE_NAME", settings.name),
        ("DATABASE_SCHEMA", settings.schema),
        ("DATABASE_SSL_MODE", settings.ssl_mode.name().to_owned()),
        ("STORAGE_DIR", concat!(env!("CARGO_TARGET_TMPDIR"), "/files").to_owned()),
        // A database that is away is to be noticed soon.
        ("DATABASE_CHECKOUT_TIMEOUT_MS", "500".to_owned()),
    ]
}

/// A cms that is ready.
pub(crate) fn cms(database: &Database) -> Service {
    let cms = start_cms(database, &[]);
    wait_ready(&cms);
    cms
}

/// An api that is ready.
pub(crate) fn api(database: &Database) -> Service {
    let api = start_api(database, &[]);
    wait_ready(&api);
    api
}

/// A cms with further settings that may not be ready yet.
pub(crate) fn start_cms(database: &Database, more: &[(&str, &str)]) -> Service {
    start_cms_doing(database, more, jobs::KINDS)
}

/// A cms that does jobs of `kinds`, with further settings; it may not be ready yet.
pub(crate) fn start_cms_doing(
    database: &Database,
    more: &[(&str, &str)],
    kinds: &'static [Kind],
) -> Service {
    let variables = variables(database);
    let context = service::context(cms::IDENTITY, &[&borrowed(&variables), more].concat());
    let secret = [("PASSPORT_SECRET", crate::editors::SECRET)];
    let mut source = Source::from_pairs(&[&secret, more].concat()).unwrap();
    let settings = CmsSettings::read(&mut source, &context.settings);
    source.finish().unwrap();
    let state = web::Data::new(Cms::new(&context, settings).unwrap());
    let for_workers = context.clone();
    Service::start(context, move |context| {
        let for_app = state.clone();
        let running = serve::start(context, move || cms::app(&for_workers, &for_app))?;
        jobs::start(context, &state, kinds);
        Ok(running)
    })
}

/// An api with further settings that may not be ready yet.
pub(crate) fn start_api(database: &Database, more: &[(&str, &str)]) -> Service {
    let variables = variables(database);
    let context = service::context(api::IDENTITY, &[&borrowed(&variables), more].concat());
    let settings = ApiSettings::read(&mut Source::from_pairs(more).unwrap());
    let state = web::Data::new(Api::new(&context, settings).unwrap());
    let for_workers = context.clone();
    Service::start(context, move |context| {
        serve::start(context, move || api::app(&for_workers, &state))
    })
}

pub(crate) fn wait_ready(service: &Service) {
    within(Duration::from_secs(15), "the service is ready", || service.get("/ready").status == 200);
}

/// Asks again and again until `happened`, at most for `limit`.
#[track_caller]
pub(crate) fn within(limit: Duration, what: &str, mut happened: impl FnMut() -> bool) {
    let start = Instant::now();
    while !happened() {
        assert!(start.elapsed() < limit, "did not happen within {limit:?}: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn borrowed<'a>(variables: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    variables.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
