//! Security headers, the same on every answer.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

/// The policy of answers that are data: a browser that shows one may load, run and send nothing.
pub const DATA_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
);

/// The policy of our pages: everything from here, nothing inline. `data:` is the empty icon
/// that keeps browsers from asking for one.
pub const PAGE_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// For answers about one person: kept by nobody on the way.
pub const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// Adds what the handler has not set itself.
///
/// Answers are data and are not stored unless the handler says otherwise, so a forgotten
/// header errs on the side of the girl.
pub(crate) fn secure(headers: &mut HeaderMap) {
    const ALWAYS: [(HeaderName, HeaderValue); 5] = [
        (
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        ),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        headers.insert(CONTENT_SECURITY_POLICY, DATA_POLICY);
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, NO_STORE);
    }
}
