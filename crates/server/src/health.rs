//! Is it alive, is it ready, which version is it: three different questions.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::answer;
use crate::context::Context;
use crate::quiet::Quiet;

/// Answer of the probes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Status {
    /// `ok`, or `unavailable`; details are in the log, not here.
    #[schema(example = "ok")]
    status: &'static str,
    /// The git commit the service was built from.
    #[schema(example = "unknown")]
    revision: String,
}

/// Answer of `/version`.
#[derive(Serialize, ToSchema)]
pub(crate) struct Version {
    /// `api` or `cms`.
    service: &'static str,
    /// The package's version.
    version: &'static str,
    /// The git commit the service was built from.
    revision: String,
}

/// The description of these routes.
#[derive(OpenApi)]
#[openapi(paths(health, ready, version))]
pub struct Description;

/// Adds the probes' routes.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/health", web::get().to(health))
        .route("/health", web::head().to(health))
        .route("/ready", web::get().to(ready))
        .route("/ready", web::head().to(ready))
        .route("/version", web::get().to(version));
}

/// `GET /health`: the process answers. Touches nothing else, so that a database that is away
/// does not make the platform kill instances that still serve content.
#[utoipa::path(get, path = "/health", tag = "service", responses((status = 200, body = Status)))]
pub(crate) async fn health(context: web::Data<Context>) -> HttpResponse {
    probe(&context, true)
}

/// `GET /ready`: the schema is migrated, the database answers, content is loaded, and the
/// process is not stopping.
#[utoipa::path(get, path = "/ready", tag = "service", responses(
    (status = 200, body = Status), (status = 503, body = Status)))]
pub(crate) async fn ready(context: web::Data<Context>) -> HttpResponse {
    let ready = !context.lifecycle.is_stopping()
        && context.db.is_open()
        && context.content.is_loaded()
        && context.db.ping().await.is_ok();
    probe(&context, ready)
}

/// `GET /version`: what is running.
#[utoipa::path(get, path = "/version", tag = "service", responses((status = 200, body = Version)))]
pub(crate) async fn version(context: web::Data<Context>) -> HttpResponse {
    answer::ok(&Version {
        service: context.service.name,
        version: env!("CARGO_PKG_VERSION"),
        revision: context.settings.revision.clone(),
    })
}

fn probe(context: &Context, good: bool) -> HttpResponse {
    let (code, status) = if good {
        (StatusCode::OK, "ok")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "unavailable")
    };
    let mut response =
        answer::json(code, &Status { status, revision: context.settings.revision.clone() });
    response.extensions_mut().insert(Quiet);
    response
}
