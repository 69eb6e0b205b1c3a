//! Compiles the crate again when a migration is added: the SQL files are embedded, and cargo
//! would only notice changes to those that it has seen.
#![expect(clippy::print_stdout, reason = "how a build script talks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
