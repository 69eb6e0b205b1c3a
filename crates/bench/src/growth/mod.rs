//! How the cost of each path grows with the number of accounts: measured with one caller, so
//! that the time of one request is seen and not how many fit side by side.

mod database;
mod step;
mod table;
mod whole;

pub(crate) use step::measure;
pub(crate) use table::{Arguments, print};
