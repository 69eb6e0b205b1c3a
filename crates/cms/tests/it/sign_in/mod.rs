//! Signing in and out.

mod form;
mod sessions;
mod throttle;
mod two_step;
