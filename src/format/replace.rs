//! Writing a file so that it is there whole or as it was: beside it, to the disk, then under its name, and the folder
//! that says so to the disk.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces a file, or makes a new one; whatever fails, what stood there stays.
pub fn replace(path: &Path, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> io::Result<()> {
    put_in_place(path, write, || Ok(()))?;
    sync_folder(folder_of(path))
}

/// The folder that a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// As [`replace`], before the folder is on the disk. `before_rename` is called when the new text is on the disk and not
/// yet under its name.
pub(super) fn put_in_place(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    before_rename: impl FnOnce() -> io::Result<()>,
) -> io::Result<File> {
    let mut file = beside(folder_of(path))?;
    if let Ok(about) = std::fs::metadata(path) {
        // Who may read the file may read the new one as well; where that cannot be kept, the system's rule holds.
        let _ = file.as_file().set_permissions(about.permissions());
    }
    let mut text = BufWriter::with_capacity(1 << 20, file.as_file_mut());
    write(&mut text)?;
    text.flush()?;
    drop(text);
    file.as_file().sync_all()?;
    before_rename()?;
    Ok(file.persist(path)?)
}

/// Puts on the disk which files a folder has.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A file that may be read by whom the system lets read new files, as any other that a person saves.
#[cfg(unix)]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}
