//! Signing in and out.

mod form;
mod sessions;
