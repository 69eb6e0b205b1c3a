//! The part of an address behind the question mark.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

/// Names and values of a query, in order. Anything can be read as some query, so a caller's
/// odd one is never an error; of a repeated name the first value counts.
pub struct Query(Vec<(String, String)>);

impl Query {
    /// The value of `name`, if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The query that `text`, as it stands in an address, holds.
    pub fn parse(text: &str) -> Query {
        Query(serde_urlencoded::from_str(text).unwrap_or_default())
    }

    /// The query of `request`.
    pub fn of(request: &HttpRequest) -> Query {
        Query::parse(request.query_string())
    }
}

impl FromRequest for Query {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Query::of(request)))
    }
}
