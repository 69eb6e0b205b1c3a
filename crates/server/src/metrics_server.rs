//! `GET /metrics` on a port of its own, so that it can be kept inside the network.

use std::io;

use actix_web::{App, HttpResponse, HttpServer, web};

use crate::context::Context;

/// Listens if `METRICS_PORT` is set.
///
/// # Errors
///
/// When the port cannot be bound.
pub(crate) fn start(context: &Context) -> io::Result<()> {
    let Some(port) = context.settings.metrics.port else { return Ok(()) };
    let data = web::Data::new(context.clone());
    let server = HttpServer::new(move || {
        App::new().app_data(data.clone()).route("/metrics", web::get().to(metrics))
    })
    .workers(1)
    .disable_signals()
    .bind((context.settings.http.address, port))?
    .run();
    actix_web::rt::spawn(server);
    Ok(())
}

async fn metrics(context: web::Data<Context>) -> HttpResponse {
    context.observe_pool();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(context.metrics.text())
}
