//! Codes for signing in: setting them up and switching them off.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::audit::{self, Act, Entry};
use db::editor::{self, StoredEditor, totp};
use server::client_address::ClientPrefix;
use server::error::Error;
use totp_rs::Totp;

use super::refusal;
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Flash, Frame};
use crate::session::entry;
use crate::sign_in::seal;
use crate::sign_in::totp::{picture, recovery_codes, recovery_hash, step_of};
use crate::state::Cms;

/// What the page is for.
enum Stage {
    /// Codes are asked for; so many are left for when the phone is lost.
    On { codes_left: i64 },
    /// Nothing yet.
    Off,
    /// The phone is to read this picture, or she types the key.
    Reading { picture: String, key: String },
}

#[derive(Template)]
#[template(path = "account/two_step.html")]
struct TwoStepPage {
    frame: Frame,
    stage: Stage,
    required: bool,
    failure: String,
}

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct RecoveryPage {
    frame: Frame,
    codes: Vec<String>,
}

/// `GET /account/two-step`
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
) -> Result<HttpResponse, Error> {
    page(frame, &editor, &cms, "").await
}

/// `POST /account/two-step/begin`: for her `password`, a secret for her phone, which counts once
/// she has shown a code of it. Whoever finds her browser open must not shut her out by codes.
pub(super) async fn begin(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let found = knows_password(&editor, &cms, &session, from, &submitted).await;
    let checked = found.map(|found| found.is_some());
    if let Some(failure) = refusal(checked, "account-password-old-wrong")? {
        return page(frame, &editor, &cms, failure).await;
    }
    let (id, secret) = (editor.id, cms.credentials.safe.new_secret(editor.id)?);
    cms.db.run(move |connection| Ok(totp::begin(connection, id, &secret)?)).await?;
    Ok(pages::see_other("/account/two-step"))
}

/// `POST /account/two-step`: a `code` of the new secret switches codes on.
pub(super) async fn confirm(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let Some((secret, totp)) = waiting(&editor, &cms).await? else {
        return Ok(pages::see_other("/account/two-step"));
    };
    let Some(step) = step_of(&totp, submitted.text("code")) else {
        return page(frame, &editor, &cms, "account-two-step-wrong").await;
    };
    let codes = recovery_codes()?;
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| recovery_hash(code)).collect();
    let (id, author) = (editor.id, editor.author());
    let is_on = cms
        .db
        .write(move |connection| {
            let is_on = totp::confirm(connection, id, &secret, step, &hashes)?;
            if is_on {
                let entry = Entry { author: &author, act: Act::TotpOn, item: "", detail: "" };
                audit::record(connection, &entry)?;
            }
            Ok(is_on)
        })
        .await?;
    if !is_on {
        return Ok(pages::see_other("/account/two-step"));
    }
    pages::html(&RecoveryPage { frame, codes })
}

/// `POST /account/two-step/off`: needs `password` and `code`, so that a browser left open is
/// not enough.
pub(super) async fn turn_off(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let checked = knows_both(&editor, &cms, &session, from, &submitted).await;
    if let Some(failure) = refusal(checked, "account-two-step-failed")? {
        return page(frame, &editor, &cms, failure).await;
    }
    let (id, author) = (editor.id, editor.author());
    cms.db
        .write(move |connection| {
            totp::remove(connection, id)?;
            let entry = Entry { author: &author, act: Act::TotpOff, item: "", detail: "" };
            Ok(audit::record(connection, &entry)?)
        })
        .await?;
    Flash::success(frame.t("account-two-step-turned-off")).keep(&session)?;
    Ok(pages::see_other("/account"))
}

/// `POST /account/two-step/recovery-codes`: new ones in place of those there are, for
/// `password` and `code`.
pub(super) async fn new_recovery_codes(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    session: Session,
    from: ClientPrefix,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let checked = knows_both(&editor, &cms, &session, from, &submitted).await;
    if let Some(failure) = refusal(checked, "account-two-step-failed")? {
        return page(frame, &editor, &cms, failure).await;
    }
    let codes = recovery_codes()?;
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| recovery_hash(code)).collect();
    let (id, author) = (editor.id, editor.author());
    cms.db
        .write(move |connection| {
            totp::replace_recovery_codes(connection, id, &hashes)?;
            let (act, detail) = (Act::TotpOn, "new recovery codes");
            Ok(audit::record(connection, &Entry { author: &author, act, item: "", detail })?)
        })
        .await?;
    pages::html(&RecoveryPage { frame, codes })
}

/// Whether the `password` and the `code` that were sent are hers.
async fn knows_both(
    editor: &Editor,
    cms: &Cms,
    session: &Session,
    from: ClientPrefix,
    submitted: &Submitted,
) -> Result<bool, Error> {
    match knows_password(editor, cms, session, from, submitted).await? {
        Some(found) if found.has_totp => {
            cms.credentials.check_code(&found, submitted.text("code"), from).await
        }
        _ => Ok(false),
    }
}

/// Her row, if the `password` that was sent is hers.
async fn knows_password(
    editor: &Editor,
    cms: &Cms,
    session: &Session,
    from: ClientPrefix,
    submitted: &Submitted,
) -> Result<Option<StoredEditor>, Error> {
    let password = submitted.text("password");
    let found = cms.credentials.check(&editor.username, password, from).await?;
    let Some(found) = found.filter(|found| found.id == editor.id) else { return Ok(None) };
    // Her hash may just have been raised, which is no change of her password.
    entry::set(session, entry::SEAL, seal(&found))?;
    Ok(Some(found))
}

/// The secret that waits for being confirmed, as it is stored, and what makes codes of it.
async fn waiting(editor: &Editor, cms: &Cms) -> Result<Option<(Vec<u8>, Totp)>, Error> {
    let id = editor.id;
    let kept = cms.db.run(move |connection| Ok(totp::find(connection, id)?)).await?;
    Ok(kept.filter(|kept| !kept.confirmed).and_then(|kept| {
        let codes = cms.credentials.safe.open(id, &editor.username, &kept.secret)?;
        Some((kept.secret, codes))
    }))
}

async fn page(
    frame: Frame,
    editor: &Editor,
    cms: &Cms,
    failure: &str,
) -> Result<HttpResponse, Error> {
    let id = editor.id;
    let (stored, codes_left) = cms
        .db
        .run(move |connection| {
            Ok((editor::find(connection, id)?, totp::recovery_codes_left(connection, id)?))
        })
        .await?;
    let stage = if stored.is_some_and(|stored| stored.has_totp) {
        Stage::On { codes_left }
    } else {
        match waiting(editor, cms).await? {
            None => Stage::Off,
            Some((_, codes)) => Stage::Reading {
                picture: picture(&codes)?,
                key: spaced(&codes.secret().to_base32()),
            },
        }
    };
    let (status, failure) = if failure.is_empty() {
        (StatusCode::OK, String::new())
    } else {
        (StatusCode::BAD_REQUEST, frame.t(failure).into_owned())
    };
    let required = editor.must_set_up_totp;
    pages::html_with(status, &TwoStepPage { frame, stage, required, failure })
}

/// In groups of four, which are easier to type.
fn spaced(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}
