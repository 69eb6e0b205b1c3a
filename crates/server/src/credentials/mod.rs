//! What checking passwords needs, whoever's they are: turns for tries, bcrypt on threads of its
//! own, and keyed hashes for what is recorded.

pub mod gate;
pub mod hasher;
pub mod keyed;
pub mod random;
