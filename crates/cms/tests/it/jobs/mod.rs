//! Long work, by one instance and by several.

mod pages;
mod worker;
