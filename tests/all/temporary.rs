//! A long table goes through temporary files: where these cannot be written, that is said in a sentence, what stood at the
//! place of the export stays, and nothing looks like a crash.

#![cfg(unix)]
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn atalaya(temporary: &Path, args: &[&Path]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_atalaya"));
    program.args(args).env("LANG", "es_MX.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    program.env_remove("LANGUAGE").env("TMPDIR", temporary).output().unwrap()
}

/// A portfolio with more records than a sheet holds in memory.
fn many(home: &Path) -> PathBuf {
    let file = home.join("muchos.ron");
    let topic = |n: usize| format!("(id: \"t{n}\", name: (es: \"Tema {n}\")),\n");
    let topics = (0..20_100).map(topic).collect::<Vec<_>>().concat();
    let text = format!(
        "(schema: 1, title: (es: \"Muchos\"), topics: [\n{topics}], projects: [(id: \"p\", name: (es: \"Uno\"))])"
    );
    std::fs::write(&file, text).unwrap();
    file
}

/// A workbook with more projects than a sheet holds in memory, of which somebody changed one on the sheet that is for
/// people.
fn long_and_changed(home: &Path) -> PathBuf {
    let project = |n: usize| format!("(id: \"p{n}\", name: (es: \"Proyecto {n}\")),\n");
    let projects = (0..20_100).map(project).collect::<Vec<_>>().concat();
    let (file, book) = (home.join("largo.ron"), home.join("largo.xlsx"));
    std::fs::write(&file, format!("(schema: 1, title: (es: \"Largo\"), projects: [\n{projects}])")).unwrap();
    assert!(atalaya(home, &[Path::new("convert"), &file, &book]).status.success());
    let mut open: calamine::Xlsx<_> = calamine::open_workbook(&book).unwrap();
    let mut copy = rust_xlsxwriter::Workbook::new();
    for name in calamine::Reader::sheet_names(&open) {
        let page = copy.add_worksheet().set_name(&name).unwrap();
        for (row, column, cell) in calamine::Reader::worksheet_range(&mut open, &name).unwrap().used_cells() {
            let (row, column) = (row as u32, column as u16);
            match cell {
                calamine::Data::Float(number) => page.write_number(row, column, *number).unwrap(),
                calamine::Data::String(text) if name == "Proyectos" && text == "Proyecto 77" => {
                    page.write_string(row, column, "otra cosa").unwrap()
                }
                other => page.write_string(row, column, other.to_string()).unwrap(),
            };
        }
    }
    copy.save(&book).unwrap();
    book
}

#[test]
fn what_was_changed_in_a_long_export_is_told_without_temporary_files() {
    let home = tempfile::tempdir().unwrap();
    let book = long_and_changed(home.path());
    let done = atalaya(&home.path().join("nadie"), &[Path::new("convert"), &book, &home.path().join("otro.ron")]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(done.status.success() && !said.contains("panicked"), "{said}");
    assert!(said.contains("«otra cosa»"), "{said}");
}

/// A folder on a disk of its own with so little room, where that can be had.
struct Small(PathBuf);

impl Small {
    fn at(folder: PathBuf) -> Option<Self> {
        std::fs::create_dir(&folder).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "none"]).arg(&folder).output();
        mount.is_ok_and(|done| done.status.success()).then_some(Self(folder))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn temporary_files_that_cannot_be_written_are_said_in_a_sentence() {
    let home = tempfile::tempdir().unwrap();
    let file = many(home.path());
    let book = home.path().join("libro.xlsx");
    std::fs::write(&book, "lo de antes").unwrap();
    let told = |temporary: &Path| {
        let done = atalaya(temporary, &[Path::new("convert"), &file, &book]);
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert!(!said.contains("panicked") && !said.contains("os error"), "{said}");
        assert!(said.contains("libro.xlsx") && said.contains(&*temporary.display().to_string()), "{said}");
        assert_eq!(std::fs::read(&book).unwrap(), b"lo de antes");
        said
    };
    // A folder that is not there, and one that is a file.
    for temporary in [home.path().join("nadie"), file.clone()] {
        let said = told(&temporary);
        assert!(said.contains("no se puede escribir en la carpeta de archivos temporales"), "{said}");
    }
    if let Some(small) = Small::at(home.path().join("chica")) {
        assert!(told(&small.0).contains("está llena"));
    } else {
        eprintln!("left out: a small disk could not be mounted");
    }
    let done = atalaya(home.path(), &[Path::new("convert"), &file, &book]);
    assert!(done.status.success() && std::fs::metadata(&book).unwrap().len() > 100_000);
}
