//! About, privacy policy, terms: three texts that phones fetch, written in one block editor.
//!
//! What is written is a draft of the text of a language, whichever version phones get. Publishing
//! it adds a version, which they get at once; so a page asks first, with what changes. Nothing is
//! overwritten: an earlier version comes back as a new one. The picture above the about text has
//! drafts too.

mod banner;
mod edit;
mod read;
mod save;
mod show;
mod versions;

use actix_web::web;
use db::content::legal_text_version::LegalText;
use domain::access::Ability;
use domain::document::Block;
use domain::moment::Moment;
use server::error::Error;
use server::query::Query;

use crate::access::{Need, Routes};
use crate::drafts::Place;
use crate::form::Submitted;
use crate::pages::{Call, Frame};

const WRITE: Need = Need::Ability(Ability::WriteContent);

/// One of the three.
#[derive(Debug)]
pub(crate) struct Document {
    pub text: LegalText,
    /// Its page.
    pub page: &'static str,
    /// Where programs find it, and forms post.
    pub path: &'static str,
    /// Key of its name.
    pub title: &'static str,
    /// Key of what it is for.
    pub lead: &'static str,
}

/// All three.
pub(crate) static DOCUMENTS: [Document; 3] = [
    Document {
        text: LegalText::About,
        page: "/about-management",
        path: "/about",
        title: "documents-about",
        lead: "documents-about-lead",
    },
    Document {
        text: LegalText::PrivacyPolicy,
        page: "/privacy-policy-management",
        path: "/privacy-policy",
        title: "documents-privacy",
        lead: "documents-privacy-lead",
    },
    Document {
        text: LegalText::Terms,
        page: "/terms-and-conditions-management",
        path: "/terms-and-conditions",
        title: "documents-terms",
        lead: "documents-terms-lead",
    },
];

/// Where the picture above the about text is chosen.
pub(crate) const BANNER: Place =
    Place { table: "about_banner", path: "/about-banner-management", page: "/about-management" };

pub(crate) use edit::{again, mistake_key};
pub(crate) use save::confirm;

/// The blocks that a form holds.
///
/// # Errors
///
/// 400 for a text that is no list of blocks.
pub(crate) fn typed(submitted: &Submitted) -> Result<Option<Vec<Block>>, Error> {
    read::blocks(submitted)
}

/// Adds the routes of the texts and of the banner.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    for document in &DOCUMENTS {
        add_pages(routes, document);
        add_versions(routes, document);
    }
    banner::routes(routes);
}

fn add_pages(routes: &mut Routes<'_>, document: &'static Document) {
    let page = document.page;
    routes
        .get(page, WRITE, move |call: Call, query: Query| show::page(document, call, query))
        .get(&format!("{page}/edit"), WRITE, move |call: Call, query: Query| {
            edit::show(document, call, query)
        })
        .post(&format!("{page}/arrange"), WRITE, move |call: Call, submitted: Submitted| {
            edit::rearrange(document, call, submitted)
        })
        .get(&format!("{page}/export"), WRITE, move |call: Call| show::export(document, call))
        .get(
            &format!("{page}/versions/{{id}}"),
            WRITE,
            move |call: Call, id: web::Path<String>, query: Query| {
                versions::page(document, call, id.into_inner(), query)
            },
        );
}

fn add_versions(routes: &mut Routes<'_>, document: &'static Document) {
    let path = document.path;
    let version = format!("{path}/{{id}}");
    let delete =
        move |call: Call, id: web::Path<String>| versions::delete(document, call, id.into_inner());
    routes
        .get(path, WRITE, move |call: Call| versions::all(document, call))
        .post(path, WRITE, move |call: Call, submitted: Submitted| {
            save::submit(document, call, submitted)
        })
        .get(&version, WRITE, move |call: Call, id: web::Path<String>| {
            versions::one(document, call, id.into_inner())
        })
        .put(&version, WRITE, move |call: Call, id: web::Path<String>, submitted: Submitted| {
            versions::change(document, call, id.into_inner(), submitted)
        })
        .delete(&version, WRITE, delete)
        .post(&format!("{version}/delete"), WRITE, delete);
}

/// When something was saved; nothing for what is beyond all dates.
fn time(frame: &Frame, moment: Option<Moment>) -> String {
    moment.map(|moment| frame.date_time(&moment)).unwrap_or_default()
}
