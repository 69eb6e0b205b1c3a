//! The outermost layer of both services: what happens to every request and every answer.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CONNECTION, HeaderName, HeaderValue};
use actix_web::http::uri::PathAndQuery;
use actix_web::http::{Method, Uri};
use actix_web::middleware::Next;
use actix_web::test::TestRequest;
use actix_web::{ResponseError, web};
use futures_util::FutureExt;

use crate::context::Context;
use crate::error::Error;
use crate::metrics::method_name;
use crate::quiet::Quiet;
use crate::{cors, headers};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Answers `OPTIONS`, allows one trailing slash, turns a handler's panic into a 500, and gives
/// every answer its security headers, request id, metrics and log line.
///
/// # Errors
///
/// Those of the routing itself; handlers' errors arrive here as answers.
pub async fn edge<B: MessageBody + 'static>(
    context: web::Data<Context>,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let start = Instant::now();
    let method = request.method().clone();
    trim_trailing_slash(&mut request);
    let origin = cors::allowed_origin(&context.settings, request.path(), request.headers());

    let mut response = if method == Method::OPTIONS {
        let answer = cors::preflight(request.headers());
        request.into_response(answer).map_into_right_body()
    } else {
        match AssertUnwindSafe(next.call(request)).catch_unwind().await {
            Ok(answered) => answered?.map_into_left_body(),
            Err(_) => after_panic().map_into_right_body(),
        }
    };

    let stopping = context.lifecycle.is_stopping();
    let id = RequestId::next();
    let headers = response.headers_mut();
    headers::secure(headers);
    headers.insert(REQUEST_ID, id.header());
    if let Some(origin) = origin {
        cors::allow(headers, origin);
    }
    if stopping {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
        response.response_mut().head_mut().set_connection_type(actix_http::ConnectionType::Close);
    }
    record(&context, &response, &method, id, start.elapsed());
    Ok(response)
}

/// The answer in place of a handler that panicked. Its request went down with it, and no copy
/// can be kept while routing needs the only one, so a blank one takes its place.
fn after_panic() -> ServiceResponse {
    let request = TestRequest::default().to_http_request();
    ServiceResponse::new(request, Error::Internal("a handler panicked".to_owned()).error_response())
}

/// The original service allows one trailing slash on every route.
fn trim_trailing_slash(request: &mut ServiceRequest) {
    let path = request.uri().path();
    // The documentation page is a folder of files, which the slash belongs to.
    if path.len() < 2 || !path.ends_with('/') || path == "/docs/" {
        return;
    }
    let trimmed = &path[..path.len() - 1];
    let path_and_query = match request.uri().query() {
        Some(query) => format!("{trimmed}?{query}"),
        None => trimmed.to_owned(),
    };
    let mut parts = request.uri().clone().into_parts();
    let Ok(path_and_query) = path_and_query.parse::<PathAndQuery>() else { return };
    parts.path_and_query = Some(path_and_query);
    if let Ok(uri) = Uri::from_parts(parts) {
        request.match_info_mut().get_mut().update(&uri);
        request.head_mut().uri = uri;
    }
}

fn record<B>(
    context: &Context,
    response: &ServiceResponse<B>,
    method: &Method,
    id: RequestId,
    took: Duration,
) {
    let status = response.status().as_u16();
    let pattern = response.request().match_pattern();
    // Only patterns reach logs and metrics: a path may contain a girl's name.
    let route = pattern.as_deref().unwrap_or("(none)");
    context.metrics.record_request(method, route, status, took);
    let level = match status {
        500.. => log::Level::Warn,
        _ if response.response().extensions().get::<Quiet>().is_some() => log::Level::Debug,
        _ => log::Level::Info,
    };
    log::log!(
        target: "http",
        level,
        request_id:% = id,
        method:% = method_name(method),
        route,
        status,
        micros = took.as_micros();
        "answered"
    );
}

/// Names one request in the log and in the answer, so that the two can be matched.
#[derive(Clone, Copy)]
struct RequestId {
    process: u32,
    number: u64,
}

impl RequestId {
    fn next() -> RequestId {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        static PROCESS: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
        RequestId {
            process: *PROCESS.get_or_init(|| uuid::Uuid::new_v4().as_fields().0),
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
        }
    }

    fn header(self) -> HeaderValue {
        HeaderValue::try_from(self.to_string()).unwrap_or(HeaderValue::from_static("0"))
    }
}

impl std::fmt::Display for RequestId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:08x}-{:x}", self.process, self.number)
    }
}
