//! Which settings stop a start, and how it is said.

mod mistakes;
mod ports;
mod secrets;
mod tls;

use server::settings::{ServiceIdentity, Settings, Source};

pub(crate) const SIGNS: ServiceIdentity = ServiceIdentity {
    name: "api",
    port_variable: "API_PORT",
    default_port: 3000,
    signs_tokens: true,
};

pub(crate) const DOES_NOT_SIGN: ServiceIdentity = ServiceIdentity {
    name: "cms",
    port_variable: "CMS_PORT",
    default_port: 5000,
    signs_tokens: false,
};

/// A secret that nothing is wrong with.
pub(crate) const GOOD: &str = "0123456789abcdef0123456789abcdef";

/// The settings and the mistakes that `pairs` give, beside a database.
pub(crate) fn read(service: ServiceIdentity, pairs: &[(&str, &str)]) -> (Settings, String) {
    let mut source = Source::from_pairs(&[&[("DATABASE_HOST", "db")], pairs].concat()).unwrap();
    let settings = Settings::read(&mut source, service);
    (settings, source.finish().err().unwrap_or_default())
}
