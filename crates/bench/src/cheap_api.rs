//! The api as it is, but with hashes that cost next to nothing.

use actix_web::web;
use api::settings::ApiSettings;
use api::state::Api;
use server::{cli, serve};

use crate::Outcome;

/// The least that bcrypt knows. The api's own setting begins at 10, so nothing but a benchmark can
/// ask for less.
pub(crate) const COST: u32 = 4;

/// Serves, with settings from the environment as the api reads them, until the process is ended.
///
/// # Errors
///
/// When settings are wrong or the port cannot be had.
pub(crate) fn serve() -> Outcome<()> {
    server::logging::init(api::IDENTITY.name);
    let read = cli::read_context(api::IDENTITY, false, |source, _| ApiSettings::read(source))
        .map_err(|_| "the settings are wrong")?;
    let (context, settings) = read.ok_or("there are no settings")?;
    actix_web::rt::System::new().block_on(async move {
        let settings = ApiSettings { bcrypt_cost: COST, ..settings };
        let state = web::Data::new(Api::new(&context, settings)?);
        let for_workers = context.clone();
        serve::start(&context, move || api::app(&for_workers, &state))?
            .until_stopped(&context)
            .await
    })?;
    Ok(())
}
