//! Kept work that was saved after all: where a program ends between a save and the end of what was kept, the next start
//! must not take back what was saved. Before a file gets its new text a mark beside the kept work says which text that is.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::format::{self, Fingerprint};

/// Kept work that is about to be saved. Goes to the worker that saves.
#[derive(Clone, Debug)]
pub struct Superseding {
    path: PathBuf,
    kept: Fingerprint,
}

/// Which kept work is of no more use once a file has this text.
#[derive(Debug, Serialize, Deserialize)]
struct Mark {
    kept: Fingerprint,
    file: PathBuf,
    text: Fingerprint,
}

impl Superseding {
    /// The work that is kept here, if there is any.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Some(Self { kept: Fingerprint::of(path).ok()?, path: path.to_owned() })
    }

    /// A file is about to have this text, in which that work is. Where that cannot be noted, the work is offered once more,
    /// and differs from what was saved since: told as any other difference.
    pub fn by(&self, file: &Path, text: Fingerprint) {
        let Ok(file) = std::path::absolute(file) else { return };
        let Ok(mark) = ron::to_string(&Mark { kept: self.kept, file, text }) else { return };
        let _ = format::replace(&mark_of(&self.path), |out| out.write_all(mark.as_bytes()));
    }
}

/// Whether a file has the text that the kept work here went into.
pub(super) fn is_superseded(path: &Path) -> bool {
    let mark = fs::read_to_string(mark_of(path)).ok().and_then(|text| ron::from_str::<Mark>(&text).ok());
    let is = |file: &Path, known: Fingerprint| Fingerprint::of(file).is_ok_and(|now| now == known);
    mark.is_some_and(|mark| is(path, mark.kept) && is(&mark.file, mark.text))
}

/// Takes the mark away.
pub(super) fn unmark(path: &Path) {
    let _ = fs::remove_file(mark_of(path));
}

fn mark_of(path: &Path) -> PathBuf {
    path.with_extension("saved")
}

#[cfg(test)]
mod tests {
    use super::super::keeper::{Keeper, found};
    use super::*;
    use crate::format::{Merge, RecoveryOf, read_ron, write_recovery};
    use crate::model::Entry;

    /// Work on a file that was kept, as the text of a recovery.
    fn kept(file: &Path, acronym: &str) -> String {
        let read = read_ron(format::embedded()).unwrap();
        let mut project = (*read.portfolio.projects.get(0).unwrap()).clone();
        project.acronym = Some(acronym.to_owned());
        let merge = Merge { records: vec![(None, Entry::Project(Box::new(project)))], ..Merge::default() };
        let of = RecoveryOf::new(Some(file.to_owned()), false, "p".to_owned(), "now".to_owned());
        write_recovery(of, &merge, &read.portfolio.header)
    }

    #[test]
    fn what_was_saved_is_not_offered_again_and_what_was_not_is() {
        for (saved_text, kept_since, offered) in [
            // The save came to its end; it did not; the file is somebody else's by now; more was kept while it was saved.
            (Some("new"), None, 0),
            (None, None, 1),
            (Some("another"), None, 1),
            (Some("new"), Some("N2"), 1),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("p.ron");
            fs::write(&file, "old").unwrap();
            let (new, recoveries) = (folder.path().join("new"), folder.path().join("recovery"));
            fs::write(&new, "new").unwrap();
            let mut keeper = Keeper::new(Some(recoveries.clone()));
            keeper.keep_at_once(1, || kept(&file, "N1")).unwrap();
            keeper.superseding().unwrap().by(&file, Fingerprint::of(&new).unwrap());
            if let Some(text) = saved_text {
                fs::write(&file, text).unwrap();
            }
            if let Some(acronym) = kept_since {
                keeper.keep_at_once(2, || kept(&file, acronym)).unwrap();
            }
            // Killed: nothing is forgotten.
            drop(keeper);
            assert_eq!(found(&recoveries).len(), offered, "{saved_text:?} {kept_since:?}");
            assert_eq!(fs::read_dir(&recoveries).unwrap().count() > 0, offered > 0, "nothing is left behind");
        }
    }
}
