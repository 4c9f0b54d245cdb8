//! Writing a file so that it is there whole or as it was: beside it, to the disk, then under its name.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces a file, or makes a new one; whatever fails, what stood there stays.
pub fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut std::fs::File>) -> io::Result<()>,
) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = beside(folder)?;
    let mut text = BufWriter::with_capacity(1 << 20, file.as_file_mut());
    write(&mut text)?;
    text.flush()?;
    drop(text);
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
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
