//! The other routes that answer JSON to editors' programs.

use serde_json::{Map, Value, json};

use super::{success, with_failures};
use crate::exchange::{SOURCE, SPREADSHEET};

/// One of them.
pub(super) struct Area {
    pub method: &'static str,
    pub path: &'static str,
    tag: &'static str,
    summary: &'static str,
    /// Names in the query.
    query: &'static [&'static str],
    /// Names in the body.
    body: &'static [&'static str],
    /// Whether the file `spreadsheet` is sent with them, so that the body is `multipart/form-data`.
    takes_file: bool,
    /// Whether the answer is a list.
    is_list: bool,
    /// Media type of the answer, where that is a file.
    file: Option<&'static str>,
}

const fn area(
    method: &'static str,
    path: &'static str,
    tag: &'static str,
    summary: &'static str,
    body: &'static [&'static str],
) -> Area {
    let (query, takes_file, is_list, file) = (&[], false, false, None);
    Area { method, path, tag, summary, query, body, takes_file, is_list, file }
}

/// Something to look up, with names in the query.
const fn find(
    path: &'static str,
    tag: &'static str,
    summary: &'static str,
    query: &'static [&'static str],
) -> Area {
    Area { query, ..area("get", path, tag, summary, &[]) }
}

/// A list.
const fn list(path: &'static str, tag: &'static str, summary: &'static str) -> Area {
    Area { is_list: true, ..area("get", path, tag, summary, &[]) }
}

/// A conversion that answers with a file.
const fn download(
    path: &'static str,
    summary: &'static str,
    query: &'static [&'static str],
    file: &'static str,
) -> Area {
    Area { file: Some(file), ..find(path, "conversions", summary, query) }
}

/// A conversion that takes a file and answers with what was noticed.
const fn upload(path: &'static str, summary: &'static str) -> Area {
    let body = &["locale", "blank", "ids"];
    Area { takes_file: true, ..area("post", path, "conversions", summary, body) }
}

/// What a survey is sent as.
const SURVEY: &[&str] =
    &["live", "questions", "deletedQuestion", "ageRestrictionLevel", "contentFilter", "version"];

/// What the draft of a survey is sent as.
const SURVEY_DRAFT: &[&str] =
    &["questions", "deletedQuestion", "ageRestrictionLevel", "contentFilter", "draft", "version"];

/// What a version of a text is sent as.
const TEXT: &[&str] = &["json_dump", "base"];

/// What the draft of a text is sent as.
const TEXT_DRAFT: &[&str] = &["json_dump", "draft", "version", "then"];

/// What a draft of a notification, or a text to answer with, is sent as.
const BOTH_TEXTS: &[&str] = &["title_en", "content_en", "title_ne", "content_ne"];
const BOTH_TEXTS_AND_VERSION: &[&str] =
    &["title_en", "content_en", "title_ne", "content_ne", "version"];

/// All of them.
pub(super) const AREAS: &[Area] = &[
    find(
        "/search",
        "search",
        "Searches all content: `?q=` words, `kind=`, `lang=`, `page=`, and any of `no-audio`, \
         `not-live`, `too-long`, `outdated`, `draft` set to 1",
        &["q", "kind", "lang", "page", "no-audio", "not-live", "too-long", "outdated", "draft"],
    ),
    list("/search/saved", "search", "The searches that the caller keeps"),
    area("post", "/search/saved", "search", "Keeps a search under a name", &["name", "query"]),
    area("delete", "/search/saved/{id}", "search", "Forgets a search", &[]),
    area(
        "post",
        "/toolbox",
        "toolbox",
        "Checks a text, and converts it from Preeti and its digits",
        &["text", "lang", "source", "preeti"],
    ),
    area("get", "/toolbox/{table}/{id}", "toolbox", "Checks the texts of an item", &[]),
    area(
        "post",
        "/toolbox/{table}/{id}",
        "toolbox",
        "Checks the texts that are sent, named as the columns; `fix`, a name and a check with a \
         colon between, answers that text mended",
        &["fix"],
    ),
    area(
        "post",
        "/api/age-restriction",
        "audience",
        "Sets who an item is for by age",
        &["source", "id", "level"],
    ),
    area(
        "post",
        "/api/content-filter",
        "audience",
        "Sets the content filter of an item",
        &["source", "id", "level"],
    ),
    area("get", "/start", "translation", "What there is to do in the editor's language", &[]),
    Area {
        is_list: true,
        ..find(
            "/translation",
            "translation",
            "Items of the other language and how far each is; `table`, `state` and `q` narrow it down",
            &["table", "state", "q"],
        )
    },
    Area {
        is_list: true,
        ..find(
            "/translation/pairing",
            "translation",
            "Which rows of `table` probably say the same in both languages, and why",
            &["table"],
        )
    },
    area(
        "post",
        "/translation/pairing",
        "translation",
        "Pairs rows: `pairs` holds two keys each with a colon between them; all or none",
        &["table", "pairs", "source", "target", "equal"],
    ),
    area(
        "get",
        "/translation/{table}/{id}",
        "translation",
        "A pair: the source, the translation's values, and how far it is",
        &[],
    ),
    area(
        "post",
        "/translation/{table}/{id}",
        "translation",
        "Keeps the translation as a draft; `done` says that it says what the source says, `then` \
         is `review` or `publish`",
        &["draft", "version", "source_hash", "done", "then"],
    ),
    area(
        "post",
        "/translation/{table}/{id}/still-correct",
        "translation",
        "Says that the published translation still says what the source says",
        &["source_hash"],
    ),
    area(
        "post",
        "/translation/{table}/{id}/link",
        "translation",
        "Pairs a row with the row `other` of the other language",
        &["other", "equal"],
    ),
    area("post", "/translation/{table}/{id}/unlink", "translation", "Ends a pair", &[]),
    list("/history/{table}/{id}", "history", "Every change to a row, newest first"),
    area(
        "post",
        "/history/{table}/{id}/draft",
        "history",
        "Makes what a draft once was the draft again",
        &["revision"],
    ),
    list("/drafts", "drafts", "All that is written and not yet in the app"),
    area(
        "get",
        "/checklist/{table}/{id}",
        "drafts",
        "What to look at before an item is published",
        &[],
    ),
    Area {
        method: "post",
        ..list(
            "/checklist/{table}/{id}/links",
            "drafts",
            "Asks each address in a text what is there",
        )
    },
    area(
        "post",
        "/schedule/{table}/{item}",
        "releases",
        "Publishes a draft at a time in Nepal, such as 2026-11-25T09:00",
        &["at"],
    ),
    list("/releases", "releases", "Every release"),
    area("post", "/releases", "releases", "Begins a release", &["name"]),
    area(
        "post",
        "/releases/add/{table}/{item}",
        "releases",
        "Puts a draft into a release, or into a new one",
        &["release", "name"],
    ),
    area("get", "/releases/{id}", "releases", "One release with its items", &[]),
    area(
        "post",
        "/releases/{id}/remove/{table}/{item}",
        "releases",
        "Takes an item out of a release",
        &[],
    ),
    area(
        "post",
        "/releases/{id}/schedule",
        "releases",
        "Publishes a release at a time in Nepal, with its drafts as they are now",
        &["at"],
    ),
    area("post", "/releases/{id}/cancel", "releases", "Takes the time back", &[]),
    area("post", "/releases/{id}/publish", "releases", "Publishes all of it, or nothing", &[]),
    area("post", "/releases/{id}/roll-back", "releases", "Takes all of it back", &[]),
    area("post", "/releases/{id}/delete", "releases", "Deletes a release; its drafts stay", &[]),
    area(
        "post",
        "/history/{table}/{id}/restore",
        "history",
        "Sets a row back to a revision",
        &["revision", "version"],
    ),
    list("/survey", "surveys", "Every survey of the language with its questions"),
    area("post", "/survey", "surveys", "Adds a survey", SURVEY),
    area(
        "post",
        "/survey/bulk",
        "surveys",
        "Makes surveys live or not, or deletes them: all of them or none",
        &["ids", "action"],
    ),
    area("get", "/survey/{id}", "surveys", "One survey with its questions", &[]),
    area(
        "put",
        "/survey/{id}",
        "surveys",
        "Changes what is sent; `deletedQuestion` lists questions that go",
        SURVEY,
    ),
    area("delete", "/survey/{id}", "surveys", "Moves a survey to the trash", &[]),
    Area {
        query: &["to"],
        ..area(
            "post",
            "/survey/{id}/live",
            "surveys",
            "Offers a survey (`?to=true`) or hides it",
            &[],
        )
    },
    area("post", "/survey/{id}/prolong", "surveys", "Offers a survey for another month", &[]),
    area("post", "/survey/{id}/duplicate", "surveys", "Adds a copy that is not live", &[]),
    area(
        "post",
        "/survey/new-draft",
        "surveys",
        "Begins a survey that phones do not see before it is published",
        SURVEY,
    ),
    area("get", "/survey/{id}/draft", "surveys", "The draft of a survey", &[]),
    area(
        "post",
        "/survey/{id}/draft",
        "surveys",
        "Saves the draft of a survey, however unfinished; `draft` is the version that was seen",
        SURVEY_DRAFT,
    ),
    area(
        "post",
        "/survey/{id}/publish",
        "surveys",
        "Brings the draft of a survey into the app",
        &["draft"],
    ),
    area(
        "post",
        "/survey/{id}/review",
        "surveys",
        "Asks for a second pair of eyes for a survey",
        &["draft"],
    ),
    area(
        "post",
        "/survey/{id}/give-back",
        "surveys",
        "Gives the draft of a survey back",
        &["draft", "note"],
    ),
    area(
        "post",
        "/survey/{id}/discard",
        "surveys",
        "Throws the draft of a survey away; its history keeps it",
        &["draft"],
    ),
    list("/about", "texts", "Every version of the about text, newest first"),
    area(
        "post",
        "/about",
        "texts",
        "Adds a version of the about text; phones get it at once",
        TEXT,
    ),
    area("get", "/about/{id}", "texts", "One version of the about text", &[]),
    area("put", "/about/{id}", "texts", "Changes a version of the about text", TEXT),
    area("delete", "/about/{id}", "texts", "Moves a version of the about text to the trash", &[]),
    list("/privacy-policy", "texts", "Every version of the privacy policy, newest first"),
    area(
        "post",
        "/privacy-policy",
        "texts",
        "Adds a version of the privacy policy; phones get it at once",
        TEXT,
    ),
    area("get", "/privacy-policy/{id}", "texts", "One version of the privacy policy", &[]),
    area("put", "/privacy-policy/{id}", "texts", "Changes a version of the privacy policy", TEXT),
    area(
        "delete",
        "/privacy-policy/{id}",
        "texts",
        "Moves a version of the privacy policy to the trash",
        &[],
    ),
    list(
        "/terms-and-conditions",
        "texts",
        "Every version of the terms and conditions, newest first",
    ),
    area(
        "post",
        "/terms-and-conditions",
        "texts",
        "Adds a version of the terms and conditions; phones get it at once",
        TEXT,
    ),
    area(
        "get",
        "/terms-and-conditions/{id}",
        "texts",
        "One version of the terms and conditions",
        &[],
    ),
    area(
        "put",
        "/terms-and-conditions/{id}",
        "texts",
        "Changes a version of the terms and conditions",
        TEXT,
    ),
    area(
        "delete",
        "/terms-and-conditions/{id}",
        "texts",
        "Moves a version of the terms and conditions to the trash",
        &[],
    ),
    area(
        "get",
        "/about/{id}/draft",
        "texts",
        "The draft of the about text of the language `id`",
        &[],
    ),
    area(
        "post",
        "/about/{id}/draft",
        "texts",
        "Saves the draft of the about text of the language `id`, however unfinished; `draft` is the version that was seen",
        TEXT_DRAFT,
    ),
    area(
        "post",
        "/about/{id}/publish",
        "texts",
        "Brings the draft of the about text of the language `id` into the app",
        &["draft"],
    ),
    area(
        "post",
        "/about/{id}/review",
        "texts",
        "Asks for a second pair of eyes for the about text of the language `id`",
        &["draft"],
    ),
    area(
        "post",
        "/about/{id}/give-back",
        "texts",
        "Gives the draft of the about text of the language `id` back",
        &["draft", "note"],
    ),
    area(
        "post",
        "/about/{id}/discard",
        "texts",
        "Throws the draft of the about text of the language `id` away; its history keeps it",
        &["draft"],
    ),
    area(
        "get",
        "/privacy-policy/{id}/draft",
        "texts",
        "The draft of the privacy policy of the language `id`",
        &[],
    ),
    area(
        "post",
        "/privacy-policy/{id}/draft",
        "texts",
        "Saves the draft of the privacy policy of the language `id`, however unfinished; `draft` is the version that was seen",
        TEXT_DRAFT,
    ),
    area(
        "post",
        "/privacy-policy/{id}/publish",
        "texts",
        "Brings the draft of the privacy policy of the language `id` into the app",
        &["draft"],
    ),
    area(
        "post",
        "/privacy-policy/{id}/review",
        "texts",
        "Asks for a second pair of eyes for the privacy policy of the language `id`",
        &["draft"],
    ),
    area(
        "post",
        "/privacy-policy/{id}/give-back",
        "texts",
        "Gives the draft of the privacy policy of the language `id` back",
        &["draft", "note"],
    ),
    area(
        "post",
        "/privacy-policy/{id}/discard",
        "texts",
        "Throws the draft of the privacy policy of the language `id` away; its history keeps it",
        &["draft"],
    ),
    area(
        "get",
        "/terms-and-conditions/{id}/draft",
        "texts",
        "The draft of the terms and conditions of the language `id`",
        &[],
    ),
    area(
        "post",
        "/terms-and-conditions/{id}/draft",
        "texts",
        "Saves the draft of the terms and conditions of the language `id`, however unfinished; `draft` is the version that was seen",
        TEXT_DRAFT,
    ),
    area(
        "post",
        "/terms-and-conditions/{id}/publish",
        "texts",
        "Brings the draft of the terms and conditions of the language `id` into the app",
        &["draft"],
    ),
    area(
        "post",
        "/terms-and-conditions/{id}/review",
        "texts",
        "Asks for a second pair of eyes for the terms and conditions of the language `id`",
        &["draft"],
    ),
    area(
        "post",
        "/terms-and-conditions/{id}/give-back",
        "texts",
        "Gives the draft of the terms and conditions of the language `id` back",
        &["draft", "note"],
    ),
    area(
        "post",
        "/terms-and-conditions/{id}/discard",
        "texts",
        "Throws the draft of the terms and conditions of the language `id` away; its history keeps it",
        &["draft"],
    ),
    area(
        "post",
        "/about-banner-management",
        "texts",
        "Replaces the banner: a data URL, or a form with the field `file`; `then` set to `draft` \
         keeps it as a draft",
        &["image", "then"],
    ),
    area(
        "get",
        "/about-banner-management/{id}/draft",
        "texts",
        "The draft of the banner of the language `id`",
        &[],
    ),
    area(
        "post",
        "/about-banner-management/{id}/publish",
        "texts",
        "Brings the draft of the banner of the language `id` into the app",
        &["draft"],
    ),
    area(
        "post",
        "/about-banner-management/{id}/review",
        "texts",
        "Asks for a second pair of eyes for the banner of the language `id`",
        &["draft"],
    ),
    area(
        "post",
        "/about-banner-management/{id}/give-back",
        "texts",
        "Gives the draft of the banner of the language `id` back",
        &["draft", "note"],
    ),
    area(
        "post",
        "/about-banner-management/{id}/discard",
        "texts",
        "Throws the draft of the banner of the language `id` away; its history keeps it",
        &["draft"],
    ),
    area("delete", "/about-banner-management/{id}", "texts", "Moves the banner to the trash", &[]),
    list("/suggestions", "messages", "Every message of the language"),
    area("get", "/suggestions/{id}", "messages", "One message", &[]),
    area("delete", "/suggestions/{id}", "messages", "Deletes a message", &[]),
    area(
        "post",
        "/toggle-suggestions-status",
        "messages",
        "Opens (`1`) or closes (`0`) a message",
        &["id", "status"],
    ),
    area(
        "post",
        "/suggestions-management/bulk",
        "messages",
        "Closes, opens, takes on or deletes messages",
        &["ids", "action"],
    ),
    area(
        "post",
        "/suggestions-management/{id}/restore",
        "messages",
        "Brings a deleted message back",
        &[],
    ),
    area(
        "post",
        "/suggestions-management/{id}/assign",
        "messages",
        "Has an editor look after a message, by her key, or nobody",
        &["editor"],
    ),
    area(
        "post",
        "/suggestions-management/{id}/notes",
        "messages",
        "Adds a note that only editors see",
        &["content"],
    ),
    area(
        "post",
        "/suggestions-management/{id}/notes/{note}/delete",
        "messages",
        "Deletes a note",
        &[],
    ),
    list("/suggestions-management/templates", "messages", "Texts to answer with"),
    area("post", "/suggestions-management/templates", "messages", "Adds one", BOTH_TEXTS),
    area("get", "/suggestions-management/templates/{id}", "messages", "One of them", &[]),
    area(
        "put",
        "/suggestions-management/templates/{id}",
        "messages",
        "Changes it",
        BOTH_TEXTS_AND_VERSION,
    ),
    area("delete", "/suggestions-management/templates/{id}", "messages", "Deletes it", &[]),
    area(
        "post",
        "/suggestions-management/templates/{id}/restore",
        "messages",
        "Brings a deleted one back",
        &[],
    ),
    area(
        "post",
        "/trash/{change_set}/undo",
        "history",
        "Brings back what was deleted together",
        &[],
    ),
    area(
        "get",
        "/answered-surveys",
        "statistics",
        "Answers to surveys, counted; no row per person",
        &[],
    ),
    area(
        "get",
        "/analytics-management",
        "statistics",
        "The figures of the statistics, where JSON is asked for",
        &[],
    ),
    area(
        "post",
        "/analytics/events",
        "statistics",
        "Records an event such as a download",
        &["type", "payload", "metadata"],
    ),
    area("get", "/quiz-management/results", "statistics", "How each quiz was answered", &[]),
    area(
        "post",
        "/notification",
        "push",
        "Sends a push notification to all phones of the language, once the time to call it off is over",
        &["title", "content", "request"],
    ),
    area("post", "/notification/drafts", "push", "Adds a draft of a notification", BOTH_TEXTS),
    area("get", "/notification/drafts/{id}", "push", "A draft, and what becomes of it", &[]),
    area("put", "/notification/drafts/{id}", "push", "Changes a draft", BOTH_TEXTS_AND_VERSION),
    area("delete", "/notification/drafts/{id}", "push", "Deletes a draft", &[]),
    area("post", "/notification/drafts/{id}/restore", "push", "Brings a deleted draft back", &[]),
    area("post", "/notification/drafts/{id}/test", "push", "Sends it to the test phones", &[]),
    area(
        "post",
        "/notification/drafts/{id}/send",
        "push",
        "Confirms a draft, by its number, for `at` or as soon as possible; or asks a second person",
        &["confirm", "accept", "at", "version"],
    ),
    area(
        "post",
        "/notification/drafts/{id}/approve",
        "push",
        "Agrees as the second person",
        &["confirm", "accept", "version"],
    ),
    area(
        "post",
        "/notification/drafts/{id}/cancel",
        "push",
        "Calls off what has not gone out: it is a draft again",
        &[],
    ),
    area("post", "/notification/{id}/resend", "push", "Sends one again that was not sent", &[]),
    area(
        "post",
        "/notification/{id}/reopen",
        "push",
        "Makes a draft of one that was not sent",
        &[],
    ),
    area("delete", "/notification/{id}", "push", "Removes the record of a notification", &[]),
    area(
        "post",
        "/permanent-alert",
        "push",
        "Creates a permanent alert",
        &["message", "versions", "isPermanent", "live"],
    ),
    area(
        "put",
        "/permanent-alert/{id}",
        "push",
        "Changes a permanent alert",
        &["message", "versions", "isPermanent", "live", "version"],
    ),
    area("delete", "/permanent-alert/{id}", "push", "Moves a permanent alert to the trash", &[]),
    area("get", "/jobs", "jobs", "Long work of the editor", &[]),
    area("get", "/jobs/{id}", "jobs", "How far long work is", &[]),
    area("post", "/jobs/{id}/cancel", "jobs", "Cancels long work", &[]),
    area("get", "/import", "spreadsheets", "Spreadsheets that were sent in, newest first", &[]),
    area(
        "post",
        "/import",
        "spreadsheets",
        "Sends a workbook, as a form with the file in `spreadsheet`, to be checked; nothing changes",
        &["lang"],
    ),
    Area {
        file: Some(SPREADSHEET),
        ..area(
            "post",
            "/import/workbook",
            "spreadsheets",
            "The workbook to work on: `lang` of a language or `both`, `cells` of `empty` or `filled`",
            &["lang", "cells"],
        )
    },
    find(
        "/import/{id}",
        "spreadsheets",
        "What a workbook would change, or has: `outcome`, `fate` and `page` are in the query",
        &["outcome", "fate", "page"],
    ),
    area(
        "post",
        "/import/{id}/apply",
        "spreadsheets",
        "Makes drafts of its rows, all or none, once",
        &["meantime", "too_long"],
    ),
    area(
        "post",
        "/import/{id}/undo",
        "spreadsheets",
        "Takes the drafts back that nobody has worked on since",
        &[],
    ),
    find(
        "/api/voice-over/article",
        "files",
        "An article with the key of its audio; `id` is in the query",
        &["id"],
    ),
    area(
        "post",
        "/api/voice-over/article/remove",
        "files",
        "Takes the audio away from an article",
        &["id"],
    ),
    download(
        "/data/generate-content-sheet",
        "All content of a language as a workbook; `lang` is in the query",
        &["lang"],
        SPREADSHEET,
    ),
    download(
        "/data/generate-content-ts",
        "Content for the app as a `.ts` file; with `?format=json` as JSON, with `?live=true` only \
         what is live",
        &["lang", "format", "live"],
        SOURCE,
    ),
    download("/data/generate-countries-sheet", "The countries as a sheet", &[], SPREADSHEET),
    download("/data/generate-provinces-sheet", "The provinces as a sheet", &[], SPREADSHEET),
    download(
        "/data/generate-cms-translations-sheet",
        "The texts of these pages as a sheet; `lang` is in the query",
        &["lang"],
        SPREADSHEET,
    ),
    upload("/data/upload-content-sheet", "A content workbook into a `.ts` file for the app"),
    upload("/data/upload-content-bundle", "A `.ts` file of the app into a content workbook"),
    upload("/data/upload-app-translations-sheet", "Texts of the app into a `.ts` file"),
    upload("/data/upload-cms-translations-sheet", "Texts of these pages into JSON"),
    upload("/data/upload-countries-sheet", "A sheet of countries into a `.ts` file"),
    upload("/data/upload-provinces-sheet", "A sheet of provinces into a `.ts` file"),
    area(
        "get",
        "/data/conversions/{id}",
        "conversions",
        "What a conversion noticed, with the place of each finding",
        &[],
    ),
    download(
        "/data/conversions/{id}/file",
        "What came of a conversion",
        &[],
        "application/octet-stream",
    ),
    area(
        "post",
        "/data/export",
        "conversions",
        "A file of all content of the language: `workbook`, `bundle` or `live-bundle`",
        &["what"],
    ),
    list("/user", "people", "The editors whom the caller may manage"),
    area(
        "post",
        "/user",
        "people",
        "Creates an editor",
        &["username", "password", "type", "lang", "languages"],
    ),
    area("get", "/user/{id}", "people", "One editor; hashes never leave", &[]),
    area(
        "put",
        "/user/{id}",
        "people",
        "Changes name, role and languages",
        &["username", "type", "lang", "languages"],
    ),
    area("delete", "/user/{id}", "people", "Deactivates an editor", &[]),
    area(
        "put",
        "/user/change-location",
        "people",
        "Switches the language the caller works in",
        &["lang"],
    ),
];

impl Area {
    /// Its description.
    pub(super) fn operation(&self) -> Value {
        let done = match self.file {
            Some(media_type) => file(media_type),
            None if self.is_list => {
                success("All of them", &json!({ "type": "array", "items": { "type": "object" } }))
            }
            None => success("Done", &json!({ "type": "object" })),
        };
        let failures = [
            ("400", "The request is wrong"),
            ("404", "There is no such thing here"),
            ("409", "Somebody was quicker, or it is not at that stage"),
        ];
        let query: Vec<Value> = self
            .query
            .iter()
            .map(|name| json!({ "name": name, "in": "query", "required": false, "schema": { "type": "string" } }))
            .collect();
        let mut operation = json!({
            "tags": [self.tag],
            "summary": self.summary,
            "security": [{ "session": [] }],
            "parameters": query,
            "responses": with_failures(done, &failures),
        });
        if let (false, Value::Object(members)) = (self.body.is_empty(), &mut operation) {
            let properties: Map<String, Value> = self
                .body
                .iter()
                .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
                .collect();
            members.insert("requestBody".to_owned(), self.request_body(properties));
        }
        operation
    }

    fn request_body(&self, mut properties: Map<String, Value>) -> Value {
        let media_type = if self.takes_file { "multipart/form-data" } else { "application/json" };
        if self.takes_file {
            properties
                .insert("spreadsheet".to_owned(), json!({ "type": "string", "format": "binary" }));
        }
        json!({ "content": { media_type: { "schema": {
            "type": "object", "properties": properties } } } })
    }
}

/// A successful answer that is a file.
fn file(media_type: &str) -> Map<String, Value> {
    let content = json!({ media_type: { "schema": { "type": "string", "format": "binary" } } });
    let answer = json!({ "description": "The file", "content": content });
    [("200".to_owned(), answer)].into_iter().collect()
}
