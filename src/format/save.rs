//! Saving a portfolio: the new text beside the old one, to the disk, under its name, and the folder to the disk; the
//! former version stays as a backup. Whatever fails on the way, the file is there as it was.

use std::cell::RefCell;
use std::error::Error;
use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::io::{self, ErrorKind, Read as _, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde::{Deserialize, Serialize};

use super::edits::Written;
use super::progress::{Progress, Stage};
use super::replace::{folder_of, put_in_place, replace, sync_folder};
use crate::i18n::Words;

/// Beyond this size it is only looked at how long a file is and when it was written, not at what is in it.
const DIGESTED: u64 = 64 << 20;
/// How long another window may take that is saving the same file.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long a file's name may be, in bytes, on most systems.
const LONGEST_NAME: usize = 255;

/// What a file was when it was read or written: another window or program that wrote it since has left another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    digest: Option<u64>,
}

impl Stamp {
    /// The stamp of a file as it is.
    pub fn of(path: &Path) -> io::Result<Self> {
        let about = fs::metadata(path)?;
        let digest = (about.len() <= DIGESTED && about.is_file()).then(|| digest(path)).transpose()?;
        Ok(Self { length: about.len(), modified: about.modified().ok(), digest })
    }

    /// Whether the file is still the same: its text decides, where that is known, and not when it was touched.
    pub fn is_that_of(&self, path: &Path) -> io::Result<bool> {
        let about = fs::metadata(path)?;
        if (about.len(), about.modified().ok()) == (self.length, self.modified) {
            return Ok(true);
        }
        let same = self.digest.is_some() && about.len() == self.length && Some(digest(path)?) == self.digest;
        Ok(same)
    }
}

/// Tells texts apart; always the same for the same text.
#[derive(Default)]
struct Digest(std::hash::DefaultHasher);

impl Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn digest(path: &Path) -> io::Result<u64> {
    let mut digest = Digest::default();
    // A file that grows while it is read is not read for ever.
    io::copy(&mut File::open(path)?.take(DIGESTED + 1), &mut digest)?;
    Ok(digest.0.finish())
}

/// What tells the whole text of a file from any other, to the same program later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    length: u64,
    digest: u64,
}

impl Fingerprint {
    /// That of a file as it is.
    pub fn of(path: &Path) -> io::Result<Self> {
        let mut digest = Digest::default();
        let length = io::copy(&mut File::open(path)?, &mut digest)?;
        Ok(Self { length, digest: digest.0.finish() })
    }
}

/// Why a portfolio was not saved. The file is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSaved {
    /// Somebody else wrote the file since it was read or saved.
    #[error("the file was changed by another program")]
    ChangedOutside,
    /// The file is marked as one that must not be written.
    #[error("the file is read-only")]
    ReadOnly,
    /// The system does not let the person write there.
    #[error("no permission")]
    Denied,
    /// The folder is gone.
    #[error("the folder is gone")]
    NoFolder,
    /// A folder stands under the name.
    #[error("a folder has this name")]
    AFolder,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The name is too long for the system.
    #[error("the name is too long")]
    NameTooLong,
    /// Another window is saving the same file, and does not come to an end.
    #[error("another window is saving it")]
    Busy,
    /// The text would not read as what was meant.
    #[error("the text would not read as it is meant")]
    NotAsMeant,
    /// The program failed at it.
    #[error("the program failed")]
    Failed,
    /// The person gave it up.
    #[error("given up")]
    GivenUp,
    /// The file has the new text, but the disk does not say that it would survive a power cut; with its stamp.
    #[error("not flushed: {1}")]
    NotFlushed(Box<Stamp>, String),
    /// As the system says it.
    #[error("{0}")]
    System(String),
}

impl From<io::Error> for NotSaved {
    fn from(error: io::Error) -> Self {
        Self::of(&error)
    }
}

impl NotSaved {
    /// Why something was not written, by what the system says.
    pub fn of(error: &io::Error) -> Self {
        if error.get_ref().is_some_and(<dyn Error + Send + Sync>::is::<GivenUp>) {
            return Self::GivenUp;
        }
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder,
            ErrorKind::IsADirectory => Self::AFolder,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::InvalidFilename => Self::NameTooLong,
            _ => Self::System(error.to_string()),
        }
    }
}

impl NotSaved {
    /// What went wrong, without anything of the file or the system's words: for a log.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::ChangedOutside => "changed outside",
            Self::ReadOnly => "read-only",
            Self::Denied => "denied",
            Self::NoFolder => "no folder",
            Self::AFolder => "a folder",
            Self::Full => "full",
            Self::NameTooLong => "name too long",
            Self::Busy => "busy",
            Self::NotAsMeant => "not as meant",
            Self::Failed => "failed",
            Self::GivenUp => "given up",
            Self::NotFlushed(..) => "not flushed",
            Self::System(_) => "system",
        }
    }

    /// In the person's words: why, and what to do.
    pub fn text(&self, words: &Words, file: &str) -> String {
        words.tf("not-saved-portfolio", &[("file", file.into()), ("why", self.why(words).into())])
    }

    /// Why alone, in the person's words: what the system says only where there are none.
    pub fn why(&self, words: &Words) -> String {
        match self {
            Self::ChangedOutside => words.t("not-saved-changed"),
            Self::ReadOnly => words.t("not-saved-read-only"),
            Self::Denied => words.t("not-saved-denied"),
            Self::NoFolder => words.t("not-saved-no-folder"),
            Self::AFolder => words.t("not-saved-a-folder"),
            Self::Full => words.t("not-saved-full"),
            Self::NameTooLong => words.t("not-saved-name"),
            Self::Busy => words.t("not-saved-busy"),
            Self::NotAsMeant => words.t("not-saved-not-as-meant"),
            Self::Failed => words.t("not-saved-failed"),
            Self::GivenUp => words.t("not-saved-given-up"),
            Self::NotFlushed(_, why) => words.tf("not-saved-not-flushed", &[("why", why.into())]),
            Self::System(why) => words.tf("not-saved-system", &[("why", why.into())]),
        }
    }
}

/// Saves a text as a file. Where a stamp is given, only if the file is still the one that it was taken of. What stood
/// there before is kept as [`backup_of`] it. `about_to` is told which file is to have which text, once that is on the disk
/// and before it has the name. `progress` is told how much of it is written, and may ask for it to be given up.
pub fn save(
    path: &Path,
    written: &Written,
    expected: Option<&Stamp>,
    progress: &Progress,
    about_to: impl FnOnce(&Path, Fingerprint),
) -> Result<Stamp, NotSaved> {
    // Whoever saves through a link means the file that it leads to.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let lock = match fs::metadata(&target) {
        Ok(about) if about.permissions().readonly() => return Err(NotSaved::ReadOnly),
        Ok(about) if about.is_dir() => return Err(NotSaved::Denied),
        // Where only the folder may be written, the file would be replaced all the same.
        Ok(_) if !can_be_written(&target) => return Err(NotSaved::ReadOnly),
        Ok(_) => locked(&target)?,
        Err(_) => None,
    };
    match expected.map(|stamp| stamp.is_that_of(&target)) {
        Some(Ok(false)) => return Err(NotSaved::ChangedOutside),
        // A file that is gone is nobody's: it is written anew where its folder is still there.
        Some(Err(error)) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let counts = RefCell::new((Digest::default(), 0));
    let counted = || {
        let counts = counts.borrow();
        Fingerprint { length: counts.1, digest: counts.0.0.finish() }
    };
    let before_rename = || {
        keep_backup(&target)?;
        about_to(&target, counted());
        // Windows does not put a file in the place of one that is open.
        drop(lock);
        Ok(())
    };
    let write = |file: &mut (dyn Write + Send)| {
        progress.enter(Stage::Writing, written.len());
        let (digest, length) = &mut *counts.borrow_mut();
        written.write(&mut Counted { file, digest, length, progress })
    };
    let file = put_in_place(&target, write, before_rename)?;
    let modified = file.metadata().and_then(|about| about.modified()).ok();
    let Fingerprint { length, digest } = counted();
    let stamp = Stamp { length, modified, digest: (length <= DIGESTED).then_some(digest) };
    sync_folder(folder_of(&target))
        .map_err(|error| NotSaved::NotFlushed(Box::new(stamp.clone()), error.to_string()))?;
    Ok(stamp)
}

/// Ends the writing of a text that the person gave up; nothing else ends it as that.
#[derive(Debug, thiserror::Error)]
#[error("given up")]
struct GivenUp;

struct Counted<'a> {
    file: &'a mut dyn Write,
    digest: &'a mut Digest,
    length: &'a mut u64,
    progress: &'a Progress,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.progress.is_cancelled() {
            return Err(io::Error::other(GivenUp));
        }
        let count = self.file.write(bytes)?;
        self.progress.more(count);
        self.digest.write_all(bytes.get(..count).unwrap_or(&[]))?;
        *self.length += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The file, locked against other windows that save it; `None` where the system knows no locks.
fn locked(path: &Path) -> Result<Option<File>, NotSaved> {
    let Ok(file) = File::open(path) else { return Ok(None) };
    let asked = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) if asked.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => return Err(NotSaved::Busy),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
}

/// Whether the system lets the person write this file, as far as it says so before anything is written.
pub fn can_be_written(path: &Path) -> bool {
    let marked = fs::metadata(path).is_ok_and(|about| about.permissions().readonly());
    let refused =
        |error: io::Error| matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    !marked && !File::options().write(true).open(path).is_err_and(refused)
}

/// Where the former version of a file is kept: beside it, with an ending that opens it.
pub fn backup_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "ron"));
    let most = LONGEST_NAME.saturating_sub(ending.len() + ".bak.".len());
    let mut cut = stem.len().min(most);
    while !stem.is_char_boundary(cut) {
        cut -= 1;
    }
    path.with_file_name(format!("{}.bak.{ending}", stem.get(..cut).unwrap_or(stem)))
}

/// Keeps what stands under this name as a backup: under both names until the new text takes the first.
fn keep_backup(path: &Path) -> io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let backup = backup_of(path);
    let folder = folder_of(path);
    let beside = tempfile::Builder::new().prefix(".atalaya").make_in(folder, |name| fs::hard_link(path, name));
    if let Ok(linked) = beside {
        linked.into_temp_path().persist(&backup).map_err(|error| error.error)?;
    } else {
        // Not every file system has links.
        replace(&backup, |out| io::copy(&mut File::open(path)?, out).map(|_| ()))?;
    }
    sync_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn what_is_given_up_while_it_is_written_leaves_what_stood_there() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a.ron");
        fs::write(&file, "before").unwrap();
        let read = crate::format::read_ron(crate::format::embedded()).unwrap();
        let written = Written::of(&read.text, &crate::format::Edits::default());
        let progress = Progress::default();
        progress.cancel();
        let done = save(&file, &written, None, &progress, |_, _| panic!("nothing is about to be there"));
        assert_eq!(done, Err(NotSaved::GivenUp));
        assert_eq!(fs::read(&file).unwrap(), b"before");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "nor does anything stand beside it");
        let progress = Progress::default();
        save(&file, &written, None, &progress, |_, _| ()).unwrap();
        let whole = written.len() as u64;
        assert_eq!((progress.seen(), fs::metadata(&file).unwrap().len()), ((whole, whole, 0), whole));
    }

    #[test]
    fn what_fails_by_itself_is_told_also_where_it_was_given_up_meanwhile() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a.ron");
        let read = crate::format::read_ron(crate::format::embedded()).unwrap();
        let written = Written::of(&read.text, &crate::format::Edits::default());
        let progress = Progress::default();
        let done = save(&file, &written, None, &progress, |target, _| {
            progress.cancel();
            fs::create_dir(target).unwrap();
        });
        assert!(!matches!(done, Ok(_) | Err(NotSaved::GivenUp)), "a folder took the name: {done:?}");
    }

    #[test]
    fn what_the_system_says_is_put_into_words() {
        let words = Words::new(Lang::Es);
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a");
        fs::write(&file, "").unwrap();
        let why = |path: &Path| NotSaved::of(&replace(path, |_| Ok(())).unwrap_err()).why(&words);
        // No folder, a file for a folder, a folder for a file.
        for path in [home.path().join("nadie/x.ron"), file.join("x.ron"), home.path().to_owned()] {
            let why = why(&path);
            assert!(why.contains("carpeta") && !why.contains("os error"), "{why}");
        }
        for kind in [ErrorKind::PermissionDenied, ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem] {
            assert!(!NotSaved::of(&kind.into()).why(&words).contains("el sistema dice"), "{kind}");
        }
    }
}
