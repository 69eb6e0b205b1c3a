//! Files that are kept outside of the database, as far as it knows of them.

pub mod discarded;
pub mod voice_over;
