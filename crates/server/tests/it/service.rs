//! A service in this process, started exactly as `main` starts it, on a free port.

use std::io;
use std::ops::Deref;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use server::context::Context;
use server::serve::Running;
use server::settings::{ServiceIdentity, Settings, Source};

use crate::wire::Caller;

/// A running service, which can be called like a [`Caller`]. It stops when it is dropped.
pub(crate) struct Service {
    pub(crate) caller: Caller,
    pub(crate) context: Context,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

/// What a service needs to run in a test, and `more`, which wins.
pub(crate) fn context(identity: ServiceIdentity, more: &[(&str, &str)]) -> Context {
    let defaults = [
        ("LISTEN_ADDRESS", "127.0.0.1"),
        ("PORT", "0"),
        ("HTTP_WORKERS", "1"),
        ("APPLICATION_SECRET", "a secret of the tests, long enough"),
    ];
    let mut source = Source::from_pairs(&[&defaults, more].concat()).unwrap();
    let settings = Settings::read(&mut source, identity);
    source.finish().unwrap();
    Context::new(identity, settings)
}

impl Service {
    /// Calls `start` on a thread of its own and serves there. The service may not be ready yet.
    pub(crate) fn start(
        context: Context,
        start: impl FnOnce(&Context) -> io::Result<Running> + Send + 'static,
    ) -> Service {
        let (tell, told) = mpsc::channel();
        let for_thread = context.clone();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let running = start(&for_thread).unwrap();
                tell.send((running.address, running.handle.clone())).unwrap();
                running.until_handle_stops().await.unwrap();
            });
        });
        let (address, handle) = told.recv().expect("a service that starts");
        Service { caller: Caller { address }, context, handle, thread: Some(thread) }
    }
}

impl Deref for Service {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.context.lifecycle.stop();
        // The order is given here and carried out by the service's own thread.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
