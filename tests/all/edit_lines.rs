//! `atalaya edit` and `atalaya convert`, as a script uses them.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use atalaya::format::{embedded, read_ron};
use tempfile::TempDir;

struct Ran {
    code: i32,
    out: Vec<String>,
    err: String,
}

fn atalaya(home: &Path, args: &[&str], lines: &str) -> Ran {
    let mut program = Command::new(env!("CARGO_BIN_EXE_atalaya"));
    program.args(args).current_dir(home).env("HOME", home).env("LANG", "es_MX.UTF-8");
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        program.env_remove(name);
    }
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A home of its own with a copy of the embedded portfolio in it.
fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("mío.ron"), embedded()).unwrap();
    home
}

fn text(home: &TempDir, name: &str) -> String {
    fs::read_to_string(home.path().join(name)).unwrap()
}

#[test]
fn a_line_edits_and_save_keeps_the_former_version() {
    let home = home();
    let before = text(&home, "mío.ron");
    let ran = atalaya(
        home.path(),
        &["edit", "mío.ron"],
        "set projects senderos acronym \"SND\"\nset projects senderos amounts[0].value 4500000.50\nsave\n",
    );
    assert_eq!(
        (ran.code, ran.out),
        (0, vec!["done 1".to_owned(), "done 2".to_owned(), "saved 2".to_owned()]),
        "{}",
        ran.err
    );
    let after = text(&home, "mío.ron");
    let changed: Vec<_> = after.lines().filter(|line| !before.contains(line)).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(after.contains("acronym: \"SND\"") && after.contains("4500000.5"));
    assert_eq!(text(&home, "mío.bak.ron"), before);
}

#[test]
fn everything_can_be_undone_and_done_again() {
    let home = home();
    let before = text(&home, "mío.ron");
    let edits = "remove sources ocft-dol-path with-references\n\
        rename organizations padf fupad\n\
        copy projects senderos senderos-2\n\
        add themes (id: \"salud\", name: (es: \"Salud\"))\n\
        head updated \"2026-11-26\"\n\
        unset projects senderos summary\n";
    let ran =
        atalaya(home.path(), &["edit", "mío.ron"], &format!("{edits}history\nundo 6\nsave\nredo 6\nsave b.ron\n"));
    assert_eq!(ran.code, 0, "{}{:?}", ran.err, ran.out);
    assert!(ran.out.iter().any(|line| line.starts_with("* cambiar la clave de")), "{:?}", ran.out);
    assert_eq!(text(&home, "mío.ron"), before, "all was taken back: the same bytes");
    let portfolio = read_ron(text(&home, "b.ron").as_bytes()).unwrap();
    assert_eq!(portfolio.problems, []);
    let portfolio = portfolio.portfolio;
    assert!(portfolio.organizations.has("fupad") && !portfolio.organizations.has("padf"));
    assert!(
        !portfolio.sources.has("ocft-dol-path")
            && portfolio.themes.has("salud")
            && portfolio.projects.has("senderos-2")
    );
}

#[test]
fn what_cannot_be_done_is_said_and_the_rest_goes_on() {
    let home = home();
    let lines = "set projects nadie acronym \"X\"\nset projects senderos start \"2023-13\"\nset projects senderos zapato 43\n\
        add themes (id: \"osh\", name: ())\nbaila\nset projects senderos acronym \"SND\"\nsave\n";
    let ran = atalaya(home.path(), &["edit", "mío.ron"], lines);
    assert_eq!(ran.out.iter().filter(|line| *line == "failed").count(), 5, "{:?}", ran.out);
    assert_eq!((ran.code, ran.out.last().unwrap().as_str()), (1, "saved 1"));
    for said in ["«nadie»", "2023-13", "zapato", "«osh»", "baila"] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
}

#[test]
fn unsaved_work_is_kept_and_recovered() {
    let home = home();
    let before = text(&home, "mío.ron");
    let lines = "set projects senderos acronym \"SND\"\nrename themes osh sst\nremove events ev-1\n";
    let ran = atalaya(home.path(), &["edit", "mío.ron"], lines);
    assert!(ran.code == 1 && ran.out.contains(&"kept 2".to_owned()), "{:?}{}", ran.out, ran.err);
    assert_eq!(text(&home, "mío.ron"), before);
    let ran = atalaya(home.path(), &["edit", "mío.ron"], "recover\nsave\n");
    assert!(ran.err.contains("Hay trabajo sin guardar"), "{}", ran.err);
    assert_eq!((ran.code, ran.out.last().unwrap().as_str()), (0, "saved 1"), "{}", ran.err);
    let read = read_ron(text(&home, "mío.ron").as_bytes()).unwrap();
    assert_eq!(read.problems, []);
    assert!(read.portfolio.themes.has("sst") && !read.portfolio.themes.has("osh"));
    assert_eq!(read.portfolio.projects.find("senderos").unwrap().acronym.as_deref(), Some("SND"));
    let ran = atalaya(home.path(), &["edit", "mío.ron"], "recover\n");
    assert!(ran.out == ["failed"] && ran.err.contains("No hay trabajo resguardado"), "{}", ran.err);
}

/// What a total measures is taken by the name that people read, and what is none of the known is named.
#[test]
fn what_a_total_measures_is_taken_by_its_name() {
    let home = home();
    let of_file = read_ron(text(&home, "mío.ron").as_bytes()).unwrap().portfolio;
    let id = of_file.reported_totals.iter().next().unwrap().id.clone();
    let measures = || {
        let read = read_ron(text(&home, "mío.ron").as_bytes()).unwrap();
        read.portfolio.reported_totals.iter().next().unwrap().measures.clone()
    };
    let edit = |lines: &str| atalaya(home.path(), &["edit", "mío.ron"], lines);
    let ran = edit(&format!("set reported_totals {id} measures \"becas\"\ncheck\nsave\n"));
    assert!(ran.out.iter().any(|line| line.contains("«becas»") && line.contains("no se compara")), "{:?}", ran.out);
    assert_eq!(measures(), "becas");
    let ran = edit(&format!("set reported_totals {id} measures \"Asistencia cancelada\"\ncheck\nsave\n"));
    assert!(ran.out.contains(&"problems 0".to_owned()), "{:?}", ran.out);
    assert_eq!(measures(), "cancelled assistance");
}

#[test]
fn a_file_that_somebody_else_wrote_is_not_overwritten() {
    let home = home();
    let path = home.path().join("mío.ron");
    let mut program = Command::new(env!("CARGO_BIN_EXE_atalaya"));
    program.args(["edit", "mío.ron"]).current_dir(home.path()).env("HOME", home.path()).env("LANG", "es_MX.UTF-8");
    program.env_remove("XDG_DATA_HOME");
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = child.stdin.take().unwrap();
    let mut said = std::io::BufReader::new(child.stdout.take().unwrap());
    lines.write_all(b"set projects senderos acronym \"SND\"\n").unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut said, &mut line).unwrap();
    assert_eq!(line, "done 1\n");
    let theirs = text(&home, "mío.ron").replace("SENDEROS", "OTROS");
    fs::write(&path, &theirs).unwrap();
    lines.write_all(b"save\nsave aparte.ron\n").unwrap();
    drop(lines);
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("otro programa cambió el archivo"));
    assert_eq!(text(&home, "mío.ron"), theirs);
    assert!(text(&home, "aparte.ron").contains("\"SND\""));
}

#[test]
fn convert_gives_the_same_bytes() {
    let home = home();
    let odd = format!(
        "// arriba\r\n{}// abajo",
        text(&home, "mío.ron").replace("schema: 1,", "schema: 1, mañana: [1, (x: 2)],")
    );
    fs::write(home.path().join("raro.ron"), &odd).unwrap();
    let ran = atalaya(home.path(), &["convert", "raro.ron", "igual.ron"], "");
    assert_eq!((ran.code, text(&home, "igual.ron")), (0, odd), "{}", ran.err);
    let ran = atalaya(home.path(), &["convert", "nadie.ron", "x.ron"], "");
    assert!(ran.code == 2 && ran.err.contains("nadie.ron") && !home.path().join("x.ron").exists());
}

#[test]
fn a_record_without_a_name_is_saved_kept_and_recovered() {
    let home = home();
    let lines = "set projects senderos acronym \"IMPORTANTE\"\nset projects senderos name ()\n\
        add projects (id: \"nuevo\", name: (), summary: (es: \"Más\"))\nhead title ()\nadd themes (id: \"t\", name: ())\n";
    let ran = atalaya(home.path(), &["edit", "mío.ron"], lines);
    assert!(ran.out.contains(&"kept 5".to_owned()), "{:?}{}", ran.out, ran.err);
    let ran = atalaya(home.path(), &["edit", "mío.ron"], "recover\nsave\n");
    assert_eq!(ran.code, 0, "{:?}{}", ran.out, ran.err);
    let read = read_ron(text(&home, "mío.ron").as_bytes()).unwrap();
    let project = read.portfolio.projects.find("senderos").unwrap();
    assert_eq!((project.acronym.as_deref(), project.name.is_empty()), (Some("IMPORTANTE"), true));
    assert!(read.portfolio.projects.has("nuevo") && read.portfolio.themes.has("t"));
    assert!(read.portfolio.header.title.is_empty());
    let ran = atalaya(home.path(), &["edit", "mío.ron"], "head schema 2\n");
    assert!(ran.out == ["failed"] && ran.err.contains("La versión del formato"), "{}", ran.err);
}

#[test]
fn recovered_work_keeps_what_others_wrote_meanwhile() {
    let home = home();
    let edit = |lines: &str| atalaya(home.path(), &["edit", "mío.ron"], lines);
    edit("set projects senderos acronym \"MINE\"\nset projects senderos agreement_number \"MINE-1\"\n");
    let ran = edit(
        "set projects senderos notes.es \"De ellos\"\nset projects senderos agreement_number \"THEIRS-1\"\nsave\n",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = edit("recover\nsave\n");
    assert!(ran.code == 0 && ran.err.contains("también en el archivo"), "{}", ran.err);
    for said in ["aquí «MINE-1»", "en el archivo «THEIRS-1»", "set projects senderos agreement_number \"THEIRS-1\""]
    {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let read = read_ron(text(&home, "mío.ron").as_bytes()).unwrap();
    let project = read.portfolio.projects.find("senderos").unwrap();
    assert_eq!(project.acronym.as_deref(), Some("MINE"));
    assert_eq!(project.notes.es.as_deref(), Some("De ellos"));
    assert_eq!(project.agreement_number.as_deref(), Some("MINE-1"));
}

#[test]
fn another_file_is_not_overwritten_and_bytes_that_are_no_text_are_passed_over() {
    let home = home();
    fs::write(home.path().join("otro.ron"), "precious").unwrap();
    let ran = atalaya(
        home.path(),
        &["edit", "mío.ron"],
        "set projects senderos acronym \"X\"\nsave otro.ron\nsave mío.ron\n",
    );
    assert!(ran.err.contains("otro.ron ya existe") && ran.out.last().unwrap() == "saved 1", "{}{:?}", ran.err, ran.out);
    assert_eq!(text(&home, "otro.ron"), "precious");
    let ran = atalaya(home.path(), &["edit", "mío.ron"], "save nada/otro.ron\n");
    assert!(ran.err.contains("nada/otro.ron"), "{}", ran.err);
}

#[test]
fn a_file_keeps_its_line_endings() {
    let home = home();
    let windows = text(&home, "mío.ron").replace('\n', "\r\n");
    fs::write(home.path().join("mío.ron"), &windows).unwrap();
    let lines = "copy projects senderos dos\nset projects senderos status active\nadd themes (id: \"t\", name: (es: \"T\"))\nsave\n";
    let ran = atalaya(home.path(), &["edit", "mío.ron"], lines);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let after = text(&home, "mío.ron");
    assert!(after.len() > windows.len() && after.replace("\r\n", "").find('\n').is_none());
}

/// What a later version of the format says of a record is said of its copy as well: saved at once, or kept first.
#[test]
fn a_copy_has_what_its_origin_has_also_when_it_is_recovered() {
    let home = home();
    let later = text(&home, "mío.ron").replace("id: \"senderos\",", "id: \"senderos\", mood: \"good\",");
    fs::write(home.path().join("mío.ron"), &later).unwrap();
    let lines = "copy projects senderos dos\ncopy projects dos tres\nset projects tres acronym \"T\"\nundo 2\nredo 2\n";
    let kept = atalaya(home.path(), &["edit", "mío.ron"], lines);
    assert!(kept.out.last().is_some_and(|line| line.starts_with("kept")), "{:?} {}", kept.out, kept.err);
    for (lines, count) in
        [("recover\nsave\n", 3), ("rename projects dos cuatro\ncopy projects cuatro cinco\nsave\n", 4)]
    {
        let ran = atalaya(home.path(), &["edit", "mío.ron"], lines);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let after = text(&home, "mío.ron");
        assert_eq!(after.matches("mood: \"good\"").count(), count, "{after}");
    }
    assert!(text(&home, "mío.ron").contains("id: \"tres\", mood: \"good\""));
}

#[test]
fn the_id_of_a_record_that_cannot_be_read_is_taken() {
    let home = home();
    let broken = text(&home, "mío.ron").replace("id: \"senderos\",", "id: \"senderos\", start: \"2020-13\",");
    fs::write(home.path().join("mío.ron"), &broken).unwrap();
    let ran =
        atalaya(home.path(), &["edit", "mío.ron"], "add projects (id: \"senderos\", name: (es: \"Otro\"))\ncheck\n");
    assert!(ran.err.contains("que no se pudo leer"), "{}", ran.err);
    let problems = ran.out.iter().filter(|line| line.contains("senderos")).count();
    assert!(problems >= 1 && !ran.out.contains(&"problems 0".to_owned()), "{:?}", ran.out);
}

#[test]
fn what_a_line_lacks_is_said_with_how_it_is_written() {
    let home = home();
    for (line, told) in [
        (
            "set projects senderos acronym",
            "Se escribe así: set LISTA CLAVE CAMPO VALOR. Por ejemplo: set projects senderos acronym \"SEN\". Para dejar el campo sin dato: unset LISTA CLAVE CAMPO.",
        ),
        ("remove projects", "Se escribe así: remove LISTA CLAVE [with-references]."),
        ("undo todo", "Se escribe así: undo [N]."),
        ("borra todo", "Existen: set, unset, add, copy"),
        ("set projects senderos siglas \"S\"", "Los que hay: id, name, name_ours, acronym"),
        ("set projects senderos amounts[9].value 3", "Los que hay: [0], "),
        ("head currency", "Para dejar el campo sin dato: unhead CAMPO."),
    ] {
        let ran = atalaya(home.path(), &["edit", "mío.ron"], line);
        assert!(ran.err.contains(told), "{line}: {}", ran.err);
        assert_eq!((ran.code, ran.out.last().map(String::as_str)), (1, Some("failed")));
    }
    let ran = atalaya(home.path(), &["edit", "mío.ron"], "help");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains(&"set LISTA CLAVE CAMPO VALOR".to_owned()) && ran.out.len() == 18, "{:?}", ran.out);
}
