//! What every page has around it.

use std::borrow::Cow;
use std::future::{Ready, ready};

use actix_session::SessionExt;
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT, ACCEPT_LANGUAGE};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use domain::access::Ability;
use domain::calendar::{Age, ClockTime, Day};
use domain::language::Language;
use domain::moment::Moment;
use server::clock;
use server::error::Error;

use super::Flash;
use super::menu::{self, Group};
use crate::access::Editor;
use crate::settings::CmsSettings;
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

impl Theme {
    /// Every theme, in the order in which a menu lists them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the cookie, in forms and in the page.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme whose [`Theme::name`] is exactly `name`.
    pub fn from_name(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// What Bootstrap starts with; for [`Theme::Auto`] a script corrects it before anything is
    /// drawn.
    pub fn at_first(self) -> &'static str {
        if self == Theme::Dark { "dark" } else { "light" }
    }

    /// Key of its name in a menu.
    pub fn text(self) -> &'static str {
        match self {
            Theme::Auto => "theme-auto",
            Theme::Light => "theme-light",
            Theme::Dark => "theme-dark",
        }
    }

    /// Its icon's name.
    pub fn icon(self) -> &'static str {
        match self {
            Theme::Auto => "circle-half",
            Theme::Light => "sun",
            Theme::Dark => "moon-stars",
        }
    }
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
    /// The path with what stands behind `?`: where a form leads back to.
    pub address: String,
    /// What the page says about what has just happened.
    pub flashes: Vec<Flash>,
    /// Where the source code of this service is, as its licence asks for; empty if nobody says.
    pub source_url: String,
    /// The revision that runs, short.
    pub revision: String,
}

/// The name of the cookie in which a browser keeps the language its reader has chosen. It is no
/// secret and says nothing about her. One with the prefix is accepted only over https and for
/// this host alone.
pub fn language_cookie(settings: &CmsSettings) -> &'static str {
    if settings.secure_cookies { "__Host-interface" } else { "interface" }
}

/// The same for light or dark.
pub fn theme_cookie(settings: &CmsSettings) -> &'static str {
    if settings.secure_cookies { "__Host-theme" } else { "theme" }
}

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
            None => language_of_stranger(request, &cms.settings),
        };
        let theme = request.cookie(theme_cookie(&cms.settings));
        let theme = theme.and_then(|cookie| Theme::from_name(cookie.value()));
        Ok(Frame {
            editor,
            language,
            theme: theme.unwrap_or(Theme::Auto),
            path: request.path().to_owned(),
            address: address(request),
            // A piece of a page has no place for them: they wait for the next whole one.
            flashes: if request.headers().contains_key("hx-request") {
                Vec::new()
            } else {
                Flash::take(&request.get_session())
            },
            source_url: cms.settings.source_url.clone(),
            revision: cms.settings.revision.chars().take(10).collect(),
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

    /// The message `key`, or nothing where there is no key.
    pub fn t_or_none(&self, key: &str) -> Cow<'static, str> {
        if key.is_empty() { Cow::Borrowed("") } else { self.t(key) }
    }

    /// The message `key` about a number.
    pub fn n<N: TryInto<i64> + Copy>(&self, key: &str, count: &N) -> Cow<'static, str> {
        self.texts().n(key, *count)
    }

    /// The message `key` with a text in place of its variable `name`.
    pub fn with(&self, key: &str, name: &str, value: &str) -> Cow<'static, str> {
        self.texts().with(key, &[(name, value)])
    }

    /// A number in the digits of the page's language.
    pub fn number<N: std::fmt::Display>(&self, number: &N) -> String {
        self.language.digits(&number.to_string())
    }

    /// The day in Nepal on which `moment` was, in both calendars.
    pub fn date(&self, moment: &Moment) -> String {
        Day::in_nepal(*moment).show(self.language)
    }

    /// The same with the time of day.
    pub fn date_time(&self, moment: &Moment) -> String {
        format!("{}, {}", self.date(moment), ClockTime::in_nepal(*moment).show(self.language))
    }

    /// How long ago `moment` was; after a month, its date.
    pub fn ago(&self, moment: &Moment) -> Cow<'static, str> {
        match Age::between(*moment, clock::now()) {
            Age::Now => self.t("age-now"),
            Age::Minutes(count) => self.n("age-minutes", &count),
            Age::Hours(count) => self.n("age-hours", &count),
            Age::Days(count) => self.n("age-days", &count),
            Age::Long => Cow::Owned(self.date(moment)),
        }
    }

    /// The menu that the reader sees.
    pub fn menu(&self) -> Vec<Group> {
        menu::menu(|ability| self.may(&ability))
    }

    /// The list to which the page belongs: where a reader goes on who changes the language she
    /// works in, in which a single row of the old one does not exist.
    pub fn section(&self) -> &'static str {
        menu::section(&self.path)
    }

    /// The key of the reader, for what her browser keeps for her alone; 0 for a stranger.
    pub fn editor_key(&self) -> i32 {
        self.editor.as_ref().map_or(0, |editor| editor.id)
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

fn address(request: &HttpRequest) -> String {
    match request.query_string() {
        "" => request.path().to_owned(),
        query => format!("{}?{query}", request.path()),
    }
}

fn language_of_stranger(request: &HttpRequest, settings: &CmsSettings) -> Language {
    let chosen = request.cookie(language_cookie(settings));
    if let Some(language) = chosen.and_then(|cookie| Language::from_code(cookie.value())) {
        return language;
    }
    match request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) {
        Some(header) if !header.is_empty() => Language::preferred(header),
        _ => settings.default_language,
    }
}
