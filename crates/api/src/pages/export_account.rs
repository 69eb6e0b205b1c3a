//! `/export-account`

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use domain::language::Language;
use server::client_address::ClientPrefix;
use server::context::Context;

use super::form::{Outcome, Page, Submitted, explain};
use super::texts::{export, shared};
use super::{html, language};
use crate::account::export::export_account;
use crate::state::Api;

/// `GET /export-account`: the form.
pub(super) async fn show(request: HttpRequest) -> HttpResponse {
    html(StatusCode::OK, &page(language(&request), String::new(), Outcome::Fresh))
}

/// `POST /export-account`: the file, or the form again with what went wrong.
pub(super) async fn submit(
    request: HttpRequest,
    context: web::Data<Context>,
    api: web::Data<Api>,
    from: ClientPrefix,
    form: Submitted,
) -> HttpResponse {
    let language = language(&request);
    let Some(credentials) = form.credentials() else {
        let outcome = Outcome::Failed(shared(language).wrong);
        return html(StatusCode::BAD_REQUEST, &page(language, form.name, outcome));
    };
    match export_account(&context, &api, from, &credentials).await {
        Ok(file) => file,
        Err(error) => {
            let (status, outcome) = explain(&error, shared(language));
            html(status, &page(language, form.name, outcome))
        }
    }
}

fn page(language: Language, name: String, outcome: Outcome) -> Page {
    Page {
        others: Language::ALL.into_iter().filter(|other| *other != language).collect(),
        path: "/export-account",
        texts: export(language),
        shared: shared(language),
        language,
        name,
        outcome,
    }
}
