//! Quizzes, facts, avatar messages, videos, documents.

use domain::exchange::content::{AvatarMessage, Block, DidYouKnow, Quiz, Video};
use domain::exchange::integrity::Section;

use super::{Reader, Row, Table};

impl Reader<'_> {
    pub(super) fn quizzes(&mut self, table: &Table<'_>) {
        for row in table.rows().filter(|row| has_any(*row, &["id", "question"])) {
            let item = Quiz {
                id: self.id(row),
                topic: self.required(row, "topic"),
                question: self.required(row, "question"),
                options: ["option1", "option2", "option3"].map(|name| self.required(row, name)),
                right_answer: self.value(row, "right_answer").trim().to_owned(),
                wrong_answer_response: self.required(row, "wrong_answer_response"),
                right_answer_response: self.required(row, "right_answer_response"),
                live: row.flag("live", false, &mut self.report),
                audience: self.audience(row),
                version: row.value("version").to_owned(),
            };
            if self.keep(row, "quizzes") {
                self.origins.put(Section::Quizzes, self.content.quizzes.len(), row.place(""));
                self.content.quizzes.push(item);
            }
        }
    }

    pub(super) fn facts(&mut self, table: &Table<'_>) {
        for row in table.rows().filter(|row| has_any(*row, &["id", "title", "content"])) {
            let item = DidYouKnow {
                id: self.id(row),
                title: self.required(row, "title"),
                content: self.required(row, "content"),
                live: row.flag("live", false, &mut self.report),
                audience: self.audience(row),
                version: row.value("version").to_owned(),
            };
            if self.keep(row, "did-you-knows") {
                let at = self.content.did_you_knows.len();
                self.origins.put(Section::DidYouKnows, at, row.place(""));
                self.content.did_you_knows.push(item);
            }
        }
    }

    pub(super) fn avatar_messages(&mut self, table: &Table<'_>) {
        for row in table.rows().filter(|row| has_any(*row, &["id", "content"])) {
            let item = AvatarMessage {
                id: self.id(row),
                content: self.required(row, "content"),
                live: row.flag("live", false, &mut self.report),
                version: row.value("version").to_owned(),
            };
            if self.keep(row, "avatar-messages") {
                let at = self.content.avatar_messages.len();
                self.origins.put(Section::AvatarMessages, at, row.place(""));
                self.content.avatar_messages.push(item);
            }
        }
    }

    pub(super) fn videos(&mut self, table: &Table<'_>) {
        for row in table.rows().filter(|row| has_any(*row, &["id", "title"])) {
            let item = Video {
                id: self.id(row),
                title: self.required(row, "title"),
                youtube_id: self.value(row, "youtubeId"),
                asset_name: self.value(row, "assetName"),
                live: row.flag("live", false, &mut self.report),
                version: row.value("version").to_owned(),
            };
            if self.keep(row, "videos") {
                self.origins.put(Section::Videos, self.content.videos.len(), row.place(""));
                self.content.videos.push(item);
            }
        }
    }

    pub(super) fn document(&mut self, table: &Table<'_>, kind: &'static str) -> Vec<Block> {
        let mut blocks = Vec::new();
        for row in table.rows().filter(|row| has_any(*row, &["content"])) {
            let heading = row.value("type").eq_ignore_ascii_case("heading");
            let block = Block { heading, content: self.required(row, "content") };
            if self.keep(row, kind) {
                blocks.push(block);
            }
        }
        blocks
    }
}

/// Whether a row holds anything in one of `columns`, or in the original beside it.
pub(super) fn has_any(row: Row<'_>, columns: &[&str]) -> bool {
    columns.iter().any(|column| {
        !row.value(column).is_empty() || !row.value(&format!("{column}_original")).is_empty()
    })
}
