//! `GET /mobile/permanent-notification/:ver&:lang&:user`

use actix_web::{HttpRequest, HttpResponse, web};
use domain::alert::names_version;
use serde::Serialize;
use utoipa::ToSchema;

use crate::answer;
use crate::context::Context;
use crate::error::Error;
use crate::path::{decode, raw_last_segment};

/// An alert for the caller's version of the app.
#[derive(Serialize, ToSchema)]
pub(super) struct AlertAnswer<'a> {
    /// The text to show; empty where there is none.
    message: &'a str,
    /// Whether the alert stays.
    #[serde(rename = "isPermanent")]
    is_permanent: bool,
}

/// `GET /mobile/permanent-notification/:ver&:lang&:user`: the first live alert for a version.
/// Three parts in one segment, joined by literal `&`; the third is ignored.
#[utoipa::path(get, path = "/mobile/permanent-notification/{version_and_lang_and_user}", tag = "content",
    params(("version_and_lang_and_user" = String, Path, example = "1.0.1&en&anyone")),
    responses((status = 200, body = AlertAnswer<'_>), (status = 404, body = crate::error::ErrorBody)))]
pub(super) async fn permanent_notification(
    context: web::Data<Context>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let mut parts = raw_last_segment(&request).splitn(3, '&');
    let (Some(version), Some(lang), Some(user)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(Error::NotFound("not found"));
    };
    if version.is_empty() || lang.is_empty() || user.is_empty() {
        return Err(Error::NotFound("not found"));
    }
    let (version, lang) = (decode(version)?, decode(lang)?);
    let snapshot = context.content.snapshot()?;
    let alerts = snapshot.data.alerts.get(&lang).map(Vec::as_slice).unwrap_or_default();
    let found = alerts.iter().find(|alert| names_version(&alert.versions, &version));
    Ok(answer::ok(&found.map_or(AlertAnswer { message: "", is_permanent: false }, |alert| {
        AlertAnswer { message: &alert.message, is_permanent: alert.is_permanent }
    })))
}
