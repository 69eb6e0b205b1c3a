//! Whether a recording is whole: the boxes, chunks, pages or frames of its file end where the
//! file does. A phone's recording that was cut off on the way plays, but lacks its end.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use super::Refused;
use super::audio::Audio;

type Reader = BufReader<File>;

/// Fails if `reader`, a file of the kind `audio`, is not whole, or has a moving picture in it.
pub(super) fn check(audio: Audio, reader: &mut Reader) -> Result<(), Refused> {
    let size = reader.seek(SeekFrom::End(0)).map_err(|_| Refused::Broken)?;
    reader.seek(SeekFrom::Start(0)).map_err(|_| Refused::Broken)?;
    let whole = match audio {
        Audio::M4a => return boxes(reader, size),
        Audio::Wav => chunks(reader, size),
        Audio::Ogg | Audio::Opus => pages(reader, size),
        Audio::Mp3 => announced(reader, size),
        // Its frames stand for themselves: one that is cut off is not played.
        Audio::Aac => Some(true),
    };
    if whole == Some(true) { Ok(()) } else { Err(Refused::Broken) }
}

/// MPEG 4: boxes, each with its length in front.
fn boxes(reader: &mut Reader, size: u64) -> Result<(), Refused> {
    let mut at = 0;
    let (mut described, mut content) = (false, false);
    while at < size {
        let (length, kind) = box_header(reader, at, size).ok_or(Refused::Broken)?;
        if at + length > size {
            return Err(Refused::Broken);
        }
        match &kind {
            b"moov" => {
                described = true;
                if has_picture(reader, at, length).ok_or(Refused::Broken)? {
                    return Err(Refused::NotAudio);
                }
            }
            b"mdat" => content = true,
            _ => {}
        }
        at += length;
    }
    if described && content { Ok(()) } else { Err(Refused::Broken) }
}

fn box_header(reader: &mut Reader, at: u64, size: u64) -> Option<(u64, [u8; 4])> {
    reader.seek(SeekFrom::Start(at)).ok()?;
    let short = u32::from_be_bytes(read(reader)?);
    let kind = read(reader)?;
    let length = match short {
        0 => size - at,
        1 => u64::from_be_bytes(read(reader)?),
        short => u64::from(short),
    };
    (length >= 8 && length <= size).then_some((length, kind))
}

/// Whether the description of the tracks has one of moving pictures.
fn has_picture(reader: &mut Reader, at: u64, length: u64) -> Option<bool> {
    reader.seek(SeekFrom::Start(at)).ok()?;
    let mut description = Vec::new();
    reader.take(length).read_to_end(&mut description).ok()?;
    // A handler box: its kind, a version, an unused word, and what is handled.
    Some(description.windows(16).any(|part| part.starts_with(b"hdlr") && part.ends_with(b"vide")))
}

/// WAV: chunks within one that holds them all. Programs that write to a pipe do not know the
/// length yet and write the highest; then the content ends with the file.
fn chunks(reader: &mut Reader, size: u64) -> Option<bool> {
    let mut at = 12;
    while at + 8 <= size {
        reader.seek(SeekFrom::Start(at)).ok()?;
        let kind: [u8; 4] = read(reader)?;
        let length = u32::from_le_bytes(read(reader)?);
        if &kind == b"data" {
            return Some(length == u32::MAX || at + 8 + u64::from(length) <= size);
        }
        at += 8 + u64::from(length) + u64::from(length % 2);
    }
    Some(false)
}

/// Ogg: pages, each with the lengths of its segments in front.
fn pages(reader: &mut Reader, size: u64) -> Option<bool> {
    let mut at = 0;
    while at < size {
        reader.seek(SeekFrom::Start(at)).ok()?;
        let header: [u8; 27] = read(reader)?;
        if !header.starts_with(b"OggS") {
            return Some(false);
        }
        let mut segments = vec![0; usize::from(header[26])];
        reader.read_exact(&mut segments).ok()?;
        let content: u64 = segments.iter().map(|length| u64::from(*length)).sum();
        at += 27 + segments.len() as u64 + content;
    }
    Some(at == size)
}

/// MP3: frames that stand for themselves; most files say in the first how many bytes there are.
fn announced(reader: &mut Reader, size: u64) -> Option<bool> {
    let mut start = vec![0; usize::try_from(size.min(512 * 1024)).ok()?];
    reader.read_exact(&mut start).ok()?;
    let Some(tag) = find(&start, b"Xing").or_else(|| find(&start, b"Info")) else {
        return Some(true);
    };
    let word = |at: usize| {
        let bytes = start.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    let Some(flags) = word(tag + 4) else { return Some(true) };
    if flags & 0b10 == 0 {
        return Some(true);
    }
    let bytes = word(tag + if flags & 1 == 1 { 12 } else { 8 })?;
    // A little more than there is would not be heard.
    Some(u64::from(bytes) <= size + 512)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn read<const N: usize>(reader: &mut Reader) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    reader.read_exact(&mut bytes).ok()?;
    Some(bytes)
}
