//! After a change of the secret: what codes are made of moves under the new one.

use actix_web::web;
use db::editor::totp;
use server::context::Context;
use tokio::time::{Duration, sleep};

use crate::state::Cms;

/// Encrypts anew, once the database can be asked, what is still under the former secret. Then
/// that secret may go without anybody having to set up codes again.
pub fn retire(context: &Context, cms: &web::Data<Cms>) {
    if cms.settings.former_session_secret.is_empty() {
        return;
    }
    let (context, cms) = (context.clone(), cms.clone());
    actix_web::rt::spawn(async move {
        while !context.db.is_open() {
            sleep(Duration::from_secs(1)).await;
        }
        match encrypt_anew(&cms).await {
            Ok(0) => {}
            Ok(count) => log::info!("codes of {count} editors are under the new secret now"),
            Err(error) => log::warn!("codes are still under the former secret: {error}"),
        }
    });
}

async fn encrypt_anew(cms: &Cms) -> Result<usize, server::error::Error> {
    let mut count = 0;
    for (id, sealed) in cms.db.run(|connection| Ok(totp::all(connection)?)).await? {
        let Some(anew) = cms.credentials.safe.encrypt_anew(id, &sealed)? else { continue };
        count += cms
            .db
            .run(move |connection| Ok(totp::replace_secret(connection, id, &sealed, &anew)?))
            .await?;
    }
    Ok(count)
}
