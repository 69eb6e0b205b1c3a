//! The service for editors, and for phones that fetch what editors publish.
//!
//! So far it serves the public content, the probes and a start page.

pub mod admin;
pub mod openapi;
mod start;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, web};
use server::context::Context;
use server::docs;
use server::settings::ServiceIdentity;

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
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    server::app::app(context, routes)
}

/// The routes of this service alone; [`server::app`] adds those of both.
fn routes(config: &mut web::ServiceConfig) {
    config
        .configure(start::routes)
        .configure(|config| docs::routes(config, openapi::description()));
}
