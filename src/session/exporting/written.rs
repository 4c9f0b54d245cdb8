//! What a worker writes of an export: whole or not at all, and nothing once it was given up.

use std::io::{self, Write};
use std::path::Path;

use super::{Export, PictureLook};
use crate::export::draw::{PictureOf, picture, png};
use crate::export::iati::iati_xml;
use crate::export::report::Part;
use crate::export::{ExportError, Rows, Shown, about_csv, put_about, report_page, report_pdf, table_file, template};
use crate::format::{Progress, replace};
use crate::session::state::Session;
use crate::session::view::Tab;

/// Writes an export; what did not go into it, or why it could not be written.
pub(super) fn written(
    export: &Export,
    path: &Path,
    session: &Session,
    progress: &Progress,
) -> Result<Vec<String>, String> {
    let words = &session.words;
    let rows = if session.view.tab == Tab::Events { Rows::Events } else { Rows::Projects };
    let unwritten = |error: io::Error| ExportError::from(error).text(words);
    let replaced = |write: &mut dyn FnMut(&mut (dyn Write + Send)) -> io::Result<()>| {
        replace(path, |file| write(&mut Stoppable { file, progress })).map_err(&unwritten)
    };
    let drawn = |of: &PictureOf, look: PictureLook| {
        let drawn = session.with_shown(|shown| picture(of, shown, session.picture_look(look)));
        drawn.ok_or_else(|| words.t("take-nothing-drawn"))
    };
    match export {
        Export::Table(kind) => session.with_shown(|shown| {
            let shown = Shown { progress: Some(progress), ..shown };
            let mut left = Vec::new();
            replaced(&mut |mut file| {
                left = table_file(*kind, rows, shown, &mut file)?;
                Ok(())
            })?;
            let mut said: Vec<String> = left.iter().map(|left| left.text(words)).collect();
            if let Some(separator) = kind.separator() {
                let about = about_csv(shown, rows, separator);
                let told = put_about(path, words, |place| session.world.write(place, &about));
                said.splice(0..0, told);
            }
            Ok(said)
        }),
        Export::Iati => session.with_shown(|shown| {
            let mut left = Vec::new();
            replaced(&mut |mut file| {
                left = iati_xml(shown.scene.names.portfolio, shown.rows, Some(progress), &mut file)?;
                Ok(())
            })?;
            Ok(left.iter().map(|left| left.text(words)).collect())
        }),
        Export::Svg(of, look) => {
            let drawn = drawn(of, *look)?;
            replaced(&mut |file| file.write_all(drawn.svg.as_bytes())).map(|()| Vec::new())
        }
        Export::Png(of, look, scale) => {
            let drawn = drawn(of, *look)?;
            let bytes = png(&drawn, *scale).map_err(|undrawn| undrawn.told(words))?;
            replaced(&mut |file| file.write_all(&bytes)).map(|()| Vec::new())
        }
        Export::Pdf(paper) => {
            let look = session.picture_look(PictureLook::default());
            let made =
                session.with_shown(|shown| report_pdf(Shown { progress: Some(progress), ..shown }, rows, look, *paper));
            let bytes = made.map_err(|error| error.text(words))?;
            replaced(&mut |file| file.write_all(&bytes)).map(|()| Vec::new())
        }
        Export::Html => {
            let page = html(session, Part::ALL.to_vec(), progress);
            replaced(&mut |file| file.write_all(page.as_bytes())).map(|()| Vec::new())
        }
        Export::Template => {
            let mut bytes = io::Cursor::new(Vec::new());
            template(words, Some(session.records()), &mut bytes)
                .map_err(|error| ExportError::from(error).text(words))?;
            replaced(&mut |file| file.write_all(bytes.get_ref())).map(|()| Vec::new())
        }
    }
}

/// The report as a page that is opened back into the same view.
pub(super) fn html(session: &Session, parts: Vec<Part>, progress: &Progress) -> String {
    let rows = if session.view.tab == Tab::Events { Rows::Events } else { Rows::Projects };
    let look = session.picture_look(PictureLook::default());
    session.with_shown(|shown| report_page(Shown { progress: Some(progress), ..shown }, rows, look, parts))
}

/// A file that takes no more once its export was given up: what stood there stays.
pub(in crate::session) struct Stoppable<'a> {
    pub file: &'a mut (dyn Write + Send),
    pub progress: &'a Progress,
}

impl Write for Stoppable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.progress.is_cancelled() { Err(io::Error::other("given up")) } else { self.file.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
