//! The report with its pictures, whole: as a PDF, and as a page that is opened back into the same view.

use super::cells::Rows;
use super::draw::{Look, PictureOf, TextAs, picture};
use super::report::{Paper, Part, PdfError, ReportOptions, report, write_html, write_pdf};
use super::stamp::{Stamp, stamped_page};
use super::{Picture, Shown};

/// The report as a PDF.
pub fn report_pdf(shown: Shown<'_>, of: Rows, look: Look, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let stamp = Some(Stamp::of(shown, of).to_text());
    let options = ReportOptions { paper, stamp, ..ReportOptions::default() };
    let mut bytes = Vec::new();
    write_pdf(&report(shown, &pictures(shown, look), &options), &mut bytes)?;
    Ok(bytes)
}

/// The report, or parts of it, as one page for a browser.
pub fn report_page(shown: Shown<'_>, of: Rows, look: Look, parts: Vec<Part>) -> String {
    let options = ReportOptions { parts, ..ReportOptions::default() };
    let mut page = Vec::new();
    // Writing into memory does not fail.
    let _ = write_html(&report(shown, &pictures(shown, look), &options), &mut page);
    let page = String::from_utf8_lossy(&page);
    match page.split_once("</head>") {
        Some((before, after)) => stamped_page(before, &format!("</head>{after}"), Stamp::of(shown, of)),
        None => page.into_owned(),
    }
}

/// All pictures of the set, for paper.
fn pictures(shown: Shown<'_>, look: Look) -> Vec<Picture> {
    let look = Look { dark: false, width: 720.0, within: true, text: TextAs::Text, ..look };
    PictureOf::all(shown).iter().filter_map(|of| picture(of, shown, look)).collect()
}
