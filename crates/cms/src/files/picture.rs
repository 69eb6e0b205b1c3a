//! Pictures: read within bounds, and made anew.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::{
    DynamicImage, ExtendedColorType, GenericImageView, ImageDecoder, ImageEncoder, ImageError,
    ImageFormat, ImageReader, Limits, Rgb, RgbImage,
};

use super::Refused;

/// Most pixels of a picture: more than a camera of 32 megapixels takes. A file of some
/// kilobytes can claim billions, so this is checked before anything is unpacked.
const MOST_PIXELS: u64 = 40_000_000;

/// Longest side in pixels.
const LONGEST_SIDE: u32 = 20_000;

/// Most bytes that unpacking a picture may take.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A picture as it is meant to be seen: turned upright, without the notes that cameras leave in
/// files, such as where it was taken.
pub(super) struct Picture {
    pixels: DynamicImage,
    /// Whether it came in a format for drawings, whose sharp edges JPEG would blur.
    pub(super) is_drawing: bool,
}

impl Picture {
    /// Reads a JPEG, PNG, WebP or GIF (of which the first frame counts).
    pub(super) fn read(bytes: &[u8]) -> Result<Picture, Refused> {
        if bytes.is_empty() {
            return Err(Refused::Empty);
        }
        let mut reader = ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|_| Refused::Broken)?;
        let format = reader.format().filter(|format| FORMATS.contains(format));
        let Some(format) = format else { return Err(Refused::NotAnImage) };
        let mut limits = Limits::default();
        limits.max_image_width = Some(LONGEST_SIDE);
        limits.max_image_height = Some(LONGEST_SIDE);
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(|error| refused(&error))?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY
        {
            return Err(Refused::TooManyPixels);
        }
        let orientation = decoder.orientation().ok();
        let mut pixels = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
        if let Some(orientation) = orientation {
            pixels.apply_orientation(orientation);
        }
        Ok(Picture { pixels, is_drawing: matches!(format, ImageFormat::Png | ImageFormat::Gif) })
    }

    /// The same picture with at most eight bits a channel, and no larger than this; its
    /// proportions stay, and a smaller one is not blown up.
    pub(super) fn within(&self, width: u32, height: u32) -> Picture {
        let fits = self.pixels.width() <= width && self.pixels.height() <= height;
        let resized = if fits {
            self.pixels.clone()
        } else {
            self.pixels.resize(width, height, FilterType::Lanczos3)
        };
        let pixels = if is_seen_through(&resized) {
            DynamicImage::ImageRgba8(resized.into_rgba8())
        } else {
            DynamicImage::ImageRgb8(resized.into_rgb8())
        };
        Picture { pixels, is_drawing: self.is_drawing }
    }

    /// Whether parts of it are transparent. Only after [`Picture::within`].
    pub(super) fn is_transparent(&self) -> bool {
        self.pixels.color().has_alpha()
    }

    /// As PNG.
    pub(super) fn png(&self) -> Result<Vec<u8>, ImageError> {
        let mut bytes = Vec::new();
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, PngFilter::Adaptive)
            .write_image(
                self.pixels.as_bytes(),
                self.pixels.width(),
                self.pixels.height(),
                self.pixels.color().into(),
            )?;
        Ok(bytes)
    }

    /// As JPEG of a quality from 1 to 100; what is transparent becomes white.
    pub(super) fn jpeg(&self, quality: u8) -> Result<Vec<u8>, ImageError> {
        let opaque = self.on_white();
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, quality).write_image(
            opaque.as_raw(),
            opaque.width(),
            opaque.height(),
            ExtendedColorType::Rgb8,
        )?;
        Ok(bytes)
    }

    fn on_white(&self) -> RgbImage {
        if !self.pixels.color().has_alpha() {
            return self.pixels.to_rgb8();
        }
        RgbImage::from_fn(self.pixels.width(), self.pixels.height(), |x, y| {
            let [red, green, blue, alpha] = self.pixels.get_pixel(x, y).0;
            Rgb([red, green, blue].map(|value| over_white(value, alpha)))
        })
    }
}

const FORMATS: [ImageFormat; 4] =
    [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif];

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    u8::try_from((value * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}

fn is_seen_through(pixels: &DynamicImage) -> bool {
    pixels.color().has_alpha() && pixels.pixels().any(|(_, _, pixel)| pixel.0[3] < u8::MAX)
}

fn refused(error: &ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => Refused::TooManyPixels,
        _ => Refused::Broken,
    }
}
