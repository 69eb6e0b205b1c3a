//! An editor's own account, and links that set a password.

mod language;
mod password;
mod reset;
mod sessions;
mod show;
mod two_step;

use server::error::Error;

use crate::access::{Need, Routes};

/// Adds the routes of the area.
pub(crate) fn routes(routes: &mut Routes<'_>) {
    routes
        .get("/account", Need::SignedIn, show::show)
        .post("/account/password", Need::SignedIn, password::change)
        .post("/account/sessions/end-others", Need::SignedIn, sessions::end_others)
        .post("/account/sessions/{id}/end", Need::SignedIn, sessions::end)
        .get("/account/two-step", Need::SignedIn, two_step::show)
        .post("/account/two-step", Need::SignedIn, two_step::confirm)
        .post("/account/two-step/begin", Need::SignedIn, two_step::begin)
        .post("/account/two-step/off", Need::SignedIn, two_step::turn_off)
        .post("/account/two-step/recovery-codes", Need::SignedIn, two_step::new_recovery_codes)
        // Also with a slash at the end, as the original wrote it: the edge takes that away.
        .post("/user/change-location", Need::SignedIn, language::switch)
        .put("/user/change-location", Need::SignedIn, language::switch)
        .get("/reset-password/{token}", Need::Public, reset::show)
        .post("/reset-password/{token}", Need::Public, reset::set);
}

pub(crate) use password::weakness_text;
pub(crate) use reset::token_hash;
pub(crate) use show::{SessionLine, lines};

/// The key of what she is told of a password or code that she was asked for: nothing where it is
/// right, and `wrong` where it is not.
fn refusal(
    checked: Result<bool, Error>,
    wrong: &'static str,
) -> Result<Option<&'static str>, Error> {
    match checked {
        Ok(true) => Ok(None),
        Ok(false) => Ok(Some(wrong)),
        Err(Error::TooManyRequests(_)) => Ok(Some("sign-in-too-often")),
        Err(error) => Err(error),
    }
}
