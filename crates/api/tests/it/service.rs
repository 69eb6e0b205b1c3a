//! A whole service on a port of its own, with a database of its own: what `main` starts.

use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use actix_web::rt::System;
use actix_web::web;
use api::settings::ApiSettings;
use api::state::Api;
use server::context::Context;
use server::serve;
use server::settings::{Settings, Source};
use testkit::Database;

use crate::phone::Phone;

/// The secret that signs tokens.
pub(crate) const SECRET: &str = "the primary secret of these tests";

/// The secret that only verifies.
pub(crate) const OLD_SECRET: &str = "new_secret";

/// A running service. It stops, and its database goes, when it is dropped.
pub(crate) struct Service {
    pub(crate) address: SocketAddr,
    pub(crate) context: Context,
    stop: Box<dyn Fn()>,
    thread: Option<JoinHandle<()>>,
    // Last, so that it outlives the service.
    pub(crate) database: Database,
}

impl Service {
    pub(crate) fn start() -> Service {
        Service::with(&[])
    }

    /// A service with some settings of its own.
    pub(crate) fn with(settings: &[(&str, &str)]) -> Service {
        Service::on(Database::migrated(), settings)
    }

    /// A service on a database, which it migrates where that is needed.
    pub(crate) fn on(database: Database, settings: &[(&str, &str)]) -> Service {
        let pairs = pairs(&database, settings);
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut source = Source::from_pairs(&pairs).unwrap();
        let shared = Settings::read(&mut source, api::IDENTITY);
        let own = ApiSettings::read(&mut source);
        source.finish().unwrap();
        let context = Context::new(api::IDENTITY, shared);
        let state = web::Data::new(Api::new(&context, own).unwrap());

        let (started, wait) = mpsc::channel();
        let for_thread = context.clone();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let for_workers = for_thread.clone();
                let running =
                    serve::start(&for_thread, move || api::app(&for_workers, &state)).unwrap();
                started.send((running.address, running.handle.clone())).unwrap();
                running.until_handle_stops().await.unwrap();
            });
        });
        let (address, handle) = wait.recv().unwrap();
        let stop = Box::new(move || drop(handle.stop(false)));
        let service = Service { address, context, stop, thread: Some(thread), database };
        service.wait_until_ready();
        service
    }

    fn wait_until_ready(&self) {
        let began = Instant::now();
        while self.phone().get("/ready").status != 200 {
            assert!(began.elapsed() < Duration::from_secs(20), "the service does not become ready");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// A phone on which nobody is signed in.
    pub(crate) fn phone(&self) -> Phone {
        Phone::new(self.address)
    }
}

/// The environment of a service on `database`, `own` winning.
pub(crate) fn pairs(database: &Database, own: &[(&str, &str)]) -> Vec<(String, String)> {
    let reached = database.settings();
    let mut pairs = vec![
        ("DATABASE_HOST", reached.host),
        ("DATABASE_PORT", reached.port.to_string()),
        ("DATABASE_USERNAME", reached.username),
        ("DATABASE_PASSWORD", reached.password.expose().to_owned()),
        ("DATABASE_NAME", reached.name),
        ("DATABASE_SCHEMA", reached.schema),
        ("DATABASE_SSL_MODE", "disable".to_owned()),
        ("STORAGE_DIR", concat!(env!("CARGO_TARGET_TMPDIR"), "/files").to_owned()),
        ("APPLICATION_SECRET", SECRET.to_owned()),
        ("LISTEN_ADDRESS", "127.0.0.1".to_owned()),
        ("API_PORT", "0".to_owned()),
    ];
    pairs.retain(|(name, _)| own.iter().all(|(replaced, _)| replaced != name));
    pairs.extend(own.iter().map(|(name, value)| (*name, (*value).to_owned())));
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

impl Drop for Service {
    fn drop(&mut self) {
        self.context.lifecycle.stop();
        (self.stop)();
        if let Some(thread) = self.thread.take() {
            // A failing test must show its own failure, not this one.
            let _ = thread.join();
        }
    }
}
