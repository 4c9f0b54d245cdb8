//! `atalaya convert`: a portfolio, or the records of a filter, written to a file of the form that its name asks for.

use std::path::Path;

use super::args::ConvertArgs;
use super::{FAILED, GOOD, called, complain, read_told};
use crate::export::{self, ExportError, Left, Rows, Separator, Shown, TableKind, about_csv, about_name, table_file};
use crate::figure::Names;
use crate::figure::card::Scene;
use crate::format::{self, Brought, Edits, Read, Written, replace};
use crate::i18n::Words;
use crate::model::{Day, Notes};
use crate::query::{self as questions, Answer, Column, EventColumn, Harvest, Index, Spread};

/// The form of the file to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Ron,
    Table(TableKind),
}

const FORMS: &str = ".ron, .csv, .xlsx, .json";

/// Writes the file; what keeps it from being read or written is said, and what stood there stays.
pub(super) fn run(args: &ConvertArgs) -> u8 {
    let words = Words::new(args.lang);
    let [input, out] = &args.files;
    let Some(form) = form_of(out, args.separator) else {
        complain(&words.tf("export-unknown-form", &[("file", called(Some(out)).into()), ("known", FORMS.into())]));
        return FAILED;
    };
    let Some((read, harvests)) = read_input(input, &words) else { return FAILED };
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
        event_columns: &EventColumn::ALL,
        today: Day::of(jiff::ZonedDateTime::now().date()).exact(),
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
        "csv" => Form::Table(match separator {
            Separator::Comma => TableKind::CsvComma,
            Separator::Semicolon => TableKind::CsvSemicolon,
        }),
        _ => return None,
    })
}

/// The records of a file of any form that is read; what is wrong with it is said.
fn read_input(input: &Path, words: &Words) -> Option<(Read, Vec<Harvest>)> {
    match ending(input).as_str() {
        "xlsx" => brought(input, format::read_own_book, words),
        "json" => brought(input, format::read_own_json, words),
        _ => read_told(Some(input), words).map(|(read, harvests, _)| (read, harvests)),
    }
}

fn brought(input: &Path, read: impl Fn(&[u8]) -> Option<Brought>, words: &Words) -> Option<(Read, Vec<Harvest>)> {
    let file = called(Some(input));
    let bytes = match format::read_bytes(input, &format::Progress::default()) {
        Ok(bytes) => bytes,
        Err(unreadable) => {
            complain(&unreadable.text(words, &file));
            return None;
        }
    };
    let Some(brought) = read(&bytes) else {
        complain(&words.tf("export-not-own", &[("file", file.into())]));
        return None;
    };
    if let Some(found) = export::stamp_of(&bytes).filter(|found| found.intact == Some(false)) {
        let args = [("file", file.into()), ("date", words.date(found.stamp.day).into())];
        complain(&words.tf("export-changed", &args));
    }
    for lost in &brought.lost {
        let args = [
            ("what", lost.what.as_str().into()),
            ("why", words.t(lost.why.message()).into()),
            ("n", lost.count.into()),
            ("line", lost.line.into()),
        ];
        complain(&words.tf("export-lost", &args));
    }
    for failed in &brought.failed {
        let args = [
            ("what", failed.what.as_str().into()),
            ("why", words.t(failed.why.message()).into()),
            ("line", failed.line.into()),
        ];
        complain(&words.tf("export-failed", &args));
    }
    Some((Read::of(brought.portfolio), Vec::new()))
}

fn write(form: Form, shown: Shown<'_>, out: &Path, words: &Words) -> u8 {
    let mut left: Vec<Left> = Vec::new();
    let done = replace(out, |mut text| {
        left = match form {
            Form::Ron => export::write_ron(shown, &mut text)?,
            Form::Table(kind) => table_file(kind, Rows::Projects, shown, &mut text)?,
        };
        Ok(())
    });
    let code = said(done.map_err(ExportError::from), out, words);
    if code != GOOD {
        return code;
    }
    for left in left {
        complain(&left.text(words));
    }
    if let Form::Table(kind) = form
        && let Some(separator) = kind.separator()
    {
        let beside = out.with_extension(about_name(words.lang()));
        let about = about_csv(shown, Rows::Projects, separator);
        // The table is there all the same: what could not be put beside it is said.
        said(replace(&beside, |text| text.write_all(about.as_bytes())).map_err(ExportError::from), &beside, words);
    }
    GOOD
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
    use super::*;
    use crate::model::Lang;

    fn convert(folder: &Path, from: &str, to: &str, filter: &str) -> u8 {
        let files = [folder.join(from), folder.join(to)];
        let (filter, separator, lang) = (filter.to_owned(), Separator::Semicolon, Lang::Es);
        run(&ConvertArgs { files, filter, separator, lang })
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
