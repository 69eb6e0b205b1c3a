//! The api answers the content routes too, so that an installation may send phones to either.

use crate::mobile::published::{ROUTES, rows};
use crate::services;
use crate::wire::Answer;

const OTHERS: [&str; 16] = [
    "new-surveys/en",
    "new-surveys/en?user_id=10000000-0000-4000-8000-000000000001",
    "about-banner-conditional/en",
    "about-banner-conditional/en?timestamp=1709634030123",
    "permanent-notification/1.0.1&en&user",
    "permanent-notification/9&en&user",
    "permanent-notification/9",
    "content/en",
    "content/ne?since=1-0",
    "content/nobody",
    "articles/en/",
    "articles/%zz",
    "articles/%00",
    "avatar-messages/zh%2FTW",
    "articles",
    "nothing/en",
];

#[test]
fn both_services_answer_the_same() {
    let database = rows();
    let (cms, api) = (services::cms(&database), services::api(&database));
    let mut paths: Vec<String> = OTHERS.iter().map(|path| format!("/mobile/{path}")).collect();
    for (route, _) in ROUTES {
        paths.extend(
            ["en", "ne", "nobody", "empty", "two"].map(|lang| format!("/mobile/{route}/{lang}")),
        );
    }
    for path in &paths {
        for method in ["GET", "HEAD", "OPTIONS", "DELETE"] {
            for accepted in ["identity", "gzip", "br"] {
                let ask = |service: &crate::service::Service| {
                    comparable(service.request(method, path, &[("Accept-Encoding", accepted)], b""))
                };
                let (cms, api) = (ask(&cms), ask(&api));
                assert_eq!(cms.headers, api.headers, "{method} {path} {accepted}");
                assert_eq!(
                    (cms.status, &cms.body),
                    (api.status, &api.body),
                    "{method} {path} {accepted}"
                );
            }
        }
    }
    assert_eq!(
        cms.post_json("/mobile/suggestions", "{}").body,
        api.post_json("/mobile/suggestions", "{}").body
    );
}

/// Without what names the single answer.
fn comparable(mut answer: Answer) -> Answer {
    answer.headers.retain(|(name, _)| name != "x-request-id" && name != "date");
    answer.headers.sort();
    answer
}
