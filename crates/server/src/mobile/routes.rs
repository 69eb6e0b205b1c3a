//! `/mobile/*`: the table of routes, and those that answer from the snapshot alone.

use actix_web::guard::{Any, Get, Head};
use actix_web::{HttpRequest, HttpResponse, Route, Scope, web};
use utoipa::OpenApi;

use super::answers::article::Article;
use super::answers::avatar_message::AvatarMessage;
use super::answers::did_you_know::DidYouKnow;
use super::answers::help_center::{Attribute, HelpCenter};
use super::answers::notification::Notification;
use super::answers::quiz::Quiz;
use super::answers::survey::Survey;
use super::answers::video::Video;
use super::section::Section;
use super::{about_banner, permanent_notification, suggestions, surveys};
use crate::context::Context;
use crate::error::Error;
use crate::path::LastSegment;
use crate::query::Query;

/// Adds every public content route.
pub fn routes(config: &mut web::ServiceConfig) {
    let mobile = web::scope("/mobile")
        .service(section("/articles", read().to(articles)))
        .service(section("/videos", read().to(videos)))
        .service(section("/quizzes", read().to(quizzes)))
        .service(section("/didyouknows", read().to(didyouknows)))
        .service(section("/help-center", read().to(help_center)))
        .service(section("/help-center-attribute", read().to(help_center_attribute)))
        .service(section("/avatar-messages", read().to(avatar_messages)))
        .service(section("/privacy-policy", read().to(privacy_policy)))
        .service(section("/terms-and-conditions", read().to(terms_and_conditions)))
        .service(section("/about", read().to(about)))
        .service(section("/about-banner", read().to(about_banner)))
        .service(section(
            "/about-banner-conditional",
            read().to(about_banner::about_banner_conditional),
        ))
        .service(section("/surveys", read().to(old_surveys)))
        .service(section("/new-surveys", read().to(surveys::new_surveys)))
        .service(section("/notification", read().to(notification)))
        .service(section("/content", read().to(content)))
        .route(
            "/permanent-notification/{parts}",
            read().to(permanent_notification::permanent_notification),
        )
        .route("/suggestions", web::post().to(suggestions::send_suggestion));
    config.service(mobile);
}

/// The route `path/{lang}`. A scope of its own, since scopes are found by comparing text: the
/// routing tries a list in order, and would try a regular expression for each of its entries.
fn section(path: &str, route: Route) -> Scope {
    web::scope(path).route("/{lang}", route)
}

/// The description of these routes.
#[derive(OpenApi)]
#[openapi(paths(
    content,
    articles,
    videos,
    quizzes,
    didyouknows,
    help_center,
    help_center_attribute,
    avatar_messages,
    privacy_policy,
    terms_and_conditions,
    about,
    about_banner,
    about_banner::about_banner_conditional,
    old_surveys,
    surveys::new_surveys,
    notification,
    permanent_notification::permanent_notification,
    suggestions::send_suggestion,
))]
pub struct Description;

/// GET, and HEAD as the original's content server allowed.
fn read() -> Route {
    web::route().guard(Any(Get()).or(Head()))
}

fn answer(
    section: Section,
    context: &Context,
    lang: &str,
    request: &HttpRequest,
) -> Result<HttpResponse, Error> {
    Ok(context.content.snapshot()?.section(section, lang).answer(request))
}

/// Writes the handler of a section: they differ in name, documentation and answer only.
macro_rules! section_route {
    ($(#[doc = $doc:literal])+ $handler:ident, $section:expr, $path:literal, $answer:ty) => {
        $(#[doc = $doc])+
        #[utoipa::path(get, path = $path, tag = "content", params(("lang" = String, Path, example = "ne")),
            responses((status = 200, body = $answer), (status = 304, description = "Unchanged")))]
        pub(crate) async fn $handler(
            context: web::Data<Context>,
            lang: LastSegment,
            request: HttpRequest,
        ) -> Result<HttpResponse, Error> {
            answer($section, &context, &lang.0, &request)
        }
    };
}

section_route! {
    /// `GET /mobile/articles/:lang`: live articles in the order of the app's screens.
    articles, Section::Articles, "/mobile/articles/{lang}", Vec<Article>
}
section_route! {
    /// `GET /mobile/videos/:lang`: live videos in order.
    videos, Section::Videos, "/mobile/videos/{lang}", Vec<Video>
}
section_route! {
    /// `GET /mobile/quizzes/:lang`: live quizzes by topic.
    quizzes, Section::Quizzes, "/mobile/quizzes/{lang}", Vec<Quiz>
}
section_route! {
    /// `GET /mobile/didyouknows/:lang`: live facts by title.
    didyouknows, Section::Didyouknows, "/mobile/didyouknows/{lang}", Vec<DidYouKnow>
}
section_route! {
    /// `GET /mobile/help-center/:lang`: active help centers in order.
    help_center, Section::HelpCenter, "/mobile/help-center/{lang}", Vec<HelpCenter>
}
section_route! {
    /// `GET /mobile/help-center-attribute/:lang`: kinds of help, inactive ones too.
    help_center_attribute, Section::HelpCenterAttribute, "/mobile/help-center-attribute/{lang}", Vec<Attribute>
}
section_route! {
    /// `GET /mobile/avatar-messages/:lang`: what the avatar says.
    avatar_messages, Section::AvatarMessages, "/mobile/avatar-messages/{lang}", Vec<AvatarMessage>
}
section_route! {
    /// `GET /mobile/privacy-policy/:lang`: the newest text, as stored.
    privacy_policy, Section::PrivacyPolicy, "/mobile/privacy-policy/{lang}", Vec<TextBlock>
}
section_route! {
    /// `GET /mobile/terms-and-conditions/:lang`: the newest text, as stored.
    terms_and_conditions, Section::TermsAndConditions, "/mobile/terms-and-conditions/{lang}", Vec<TextBlock>
}
section_route! {
    /// `GET /mobile/about/:lang`: the newest text, as stored.
    about, Section::About, "/mobile/about/{lang}", Vec<TextBlock>
}
section_route! {
    /// `GET /mobile/about-banner/:lang`: the banner's data URI or URL as plain text. Only old
    /// versions of the app call it.
    about_banner, Section::AboutBanner, "/mobile/about-banner/{lang}", String
}
section_route! {
    /// `GET /mobile/surveys/:lang`: single-question surveys, for old versions of the app.
    old_surveys, Section::Surveys, "/mobile/surveys/{lang}", Vec<Survey>
}

/// `GET /mobile/notification/:lang`: the first sent notification; an empty body if none.
#[utoipa::path(get, path = "/mobile/notification/{lang}", tag = "content",
    params(("lang" = String, Path, example = "ne")),
    responses((status = 200, content((Notification = "application/json"), (String = "text/plain"))),
        (status = 304, description = "Unchanged")))]
pub(crate) async fn notification(
    context: web::Data<Context>,
    lang: LastSegment,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    answer(Section::Notification, &context, &lang.0, &request)
}

/// A paragraph of a legal text.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub(crate) struct TextBlock {
    /// `HEADING` or `CONTENT`.
    #[serde(rename = "type")]
    kind: String,
    content: String,
}

/// `GET /mobile/content/:lang?since=VERSION`: everything the app refreshes in one answer.
///
/// The answer is an object with `version`, `lang`, and one member per section, named like the
/// section's own route and holding exactly what that route answers (the banner as
/// `{aboutBannerTimestamp, aboutBanner}` or `null`). With `since`, the `version` of an earlier
/// answer, only sections that changed are there; a section that is absent is unchanged. Any
/// version is understood by any instance for ever; one that is not recognised gives everything.
#[utoipa::path(get, path = "/mobile/content/{lang}", tag = "content",
    params(("lang" = String, Path, example = "ne"),
           ("since" = Option<String>, Query, description = "`version` of the answer the caller has")),
    responses((status = 200, body = ContentAnswer), (status = 304, description = "Unchanged")))]
pub(crate) async fn content(
    context: web::Data<Context>,
    lang: LastSegment,
    query: Query,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let content = context.content.snapshot()?.content(&lang.0);
    let since = query.get("since");
    let body = match content.answer(since) {
        Some(body) => body,
        None => {
            let since = since.unwrap_or_default().to_owned();
            web::block(move || content.make(&since))
                .await
                .map_err(|_| Error::Internal("an answer could not be made".to_owned()))?
        }
    };
    Ok(body.answer(&request))
}

/// The form of `/mobile/content`, for its description; the bytes are put together from the
/// sections' own.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct ContentAnswer {
    version: String,
    lang: String,
    articles: Option<Vec<Article>>,
    videos: Option<Vec<Video>>,
    quizzes: Option<Vec<Quiz>>,
    didyouknows: Option<Vec<DidYouKnow>>,
    help_center: Option<Vec<HelpCenter>>,
    help_center_attribute: Option<Vec<Attribute>>,
    avatar_messages: Option<Vec<AvatarMessage>>,
    privacy_policy: Option<Vec<TextBlock>>,
    terms_and_conditions: Option<Vec<TextBlock>>,
    about: Option<Vec<TextBlock>>,
    about_banner: Option<BannerSection>,
}

/// The banner inside `/mobile/content`.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BannerSection {
    /// Milliseconds since the epoch.
    about_banner_timestamp: i64,
    /// A data URI or URL.
    about_banner: String,
}
