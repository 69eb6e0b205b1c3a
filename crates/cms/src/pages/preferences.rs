//! What a reader chooses for herself: the language of the pages, and light or dark.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use db::editor;
use domain::language::Language;
use server::error::Error;

use super::frame::{Theme, language_cookie, theme_cookie};
use super::see_other;
use crate::access::{Editor, Need, Routes};
use crate::address::safe_return;
use crate::form::Submitted;
use crate::state::Cms;

/// How long a browser keeps a choice.
const KEPT: Duration = Duration::days(365);

/// Adds the route.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes.post("/preferences", Need::Public, choose);
}

/// `POST /preferences`: keeps `language` and `theme`, whichever is sent, and leads back to
/// `return`. The browser keeps both; the language of an editor who is signed in is stored with
/// her account too, and is hers in every browser from then on.
async fn choose(
    request: HttpRequest,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let mut answer = see_other(safe_return(submitted.get("return")).unwrap_or("/"));
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
        keep(language_cookie(&cms.settings), language.code())?;
        let editor = request.extensions().get::<Editor>().map(|editor| editor.id);
        if let Some(id) = editor {
            let code = language.code();
            cms.db
                .run(move |connection| Ok(editor::set_interface_language(connection, id, code)?))
                .await?;
        }
    }
    if let Some(name) = submitted.get("theme") {
        let theme = Theme::from_name(name).ok_or(Error::bad("no such theme"))?;
        keep(theme_cookie(&cms.settings), theme.name())?;
    }
    Ok(answer)
}
