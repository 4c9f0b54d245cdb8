//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use super::reader::Reader;
use super::request::RequestKind;
use crate::export::Separator;
use crate::export::report::Paper;
use crate::format::Sample;
use crate::i18n::{Words, system_lang};
use crate::model::Lang;
use crate::query::{By, Reading, Spread};

/// What the program is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Invocation {
    /// Open the window, on a file where one is given.
    Window(Option<PathBuf>),
    /// Open the window without the settings that were kept, and without a file.
    CleanWindow,
    /// List what is wrong with a file.
    Check {
        /// The embedded portfolio where absent.
        file: Option<PathBuf>,
        /// The language of the answer.
        lang: Lang,
    },
    /// The records, or groups of them.
    Query(QueryArgs),
    /// Hold the records against a reported total.
    Reconcile {
        /// Of what, and how to answer.
        of: Asked,
        /// Id of the total; the first where absent.
        total: Option<String>,
        /// A person's layer of notes, for its marks.
        notes: Option<PathBuf>,
    },
    /// What stopped before its planned end.
    CutShort {
        /// Of what, and how to answer.
        of: Asked,
        /// In these groups; by project where absent.
        by: Option<By>,
        /// Which projects are taken to have stopped.
        reading: Reading,
    },
    /// What came after.
    Continuity {
        /// Of what, and how to answer.
        of: Asked,
        /// In these groups; by project where absent.
        by: Option<By>,
    },
    /// The text of requests for what is missing.
    Request {
        /// Of what, and how to answer.
        of: Asked,
        /// Which of them; all where absent.
        kind: Option<RequestKind>,
        /// Id of the reported total whose list is asked for; the first that is like the records where absent.
        total: Option<String>,
    },
    /// The fact file of a set.
    Facts(Asked),
    /// The report of a set, written to a file.
    Report(ReportArgs),
    /// A picture of a set, written to a file.
    Picture(PictureArgs),
    /// Write a synthetic portfolio.
    Sample {
        /// How many projects, and what chance begins with.
        sample: Sample,
        /// Where to.
        out: PathBuf,
        /// The language of what is said.
        lang: Lang,
    },
    /// Edit a file by lines on standard input.
    Edit {
        /// A copy of the embedded portfolio where absent.
        file: Option<PathBuf>,
        /// The language of what is said.
        lang: Lang,
    },
    /// Write a portfolio to another file.
    Convert(ConvertArgs),
    /// What is different between two files.
    Diff {
        /// Before and after.
        files: [PathBuf; 2],
        /// The form of the answer.
        format: Format,
        /// Its language.
        lang: Lang,
    },
    /// Say what can be asked.
    Help(Lang),
    /// Say the version.
    Version,
}

impl Invocation {
    /// The language to answer in; the system's where none can be asked for.
    pub fn lang(&self) -> Lang {
        match self {
            Self::Check { lang, .. }
            | Self::Diff { lang, .. }
            | Self::Edit { lang, .. }
            | Self::Convert(ConvertArgs { lang, .. })
            | Self::Sample { lang, .. }
            | Self::Help(lang) => *lang,
            Self::Query(args) => args.of.lang,
            Self::Report(args) => args.of.lang,
            Self::Picture(args) => args.of.lang,
            Self::Reconcile { of, .. }
            | Self::CutShort { of, .. }
            | Self::Continuity { of, .. }
            | Self::Request { of, .. }
            | Self::Facts(of) => of.lang,
            Self::Window(_) | Self::CleanWindow | Self::Version => system_lang(),
        }
    }
}

/// What every question says: of which records, and how to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The embedded portfolio where absent.
    pub file: Option<PathBuf>,
    /// The filter's text.
    pub filter: String,
    /// The form of the answer.
    pub format: Format,
    /// Its language.
    pub lang: Lang,
}

/// A question for records or groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryArgs {
    /// Of what, and how to answer.
    pub of: Asked,
    /// The grouping; records where absent.
    pub by: Option<By>,
    /// How money falls into years.
    pub spread: Spread,
    /// Whether projects are counted rather than money.
    pub count: bool,
    /// How often the answer is computed anew to time it; not timed where absent.
    pub time: Option<usize>,
}

/// A portfolio, or the records of a filter, to be written to another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertArgs {
    /// From and to.
    pub files: [PathBuf; 2],
    /// The filter's text.
    pub filter: String,
    /// What parts the cells of a CSV.
    pub separator: Separator,
    /// Which sheet of a workbook; the one that looks most like a table of projects where absent.
    pub sheet: Option<String>,
    /// Which column of a table is which field, in a file.
    pub mapping: Option<PathBuf>,
    /// Which sector code belongs to which theme, in a file.
    pub themes: Option<PathBuf>,
    /// Where the rows go that become no project.
    pub failed: Option<PathBuf>,
    /// The language of the file and of what is said.
    pub lang: Lang,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportArgs {
    /// Of what, and in which language.
    pub of: Asked,
    /// The sheets of a PDF.
    pub paper: Paper,
    /// Where to; its ending tells the form.
    pub out: PathBuf,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureArgs {
    /// Which one, by its short name.
    pub picture: String,
    /// Of what, and in which language.
    pub of: Asked,
    /// The dark mode.
    pub dark: bool,
    /// How many pixels a point of it takes.
    pub scale: f32,
    /// How wide, in points; as in the window where absent.
    pub width: Option<f32>,
    /// Where to; its ending tells the form.
    pub out: PathBuf,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Format {
    #[default]
    Table,
    Csv,
    Json,
}

/// Why the arguments could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The language to say it in.
    pub lang: Lang,
    fault: Fault,
}

/// What was wrong with an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Unknown(String),
    NoValue(String),
    TwoFiles,
    InAndOut,
    NoOut,
    NoReport,
    NoPicture,
    BadValue { option: &'static str, value: String, known: &'static str },
}

impl Usage {
    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        match &self.fault {
            Fault::Unknown(argument) => words.tf("cli-unknown-argument", &[("argument", argument.into())]),
            Fault::TwoFiles => words.t("cli-two-files"),
            Fault::InAndOut => words.t("export-in-and-out"),
            Fault::NoOut => words.t("cli-sample-no-out"),
            Fault::NoReport => words.t("report-no-out"),
            Fault::NoPicture => words.t("picture-no-out"),
            Fault::NoValue(option) => words.tf("cli-no-value", &[("option", option.into())]),
            Fault::BadValue { option, value, known } => {
                let args = [("option", (*option).into()), ("value", value.into()), ("known", (*known).into())];
                words.tf("cli-bad-value", &args)
            }
        }
    }
}

/// Reads the arguments (without the program's own name).
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Invocation, Usage> {
    let args: Vec<OsString> = args.into_iter().collect();
    let mut reader = Reader::new(args);
    reader.invocation().map_err(|fault| Usage { lang: reader.lang, fault })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Invocation, Usage> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn a_file_alone_opens_the_window() {
        assert_eq!(read(""), Ok(Invocation::Window(None)));
        assert_eq!(read("mío.ron"), Ok(Invocation::Window(Some("mío.ron".into()))));
        assert_eq!(read("--clean"), Ok(Invocation::CleanWindow));
        assert_eq!(read("--clean mío.ron").unwrap_err().fault, Fault::Unknown("mío.ron".to_owned()));
    }

    #[test]
    fn options_may_stand_anywhere() {
        let Ok(Invocation::Query(args)) = read("query --by tema x.ron --lang=es --count --format json") else {
            panic!("a query")
        };
        assert_eq!(
            (args.by, args.count, args.of.format, args.of.lang),
            (Some(By::Theme), true, Format::Json, Lang::Es)
        );
        assert_eq!(args.of.file, Some("x.ron".into()));
    }

    #[test]
    fn a_conversion_takes_a_filter_and_a_separator() {
        let read = read("convert a.ron b.csv --where theme:osh --separator semicolon --sheet Datos2 --lang en");
        let files = ["a.ron".into(), "b.csv".into()];
        let filter = "theme:osh".to_owned();
        let (sheet, mapping, themes, failed) = (Some("Datos2".to_owned()), None, None, None);
        let separator = Separator::Semicolon;
        let args = ConvertArgs { files, filter, separator, sheet, mapping, themes, failed, lang: Lang::En };
        assert_eq!(read, Ok(Invocation::Convert(args)));
        let Ok(Invocation::Convert(args)) = self::read("convert a.csv b.ron --failed mal.csv") else { panic!() };
        assert_eq!(args.failed, Some("mal.csv".into()));
    }

    #[test]
    fn of_the_files_of_a_report_the_last_is_written() {
        let out = |line: &str| match read(line) {
            Ok(Invocation::Report(args)) => (args.of.file, args.out, args.paper),
            other => panic!("{other:?}"),
        };
        assert_eq!(out("report x.pdf"), (None, "x.pdf".into(), Paper::Letter));
        assert_eq!(out("report a.ron --paper a4 x.html"), (Some("a.ron".into()), "x.html".into(), Paper::A4));
    }

    #[test]
    fn of_a_picture_the_name_stands_first_and_the_file_that_is_written_last() {
        let Ok(Invocation::Picture(args)) = read("picture timeline a.ron --dark --scale 2.5 x.png") else { panic!() };
        let told = (args.picture.as_str(), args.of.file, args.out, args.dark, args.scale);
        assert_eq!(told, ("timeline", Some("a.ron".into()), "x.png".into(), true, 2.5));
    }

    #[test]
    fn what_is_not_known_is_named() {
        for (line, named) in [
            ("--wat", "--wat"),
            ("query --by colour", "colour"),
            ("query --format", "--format"),
            ("query --count=5", "«--count=5»"),
            ("check a b", "«b»"),
            ("query --lang fr", "fr"),
            ("a.ron b.ron", "b.ron"),
            ("cut-short --reading all", "named, presumed"),
            ("diff a.ron", "dos archivos"),
            ("diff a b c", "«c»"),
            ("convert a.ron", "convert ENTRADA SALIDA"),
            ("convert a.ron b.csv --separator tab", "comma, semicolon"),
            ("convert a.csv b.ron --failed", "--failed"),
            ("reconcile --by theme", "--by"),
            ("continuity --total x", "--total"),
            ("sample --projects 5", "sample"),
            ("sample --projects muchos x.ron", "muchos"),
            ("sample --seed -1 x.ron", "-1"),
            ("sample a.ron b.ron", "«b.ron»"),
            ("report --paper legal x.pdf", "letter, a4"),
            ("report", "atalaya report"),
            ("report a b c.pdf", "«c.pdf»"),
            ("report --format csv x.pdf", "--format"),
            ("picture", "atalaya picture"),
            ("picture theme", "atalaya picture"),
            ("picture theme a b c.svg", "«c.svg»"),
            ("picture theme x.png --scale grande", "grande"),
        ] {
            let usage = read(line).unwrap_err();
            let said = usage.text(&Words::new(Lang::Es));
            assert!(!said.contains('⟦') && said.contains(named), "{said}");
        }
    }
}
