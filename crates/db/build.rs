//! Compiles the crate again when a migration is added: the SQL files are embedded, and cargo
//! would only notice changes to those that it has seen.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
