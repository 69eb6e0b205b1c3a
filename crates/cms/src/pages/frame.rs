//! What every page has around it.

use std::borrow::Cow;
use std::future::{Ready, ready};

use actix_session::SessionExt;
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT, ACCEPT_LANGUAGE};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use domain::access::Ability;
use domain::language::Language;
use server::error::Error;

use super::Flash;
use crate::access::Editor;
use crate::state::Cms;
use crate::texts::Texts;

/// Light, dark, or as the reader's device prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the device prefers.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The frame of a page: its reader, her language, what to tell her. As a handler's parameter
/// it is that of the request; a page's struct holds it in the field `frame`.
#[derive(Clone)]
pub struct Frame {
    /// Who reads the page, if she is signed in.
    pub editor: Option<Editor>,
    /// The language of the page itself.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The path of the page, which says what is marked in the menu.
    pub path: String,
    /// What the page says about what has just happened.
    pub flashes: Vec<Flash>,
}

/// Cookies in which a browser keeps its reader's choices. They are no secret and say nothing
/// about her.
pub const LANGUAGE_COOKIE: &str = "interface";
/// See [`LANGUAGE_COOKIE`].
pub const THEME_COOKIE: &str = "theme";

impl Frame {
    /// The frame of `request`.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] if the app was built without its state.
    pub fn of(request: &HttpRequest) -> Result<Frame, Error> {
        let cms = Cms::of(request)?;
        let editor = request.extensions().get::<Editor>().cloned();
        let language = match &editor {
            Some(editor) => editor.interface_language,
            None => language_of_stranger(request, cms.settings.default_language),
        };
        let theme =
            match request.cookie(THEME_COOKIE).as_ref().map(actix_web::cookie::Cookie::value) {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::Auto,
            };
        Ok(Frame {
            editor,
            language,
            theme,
            path: request.path().to_owned(),
            flashes: Flash::take(&request.get_session()),
        })
    }

    /// The messages of the page's language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    /// The message `key`.
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.texts().t(key)
    }

    /// The message `key` about a number.
    pub fn n<N: TryInto<i64> + Copy>(&self, key: &str, count: &N) -> Cow<'static, str> {
        self.texts().n(key, *count)
    }

    /// The message `key` with a text in place of its variable `name`.
    pub fn with(&self, key: &str, name: &str, value: &str) -> Cow<'static, str> {
        self.texts().with(key, &[(name, value)])
    }

    /// Whether the reader is signed in and has `ability`.
    pub fn may(&self, ability: &Ability) -> bool {
        self.editor.as_ref().is_some_and(|editor| editor.may(*ability))
    }
}

impl FromRequest for Frame {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Frame::of(request))
    }
}

/// Whether the caller is a browser showing a page, and not a program that wants JSON.
pub fn wants_page(request: &HttpRequest) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

fn language_of_stranger(request: &HttpRequest, default: Language) -> Language {
    let chosen = request.cookie(LANGUAGE_COOKIE);
    if let Some(language) = chosen.and_then(|cookie| Language::from_code(cookie.value())) {
        return language;
    }
    match request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) {
        Some(header) if !header.is_empty() => Language::preferred(header),
        _ => default,
    }
}
