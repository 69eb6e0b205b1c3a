//! `/openapi.json` and `/docs`: the description of the routes, generated from the code, and a
//! page to read it. The page's files are compiled in.

use actix_web::http::header::CONTENT_SECURITY_POLICY;
use actix_web::{HttpResponse, web};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::headers::PAGE_POLICY;

/// Adds both routes for `description`.
pub fn routes(config: &mut web::ServiceConfig, description: OpenApi) {
    config
        .app_data(web::Data::new(description))
        .route("/openapi.json", web::get().to(openapi))
        .service(
            web::scope("/docs")
                .wrap(actix_web::middleware::DefaultHeaders::new().add((CONTENT_SECURITY_POLICY, PAGE_POLICY)))
                .service(SwaggerUi::new("/{_:.*}").config(Config::from("/openapi.json"))),
        );
}

/// `GET /openapi.json`: `OpenAPI` 3.1.
async fn openapi(description: web::Data<OpenApi>) -> HttpResponse {
    HttpResponse::Ok().json(description.get_ref())
}
