//! The description of every route, generated from the handlers.

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi, openapi};

use crate::{account, analytics, prediction};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "PeriodTracker Nepal: api",
        description = "Accounts, sync of each girl's cycle data, analytics events, and the public content. \
            A drop-in for the API of the Oky period tracker.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    paths(
        crate::root,
        account::info::info,
        account::signup::signup,
        account::login::login,
        account::replace_store::replace_store,
        account::edit_info::edit_info,
        account::edit_secret_answer::edit_secret_answer,
        account::reset_password::reset_password,
        account::delete::delete,
        account::delete_from_password::delete_from_password,
        account::update_avatar::update_avatar,
        account::update_verified_dates::update_verified_dates,
        account::export::export,
        analytics::append_events,
        prediction::predict_cycle,
        crate::survey,
    ),
    modifiers(&TokenScheme),
)]
struct ApiRoutes;

struct TokenScheme;

impl Modify for TokenScheme {
    fn modify(&self, description: &mut openapi::OpenApi) {
        let scheme = SecurityScheme::Http(
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build(),
        );
        description.components.get_or_insert_default().add_security_scheme("token", scheme);
    }
}

/// The api's own routes, the public content and the probes.
pub fn description() -> openapi::OpenApi {
    let mut description = ApiRoutes::openapi();
    description.merge(server::mobile::routes::Description::openapi());
    description.merge(server::health::Description::openapi());
    description
}
