//! Long work, by one instance and by several.

mod worker;
