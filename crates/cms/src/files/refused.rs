//! Why an uploaded file is not taken.

use server::error::Error;

/// Why an uploaded file is not taken. The first lines of a page say it in the editor's
/// language ([`Refused::text_key`]); a program gets it as an [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No file was chosen, or it has no bytes.
    Empty,
    /// It has more bytes than an upload may have.
    TooLarge,
    /// It is no JPEG, PNG, WebP or GIF.
    NotAnImage,
    /// It is an image with more pixels than can be handled.
    TooManyPixels,
    /// It is no recording that phones play.
    NotAudio,
    /// It is a recording of less than a second.
    TooShort,
    /// It is a recording of more than half an hour.
    TooLong,
    /// It begins like a file of its kind, but cannot be read.
    Broken,
}

impl Refused {
    /// The message of [`crate::texts`] that tells an editor what to do about it.
    pub fn text_key(self) -> &'static str {
        match self {
            Refused::Empty => "files-refused-empty",
            Refused::TooLarge => "files-refused-too-large",
            Refused::NotAnImage => "files-refused-not-an-image",
            Refused::TooManyPixels => "files-refused-too-many-pixels",
            Refused::NotAudio => "files-refused-not-audio",
            Refused::TooShort => "files-refused-too-short",
            Refused::TooLong => "files-refused-too-long",
            Refused::Broken => "files-refused-broken",
        }
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Error {
        match refused {
            Refused::Empty => Error::bad("choose a file"),
            Refused::TooLarge => Error::TooLarge,
            Refused::NotAnImage => {
                Error::UnsupportedMediaType("send a JPEG, PNG, WebP or GIF image")
            }
            Refused::TooManyPixels => Error::bad("the image has too many pixels"),
            Refused::NotAudio => {
                Error::UnsupportedMediaType("send a recording as MP3, M4A, AAC, Ogg, Opus or WAV")
            }
            Refused::TooShort => Error::bad("the recording is shorter than a second"),
            Refused::TooLong => Error::bad("the recording is longer than 30 minutes"),
            Refused::Broken => Error::bad("the file is damaged or incomplete"),
        }
    }
}
