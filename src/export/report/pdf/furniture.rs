//! What stands on each sheet around the words: the running head, the data's version and the number; and the drawings,
//! read once.

use std::sync::{Arc, OnceLock};

use krilla::tagging::ArtifactType;
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use super::flow::{Document, MARGIN, SMALL};
use super::fonts::{Fonts, MEDIUM, REGULAR};
use super::pieces::{Run, Style, colour};
use super::sheet::{Mark, Slot};
use crate::export::report::block::Report;

/// Adds head and foot to every sheet but the first, which has only its foot.
pub(super) fn add(document: &mut Document, report: &Report, fonts: &Fonts) {
    let (width, height) = document.size;
    let all = document.sheets.len();
    let (right, low) = (width - MARGIN, height - 38.0);
    let title = shortened(&report.title, width - 2.0 * MARGIN, fonts);
    let version = shortened(&report.version, width - 2.0 * MARGIN - 110.0, fonts);
    for (number, sheet) in (1..).zip(&mut document.sheets) {
        let mut say = |run: &Run, x: f32, baseline: f32, kind: ArtifactType| {
            sheet.marks.push(Mark::Words { run: run.clone(), x, baseline, slot: Slot::Artifact(kind) });
        };
        if number > 1 {
            say(&title, MARGIN, 40.0, ArtifactType::Header);
        }
        say(&version, MARGIN, low, ArtifactType::Footer);
        let labels = &report.labels;
        let number_of = format!("{} {number} {} {all}", labels.page, labels.of);
        let run = Run::new(&number_of, Style::soft(SMALL), fonts);
        let wide = fonts.width(&run.text, run.style.face) * run.style.size;
        say(&run, right - wide, low, ArtifactType::PageNumber);
        let line = |y: f32| Mark::Box { x: MARGIN, y, width: right - MARGIN, height: 0.5, colour: colour::line() };
        if number > 1 {
            sheet.marks.push(line(47.0));
        }
        sheet.marks.push(line(low - 12.0));
    }
}

/// A text in small type, with an ellipsis where it is too wide.
fn shortened(text: &str, width: f32, fonts: &Fonts) -> Run {
    let style = Style::soft(SMALL);
    let whole = Run::new(text, style, fonts);
    let wide = |run: &Run| fonts.width(&run.text, style.face) * style.size;
    // No line holds more letters than this.
    let mut kept: Vec<char> = whole.text.chars().take(300).collect();
    if whole.text.chars().count() <= kept.len() && wide(&whole) <= width {
        return whole;
    }
    loop {
        let run = Run::new(&format!("{}…", kept.iter().collect::<String>().trim_end()), style, fonts);
        if wide(&run) <= width || kept.pop().is_none() {
            return run;
        }
    }
}

/// A drawing; nothing where it cannot be read. It is drawn in the program's own faces, and loads nothing.
pub(super) fn drawing(svg: &str) -> Option<Tree> {
    static FACES: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        let mut faces = fontdb::Database::new();
        for bytes in [REGULAR, MEDIUM] {
            faces.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        faces.set_sans_serif_family("Roboto");
        Arc::new(faces)
    });
    let options = Options {
        fontdb: faces.clone(),
        font_family: "Roboto".to_owned(),
        image_href_resolver: ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..Default::default() },
        ..Options::default()
    };
    Tree::from_str(svg, &options).ok()
}
