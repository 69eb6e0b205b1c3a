//! What is around every page.

mod assets;
mod preferences;
mod vendor;
