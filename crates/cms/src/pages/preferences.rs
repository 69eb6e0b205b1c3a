//! What a reader chooses for herself: the language of the pages, and light or dark.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpResponse, web};
use domain::language::Language;
use server::error::Error;

use super::frame::{LANGUAGE_COOKIE, THEME_COOKIE, Theme};
use super::see_other;
use crate::access::{Need, Routes};
use crate::form::Submitted;
use crate::state::Cms;

/// How long a browser keeps a choice.
const KEPT: Duration = Duration::days(365);

/// Adds the route.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.post("/preferences", Need::Public, choose);
}

/// `POST /preferences`: keeps `language` and `theme`, whichever is sent, and leads back to
/// `return`.
async fn choose(cms: web::Data<Cms>, submitted: Submitted) -> Result<HttpResponse, Error> {
    let mut answer = see_other(own_path(submitted.text("return")));
    let mut keep = |name: &'static str, value: &str| {
        let cookie = Cookie::build(name, value.to_owned())
            .path("/")
            .max_age(KEPT)
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(cms.settings.secure_cookies)
            .finish();
        answer.add_cookie(&cookie).map_err(|error| Error::Internal(error.to_string()))
    };
    if let Some(code) = submitted.get("language") {
        let language = Language::from_code(code).ok_or(Error::bad("no such language"))?;
        keep(LANGUAGE_COOKIE, language.code())?;
    }
    if let Some(name) = submitted.get("theme") {
        let theme = Theme::from_name(name).ok_or(Error::bad("no such theme"))?;
        keep(THEME_COOKIE, theme.name())?;
    }
    Ok(answer)
}

/// `path` if it leads to a page of ours, else the first page. Browsers read `//host` and
/// `/\host` as another host's address.
pub(crate) fn own_path(path: &str) -> &str {
    let is_ours = path.starts_with('/')
        && !path[1..].starts_with(['/', '\\'])
        && path.chars().all(|character| character.is_ascii_graphic());
    if is_ours { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_led_away() {
        for path in ["/", "/encyclopedia?page=2&q=%E0%A4%95", "/a//b"] {
            assert_eq!(own_path(path), path);
        }
        for path in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a b",
            "/a\r\nX: y",
            "evil",
        ] {
            assert_eq!(own_path(path), "/", "{path}");
        }
    }
}
