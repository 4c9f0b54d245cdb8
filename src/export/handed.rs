//! The report with its pictures, whole: as a PDF, and as a page that is opened back into the same view.

use super::cells::Rows;
use super::draw::{Look, PictureOf, TextAs, picture};
use super::report::{Paper, Part, PdfError, ReportOptions, report, write_html, write_pdf};
use super::stamp::{Stamp, stamped_page};
use super::{Picture, Shown};
use crate::format::Stage;

/// The report as a PDF.
pub fn report_pdf(shown: Shown<'_>, of: Rows, look: Look, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let stamp = Some(Stamp::of(shown, of).to_text());
    let options = ReportOptions { paper, stamp, ..ReportOptions::default() };
    let mut bytes = Vec::new();
    write_pdf(&report(shown, &pictures(shown, look, &options.parts), &options), shown.progress, &mut bytes)?;
    Ok(bytes)
}

/// The report, or parts of it, as one page for a browser.
pub fn report_page(shown: Shown<'_>, of: Rows, look: Look, parts: Vec<Part>) -> String {
    let options = ReportOptions { parts, ..ReportOptions::default() };
    let mut page = Vec::new();
    // Writing into memory does not fail.
    let _ = write_html(&report(shown, &pictures(shown, look, &options.parts), &options), &mut page);
    let page = String::from_utf8_lossy(&page);
    match page.split_once("</head>") {
        Some((before, after)) => stamped_page(before, &format!("</head>{after}"), Stamp::of(shown, of)),
        None => page.into_owned(),
    }
}

/// How many times as high as wide a drawing may be: what is higher would be too small to read on a sheet.
const HIGHEST: f32 = 1.8;

/// The pictures of these parts, for paper.
fn pictures(shown: Shown<'_>, look: Look, parts: &[Part]) -> Vec<Picture> {
    let look = Look { dark: false, width: 720.0, within: true, text: TextAs::Text, ..look };
    let mut all = PictureOf::all(shown);
    all.retain(|of| parts.contains(&part_of(of)));
    shown.begin(Stage::Drawing, all.len());
    let drawn = all.iter().filter_map(|of| for_a_sheet(of, shown, look)).inspect(|_| shown.step());
    drawn.collect()
}

/// The part of a report that a picture stands in.
const fn part_of(picture: &PictureOf) -> Part {
    match picture {
        PictureOf::Timeline => Part::Timeline,
        PictureOf::Bridge(_) => Part::Reported,
        PictureOf::CutShort => Part::CutShort,
        PictureOf::Continuity => Part::Continuity,
        _ => Part::Plots,
    }
}

/// A picture with as many of its first rows as can be read on a sheet; it says itself how many there are.
fn for_a_sheet(of: &PictureOf, shown: Shown<'_>, mut look: Look) -> Option<Picture> {
    look.rows = look.rows.min(40);
    let mut drawn = picture(of, shown, look)?;
    // Rows are not all that is high: a few steps come near enough, and what has no rows stays as it is.
    for _ in 0..4 {
        let [width, height] = drawn.size;
        let over = height / (width * HIGHEST).max(1.0);
        let fewer = (look.rows as f32 / over) as usize;
        if over <= 1.0 || fewer < 5 {
            break;
        }
        look.rows = fewer;
        drawn = picture(of, shown, look)?;
    }
    Some(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Names;
    use crate::figure::card::Scene;
    use crate::format::{Sample, read_ron};
    use crate::i18n::Words;
    use crate::model::{Lang, Notes};
    use crate::query::{Answer, Filter, Index, Spread};

    #[test]
    fn what_stands_on_a_sheet_can_be_read_however_many_projects_there_are() {
        let mut text = Vec::new();
        Sample { projects: 400, seed: 7 }.write(&mut text).unwrap();
        let portfolio = read_ron(&text).unwrap().portfolio;
        let index = Index::of(&portfolio);
        let answer = Answer::to(&Filter::default(), &portfolio, &index);
        let (words, notes) = (Words::new(Lang::Es), Notes::default());
        let names = Names::new(&portfolio, &words);
        let scene = Scene { answer: &answer, names, index: &index, spread: Spread::Award, notes: &notes };
        let rows = &answer.rows;
        let events = &answer.events;
        let shown = Shown {
            scene,
            rows,
            order: &[],
            columns: &[],
            events,
            event_order: &[],
            event_columns: &[],
            today: "2026-11-24".parse().unwrap(),
            progress: None,
        };
        let drawn = pictures(shown, Look::default(), &Part::ALL);
        for slug in ["implementer", "timeline", "cut-short"] {
            let picture = drawn.iter().find(|picture| picture.slug == slug).unwrap();
            let [width, height] = picture.size;
            assert!(height <= width * HIGHEST && height > width * 0.9, "{slug}: {height} of {width}");
        }
    }
}
