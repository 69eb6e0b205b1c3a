//! The service for editors, and for phones that fetch what editors publish.
//!
//! So far it serves the public content, the probes and a start page.

pub mod admin;
pub mod openapi;
mod start;

use actix_web::body::{BoxBody, EitherBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::{App, HttpResponse, web};
use server::context::Context;
use server::error::Error;
use server::settings::ServiceIdentity;
use server::{docs, edge, health, mobile};

/// What tells this service from the other.
pub const IDENTITY: ServiceIdentity = ServiceIdentity {
    name: "cms",
    port_variable: "CMS_PORT",
    default_port: 5000,
    signs_tokens: false,
};

/// The service as a value: production and tests start the same thing.
pub fn app(
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
        .configure(routes)
        .default_service(web::to(not_found))
        .wrap(from_fn(edge::edge))
}

/// Every route there is.
fn routes(config: &mut web::ServiceConfig) {
    config
        .configure(start::routes)
        .configure(mobile::routes::routes)
        .configure(health::routes)
        .configure(|config| docs::routes(config, openapi::description()));
}

async fn not_found() -> Result<HttpResponse, Error> {
    Err(Error::NotFound("no such route"))
}
