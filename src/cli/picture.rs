//! `atalaya picture`: a plot or the timeline of a set as a drawing or as pixels; the file is there whole or not at all.

use std::path::Path;

use super::args::PictureArgs;
use super::report::{with_shown, written};
use super::{FAILED, GOOD, called, complain, open};
use crate::export::Shown;
use crate::export::draw::{Look, PictureOf, picture, png};
use crate::i18n::Words;

/// Writes the file; what keeps it from being written is said, and what stood there stays.
pub(super) fn run(args: &PictureArgs) -> u8 {
    let words = Words::new(args.of.lang);
    let out = &args.out;
    let Some(as_pixels) = is_pixels(out) else {
        complain(&words.tf("picture-which-form", &[("file", called(Some(out)).into())]));
        return FAILED;
    };
    let Some(opened) = open(&args.of, &words) else { return FAILED };
    let made = with_shown(&opened, &words, |shown| bytes(shown, args, as_pixels, &words));
    if written(out, made, &words) { GOOD } else { FAILED }
}

/// Whether a file is to be pixels rather than a drawing; nothing where its name tells neither.
fn is_pixels(out: &Path) -> Option<bool> {
    match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "svg" => Some(false),
        "png" => Some(true),
        _ => None,
    }
}

fn bytes(shown: Shown<'_>, args: &PictureArgs, as_pixels: bool, words: &Words) -> Result<Vec<u8>, String> {
    let all = PictureOf::all(shown);
    if all.is_empty() {
        return Err(words.t("take-nothing-drawn"));
    }
    let Some(of) = all.iter().find(|of| of.slug() == args.picture) else {
        let known = all.iter().map(PictureOf::slug).collect::<Vec<_>>().join(", ");
        return Err(words.tf("picture-unknown", &[("name", args.picture.as_str().into()), ("known", known.into())]));
    };
    let look = Look { dark: args.dark, width: args.width.unwrap_or(Look::default().width), ..Look::default() };
    let drawn = picture(of, shown, look).ok_or_else(|| words.t("take-nothing-drawn"))?;
    if as_pixels { png(&drawn, args.scale).map_err(|undrawn| undrawn.told(words)) } else { Ok(drawn.svg.into_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Asked, Format};
    use crate::model::Lang;

    fn args(name: &str, filter: &str, out: &Path) -> PictureArgs {
        let of = Asked { file: None, filter: filter.to_owned(), format: Format::Table, lang: Lang::Es };
        PictureArgs { picture: name.to_owned(), of, dark: false, scale: 1.0, width: None, out: out.to_owned() }
    }

    #[test]
    fn each_picture_of_the_window_is_written_in_both_forms() {
        let home = tempfile::tempdir().unwrap();
        let known = "theme, years, matrix, tiles, state, implementer, ending, status, sector, units, timeline, cut-short, continuity";
        for name in known.split(", ") {
            let [svg, png] = ["svg", "png"].map(|form| home.path().join(format!("{name}.{form}")));
            assert_eq!((run(&args(name, "", &svg)), run(&args(name, "", &png))), (GOOD, GOOD), "{name}");
            assert!(std::fs::read_to_string(svg).unwrap().starts_with("<svg"), "{name}");
            assert!(std::fs::read(png).unwrap().starts_with(b"\x89PNG"), "{name}");
        }
    }

    #[test]
    fn what_is_chosen_shows() {
        let home = tempfile::tempdir().unwrap();
        let written = |name: &str, args: PictureArgs| {
            let out = home.path().join(name);
            assert_eq!(run(&PictureArgs { out: out.clone(), ..args }), GOOD);
            std::fs::read(out).unwrap()
        };
        let plain = || args("theme", "", Path::new(""));
        let light = written("a.svg", plain());
        assert_ne!(light, written("b.svg", PictureArgs { dark: true, ..plain() }));
        assert_ne!(light, written("c.svg", args("theme", "theme:osh", Path::new(""))));
        assert_ne!(light, written("d.svg", PictureArgs { width: Some(1_200.0), ..plain() }));
        let width = |bytes: &[u8]| u32::from_be_bytes(bytes[16..20].try_into().unwrap());
        let [once, twice] = [1.0, 2.0].map(|scale| width(&written("a.png", PictureArgs { scale, ..plain() })));
        assert_eq!(twice, once * 2);
    }

    #[test]
    fn what_cannot_be_drawn_leaves_what_stood_there() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("a.png");
        std::fs::write(&out, "antes").unwrap();
        assert_eq!(run(&args("nada", "", &out)), FAILED);
        assert_eq!(run(&PictureArgs { scale: 1_000.0, ..args("theme", "", &out) }), FAILED);
        assert_eq!(run(&args("theme", "id:nadie", &out)), FAILED);
        assert_eq!(run(&args("theme", "", &home.path().join("a.jpg"))), FAILED);
        assert_eq!(std::fs::read(&out).unwrap(), b"antes");
    }
}
