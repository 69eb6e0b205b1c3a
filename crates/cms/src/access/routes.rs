//! The table of routes, and what each of them needs.

use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, Handler, Responder, Route, web};
use domain::access::Ability;

use super::guard;

/// What a caller must be or have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing: everybody may call.
    Public,
    /// To be signed in.
    SignedIn,
    /// To be signed in and have an ability.
    Ability(Ability),
}

/// One route as the table lists it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its method.
    pub method: Method,
    /// Its path with parameters in braces.
    pub path: String,
    /// What it needs.
    pub need: Need,
}

/// Adds routes to the service and remembers them.
pub struct Routes<'a> {
    config: Option<&'a mut web::ServiceConfig>,
    entries: Vec<Entry>,
}

impl<'a> Routes<'a> {
    /// Adds to `config`.
    pub fn into(config: &'a mut web::ServiceConfig) -> Routes<'a> {
        Routes { config: Some(config), entries: Vec::new() }
    }

    /// Only lists, for tests.
    pub fn listing() -> Routes<'a> {
        Routes { config: None, entries: Vec::new() }
    }

    /// What was added, in order.
    pub fn entries(self) -> Vec<Entry> {
        self.entries
    }

    /// Adds a GET route.
    pub fn get<F, Args>(&mut self, path: &str, need: Need, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::GET, path, need, handler)
    }

    /// Adds a POST route.
    pub fn post<F, Args>(&mut self, path: &str, need: Need, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::POST, path, need, handler)
    }

    /// Adds a PUT route.
    pub fn put<F, Args>(&mut self, path: &str, need: Need, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::PUT, path, need, handler)
    }

    /// Adds a DELETE route.
    pub fn delete<F, Args>(&mut self, path: &str, need: Need, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::DELETE, path, need, handler)
    }

    fn add<F, Args>(&mut self, method: Method, path: &str, need: Need, handler: F) -> &mut Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.entries.push(Entry { method: method.clone(), path: path.to_owned(), need });
        if let Some(config) = &mut self.config {
            let route: Route = web::method(method).to(handler).wrap(from_fn(
                move |request: ServiceRequest, next| guard::check(need, request, next),
            ));
            config.route(path, route);
        }
        self
    }
}
