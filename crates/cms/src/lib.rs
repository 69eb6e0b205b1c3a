//! The service for editors, and for phones that fetch what editors publish.
//!
//! [`routes`] lists every route; each area adds its own. A handler reads *who, what, do, answer*:
//! [`access`] says who calls, [`form`] what was sent, and [`pages`] answers.

pub mod access;
pub(crate) mod account;
pub(crate) mod address;
pub mod admin;
pub mod alerts;
pub mod assets;
pub(crate) mod audit;
pub mod checklist;
pub mod content;
mod documents;
mod drafts;
pub mod exchange;
pub mod files;
pub mod form;
pub mod handbook;
pub mod import;
pub mod jobs;
mod messages;
pub mod notifications;
pub mod openapi;
pub mod pages;
pub(crate) mod people;
pub(crate) mod presence;
pub(crate) mod preview;
pub mod push;
pub mod releases;
pub mod retention;
pub mod routes;
pub(crate) mod search;
pub mod session;
pub mod settings;
pub mod sign_in;
pub mod state;
pub mod statistics;
mod surveys;
pub mod texts;
pub(crate) mod toolbox;
mod translation;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, web};
use server::context::Context;
use server::docs;
use server::settings::ServiceIdentity;

use state::Cms;

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
    cms: &web::Data<Cms>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    server::app::app(context, &|config| {
        config.configure(|config| docs::routes(config, openapi::description));
        assets::routes(config);
        routes::mount(config, cms);
    })
    .app_data(cms.clone())
}
