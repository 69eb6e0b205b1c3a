//! A service put together like the real ones, with a route that panics.

use actix_web::body::{BoxBody, EitherBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::{App, HttpResponse, web};
use server::context::Context;
use server::error::Error;
use server::settings::ServiceIdentity;
use server::{edge, health, mobile, serve};

use crate::service::{self, Service};

pub(crate) const IDENTITY: ServiceIdentity =
    ServiceIdentity { name: "probe", port_variable: "PROBE_PORT", default_port: 0, signs_tokens: false };

/// Nobody listens there.
const NO_DATABASE: [(&str, &str); 2] = [("DATABASE_HOST", "127.0.0.1"), ("DATABASE_PORT", "1")];

/// The service with `settings`, without a database.
pub(crate) fn start(settings: &[(&str, &str)]) -> Service {
    let context = service::context(IDENTITY, &[&NO_DATABASE, settings].concat());
    let for_workers = context.clone();
    Service::start(context, move |context| serve::start(context, move || app(&for_workers)))
}

fn app(
    context: &Context,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<EitherBody<BoxBody, BoxBody>>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    App::new()
        .app_data(web::Data::new(context.clone()))
        .configure(mobile::routes::routes)
        .configure(health::routes)
        .route("/panic", web::get().to(panic))
        .default_service(web::to(not_found))
        .wrap(from_fn(edge::edge))
}

async fn panic() -> HttpResponse {
    panic!("on purpose")
}

async fn not_found() -> Result<HttpResponse, Error> {
    Err(Error::NotFound("no such route"))
}
