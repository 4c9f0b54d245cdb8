//! Where the text that explains a CSV is put: beside its table, and never over a file that somebody else wrote. Knows
//! nothing of what stands in it but how this program begins and ends it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::ExportError;
use super::csv::about_name;
use super::stamp::{LINE, Stamp};
use crate::i18n::Words;
use crate::model::Lang;

/// So many names are tried.
const MOST_NAMES: usize = 1_000;

/// Puts the text beside its table with `write`. What is to be told of it, in the person's words: that it stands under
/// another name than expected, or why it could not be written. The table is there all the same.
pub fn put_about(table: &Path, words: &Words, write: impl FnOnce(&Path) -> io::Result<()>) -> Option<String> {
    let expected = table.with_extension(about_name(words.lang()));
    let place = place_of(table, words.lang());
    let taken = || io::Error::from(io::ErrorKind::AlreadyExists);
    match place.as_deref().ok_or_else(taken).and_then(write) {
        Err(error) => {
            let file = place.as_deref().unwrap_or(&expected);
            let args = [("file", name_of(file).into()), ("why", ExportError::from(error).text(words).into())];
            Some(words.tf("export-only-table-written", &args))
        }
        Ok(()) => place.filter(|place| *place != expected).map(|place| {
            words
                .tf("export-about-elsewhere", &[("file", name_of(&expected).into()), ("place", name_of(&place).into())])
        }),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Where nothing stands yet, or an earlier text of this program: `NAME.leeme.txt`, else `NAME.leeme-2.txt` and so on.
/// `None` where all those names are taken.
fn place_of(table: &Path, lang: Lang) -> Option<PathBuf> {
    let (name, ending) = about_name(lang).rsplit_once('.')?;
    let numbered = (2..MOST_NAMES).map(|n| table.with_extension(format!("{name}-{n}.{ending}")));
    std::iter::once(table.with_extension(about_name(lang))).chain(numbered).find(|path| is_free(path) || is_ours(path))
}

/// A link that leads nowhere is somebody's, too.
fn is_free(path: &Path) -> bool {
    matches!(path.symlink_metadata(), Err(error) if error.kind() == io::ErrorKind::NotFound)
}

/// Whether this program wrote a file as the text beside a table: it begins with that title and ends with the stamp. Who
/// added something below wrote it as well.
fn is_ours(path: &Path) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    let titles = [Lang::Es, Lang::En].map(|lang| Words::new(lang).t("export-about-title"));
    let longest = titles.iter().map(String::len).max().unwrap_or_default();
    let mut text = Vec::new();
    let begins = |text: &[u8]| titles.iter().any(|title| text.starts_with(title.as_bytes()));
    // What begins otherwise is not read on, however long it is.
    if file.by_ref().take(longest as u64).read_to_end(&mut text).is_err() || !begins(&text) {
        return false;
    }
    let Ok(text) = file.read_to_end(&mut text).map(|_| String::from_utf8_lossy(&text)) else { return false };
    text.trim_end().lines().last().and_then(|line| line.strip_prefix(LINE)).and_then(Stamp::parse).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_is_never_the_place() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let place = || place_of(&at("t.csv"), Lang::Es).unwrap();
        assert_eq!(place(), at("t.leeme.txt"));
        let title = Words::new(Lang::Es).t("export-about-title");
        for text in ["", "Mis notas", &title, "atalaya: {}"] {
            std::fs::write(at("t.leeme.txt"), text).unwrap();
            assert_eq!(place(), at("t.leeme-2.txt"), "{text}");
        }
        std::fs::create_dir(at("t.leeme-2.txt")).unwrap();
        assert_eq!(place(), at("t.leeme-3.txt"));
        assert_eq!(place_of(&at("t.csv"), Lang::En).unwrap(), at("t.readme.txt"));
    }
}
