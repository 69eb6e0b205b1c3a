//! Who is calling, and whether she may.
//!
//! Every route of the cms is added through [`Routes`], which asks for its [`Need`]: a route
//! without one cannot be written, and a test goes through the whole table with each kind of
//! caller.

mod cross_site;
mod editor;
mod guard;
mod routes;

pub use editor::Editor;
pub(crate) use guard::recognise;
pub use routes::{Entry, Need, Routes};
