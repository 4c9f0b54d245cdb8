//! A picture as pixels: for a PNG, and for the clipboard. Drawn with the fonts that the program carries and no other.

use std::sync::{Arc, LazyLock};

use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::export::Picture;
use crate::figure::FONTS;
use crate::i18n::Words;

/// Neither side of a drawn picture has more pixels than this.
pub const MOST_PIXELS_A_SIDE: u32 = 16_384;
/// Nor the whole.
pub const MOST_PIXELS: u64 = 100_000_000;

/// Why a picture could not be drawn in pixels.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undrawn {
    /// It would be larger than any program takes it.
    #[error("the picture would have {width} × {height} pixels")]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// The scale is no scale.
    #[error("a picture cannot be drawn at this scale")]
    Scale,
    /// The drawing could not be read, or the pixels not be packed.
    #[error("{0}")]
    Broken(String),
}

impl Undrawn {
    /// What happened and what to do.
    pub fn told(&self, words: &Words) -> String {
        match self {
            Self::TooLarge { width, height } => {
                let pixels = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
                let args =
                    [("width", pixels(*width)), ("height", pixels(*height)), ("side", MOST_PIXELS_A_SIDE.into())];
                words.tf("picture-too-large", &args)
            }
            Self::Scale => words.t("picture-no-scale"),
            Self::Broken(why) => words.tf("picture-broken", &[("why", why.into())]),
        }
    }
}

/// Pixels in rows from the upper left, four bytes each: red, green, blue and alpha, which is always full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The bytes.
    pub rgba: Vec<u8>,
}

/// The fonts that the program carries, for whoever draws a picture whose words are text.
pub fn fonts() -> Arc<fontdb::Database> {
    static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut faces = fontdb::Database::new();
        for file in [FONTS.regular, FONTS.medium] {
            faces.load_font_source(fontdb::Source::Binary(Arc::new(file)));
        }
        faces.set_sans_serif_family(FONTS.family);
        faces.set_serif_family(FONTS.family);
        Arc::new(faces)
    });
    Arc::clone(&FACES)
}

/// A picture as a PNG file, at so many pixels a point.
pub fn png(picture: &Picture, scale: f32) -> Result<Vec<u8>, Undrawn> {
    let Pixels { width, height, rgba } = pixels(picture, scale)?;
    let broken = |error: EncodingError| Undrawn::Broken(error.to_string());
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    // A point is 1/96 of an inch, as everywhere in SVG: the picture is as large on paper at any scale.
    let a_metre = (scale * 96.0 / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: a_metre, yppu: a_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), picture.title.clone()).map_err(broken)?;
    encoder.add_itxt_chunk("Description".to_owned(), picture.spoken.clone()).map_err(broken)?;
    let mut writer = encoder.write_header().map_err(broken)?;
    writer.write_image_data(&rgba).map_err(broken)?;
    writer.finish().map_err(broken)?;
    Ok(file)
}

/// A picture as pixels, at so many a point.
pub fn pixels(picture: &Picture, scale: f32) -> Result<Pixels, Undrawn> {
    let drawn = drawn(picture, scale)?;
    // The ground covers everything: no pixel is half transparent, so colours are what they are.
    Ok(Pixels { width: drawn.width(), height: drawn.height(), rgba: drawn.take() })
}

/// How large a picture is at so many pixels a point.
pub fn size_at(picture: &Picture, scale: f32) -> Result<(u32, u32), Undrawn> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(Undrawn::Scale);
    }
    let [width, height] = picture.size.map(|length| (f64::from(length) * f64::from(scale)).ceil().max(1.0) as u64);
    let side = u64::from(MOST_PIXELS_A_SIDE);
    if width > side || height > side || width * height > MOST_PIXELS {
        return Err(Undrawn::TooLarge { width, height });
    }
    Ok((width as u32, height as u32))
}

fn drawn(picture: &Picture, scale: f32) -> Result<Pixmap, Undrawn> {
    let (width, height) = size_at(picture, scale)?;
    let options = Options { fontdb: fonts(), font_family: FONTS.family.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&picture.svg, &options).map_err(|error| Undrawn::Broken(error.to_string()))?;
    let mut pixmap = Pixmap::new(width, height).ok_or(Undrawn::Scale)?;
    let [across, down] = [width as f32 / picture.size[0].max(1.0), height as f32 / picture.size[1].max(1.0)];
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixmap.as_mut());
    Ok(pixmap)
}
