//! Bodies of the account routes: what is taken can be stored, and is the value that was sent.
#![no_main]

use api::account::edit_info::ProfileEdit;
use api::account::replace_store::StoreIn;
use api::account::signup::SignupIn;
use api::prediction::HistoryIn;
use domain::account::{LookupName, date_of_birth, date_signed_up, name_hash, new_name};
use domain::avatar;
use domain::json::{self, Fields};
use domain::moment::Moment;
use domain::prediction::predict;
use fuzz::{is_json, is_storable};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use server::body::{self, FromFields};

fuzz_target!(|data: &[u8]| {
    let text = body::text(data.to_vec());
    let Ok(fields) = Fields::parse(&text) else { return };
    signup(&fields);
    profile(&fields);
    store(&text, &fields);
    for (_, value) in fields.iter() {
        dates(value);
        avatars(value);
        names(value);
    }
    if let Ok(HistoryIn(history)) = HistoryIn::from_fields(&fields) {
        let prediction = predict(&history);
        assert!(prediction.predicted_cycles.iter().all(|days| (21..=45).contains(days)));
        assert!(prediction.predicted_periods.iter().all(|days| (2..=8).contains(days)));
    }
});

fn signup(fields: &Fields<'_>) {
    let Ok(new) = SignupIn::from_fields(fields) else { return };
    let row = new.row("hash of the password".to_owned(), "hash of the answer".to_owned());
    let texts = [&row.gender, &row.location, &row.memorable_question];
    for text in texts.into_iter().chain(&row.country).chain(&row.province) {
        is_storable(text, "a column of a new account");
    }
    assert_eq!(row.name_hash.len(), 64);
    // No country at all is stored as `00`, which nobody may send.
    let no_country = fields.get("country").is_none();
    assert_eq!(row.country.as_deref() == Some("00"), no_country);
    can_be_stored(row.date_of_birth.0);
    if let Some(stamp) = row.date_signed_up {
        can_be_stored(stamp.0);
    }
    let sent = fields.get("metadata").filter(|raw| *raw != "null");
    match (&row.metadata, sent) {
        (Some(kept), Some(sent)) => assert_eq!(kept.0, sent),
        (Some(kept), None) => assert_eq!(kept.0, "{}"),
        (None, sent) => assert_eq!(sent, None),
    }
    if let Some(kept) = &row.metadata {
        is_json(&kept.0, "metadata");
    }
    is_json(&row.avatar.map(|kept| kept.0).unwrap_or_default(), "avatar");
}

fn profile(fields: &Fields<'_>) {
    let Ok(edit) = ProfileEdit::from_fields(fields) else { return };
    let change = edit.change;
    for text in [change.gender, change.location, change.memorable_question].into_iter().flatten() {
        is_storable(&text, "a column of a changed account");
    }
    if let Some(stamp) = change.date_of_birth {
        can_be_stored(stamp.0);
    }
    if let Some(Some(kept)) = change.metadata {
        assert_eq!(Some(kept.0.as_str()), fields.get("metadata"));
    }
}

fn store(text: &str, fields: &Fields<'_>) {
    let Ok(store) = StoreIn::from_fields(fields) else { return };
    let column = store.column();
    assert!(column.len() <= text.len() + r#"{"storeVersion":,"appState":}"#.len(), "it grows");
    let Ok(members) = Fields::parse_shallow(&column) else { panic!("no object: {column}") };
    assert_eq!(members.get("storeVersion"), fields.get("storeVersion"));
    let kept = members.get("appState").expect("the state is there");
    is_json(kept, "the state");
    // Read as a tree, where that can hold it, the inner document is the one that was sent.
    let sent: Option<String> =
        fields.get("appState").and_then(|raw| serde_json::from_str(raw).ok());
    if let Some(sent) = sent.and_then(|inner| serde_json::from_str::<Value>(&inner).ok()) {
        assert_eq!(serde_json::from_str::<Value>(kept).ok(), Some(sent));
    }
}

fn dates(value: &str) {
    can_be_stored(date_of_birth(value).or(Some(Moment::EPOCH)));
    if let Some(text) = json::string(value) {
        can_be_stored(date_signed_up(&text).or(Some(Moment::EPOCH)));
    }
}

fn can_be_stored(moment: Option<Moment>) {
    let Some(moment) = moment else { panic!("a date that was taken is none") };
    assert!(moment.to_postgres_text().is_some(), "{}", moment.to_iso());
    assert_eq!(Moment::parse(&moment.to_iso()), Some(moment));
}

fn avatars(value: &str) {
    let new = avatar::at_signup(Some(value));
    is_json(&new, "the avatar of a new account");
    assert_eq!(avatar::at_signup(Some(&new)), new);
    let Ok(kept) = avatar::normalise(value) else { return };
    is_json(&kept, "an avatar");
    assert_eq!(avatar::normalise(&kept).as_ref(), Ok(&kept));
    let Ok(members) = Fields::parse_shallow(&kept) else { return };
    assert!(matches!(members.get("customAvatarUnlocked"), Some("true" | "false")), "{kept}");
    let sent = Fields::parse_shallow(value).unwrap_or_default();
    for (key, value) in sent.iter() {
        let ruled = ["devices", "customAvatarUnlocked", "smile"].contains(&key);
        assert!(ruled || members.get(key) == Some(value), "{key} has changed in {kept}");
    }
}

fn names(value: &str) {
    let Some(name) = json::string(value) else { return };
    let Some(stored) = new_name(&name) else { return };
    assert_eq!(new_name(stored), Some(stored), "trimming once is enough");
    assert!(stored.encode_utf16().count() >= 3);
    let looked_up = LookupName::parse(&name).expect("what is stored can be looked up");
    assert_eq!(looked_up.trimmed, name_hash(stored));
}
