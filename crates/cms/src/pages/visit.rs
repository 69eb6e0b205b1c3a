//! Who calls, from which page: what nearly every act of an editor begins and ends with.

use std::future::{Ready, ready};

use actix_session::{Session, SessionExt};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use db::editing::Author;
use serde::Serialize;
use server::answer;
use server::error::Error;

use super::{Flash, Frame, see_other, wants_page};
use crate::access::Editor;
use crate::state::Cms;

/// An act of an editor, as a handler's parameter.
pub struct Visit {
    /// The frame of the page that answers.
    pub frame: Frame,
    /// Who acts.
    pub editor: Editor,
    /// The service.
    pub cms: web::Data<Cms>,
    /// Whether a browser shows the answer, and not a program reads it.
    pub is_page: bool,
    session: Session,
}

impl Visit {
    /// Her, as who makes a change.
    pub fn author(&self) -> Author {
        self.editor.author()
    }

    /// Tells a browser what has happened on the page `to`, and a program by `json`.
    ///
    /// # Errors
    ///
    /// As [`Flash::keep`].
    pub fn done(
        &self,
        flash: Flash,
        to: &str,
        json: &impl Serialize,
    ) -> Result<HttpResponse, Error> {
        if !self.is_page {
            return Ok(answer::ok(json));
        }
        flash.keep(&self.session)?;
        Ok(see_other(to))
    }

    /// Tells a browser on the page `to` why nothing has happened, and a program by `error`.
    ///
    /// # Errors
    ///
    /// `error` to a program; as [`Flash::keep`].
    pub fn refused(&self, key: &str, to: &str, error: Error) -> Result<HttpResponse, Error> {
        if !self.is_page {
            return Err(error);
        }
        Flash::danger(self.frame.t(key)).keep(&self.session)?;
        Ok(see_other(to))
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut visit = || {
            Ok(Visit {
                frame: Frame::of(request)?,
                editor: Editor::from_request(request, payload).into_inner()?,
                cms: Cms::of(request)?.clone(),
                is_page: wants_page(request),
                session: request.get_session(),
            })
        };
        ready(visit())
    }
}
