//! `POST /logout`

use actix_session::Session;
use actix_web::HttpResponse;

use crate::pages;

/// `POST /logout`: the session ends, whoever's it was.
pub(super) async fn sign_out(session: Session) -> HttpResponse {
    session.purge();
    pages::see_other("/login")
}
