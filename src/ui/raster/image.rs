//! A finished picture: comparing it with another one, and writing it as PNG.

use std::fmt;

/// Pixels, row by row from the top left, four bytes each: red, green, blue, alpha (not premultiplied).
#[derive(Clone, PartialEq, Eq)]
pub struct Image {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width · height · 4` bytes.
    pub rgba: Vec<u8>,
}

/// How two pictures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// They are not equally large: pixels wide and high, ours and theirs.
    Size {
        /// Of the picture asked.
        ours: (u32, u32),
        /// Of the picture it was compared with.
        theirs: (u32, u32),
    },
    /// They are equally large but not the same.
    Pixels {
        /// How many pixels differ.
        count: usize,
        /// Column and row of the first of them.
        first: (u32, u32),
        /// Greatest difference in one channel, of 255.
        greatest: u8,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { ours, theirs } => {
                write!(out, "is {} × {} pixels, expected {} × {}", ours.0, ours.1, theirs.0, theirs.1)
            }
            Self::Pixels { count, first, greatest } => write!(
                out,
                "differs in {count} pixels, first at column {} row {}, by at most {greatest} of 255",
                first.0, first.1
            ),
        }
    }
}

impl Image {
    /// How this picture differs from `other`, or `None` if every pixel is the same.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Option<Difference> {
        let (ours, theirs) = ((self.width, self.height), (other.width, other.height));
        if ours != theirs {
            return Some(Difference::Size { ours, theirs });
        }
        let pairs = self.rgba.as_chunks::<4>().0.iter().zip(other.rgba.as_chunks::<4>().0);
        let mut different = pairs.enumerate().filter(|(_, (our, their))| our != their);
        let (index, pair) = different.next()?;
        let gap = |(our, their): (&[u8; 4], &[u8; 4])| {
            our.iter().zip(their).map(|(our, their)| our.abs_diff(*their)).max().unwrap_or(0)
        };
        let (mut count, mut greatest) = (1, gap(pair));
        for (_, pair) in different {
            count += 1;
            greatest = greatest.max(gap(pair));
        }
        let index = index as u32;
        Some(Difference::Pixels { count, first: (index % self.width, index / self.width), greatest })
    }

    /// The picture as a PNG file; the same picture always gives the same bytes.
    ///
    /// # Errors
    ///
    /// If `rgba` does not hold `width · height` pixels.
    pub fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
        encoder.set_compression(png::Compression::Balanced);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.rgba)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// Reads a PNG file of eight-bit RGBA, such as [`Self::to_png`] writes.
    ///
    /// # Errors
    ///
    /// If the bytes are no PNG, or hold another kind of pixels.
    pub fn from_png(bytes: &[u8]) -> Result<Self, png::DecodingError> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info()?;
        if reader.output_color_type() != (png::ColorType::Rgba, png::BitDepth::Eight) {
            let reason = std::io::Error::new(std::io::ErrorKind::InvalidData, "expected eight-bit RGBA");
            return Err(png::DecodingError::IoError(reason));
        }
        let mut rgba = vec![0; reader.output_buffer_size().unwrap_or(0)];
        let frame = reader.next_frame(&mut rgba)?;
        rgba.truncate(frame.buffer_size());
        Ok(Self { width: frame.width, height: frame.height, rgba })
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Image({} × {})", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gradient(width: u32, height: u32) -> Image {
        let rgba = (0..width * height * 4).map(|byte| (byte * 7 % 256) as u8).collect();
        Image { width, height, rgba }
    }

    #[test]
    fn a_png_comes_back_as_the_same_picture() {
        let image = gradient(13, 5);
        assert_eq!(Image::from_png(&image.to_png().unwrap()).unwrap(), image);
    }

    #[test]
    fn pixels_that_do_not_fit_are_refused() {
        let image = Image { width: 3, ..gradient(2, 2) };
        assert!(image.to_png().is_err());
        assert!(Image::from_png(b"not a picture").is_err());
    }

    #[test]
    fn a_difference_says_where_and_how_much() {
        let image = gradient(4, 3);
        assert_eq!(image.difference(&image), None);

        let mut other = image.clone();
        other.rgba[4 * 6] ^= 0b11;
        other.rgba[4 * 9] = other.rgba[4 * 9].wrapping_add(1);
        let difference = image.difference(&other).unwrap();
        assert!(matches!(difference, Difference::Pixels { count: 2, first: (2, 1), .. }), "{difference}");
        assert_eq!(
            image.difference(&gradient(3, 4)),
            Some(Difference::Size { ours: (4, 3), theirs: (3, 4) })
        );
    }
}
