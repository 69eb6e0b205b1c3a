//! `/openapi.json` and `/docs`: the description of the routes, generated from the code, and a
//! page to read it. The page's files are compiled in.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, LOCATION};
use actix_web::{HttpResponse, web};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::answer;
use crate::headers::PAGE_POLICY;

/// Adds both routes for `description`.
pub fn routes(config: &mut web::ServiceConfig, description: OpenApi) {
    config
        .app_data(web::Data::new(description))
        .route("/openapi.json", web::get().to(openapi))
        .route("/docs", web::get().to(to_page))
        .service(
            web::scope("/docs")
                .wrap(actix_web::middleware::DefaultHeaders::new().add((CONTENT_SECURITY_POLICY, PAGE_POLICY)))
                .service(SwaggerUi::new("/{_:.*}").config(Config::from("/openapi.json"))),
        );
}

/// `GET /docs`: the page's own files are named relative to a folder.
#[expect(clippy::unused_async, reason = "handlers are async")]
async fn to_page() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, "/docs/")).finish()
}

/// `GET /openapi.json`: `OpenAPI` 3.1.
async fn openapi(description: web::Data<OpenApi>) -> HttpResponse {
    answer::ok(&description.get_ref())
}
