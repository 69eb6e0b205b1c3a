//! The service for the app: accounts, sync of each girl's cycle data, analytics events.
//!
//! Phones in the field speak the protocol of the service this one replaces and cannot be
//! changed. Where a behaviour looks odd, its comment says which phone depends on it.

pub mod account;
pub mod analytics;
pub mod app_user;
pub mod credentials;
pub mod erasures;
pub mod housekeeping;
pub mod openapi;
pub mod operator;
mod pages;
pub mod prediction;
pub mod settings;
pub mod state;
pub mod tokens;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, HttpResponse, web};
use server::context::Context;
use server::docs;
use server::settings::ServiceIdentity;

use state::Api;

/// What tells this service from the other.
pub const IDENTITY: ServiceIdentity = ServiceIdentity {
    name: "api",
    port_variable: "API_PORT",
    default_port: 3000,
    signs_tokens: true,
};

/// The service as a value: production and tests start the same thing.
pub fn app(
    context: &Context,
    api: &web::Data<Api>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    server::app::app(context, &routes).app_data(api.clone())
}

/// The routes of this service alone; [`server::app`] adds those of both.
fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/", web::get().to(root))
        .configure(account::routes)
        .configure(analytics::routes)
        .configure(prediction::routes)
        .route("/survey", web::post().to(survey))
        .configure(pages::routes)
        .configure(|config| docs::routes(config, openapi::description));
}

/// `GET /`: what the original answers here; installations use it as a probe.
#[utoipa::path(get, path = "/", tag = "service", responses((status = 200, body = String, content_type = "text/html")))]
pub(crate) async fn root() -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body("API is running")
}

/// `POST /survey`: the app calls it when a survey is finished, though it never existed. The
/// answers arrive as an event, so nothing is done here.
#[utoipa::path(post, path = "/survey", tag = "analytics", responses((status = 204)))]
pub(crate) async fn survey() -> HttpResponse {
    HttpResponse::NoContent().finish()
}
