//! `/openapi.json` and `/docs`: the description of the routes, generated from the code, and a
//! page to read it. The page's files are compiled in.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue, LOCATION};
use actix_web::{HttpResponse, web};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::answer;

/// As that of our pages, plus the one inline style the page has, which is the logo's (a
/// browser's console names the new hash if an update of the page changes it).
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; \
     style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// Adds both routes for `description`.
pub fn routes(config: &mut web::ServiceConfig, mut description: OpenApi) {
    shorten_summaries(&mut description);
    config
        .app_data(web::Data::new(description))
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
async fn openapi(description: web::Data<OpenApi>) -> HttpResponse {
    answer::ok(&description.get_ref())
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
