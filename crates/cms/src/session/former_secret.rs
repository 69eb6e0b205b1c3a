//! Cookies from before a change of the secret.
//!
//! What keeps sessions knows one key. A cookie that only the former one opens is therefore
//! encrypted anew on its way in; the browser keeps it as it is until it gets another.

use actix_web::body::MessageBody;
use actix_web::cookie::{Cookie, CookieJar, Key};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{COOKIE, HeaderValue};
use actix_web::middleware::Next;

use super::{cookie_key, cookie_name};
use crate::settings::CmsSettings;

/// The two keys, and the cookie they are for.
#[derive(Clone)]
pub(crate) struct FormerSecret {
    name: &'static str,
    present: Key,
    /// `None` where there is no former secret.
    former: Option<Key>,
}

impl FormerSecret {
    pub(crate) fn new(settings: &CmsSettings) -> FormerSecret {
        let former = &settings.former_session_secret;
        FormerSecret {
            name: cookie_name(settings),
            present: cookie_key(&settings.session_secret),
            former: (!former.is_empty()).then(|| cookie_key(former)),
        }
    }

    /// A middleware around sessions.
    pub(crate) async fn accept<B: MessageBody>(
        self,
        mut request: ServiceRequest,
        next: Next<B>,
    ) -> Result<ServiceResponse<B>, actix_web::Error> {
        if let Some(header) = self.replaced(&request) {
            request.headers_mut().insert(COOKIE, header);
        }
        next.call(request).await
    }

    /// All cookies of `request` in one header, if the session's is to be replaced.
    fn replaced(&self, request: &ServiceRequest) -> Option<HeaderValue> {
        let former = self.former.as_ref()?;
        let mut replaced = false;
        // Not parsed by the request: it would remember them, and not look at the header again.
        let cookies: Vec<String> = request
            .headers()
            .get_all(COOKIE)
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .map(str::trim)
            .filter(|cookie| !cookie.is_empty())
            .map(|cookie| match self.anew(cookie, former) {
                Some(anew) => {
                    replaced = true;
                    anew
                }
                None => cookie.to_owned(),
            })
            .collect();
        if replaced { HeaderValue::from_str(&cookies.join("; ")).ok() } else { None }
    }

    /// `cookie` under the present key, if it is the session's and under the former one.
    fn anew(&self, cookie: &str, former: &Key) -> Option<String> {
        let cookie = Cookie::parse_encoded(cookie).ok()?;
        if cookie.name() != self.name {
            return None;
        }
        let mut jar = CookieJar::new();
        jar.add_original(cookie.into_owned());
        if jar.private(&self.present).get(self.name).is_some() {
            return None;
        }
        let opened = jar.private(former).get(self.name)?;
        jar.private_mut(&self.present).add(opened);
        let anew = jar.get(self.name)?;
        Some(Cookie::new(self.name, anew.value().to_owned()).encoded().to_string())
    }
}
