//! What a recording is, is judged by its content.

use std::io::{Seek, SeekFrom, Write};

use cms::files::{Audio, Refused};

use super::recordings::{self, AAC, ALAC, FLAC, M4A, MP3, OGG, OPUS, SHORT, VIDEO, WAV};

async fn judged(content: &[u8]) -> Result<Audio, Refused> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content).unwrap();
    file.seek(SeekFrom::End(0)).unwrap();
    Audio::judge(file).await
}

#[actix_web::test]
async fn every_kind_is_known() {
    let cases = [
        (MP3, Audio::Mp3),
        (M4A, Audio::M4a),
        (AAC, Audio::Aac),
        (OGG, Audio::Ogg),
        (OPUS, Audio::Opus),
        (WAV, Audio::Wav),
        (&recordings::wav(30 * 60), Audio::Wav),
    ];
    for (content, expected) in cases {
        assert_eq!(judged(content).await, Ok(expected));
    }
}

#[actix_web::test]
async fn what_is_none_or_too_long_is_refused() {
    let half = |content: &[u8]| content[..content.len() / 2].to_vec();
    let cases: Vec<(&str, Vec<u8>, Refused)> = vec![
        ("text", b"This is not a recording, whatever it is called.".to_vec(), Refused::NotAudio),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec(), Refused::NotAudio),
        ("nothing but zeroes", vec![0; 5000], Refused::NotAudio),
        ("a program", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(), Refused::NotAudio),
        ("flac", FLAC.to_vec(), Refused::NotAudio),
        ("alac", ALAC.to_vec(), Refused::NotAudio),
        ("a video", VIDEO.to_vec(), Refused::NotAudio),
        ("half a second", SHORT.to_vec(), Refused::TooShort),
        ("half an hour and a second", recordings::wav(30 * 60 + 1), Refused::TooLong),
        ("half an mp3", half(MP3), Refused::Broken),
        ("half an m4a", half(M4A), Refused::Broken),
        ("half an ogg", half(OGG), Refused::Broken),
        ("half an opus", half(OPUS), Refused::Broken),
        ("half a wav", half(WAV), Refused::Broken),
        ("the beginning of a wav", WAV[..20].to_vec(), Refused::Broken),
    ];
    for (name, content, expected) in cases {
        assert_eq!(judged(&content).await, Err(expected), "{name}");
    }
}

/// Whatever happens to the bytes of a recording, there is an answer, and never another kind.
#[actix_web::test]
async fn mangled_recordings_are_judged_too() {
    let mut state = 7_u32;
    let mut random = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    for original in [MP3, M4A, AAC, OGG, OPUS, WAV] {
        for _ in 0..60 {
            let mut content = original.to_vec();
            for _ in 0..=random(12) {
                let at = random(content.len().min(400));
                content[at] = u8::try_from(random(256)).unwrap();
            }
            let _ = judged(&content).await;
        }
    }
}
