//! Recordings: what they are and how long, judged by their content.

use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};
use std::time::Duration;

use lofty::config::ParseOptions;
use lofty::file::{AudioFile, FileType};
use lofty::probe::Probe;

use super::Refused;
use super::container;

/// The shortest and the longest recording.
const LENGTHS: std::ops::RangeInclusive<Duration> =
    Duration::from_secs(1)..=Duration::from_secs(30 * 60);

/// A kind of recording that phones and browsers play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audio {
    /// MPEG layer 3.
    Mp3,
    /// AAC in an MPEG 4 file.
    M4a,
    /// AAC by itself.
    Aac,
    /// Vorbis in Ogg.
    Ogg,
    /// Opus in Ogg.
    Opus,
    /// Uncompressed.
    Wav,
}

impl Audio {
    /// Every kind.
    const ALL: [Audio; 6] =
        [Audio::Mp3, Audio::M4a, Audio::Aac, Audio::Ogg, Audio::Opus, Audio::Wav];

    /// What names of such files end with.
    pub fn extension(self) -> &'static str {
        match self {
            Audio::Mp3 => "mp3",
            Audio::M4a => "m4a",
            Audio::Aac => "aac",
            Audio::Ogg => "ogg",
            Audio::Opus => "opus",
            Audio::Wav => "wav",
        }
    }

    /// The media type.
    pub fn content_type(self) -> &'static str {
        match self {
            Audio::Mp3 => "audio/mpeg",
            Audio::M4a => "audio/mp4",
            Audio::Aac => "audio/aac",
            Audio::Ogg | Audio::Opus => "audio/ogg",
            Audio::Wav => "audio/wav",
        }
    }

    /// The kind that a name ends with.
    pub fn by_extension(name: &str) -> Option<Audio> {
        let (_, extension) = name.rsplit_once('.')?;
        Audio::ALL.into_iter().find(|audio| audio.extension() == extension)
    }

    /// What `file` is.
    ///
    /// # Errors
    ///
    /// [`Refused`] when it is no recording, damaged, or too short or long.
    pub async fn judge(file: File) -> Result<Audio, Refused> {
        // Parsers of other people's files may panic; then the file is what is wrong.
        tokio::task::spawn_blocking(move || judge(file)).await.unwrap_or(Err(Refused::Broken))
    }
}

fn judge(mut file: File) -> Result<Audio, Refused> {
    file.seek(SeekFrom::Start(0)).map_err(|_| Refused::Broken)?;
    let probe = Probe::new(BufReader::new(file))
        .options(ParseOptions::new().read_tags(false).read_cover_art(false))
        .guess_file_type()
        .map_err(|_| Refused::Broken)?;
    let audio = match probe.file_type() {
        Some(FileType::Mpeg) => Audio::Mp3,
        Some(FileType::Mp4) => Audio::M4a,
        Some(FileType::Aac) => Audio::Aac,
        Some(FileType::Vorbis) => Audio::Ogg,
        Some(FileType::Opus) => Audio::Opus,
        Some(FileType::Wav) => Audio::Wav,
        _ => return Err(Refused::NotAudio),
    };
    let mut reader = probe.into_inner();
    container::check(audio, &mut reader)?;
    reader.seek(SeekFrom::Start(0)).map_err(|_| Refused::Broken)?;
    let length = length(audio, &mut reader)?;
    if length < *LENGTHS.start() {
        Err(Refused::TooShort)
    } else if length > *LENGTHS.end() {
        Err(Refused::TooLong)
    } else {
        Ok(audio)
    }
}

/// How long the recording is, if it is coded as its kind says.
fn length(audio: Audio, reader: &mut BufReader<File>) -> Result<Duration, Refused> {
    use lofty::aac::AacFile;
    use lofty::iff::wav::{WavFile, WavFormat};
    use lofty::mp4::{Mp4Codec, Mp4File};
    use lofty::mpeg::{Layer, MpegFile};
    use lofty::ogg::{OpusFile, VorbisFile};

    let options = ParseOptions::new().read_tags(false).read_cover_art(false);
    let (plays, length) = match audio {
        Audio::Mp3 => {
            let file = MpegFile::read_from(reader, options).map_err(broken)?;
            (*file.properties().layer() == Layer::Layer3, file.properties().duration())
        }
        Audio::M4a => {
            let file = Mp4File::read_from(reader, options).map_err(broken)?;
            let codec = file.properties().codec();
            (matches!(codec, Some(Mp4Codec::AAC | Mp4Codec::MP3)), file.properties().duration())
        }
        Audio::Aac => {
            (true, AacFile::read_from(reader, options).map_err(broken)?.properties().duration())
        }
        Audio::Ogg => {
            (true, VorbisFile::read_from(reader, options).map_err(broken)?.properties().duration())
        }
        Audio::Opus => {
            (true, OpusFile::read_from(reader, options).map_err(broken)?.properties().duration())
        }
        Audio::Wav => {
            let file = WavFile::read_from(reader, options).map_err(broken)?;
            let format = file.properties().format();
            (matches!(format, WavFormat::PCM | WavFormat::IEEE_FLOAT), file.properties().duration())
        }
    };
    if plays { Ok(length) } else { Err(Refused::NotAudio) }
}

fn broken<E>(_: E) -> Refused {
    Refused::Broken
}
