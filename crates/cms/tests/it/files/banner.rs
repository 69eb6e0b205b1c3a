//! Banners of the About page.

use std::io::Cursor;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use cms::files::{MOST_BANNER_BYTES, Refused, banner};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// A picture that compresses as badly as one can.
fn noise(width: u32, height: u32) -> DynamicImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    })
    .into()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// What is stored: its media type, its bytes, and the picture in them.
async fn made(file: Vec<u8>) -> (String, Vec<u8>, DynamicImage) {
    let url = banner(Bytes::from(file)).await.unwrap().unwrap();
    let (media_type, text) = url.strip_prefix("data:").unwrap().split_once(";base64,").unwrap();
    let bytes = STANDARD.decode(text).unwrap();
    assert!(bytes.len() <= MOST_BANNER_BYTES && url.len() <= 200_100, "{}", bytes.len());
    let picture = image::load_from_memory(&bytes).unwrap();
    (media_type.to_owned(), bytes, picture)
}

#[actix_web::test]
async fn a_photograph_becomes_a_small_jpeg() {
    let photograph = noise(1280, 960).fast_blur(6.0);
    for format in [ImageFormat::Jpeg, ImageFormat::WebP] {
        let (media_type, _, picture) = made(encoded(&photograph, format)).await;
        assert_eq!(
            (media_type.as_str(), picture.width(), picture.height()),
            ("image/jpeg", 1200, 900)
        );
    }
}

#[actix_web::test]
async fn a_drawing_stays_sharp_and_transparent() {
    let drawing: DynamicImage = RgbaImage::from_fn(1600, 600, |x, _| {
        if x % 200 < 100 { Rgba([200, 30, 90, 255]) } else { Rgba([0, 0, 0, 0]) }
    })
    .into();
    for format in [ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let (media_type, _, picture) = made(encoded(&drawing, format)).await;
        assert_eq!((media_type.as_str(), picture.width()), ("image/png", 1200), "{format:?}");
        assert_eq!(picture.into_rgba8().get_pixel(112, 20).0[3], 0);
    }
}

#[actix_web::test]
async fn a_small_one_is_not_blown_up() {
    let (_, _, picture) = made(encoded(&noise(20, 10), ImageFormat::Png)).await;
    assert_eq!((picture.width(), picture.height()), (20, 10));
}

#[actix_web::test]
async fn even_noise_is_made_to_fit() {
    let (media_type, ..) = made(encoded(&noise(700, 500), ImageFormat::Png)).await;
    assert_eq!(media_type, "image/jpeg");
    let (media_type, ..) =
        made(encoded(&DynamicImage::ImageRgba8(seen_through_noise()), ImageFormat::Png)).await;
    assert_eq!(media_type, "image/jpeg");
}

fn seen_through_noise() -> RgbaImage {
    let mut picture = noise(600, 500).into_rgba8();
    for pixel in picture.pixels_mut() {
        pixel.0[3] = pixel.0[0];
    }
    picture
}

/// A phone held upright stores its picture lying, with a note to turn it, beside where it was.
#[actix_web::test]
async fn it_is_turned_upright_and_forgets_where_it_was_taken() {
    let mut notes = b"MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0".to_vec();
    notes.extend(b"\x01\x0e\0\x02\0\0\0\x12\0\0\0\x26\0\0\0\0canary of a place\0");
    let lying = noise(300, 200).fast_blur(3.0);
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, 90);
    encoder.set_exif_metadata(notes).unwrap();
    encoder.encode_image(&lying).unwrap();
    assert!(contains(&file, b"canary"));
    let (_, bytes, picture) = made(file).await;
    assert_eq!((picture.width(), picture.height()), (200, 300));
    assert!(!contains(&bytes, b"canary") && !contains(&bytes, b"Exif"));
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[actix_web::test]
async fn what_is_no_picture_is_refused() {
    let photograph = encoded(&noise(200, 200), ImageFormat::Jpeg);
    let drawing = encoded(&noise(200, 200), ImageFormat::Png);
    let cases: [(&[u8], Refused); 8] = [
        (b"", Refused::Empty),
        (b"GIF89a", Refused::Broken),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Refused::NotAnImage),
        (b"%PDF-1.7", Refused::NotAnImage),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", Refused::NotAnImage),
        (&photograph[..60], Refused::Broken),
        (&drawing[..drawing.len() / 2], Refused::Broken),
        (&bomb(), Refused::TooManyPixels),
    ];
    for (file, expected) in cases {
        let begin = Instant::now();
        let refused = banner(Bytes::copy_from_slice(file)).await.unwrap();
        assert_eq!(refused, Err(expected), "{:?}", &file[..file.len().min(12)]);
        assert!(begin.elapsed() < Duration::from_secs(10));
    }
}

/// A hundred bytes that unpack to 360 megapixels.
fn bomb() -> Vec<u8> {
    let mut file = encoded(&noise(1, 1), ImageFormat::Png);
    let header = 12..29;
    file[16..20].copy_from_slice(&19_000_u32.to_be_bytes());
    file[20..24].copy_from_slice(&19_000_u32.to_be_bytes());
    let mut sum = u32::MAX;
    for byte in &file[header] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    file[29..33].copy_from_slice(&(!sum).to_be_bytes());
    file
}
