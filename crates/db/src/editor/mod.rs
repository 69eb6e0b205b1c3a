//! Tables `user` and `editor`: the people who sign in to the cms. The first is the original's
//! and stays readable to it; the second holds what only we know.

mod access;
mod change;
mod list;
mod password;
pub mod session;
mod stored;
pub mod totp;

pub use access::{AccessLine, access_review};
pub use change::{
    Changed, NewEditor, Profile, create, deactivate, reactivate, set_interface_language,
    set_working_language, update,
};
pub use list::{Filter, Line, Order, PAGE, list};
pub use password::{
    end_reset_link, find_by_reset_link, keep_reset_link, raise_hash, record_sign_in, set_password,
    set_password_by_link,
};
pub use stored::{StoredEditor, find, find_by_name};

/// A hash that no password has: what stands in `user` for somebody who may not sign in, or has
/// not chosen a password yet. The original compares with it and finds no match either.
pub const NO_PASSWORD: &str = "(no password)";
