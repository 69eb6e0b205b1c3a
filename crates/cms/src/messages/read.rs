//! A stored message as people read it.

use db::content::suggestion_inbox::Message;
use domain::language::Language;
use domain::moment::Moment;
use domain::user_message::{self, Status};

use crate::pages::Frame;

const MILLIS_PER_DAY: i64 = 86_400_000;

/// A message of a page.
pub(super) struct View {
    pub id: String,
    pub name: String,
    /// When it was sent; as the phone said it where that is no time.
    pub received: String,
    pub by_app: bool,
    pub reason: String,
    pub content: String,
    /// Empty where the phone sent that there is none.
    pub email: String,
    /// Whether the address looks like one that can be written to.
    pub can_mail: bool,
    pub organization: String,
    pub is_open: bool,
    pub lang: String,
    /// Who looks after it.
    pub assignee: String,
    pub assignee_id: Option<i32>,
    pub notes: i64,
    /// Who closed it, and when.
    pub closed: Option<(String, Moment)>,
    /// Until when it is kept, where a setting says so.
    pub kept_until: Option<Moment>,
}

impl View {
    pub(super) fn of(frame: &Frame, kept_days: Option<i32>, message: Message) -> View {
        let email = if message.email.trim() == "NA" { "" } else { message.email.trim() };
        let kept_until = message.seen_at.zip(kept_days).and_then(|(seen, days)| {
            Moment::from_millis(seen.0.millis() + i64::from(days) * MILLIS_PER_DAY)
        });
        View {
            assignee: message.assignee.unwrap_or_default(),
            assignee_id: message.assignee_id,
            notes: message.notes,
            closed: message.closed_by.zip(message.closed_at.map(|at| at.0)),
            kept_until,
            id: message.id.to_string(),
            received: received(frame, &message.date_rec),
            by_app: is_by_app(&message.platform),
            reason: reason(frame, &message.reason),
            can_mail: can_mail(email),
            email: email.to_owned(),
            is_open: Status::of_stored(&message.status) == Status::Open,
            organization: message.organization,
            name: message.name,
            content: message.content,
            lang: message.lang,
        }
    }

    /// The language's name in itself.
    pub(super) fn language_name(&self) -> &'static str {
        Language::from_code(&self.lang).map_or("", Language::own_name)
    }
}

/// Whether the app has sent it: today's says so.
pub(super) fn is_by_app(platform: &str) -> bool {
    platform == "mobile"
}

fn received(frame: &Frame, text: &str) -> String {
    // A year of the far past or future, or a text that only JavaScript takes for a date, says
    // less than what the phone sent.
    let sensible = |moment: &Moment| {
        let iso = moment.to_iso();
        iso.starts_with("20") && text.trim().starts_with("20")
    };
    match Moment::parse(text.trim()).filter(sensible) {
        Some(moment) => frame.date(&moment),
        None => text.to_owned(),
    }
}

/// The reason in the reader's language; one that we do not know as it was sent.
pub(super) fn reason(frame: &Frame, stored: &str) -> String {
    let reason = user_message::reason(stored);
    match text(&reason) {
        Some(key) => frame.t(key).into_owned(),
        None => reason,
    }
}

/// The key of a known reason's name.
pub(super) fn text(reason: &str) -> Option<&'static str> {
    Some(match reason {
        "report_bug" => "messages-reason-report-bug",
        "request_topic" => "messages-reason-request-topic",
        "problem_app" => "messages-reason-problem-app",
        "suggestion" => "messages-reason-suggestion",
        "report_an_issue" => "messages-reason-report-an-issue",
        "need_help" => "messages-reason-need-help",
        "request_for_more_information" => "messages-reason-more-information",
        "request_access_to_source_code" => "messages-reason-source-code",
        "Other" => "messages-reason-other",
        _ => return None,
    })
}

fn can_mail(email: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "@.+-_".contains(letter);
    email.len() <= 254
        && email.chars().all(allowed)
        && email.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@')
        })
}

#[cfg(test)]
mod tests {
    use domain::user_message::REASONS;

    use super::{can_mail, text};

    #[test]
    fn every_known_reason_has_a_name() {
        for reason in REASONS {
            assert!(text(reason).is_some(), "{reason}");
        }
    }

    #[test]
    fn only_plain_addresses_become_links() {
        for good in ["a@example.org", "a.b+c@mail.example.org"] {
            assert!(can_mail(good), "{good}");
        }
        for bad in
            ["", "NA", "a@b", "a b@example.org", "a@example.org?cc=x", "@example.org", "a@b@c.d"]
        {
            assert!(!can_mail(bad), "{bad}");
        }
    }
}
