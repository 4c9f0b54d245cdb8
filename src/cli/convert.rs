//! `atalaya convert`: a portfolio, or the records of a filter, written to a file of the form that its name asks for.

mod input;

use std::path::Path;

use input::read_input;

use super::args::ConvertArgs;
use super::{FAILED, GOOD, called, complain};
use crate::export::iati::iati_xml;
use crate::export::{self, ExportError, Left, Rows, Separator, Shown, TableKind, about_csv, put_about, table_file};
use crate::figure::Names;
use crate::figure::card::Scene;
use crate::format::{self, Edits, Written, replace};
use crate::i18n::Words;
use crate::model::{Day, Notes};
use crate::query::{self as questions, Answer, Column, EventColumn, Index, Spread};

/// The form of the file to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Ron,
    Table(TableKind),
    Iati,
}

const FORMS: &str = ".ron, .csv, .xlsx, .json, .xml";

/// Writes the file; what keeps it from being read or written is said, and what stood there stays.
pub(super) fn run(args: &ConvertArgs) -> u8 {
    let words = Words::new(args.lang);
    let [_, out] = &args.files;
    let Some(form) = form_of(out, args.separator) else {
        complain(&words.tf("export-unknown-form", &[("file", called(Some(out)).into()), ("known", FORMS.into())]));
        return FAILED;
    };
    if let Some(clash) = clash(args, form) {
        complain(&words.tf(clash, &[("file", called(Some(out)).into())]));
        return FAILED;
    }
    let Some((read, harvests)) = read_input(args, &words) else { return FAILED };
    if form == Form::Ron && args.filter.is_empty() && !read.text.is_empty() {
        // The same bytes: what is not understood of the file is kept as it stands.
        let write = || replace(out, |mut text| Written::of(&read.text, &Edits::default()).write(&mut text));
        return said(write().map_err(ExportError::from), out, &words);
    }
    let index = Index::with(&read.portfolio, harvests);
    let filter = match questions::parse(&args.filter, &index.vocabulary) {
        Ok(filter) => filter,
        Err(error) => {
            complain(&error.text(&words));
            return FAILED;
        }
    };
    let answer = Answer::to(&filter, &read.portfolio, &index);
    let notes = Notes::default();
    let names = Names::new(&read.portfolio, &words);
    let shown = Shown {
        scene: Scene { answer: &answer, names, index: &index, spread: Spread::Award, notes: &notes },
        rows: &answer.rows,
        order: &[],
        columns: &COLUMNS,
        events: &answer.events,
        event_order: &[],
        event_columns: &EventColumn::ALL,
        today: Day::of(jiff::ZonedDateTime::now().date()).exact(),
        progress: None,
    };
    write(form, shown, out, &words)
}

/// What the records say of themselves: all columns but those that are reckoned.
const COLUMNS: [Column; 16] = [
    Column::Name,
    Column::Acronym,
    Column::Agreement,
    Column::Theme,
    Column::Implementer,
    Column::Start,
    Column::PlannedEnd,
    Column::ActualEnd,
    Column::Amount,
    Column::Ending,
    Column::Status,
    Column::States,
    Column::Sectors,
    Column::Supports,
    Column::Counterpart,
    Column::Scope,
];

fn ending(file: &Path) -> String {
    file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The form that a file's name asks for; `None` where it is none that is written.
fn form_of(out: &Path, separator: Separator) -> Option<Form> {
    Some(match ending(out).as_str() {
        "ron" => Form::Ron,
        "xlsx" => Form::Table(TableKind::Xlsx),
        "json" => Form::Table(TableKind::Json),
        "xml" => Form::Iati,
        "csv" => Form::Table(match separator {
            Separator::Comma => TableKind::CsvComma,
            Separator::Semicolon => TableKind::CsvSemicolon,
        }),
        _ => return None,
    })
}

/// Why the files may not be these, by the key of its message: a file that is read would be written over with less than
/// it holds.
fn clash(args: &ConvertArgs, form: Form) -> Option<&'static str> {
    let [input, out] = &args.files;
    let whole = form == Form::Ron && args.filter.is_empty() && !format::is_other(input);
    let failed = args.failed.as_deref();
    if is_same(input, out) && !whole {
        return Some("convert-same-file");
    }
    failed.is_some_and(|failed| is_same(failed, input) || is_same(failed, out)).then_some("convert-same-failed")
}

/// Whether two paths lead to one file, whatever they are written as.
fn is_same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

fn write(form: Form, shown: Shown<'_>, out: &Path, words: &Words) -> u8 {
    let mut left: Vec<String> = Vec::new();
    let done = replace(out, |mut text| {
        left = match form {
            Form::Ron => told(export::write_ron(shown, &mut text)?, words),
            Form::Table(kind) => told(table_file(kind, Rows::Projects, shown, &mut text)?, words),
            Form::Iati => {
                let left = iati_xml(shown.scene.names.portfolio, shown.rows, None, &mut text)?;
                left.iter().map(|left| left.text(words)).collect()
            }
        };
        Ok(())
    });
    let code = said(done.map_err(ExportError::from), out, words);
    if code != GOOD {
        return code;
    }
    for left in left {
        complain(&left);
    }
    if let Form::Table(kind) = form
        && let Some(separator) = kind.separator()
    {
        let about = about_csv(shown, Rows::Projects, separator);
        let put = |place: &Path| replace(place, |text| text.write_all(about.as_bytes()));
        if let Some(told) = put_about(out, words, put) {
            complain(&told);
        }
    }
    GOOD
}

fn told(left: Vec<Left>, words: &Words) -> Vec<String> {
    left.iter().map(|left| left.text(words)).collect()
}

/// Says why a file could not be written.
fn said(done: Result<(), ExportError>, out: &Path, words: &Words) -> u8 {
    let Err(error) = done else { return GOOD };
    let args = [("file", called(Some(out)).into()), ("why", error.text(words).into())];
    complain(&words.tf("not-saved", &args));
    FAILED
}

#[cfg(test)]
mod tests {
    use super::input::{NotBrought, brought};
    use super::*;
    use crate::format::Unreadable;
    use crate::model::Lang;

    fn convert(folder: &Path, from: &str, to: &str, filter: &str) -> u8 {
        let files = [folder.join(from), folder.join(to)];
        let (filter, separator, lang) = (filter.to_owned(), Separator::Semicolon, Lang::Es);
        run(&ConvertArgs { files, filter, separator, sheet: None, mapping: None, themes: None, failed: None, lang })
    }

    /// The table `a.csv` of a folder becomes `a.ron`; the rows to be mended go to the file of this name.
    fn of_table(folder: &Path, failed: &str) -> ConvertArgs {
        let (files, failed) = ([folder.join("a.csv"), folder.join("a.ron")], Some(folder.join(failed)));
        let (filter, separator, lang) = (String::new(), Separator::Comma, Lang::Es);
        ConvertArgs { files, filter, separator, sheet: None, mapping: None, themes: None, failed, lang }
    }

    #[test]
    fn a_file_is_not_written_over_with_less_than_it_holds() {
        let home = tempfile::tempdir().unwrap();
        let at = home.path();
        std::fs::write(at.join("a.csv"), "Nombre,Monto\nUno,5\n").unwrap();
        std::fs::write(at.join("a.ron"), format::embedded()).unwrap();
        std::fs::create_dir(at.join("aparte")).unwrap();
        let before = |name: &str| std::fs::read(at.join(name)).unwrap();
        let (csv, ron) = (before("a.csv"), before("a.ron"));
        assert_eq!(convert(at, "a.csv", "a.csv", ""), FAILED);
        assert_eq!(convert(at, "a.csv", "aparte/../a.csv", ""), FAILED);
        assert_eq!(convert(at, "a.ron", "a.ron", "id:gem"), FAILED);
        assert_eq!((before("a.csv"), before("a.ron")), (csv, ron.clone()));
        assert_eq!(convert(at, "a.ron", "a.ron", ""), GOOD, "nothing is lost");
        assert_eq!(before("a.ron"), ron);
    }

    #[test]
    fn rows_that_become_no_project_go_where_they_are_asked_for() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        std::fs::write(at("a.csv"), "Nombre,Monto\nUno,5\n,7\n").unwrap();
        let args = |failed: &str| of_table(home.path(), failed);
        assert_eq!(run(&args("a.csv")), FAILED, "the table itself stays");
        assert_eq!(run(&args("nadie/mal.csv")), FAILED);
        assert!(!at("a.ron").exists(), "what was asked for cannot be kept");
        assert_eq!(run(&args("mal.csv")), GOOD);
        let failed = std::fs::read_to_string(at("mal.csv")).unwrap();
        assert!(failed.contains(",7,3,") && !failed.contains("Uno"), "{failed}");
    }

    #[test]
    fn every_cell_that_cannot_be_read_is_told_and_its_whole_row_kept_for_mending() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let table = "Nombre,Inicio,Monto\nUno,31/02/2022,5\nDos,2022,6\nTres,nunca,x5x\n,1/1/2020,7\n";
        std::fs::write(at("a.csv"), table).unwrap();
        let args = of_table(home.path(), "mal.csv");
        let (brought, _) = brought(&at("a.csv"), &args).unwrap();
        let words = Words::new(Lang::Es);
        let told = brought.lost_lines(&words, usize::MAX).find(|line| line.starts_with("Inicio")).unwrap();
        assert!(told.contains("renglón 2): 31/02/2022; renglón 4: nunca"), "{told}");
        let few = brought.lost_lines(&words, 1).find(|line| line.starts_with("Inicio")).unwrap();
        assert!(few.ends_with("31/02/2022; y 1 más"), "{few}");
        assert_eq!((brought.portfolio.projects.len(), brought.failed.len(), brought.unread.len()), (3, 1, 2));
        assert_eq!(run(&args), GOOD);
        let kept = std::fs::read_to_string(at("mal.csv")).unwrap();
        let rows: Vec<&str> = kept.lines().skip(1).collect();
        assert!(rows[0].starts_with("Uno,31/02/2022,5,2,") && rows[0].contains("Inicio"), "{kept}");
        assert!(rows[1].starts_with("Tres,nunca,x5x,4,") && rows[1].contains("Inicio, Monto"), "{kept}");
        assert!(rows.len() == 3 && rows[2].starts_with(",1/1/2020,7,5,"), "{kept}");
    }

    #[test]
    fn what_holds_no_projects_says_what_it_is() {
        let home = tempfile::tempdir().unwrap();
        let args = |from: &str| ConvertArgs {
            files: [home.path().join(from), home.path().join("x.ron")],
            filter: String::new(),
            separator: Separator::Comma,
            sheet: None,
            mapping: None,
            themes: None,
            failed: None,
            lang: Lang::Es,
        };
        let page = format!("<!doctype html><head>{}{{}}\"/></head>", format::OWN_PAGE);
        std::fs::write(home.path().join("informe.html"), page).unwrap();
        let organisations = "<?xml version='1.0'?><iati-organisations version='2.03'></iati-organisations>";
        std::fs::write(home.path().join("org.xml"), organisations).unwrap();
        std::fs::write(home.path().join("otra.html"), "<html></html>").unwrap();
        for (from, kind) in [
            ("informe.html", Unreadable::OwnReport),
            ("org.xml", Unreadable::Organizations),
            ("otra.html", Unreadable::NotData),
        ] {
            let why = brought(&home.path().join(from), &args(from)).unwrap_err();
            assert!(matches!(why, NotBrought::Unreadable(_, found) if found == kind), "{from}");
        }
    }

    #[test]
    fn a_portfolio_goes_out_in_each_form_and_comes_back() {
        let home = tempfile::tempdir().unwrap();
        let at = home.path();
        std::fs::write(at.join("a.ron"), format::embedded()).unwrap();
        for form in ["xlsx", "json"] {
            let (there, back) = (format!("a.{form}"), format!("{form}.ron"));
            assert_eq!(convert(at, "a.ron", &there, ""), GOOD);
            assert_eq!(convert(at, &there, &back, ""), GOOD);
            let read = format::read_ron(&std::fs::read(at.join(back)).unwrap()).unwrap();
            let whole = format::read_ron(format::embedded()).unwrap().portfolio;
            assert!(read.problems.is_empty());
            assert_eq!(questions::portfolio_tree(&read.portfolio), questions::portfolio_tree(&whole));
        }
        assert_eq!(convert(at, "a.ron", "part.ron", "id:gem"), GOOD);
        let part = format::read_ron(&std::fs::read(at.join("part.ron")).unwrap()).unwrap();
        assert!(part.portfolio.projects.len() == 1 && part.problems.is_empty(), "{:?}", part.problems);
        assert_eq!(convert(at, "a.ron", "tabla.csv", "id:gem"), GOOD);
        let table = std::fs::read_to_string(at.join("tabla.csv")).unwrap();
        let about = std::fs::read(at.join("tabla.leeme.txt")).unwrap();
        assert!(table.contains(';') && export::stamp_of(&about).unwrap().stamp.is_of(table.as_bytes()));
    }

    #[test]
    fn notes_of_one_s_own_beside_a_table_stay() {
        let home = tempfile::tempdir().unwrap();
        let at = home.path();
        std::fs::write(at.join("a.ron"), format::embedded()).unwrap();
        std::fs::write(at.join("tabla.leeme.txt"), "Mis notas").unwrap();
        for _ in 0..2 {
            assert_eq!(convert(at, "a.ron", "tabla.csv", "id:gem"), GOOD);
        }
        assert_eq!(std::fs::read_to_string(at.join("tabla.leeme.txt")).unwrap(), "Mis notas");
        let about = std::fs::read(at.join("tabla.leeme-2.txt")).unwrap();
        assert!(export::stamp_of(&about).is_some());
        assert!(!at.join("tabla.leeme-3.txt").exists(), "its own it writes anew");
    }

    #[test]
    fn what_cannot_be_written_leaves_no_file_and_the_old_one_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        let at = home.path();
        std::fs::write(at.join("a.ron"), format::embedded()).unwrap();
        std::fs::write(at.join("b.json"), "[]").unwrap();
        for (from, to, filter) in [
            ("a.ron", "x.ods", ""),
            ("nadie.ron", "x.xlsx", ""),
            ("a.ron", "x.csv", "theme:nada"),
            ("b.json", "x.ron", ""),
        ] {
            assert_eq!(convert(at, from, to, filter), FAILED, "{from} {to}");
            assert!(!at.join(to).exists());
        }
        assert_eq!(convert(at, "a.ron", "no/such/x.xlsx", ""), FAILED);
        assert_eq!(convert(at, "nadie.ron", "b.json", ""), FAILED);
        assert_eq!(std::fs::read(at.join("b.json")).unwrap(), b"[]");
    }
}
