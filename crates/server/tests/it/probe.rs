//! A service put together like the real ones, with one route of its own, which panics.

use actix_web::{HttpResponse, web};
use server::app::app;
use server::serve;
use server::settings::ServiceIdentity;

use crate::service::{self, Service};

const IDENTITY: ServiceIdentity = ServiceIdentity {
    name: "probe",
    port_variable: "PROBE_PORT",
    default_port: 0,
    signs_tokens: false,
};

/// Nobody listens there.
const NO_DATABASE: [(&str, &str); 2] = [("DATABASE_HOST", "127.0.0.1"), ("DATABASE_PORT", "1")];

/// The service with `settings`, without a database.
pub(crate) fn start(settings: &[(&str, &str)]) -> Service {
    let context = service::context(IDENTITY, &[&NO_DATABASE, settings].concat());
    let for_workers = context.clone();
    Service::start(context, move |context| {
        serve::start(context, move || app(&for_workers, &routes))
    })
}

fn routes(config: &mut web::ServiceConfig) {
    config.route("/panic", web::get().to(panic));
}

async fn panic() -> HttpResponse {
    panic!("on purpose")
}
