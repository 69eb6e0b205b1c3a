//! Files that editors upload.

mod banner;
mod bucket;
mod cleaning;
mod judged;
mod received;
mod served;
mod voice_over;
mod without_audio;

use testkit::Database;

use crate::editors::Visitor;
use crate::wire::Answer;

/// Two seconds of silence each, made with ffmpeg.
pub(crate) mod recordings {
    pub(crate) const MP3: &[u8] = include_bytes!("recordings/silence.mp3");
    pub(crate) const M4A: &[u8] = include_bytes!("recordings/silence.m4a");
    pub(crate) const AAC: &[u8] = include_bytes!("recordings/silence.aac");
    pub(crate) const OGG: &[u8] = include_bytes!("recordings/silence.ogg");
    pub(crate) const OPUS: &[u8] = include_bytes!("recordings/silence.opus");
    pub(crate) const WAV: &[u8] = include_bytes!("recordings/silence.wav");
    /// Kinds that not every phone plays, a moving picture, and one of less than a second.
    pub(crate) const FLAC: &[u8] = include_bytes!("recordings/silence.flac");
    pub(crate) const ALAC: &[u8] = include_bytes!("recordings/alac.m4a");
    pub(crate) const VIDEO: &[u8] = include_bytes!("recordings/video.mp4");
    pub(crate) const SHORT: &[u8] = include_bytes!("recordings/short.mp3");

    /// So many seconds, uncompressed: a hundred bytes a second.
    pub(crate) fn wav(seconds: u32) -> Vec<u8> {
        let length = seconds * 100;
        let mut file = Vec::new();
        for part in [
            &b"RIFF"[..],
            &(length + 36).to_le_bytes(),
            b"WAVEfmt ",
            &16_u32.to_le_bytes(),
            &[1, 0, 1, 0],
            &100_u32.to_le_bytes(),
            &100_u32.to_le_bytes(),
            &[1, 0, 8, 0],
            b"data",
            &length.to_le_bytes(),
        ] {
            file.extend_from_slice(part);
        }
        file.resize(file.len() + length as usize, 128);
        file
    }
}

/// An article of `lang` in a category of its own; its id.
pub(crate) fn article(database: &Database, lang: &str, heading: &str) -> String {
    let id = database.text("SELECT gen_random_uuid()::text AS text");
    database.execute(&format!(
        r#"INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang)
           VALUES ('{id}', 'Category of {heading}', '🩸', 'x', '{lang}');
           INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang)
           VALUES ('{id}', '{id}', '{id}', '{heading}', 'Text', true, '{lang}')"#
    ));
    id
}

/// The key that an article's row holds, or the empty text.
pub(crate) fn key(database: &Database, article: &str) -> String {
    database.text(&format!(
        r#"SELECT coalesce("voiceOverKey", '') AS text FROM article WHERE id = '{article}'"#
    ))
}

const BOUNDARY: &str = "------a boundary of the tests";

/// The body of a form with a file.
pub(crate) fn form(fields: &[(&str, &str)], name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, value) in fields {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
                .bytes(),
        );
    }
    body.extend(
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .bytes(),
    );
    body.extend_from_slice(content);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
    body
}

pub(crate) const UPLOAD: &str = "/api/voice-over/article/upload";

/// Sends a form with a file, and says what the answer may be.
pub(crate) fn send(
    editor: &mut Visitor,
    accept: &str,
    fields: &[(&str, &str)],
    name: &str,
    content: &[u8],
) -> Answer {
    let content_type = format!("multipart/form-data; boundary=\"{BOUNDARY}\"");
    let headers = [
        ("Accept", accept),
        ("Content-Type", content_type.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    editor.request("POST", UPLOAD, &headers, &form(fields, name, content))
}

/// Uploads audio as a program does.
pub(crate) fn upload(editor: &mut Visitor, article: &str, name: &str, content: &[u8]) -> Answer {
    let fields = [("id", article), ("source", "article")];
    send(editor, "application/json", &fields, name, content)
}
