//! `/openapi.json` and `/docs`: the description of the routes, generated from the code, and a
//! page to read it. The page's files are compiled in.

mod failures;

use std::sync::OnceLock;

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue, LOCATION};
use actix_web::{HttpResponse, web};
use bytes::Bytes;
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::error::Error;

/// As that of our pages, plus the one inline style the page has, which is the logo's (a
/// browser's console names the new hash if an update of the page changes it).
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; \
     style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// What `/openapi.json` answers, made when somebody first asks: as Rust values a description
/// takes some twenty megabytes, and every thread that answers requests would hold one.
struct Description {
    make: fn() -> OpenApi,
    json: OnceLock<Bytes>,
}

impl Description {
    fn json(&self) -> Result<Bytes, Error> {
        if let Some(json) = self.json.get() {
            return Ok(json.clone());
        }
        let mut description = (self.make)();
        shorten_summaries(&mut description);
        failures::add(&mut description);
        let json = serde_json::to_vec(&description)
            .map_err(|error| Error::Internal(format!("the description of the routes: {error}")))?;
        Ok(self.json.get_or_init(|| json.into()).clone())
    }
}

/// Adds both routes for what `make` describes.
pub fn routes(config: &mut web::ServiceConfig, make: fn() -> OpenApi) {
    config
        .app_data(web::Data::new(Description { make, json: OnceLock::new() }))
        .route("/openapi.json", web::get().to(openapi))
        .route("/docs", web::get().to(to_page))
        .service(
            web::scope("/docs")
                .wrap(
                    actix_web::middleware::DefaultHeaders::new()
                        .add((CONTENT_SECURITY_POLICY, POLICY)),
                )
                .service(SwaggerUi::new("/{_:.*}").config(Config::from("/openapi.json"))),
        );
}

/// `GET /docs`: the page's own files are named relative to a folder.
async fn to_page() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, "/docs/")).finish()
}

/// `GET /openapi.json`: `OpenAPI` 3.1.
async fn openapi(description: web::Data<Description>) -> Result<HttpResponse, Error> {
    let json = description.json()?;
    Ok(HttpResponse::Ok().content_type("application/json; charset=utf-8").body(json))
}

/// In the code a handler's comment begins with its method and path, so that a search for an
/// address lands there. The page shows both anyway.
fn shorten_summaries(description: &mut OpenApi) {
    for item in description.paths.paths.values_mut() {
        for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
            if let Some((_, rest)) =
                operation.summary.as_deref().and_then(|summary| summary.split_once("`: "))
            {
                operation.summary = Some(rest.to_owned());
            }
        }
    }
}
