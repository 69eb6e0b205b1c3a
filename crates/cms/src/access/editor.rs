//! The editor who is calling.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use domain::access::{Ability, Role};
use domain::language::Language;
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
}

impl Editor {
    /// Whether she has `ability`.
    pub fn may(&self, ability: Ability) -> bool {
        self.role.may(ability)
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
