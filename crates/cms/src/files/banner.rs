//! The banner of the About page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::ImageError;
use server::error::Error;
use tokio::sync::Semaphore;

use super::Refused;
use super::picture::Picture;

/// Most bytes of a banner before it is written as text, which makes it a third longer: phones
/// fetch about 200 KB at most, and keep it in their store.
pub const MOST_BYTES: usize = 150_000;

/// Most pixels across: more than the screen of a phone has.
const WIDEST: u32 = 1200;

/// Below this width, being transparent is given up for being sharp.
const NARROWEST_TRANSPARENT: u32 = 480;

/// Qualities of a JPEG tried one after the other.
const QUALITIES: [u8; 3] = [85, 75, 65];

/// A picture unpacked takes up to a hundred times its file; one at a time, then, however many
/// editors send one at once.
static TURN: Semaphore = Semaphore::const_new(1);

/// Makes a banner of an uploaded image: the `data:` URL to store in `about_banner.image`.
///
/// The image (JPEG, PNG, WebP, or the first frame of a GIF) is turned upright and made anew as
/// JPEG or PNG, which every phone shows: at most 1200 pixels wide and [`MOST_BYTES`] long,
/// without what the camera noted in it. What is transparent stays so as long as it fits.
///
/// An editor is told [`Refused::text_key`] beside the field; a program gets
/// `Error::from(refused)`.
///
/// # Errors
///
/// [`Error::Internal`] if the image cannot be written or the work broke off.
pub async fn banner(image: bytes::Bytes) -> Result<Result<String, Refused>, Error> {
    let _turn = TURN.acquire().await.map_err(|error| Error::Internal(error.to_string()))?;
    let made = tokio::task::spawn_blocking(move || match Picture::read(&image) {
        Ok(picture) => shrink(&picture).map(Ok),
        Err(refused) => Ok(Err(refused)),
    });
    made.await
        .map_err(|error| Error::Internal(format!("making a banner broke off: {error}")))?
        .map_err(|error| Error::Internal(format!("a banner cannot be written: {error}")))
}

/// The best that fits. Each round is a quarter smaller, so one of them does.
fn shrink(picture: &Picture) -> Result<String, ImageError> {
    let largest = picture.within(WIDEST, 2 * WIDEST);
    let mut width = WIDEST;
    loop {
        let tried = largest.within(width, 2 * width);
        if tried.is_transparent() || tried.is_drawing {
            let png = tried.png()?;
            if png.len() <= MOST_BYTES {
                return Ok(data_url("image/png", &png));
            }
        }
        if !tried.is_transparent() || width <= NARROWEST_TRANSPARENT {
            for quality in QUALITIES {
                let jpeg = tried.jpeg(quality)?;
                if jpeg.len() <= MOST_BYTES || width == 1 {
                    return Ok(data_url("image/jpeg", &jpeg));
                }
            }
        }
        width = (width * 3 / 4).max(1);
    }
}

fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", STANDARD.encode(bytes))
}
