//! The account that the original's sample data ships.

use actix_web::web;
use db::editor;
use domain::password::SAMPLES;
use server::context::Context;
use tokio::time::{Duration, sleep};

use crate::state::Cms;

/// Its key and its name.
const ID: i32 = -1;
const NAME: &str = "admin";

/// Looks, once the database can be asked, whether that account still has a password that
/// everybody knows, and locks it then. Any other account is locked when somebody signs in with
/// such a password.
pub fn watch(context: &Context, cms: &web::Data<Cms>) {
    let (context, cms) = (context.clone(), cms.clone());
    actix_web::rt::spawn(async move {
        while !context.db.is_open() {
            sleep(Duration::from_secs(1)).await;
        }
        let found = cms
            .db
            .run(|connection| {
                let by_id = editor::find(connection, ID)?;
                let by_name = editor::find_by_name(connection, NAME)?;
                Ok([by_id, by_name.filter(|editor| editor.id != ID)])
            })
            .await;
        let found = match found {
            Ok(found) => found,
            Err(error) => return log::warn!("the default account was not looked at: {error}"),
        };
        for editor in found.into_iter().flatten().filter(|editor| !editor.deactivated) {
            for sample in SAMPLES {
                match cms.credentials.hasher.verify(sample, &editor.password).await {
                    Ok(true) => {
                        if let Err(error) = cms.credentials.lock(&editor).await {
                            log::warn!("an account was not locked: {error}");
                        }
                        break;
                    }
                    Ok(false) => {}
                    Err(error) => log::warn!("the default account was not checked: {error}"),
                }
            }
        }
    });
}
