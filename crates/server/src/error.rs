//! Every failure a caller can see: one enum, one status each, one JSON shape.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use db::error::DbError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::answer;

/// A failure as its caller sees it.
///
/// The names and messages that phones compare are inherited from the original service: the
/// app takes the name `BadRequestError` at login for its own message `login_failed`, and any
/// other message as a translation key.
#[derive(Debug)]
pub enum Error {
    /// 400: the request is wrong, and the message says how, without repeating it.
    BadRequest(Cow<'static, str>),
    /// 400 with the name the original uses when signup meets an id that exists.
    IdTaken,
    /// 401: no usable token where one is needed. The text is the method and the path.
    AuthorizationRequired(String),
    /// 401: the caller is not who she says.
    Unauthorized(&'static str),
    /// Another failure, with its message as plain text: see [`Error::as_text`].
    AsText(Box<Error>),
    /// 403: known, but not allowed; or a feature that is switched off.
    Forbidden(&'static str),
    /// 404: no such route or row.
    NotFound(&'static str),
    /// 408: the body did not arrive in time.
    RequestTimeout,
    /// 409: somebody else has it.
    Conflict(&'static str),
    /// 413: larger than the route takes.
    TooLarge,
    /// 415: a content type, character set or encoding that the route does not take.
    UnsupportedMediaType(&'static str),
    /// 429: too many tries; come again after the span.
    TooManyRequests(Duration),
    /// 503: not now; come again after the span.
    Unavailable(Duration),
    /// 500: our mistake. The text is logged, never shown.
    Internal(String),
}

/// What every error answer looks like.
#[derive(Serialize, ToSchema)]
pub struct ErrorBody {
    /// The kind of failure, in the original service's words.
    #[schema(example = "BadRequestError")]
    pub name: &'static str,
    /// What is wrong; for some routes a translation key of the app.
    #[schema(example = "name is missing")]
    pub message: String,
}

/// How long a caller is asked to wait when the database is away: recovery takes about two
/// seconds once it is back.
const AWAY: Duration = Duration::from_secs(5);

impl Error {
    /// A 400 with `message`.
    pub fn bad(message: impl Into<Cow<'static, str>>) -> Error {
        Error::BadRequest(message.into())
    }

    /// The same failure as plain text, for the one route whose callers take any JSON for
    /// success.
    #[must_use]
    pub fn as_text(self) -> Error {
        Error::AsText(Box::new(self))
    }

    fn status(&self) -> StatusCode {
        match self {
            Error::AsText(error) => error.status(),
            Error::BadRequest(_) | Error::IdTaken => StatusCode::BAD_REQUEST,
            Error::AuthorizationRequired(_) | Error::Unauthorized(_) => StatusCode::UNAUTHORIZED,
            Error::Forbidden(_) => StatusCode::FORBIDDEN,
            Error::NotFound(_) => StatusCode::NOT_FOUND,
            Error::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
            Error::Conflict(_) => StatusCode::CONFLICT,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::UnsupportedMediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Error::TooManyRequests(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn body(&self) -> ErrorBody {
        let (name, message): (_, Cow<'_, str>) = match self {
            Error::AsText(error) => return error.body(),
            Error::BadRequest(message) => ("BadRequestError", message.as_ref().into()),
            Error::IdTaken => ("HttpError", "User with this id already exists".into()),
            Error::AuthorizationRequired(request) => (
                "AuthorizationRequiredError",
                format!("Authorization is required for request on {request}").into(),
            ),
            Error::Unauthorized(message) => ("UnauthorizedError", (*message).into()),
            Error::Forbidden(message) => ("ForbiddenError", (*message).into()),
            Error::NotFound(message) => ("NotFoundError", (*message).into()),
            Error::RequestTimeout => {
                ("RequestTimeoutError", "the body did not arrive in time".into())
            }
            Error::Conflict(message) => ("HttpError", (*message).into()),
            Error::TooLarge => ("PayloadTooLargeError", "the body is too large".into()),
            Error::UnsupportedMediaType(message) => {
                ("UnsupportedMediaTypeError", (*message).into())
            }
            // The login screen shows its general message for this name.
            Error::TooManyRequests(_) | Error::Unavailable(_) => {
                ("BadRequestError", "login_failed".into())
            }
            Error::Internal(_) => {
                ("InternalServerError", "something went wrong on our side".into())
            }
        };
        ErrorBody { name, message: message.into_owned() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.status())
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    fn error_response(&self) -> HttpResponse {
        if let Error::AsText(error) = self {
            let message = error.body().message;
            let mut response = error.error_response().set_body(BoxBody::new(message));
            response
                .headers_mut()
                .insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
            return response;
        }
        if let Error::Internal(cause) = self {
            log::error!("{cause}");
        }
        let mut response = answer::json(self.status(), &self.body());
        if let Error::TooManyRequests(wait) | Error::Unavailable(wait) = self {
            response.headers_mut().insert(RETRY_AFTER, wait.as_secs().max(1).into());
        }
        response
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NotFound => Error::NotFound("not found"),
            DbError::Unavailable(cause) => {
                log::warn!("{cause}");
                Error::Unavailable(AWAY)
            }
            DbError::Conflict(_) | DbError::Internal(_) => Error::Internal(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::ResponseError;

    use super::Error;

    #[test]
    fn each_failure_has_its_status() {
        let cases = [
            (Error::bad("x"), 400),
            (Error::IdTaken, 400),
            (Error::AuthorizationRequired("POST /".to_owned()), 401),
            (Error::Unauthorized("password_incorrect"), 401),
            (Error::Forbidden("off"), 403),
            (Error::NotFound("x"), 404),
            (Error::RequestTimeout, 408),
            (Error::Conflict("taken"), 409),
            (Error::TooLarge, 413),
            (Error::UnsupportedMediaType("x"), 415),
            (Error::TooManyRequests(Duration::from_secs(30)), 429),
            (Error::Internal("secret cause".to_owned()), 500),
            (Error::Unavailable(Duration::ZERO), 503),
        ];
        for (error, status) in cases {
            assert_eq!(error.error_response().status().as_u16(), status, "{error:?}");
        }
    }
}
