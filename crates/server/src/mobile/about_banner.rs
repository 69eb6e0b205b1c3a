//! `GET /mobile/about-banner-conditional/:lang?timestamp=MS`

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::answer;
use crate::context::Context;
use crate::error::Error;
use crate::path::LastSegment;
use crate::query::Query;

/// The banner, if it is newer than the caller's.
#[derive(Serialize, ToSchema)]
pub(super) struct BannerAnswer<'a> {
    #[serde(rename = "shouldUpdate")]
    should_update: bool,
    /// Only where the language has no banner: now, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<i64>,
    /// When the banner changed, in milliseconds.
    #[serde(rename = "aboutBannerTimestamp", skip_serializing_if = "Option::is_none")]
    about_banner_timestamp: Option<i64>,
    /// A data URI or URL; empty where there is none; absent where the caller has it.
    #[serde(rename = "aboutBanner", skip_serializing_if = "Option::is_none")]
    about_banner: Option<&'a str>,
}

/// `GET /mobile/about-banner-conditional/:lang?timestamp=MS`: the banner if it is newer. The
/// two names of the time differ, as they always did.
#[utoipa::path(get, path = "/mobile/about-banner-conditional/{lang}", tag = "content",
    params(("lang" = String, Path), ("timestamp" = Option<i64>, Query,
        description = "`aboutBannerTimestamp` of the banner the caller has; 0 or absent for none")),
    responses((status = 200, body = BannerAnswer<'_>)))]
pub(super) async fn about_banner_conditional(
    context: web::Data<Context>,
    lang: LastSegment,
    query: Query,
) -> Result<HttpResponse, Error> {
    let snapshot = context.content.snapshot()?;
    let known = query.get("timestamp").map_or(0, leading_number);
    let nothing = BannerAnswer {
        should_update: false,
        timestamp: None,
        about_banner_timestamp: None,
        about_banner: None,
    };
    let answer = match snapshot.data.banners.get(&lang.0) {
        None => BannerAnswer {
            should_update: true,
            timestamp: Some(crate::clock::now().millis()),
            about_banner: Some(""),
            ..nothing
        },
        Some(banner) if banner.timestamp > known => BannerAnswer {
            should_update: true,
            about_banner_timestamp: Some(banner.timestamp),
            about_banner: Some(&banner.image),
            ..nothing
        },
        Some(_) => nothing,
    };
    Ok(answer::ok(&answer))
}

/// The integer a text begins with, 0 if none, as JavaScript's `parseInt` reads it.
fn leading_number(text: &str) -> i64 {
    let text = text.trim_start();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    digits
        .chars()
        .map_while(|letter| letter.to_digit(10))
        .fold(0_i64, |number, digit| number.saturating_mul(10).saturating_add(i64::from(digit)))
        .saturating_mul(sign)
}

#[cfg(test)]
mod tests {
    use super::leading_number;

    #[test]
    fn reads_numbers_as_javascript_does() {
        let cases = [
            ("1709634030122.9", 1_709_634_030_122),
            ("1e20", 1),
            ("abc", 0),
            ("", 0),
            ("undefined", 0),
            ("-5", -5),
            ("99999999999999999999", i64::MAX),
        ];
        for (text, expected) in cases {
            assert_eq!(leading_number(text), expected, "{text}");
        }
    }
}
