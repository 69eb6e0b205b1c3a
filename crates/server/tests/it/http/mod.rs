//! Callers, good and bad.

mod bodies;
mod broken_requests;
mod headers_of_answers;
mod idle_connections;
mod large_headers;
mod panics;
mod slow_callers;
mod stopping;
