//! What a handler that acts on a form wants to know about its request, in one piece.

use std::future::{Ready, ready};

use actix_session::{Session, SessionExt};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use db::editing::Author;
use server::answer;
use server::error::Error;

use super::{Flash, Frame, see_other, wants_page};
use crate::access::Editor;
use crate::state::Cms;

/// A request with who makes it and what it is made to.
pub struct Call {
    /// The request itself.
    pub request: HttpRequest,
    /// The frame of the page that answers.
    pub frame: Frame,
    /// Who is calling.
    pub editor: Editor,
    /// The parts of the service.
    pub cms: web::Data<Cms>,
    session: Session,
}

impl Call {
    /// Whether a browser wants a page, and not a program JSON.
    pub fn wants_page(&self) -> bool {
        wants_page(&self.request)
    }

    /// Her, as who makes a change.
    pub fn author(&self) -> Author {
        self.editor.author()
    }

    /// Ends well: a browser goes to `path`, where it is told `flash`; a program gets `json`.
    ///
    /// # Errors
    ///
    /// When the session cannot take the message.
    pub fn done(
        &self,
        flash: Flash,
        path: &str,
        json: &impl serde::Serialize,
    ) -> Result<HttpResponse, Error> {
        if !self.wants_page() {
            return Ok(answer::ok(json));
        }
        flash.keep(&self.session)?;
        Ok(see_other(path))
    }

    /// Ends with nothing done: a browser goes to `path`, where it is told `flash`; a program
    /// gets `error`.
    ///
    /// # Errors
    ///
    /// `error` itself, and when the session cannot take the message.
    pub fn refused(&self, flash: Flash, path: &str, error: Error) -> Result<HttpResponse, Error> {
        if !self.wants_page() {
            return Err(error);
        }
        flash.keep(&self.session)?;
        Ok(see_other(path))
    }
}

impl FromRequest for Call {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(of(request))
    }
}

fn of(request: &HttpRequest) -> Result<Call, Error> {
    let editor = request.extensions().get::<Editor>().cloned();
    Ok(Call {
        frame: Frame::of(request)?,
        session: request.get_session(),
        editor: editor.ok_or_else(|| Error::Internal("a route without a guard".to_owned()))?,
        cms: Cms::of(request)?.clone(),
        request: request.clone(),
    })
}
