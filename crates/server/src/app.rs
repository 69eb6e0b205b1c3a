//! The application as a value.

use actix_web::body::{BoxBody, EitherBody};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::{App, HttpResponse, web};

use crate::context::Context;
use crate::error::Error;
use crate::{edge, health, mobile};

/// A service with the public content, the probes, and `routes` of its own, which come last and
/// so may catch all that is left; everything else is 404. Production and tests build the same thing.
pub fn app(
    context: &Context,
    routes: &dyn Fn(&mut web::ServiceConfig),
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
        // First, because the routing tries one after the other.
        .configure(mobile::routes::routes)
        .configure(health::routes)
        .configure(routes)
        .default_service(web::to(not_found))
        .wrap(from_fn(edge::edge))
}

async fn not_found() -> Result<HttpResponse, Error> {
    Err(Error::NotFound("no such route"))
}
