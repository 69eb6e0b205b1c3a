//! The binaries of both services, as an operator or a container platform uses them.

mod admin;
mod arguments;
mod check_config;
mod create_user;
mod data_export;
mod env_example;
mod env_file;
mod healthcheck;
mod logs;
mod metrics;
mod migrate;
pub(crate) mod program;
mod signals;
