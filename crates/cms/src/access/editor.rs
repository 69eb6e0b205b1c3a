//! The editor who is calling.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use db::editing::Author;
use db::editor::StoredEditor;
use domain::access::{Ability, Role};
use domain::language::Language;
use domain::standing::Standing;
use server::error::Error;

/// An editor who is signed in. As a handler's parameter it is the one who is calling; the
/// guard of the route has put it there.
#[derive(Clone, Debug)]
pub struct Editor {
    /// Key of her row in `user`.
    pub id: i32,
    /// The name she signs in with.
    pub username: String,
    /// What she may do.
    pub role: Role,
    /// The language she is working in: which rows she sees, and what new ones get.
    pub language: Language,
    /// The languages she may work in.
    pub languages: Vec<Language>,
    /// The language of the pages she reads.
    pub interface_language: Language,
    /// Whether she may do nothing before signing in asks for her codes.
    pub must_set_up_totp: bool,
}

impl Editor {
    /// From her rows. The pages are in the language she has chosen, wherever she signs in; before
    /// she has, in the one `browser` remembers. `None` for whoever has no role that we know.
    pub fn of(stored: &StoredEditor, browser: Option<Language>) -> Option<Editor> {
        let role = Role::from_name(&stored.role)?;
        let home = Language::from_code(&stored.lang);
        let languages = languages(role, home, stored.languages.as_deref());
        let language = home.filter(|home| languages.contains(home));
        let language = language.or(languages.first().copied()).unwrap_or(Language::English);
        let kept = stored.interface_language.as_deref().and_then(Language::from_code);
        Some(Editor {
            id: stored.id,
            username: stored.username.clone(),
            role,
            language,
            languages,
            interface_language: kept.or(browser).unwrap_or(language),
            must_set_up_totp: false,
        })
    }

    /// Her, as who makes a change.
    pub fn author(&self) -> Author {
        Author { editor_id: Some(self.id), name: self.username.clone() }
    }

    /// Her role and languages, which say whom she may manage.
    pub fn standing(&self) -> Standing {
        Standing { role: self.role, languages: self.languages.clone() }
    }

    /// Whether she has `ability`.
    pub fn may(&self, ability: Ability) -> bool {
        self.role.may(ability)
    }
}

/// A superAdmin works in every language, everybody else in those given to her. Who has been
/// given none is an editor of the original, which knew one language each; it is English where
/// that one is not ours.
fn languages(role: Role, home: Option<Language>, given: Option<&[String]>) -> Vec<Language> {
    if role == Role::SuperAdmin {
        return Language::ALL.to_vec();
    }
    let given: Option<Vec<Language>> =
        given.map(|codes| codes.iter().filter_map(|code| Language::from_code(code)).collect());
    match given {
        Some(given) if !given.is_empty() => given,
        _ => vec![home.unwrap_or(Language::English)],
    }
}

impl FromRequest for Editor {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            request.extensions().get::<Editor>().cloned().ok_or_else(|| {
                Error::Internal("a route without a guard asks who calls".to_owned())
            }),
        )
    }
}
