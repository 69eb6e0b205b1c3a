//! The description of every route, generated from the handlers.

use utoipa::{OpenApi, openapi};

#[derive(OpenApi)]
#[openapi(info(
    title = "PeriodTracker Nepal: cms",
    description = "The public content that phones fetch.",
    license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
))]
struct CmsRoutes;

/// The public content and the probes.
pub fn description() -> openapi::OpenApi {
    let mut description = CmsRoutes::openapi();
    description.merge(server::mobile::routes::Description::openapi());
    description.merge(server::health::Description::openapi());
    description
}
