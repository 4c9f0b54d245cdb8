//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use crate::i18n::{Words, system_lang};
use crate::model::Lang;
use crate::query::{By, Spread};

/// What the program is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invocation {
    /// Open the window, on a file where one is given.
    Window(Option<PathBuf>),
    /// List what is wrong with a file.
    Check {
        /// The embedded portfolio where absent.
        file: Option<PathBuf>,
        /// The language of the answer.
        lang: Lang,
    },
    /// Answer a question.
    Query(QueryArgs),
    /// Hold the records against a reported total.
    Reconcile(ReconcileArgs),
    /// Say what can be asked.
    Help(Lang),
    /// Say the version.
    Version,
}

impl Invocation {
    /// The language to answer in; the system's where none can be asked for.
    pub fn lang(&self) -> Lang {
        match self {
            Self::Check { lang, .. } | Self::Help(lang) => *lang,
            Self::Query(args) => args.lang,
            Self::Reconcile(args) => args.lang,
            Self::Window(_) | Self::Version => system_lang(),
        }
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryArgs {
    /// The embedded portfolio where absent.
    pub file: Option<PathBuf>,
    /// The filter's text.
    pub filter: String,
    /// The grouping; records where absent.
    pub by: Option<By>,
    /// How money falls into years.
    pub spread: Spread,
    /// Whether projects are counted rather than money.
    pub count: bool,
    /// The form of the answer.
    pub format: Format,
    /// Its language.
    pub lang: Lang,
}

/// A reported total to hold the records against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReconcileArgs {
    /// The embedded portfolio where absent.
    pub file: Option<PathBuf>,
    /// Id of the total; the first where absent.
    pub total: Option<String>,
    /// The filter's text.
    pub filter: String,
    /// The form of the answer.
    pub format: Format,
    /// Its language.
    pub lang: Lang,
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

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    Unknown(String),
    NoValue(String),
    BadValue { option: &'static str, value: String, known: &'static str },
}

impl Usage {
    /// In the person's words.
    pub fn text(&self, words: &Words) -> String {
        match &self.fault {
            Fault::Unknown(argument) => words.tf("cli-unknown-argument", &[("argument", argument.into())]),
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
    let mut reading = Reading { lang: lang_of(&args), parser: Parser::from_args(args) };
    reading.invocation().map_err(|fault| Usage { lang: reading.lang, fault })
}

/// The language is wanted before anything is wrong, wherever it stands.
fn lang_of(args: &[OsString]) -> Lang {
    let values = args.iter().zip(args.iter().skip(1)).filter(|(option, _)| *option == "--lang").map(|(_, value)| value);
    let joined = args.iter().filter_map(|arg| arg.to_str()?.strip_prefix("--lang="));
    let code = values.filter_map(|value| value.to_str()).chain(joined).last();
    code.and_then(Lang::from_code).unwrap_or_else(system_lang)
}

struct Reading {
    lang: Lang,
    parser: Parser,
}

impl Reading {
    fn invocation(&mut self) -> Result<Invocation, Fault> {
        match self.next()? {
            None => Ok(Invocation::Window(None)),
            Some(Word::Option(name)) => self.without_command(&name),
            Some(Word::Value(first)) => match first.to_str() {
                Some("check") => self.check(),
                Some("query") => self.query(),
                Some("reconcile") => self.reconcile(),
                Some("help") => Ok(Invocation::Help(self.lang)),
                _ => self.window(PathBuf::from(first)),
            },
        }
    }

    fn without_command(&mut self, name: &str) -> Result<Invocation, Fault> {
        match name {
            "--help" | "-h" => Ok(Invocation::Help(self.lang)),
            "--version" | "-V" => Ok(Invocation::Version),
            "--lang" => {
                self.language()?;
                self.invocation()
            }
            other => Err(Fault::Unknown(other.to_owned())),
        }
    }

    fn window(&mut self, file: PathBuf) -> Result<Invocation, Fault> {
        match self.next()? {
            None => Ok(Invocation::Window(Some(file))),
            Some(word) => Err(Fault::Unknown(word.text())),
        }
    }

    fn check(&mut self) -> Result<Invocation, Fault> {
        let mut file = None;
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if name == "--help" || name == "-h" => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        Ok(Invocation::Check { file, lang: self.lang })
    }

    fn query(&mut self) -> Result<Invocation, Fault> {
        let mut args = QueryArgs {
            file: None,
            filter: String::new(),
            by: None,
            spread: Spread::Award,
            count: false,
            format: Format::Table,
            lang: self.lang,
        };
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if args.file.is_none() => args.file = Some(PathBuf::from(path)),
                Word::Value(_) => return Err(Fault::Unknown(word.text())),
                Word::Option(name) => match name.as_str() {
                    // Several conditions are all to hold.
                    "--where" => {
                        args.filter.push(' ');
                        args.filter.push_str(&self.value("--where")?);
                    }
                    "--by" => args.by = Some(self.by()?),
                    "--spread" => args.spread = self.spread()?,
                    "--count" => args.count = true,
                    "--format" => args.format = self.format()?,
                    "--lang" => self.language()?,
                    "--help" | "-h" => return Ok(Invocation::Help(self.lang)),
                    other => return Err(Fault::Unknown(other.to_owned())),
                },
            }
        }
        Ok(Invocation::Query(args))
    }

    fn reconcile(&mut self) -> Result<Invocation, Fault> {
        let mut args =
            ReconcileArgs { file: None, total: None, filter: String::new(), format: Format::Table, lang: self.lang };
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if args.file.is_none() => args.file = Some(PathBuf::from(path)),
                Word::Value(_) => return Err(Fault::Unknown(word.text())),
                Word::Option(name) => match name.as_str() {
                    "--total" => args.total = Some(self.value("--total")?),
                    "--where" => {
                        args.filter.push(' ');
                        args.filter.push_str(&self.value("--where")?);
                    }
                    "--format" => args.format = self.format()?,
                    "--lang" => self.language()?,
                    "--help" | "-h" => return Ok(Invocation::Help(self.lang)),
                    other => return Err(Fault::Unknown(other.to_owned())),
                },
            }
        }
        Ok(Invocation::Reconcile(args))
    }

    fn by(&mut self) -> Result<By, Fault> {
        let value = self.value("--by")?;
        let known = "theme, year, implementer, state, status, ending, sector";
        By::from_name(&value).ok_or(Fault::BadValue { option: "--by", value, known })
    }

    fn spread(&mut self) -> Result<Spread, Fault> {
        let value = self.value("--spread")?;
        match value.as_str() {
            "award" => Ok(Spread::Award),
            "even" => Ok(Spread::Even),
            _ => Err(Fault::BadValue { option: "--spread", value, known: "award, even" }),
        }
    }

    fn format(&mut self) -> Result<Format, Fault> {
        let value = self.value("--format")?;
        match value.as_str() {
            "table" => Ok(Format::Table),
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            _ => Err(Fault::BadValue { option: "--format", value, known: "table, csv, json" }),
        }
    }

    fn language(&mut self) -> Result<(), Fault> {
        let value = self.value("--lang")?;
        match Lang::ALL.into_iter().find(|lang| lang.code() == value) {
            Some(_) => Ok(()),
            None => Err(Fault::BadValue { option: "--lang", value, known: "es, en" }),
        }
    }

    fn value(&mut self, option: &str) -> Result<String, Fault> {
        let value = self.parser.value().map_err(|_| Fault::NoValue(option.to_owned()))?;
        value.string().map_err(|_| Fault::NoValue(option.to_owned()))
    }

    fn next(&mut self) -> Result<Option<Word>, Fault> {
        match self.parser.next() {
            Ok(None) => Ok(None),
            Ok(Some(Arg::Long(name))) => Ok(Some(Word::Option(format!("--{name}")))),
            Ok(Some(Arg::Short(name))) => Ok(Some(Word::Option(format!("-{name}")))),
            Ok(Some(Arg::Value(value))) => Ok(Some(Word::Value(value))),
            // `--count=5`, of an option that takes none.
            Err(lexopt::Error::UnexpectedValue { option, value }) => {
                Err(Fault::Unknown(format!("{option}={}", value.to_string_lossy())))
            }
            Err(error) => Err(Fault::Unknown(error.to_string())),
        }
    }
}

enum Word {
    Option(String),
    Value(OsString),
}

impl Word {
    fn text(&self) -> String {
        match self {
            Self::Option(name) => name.clone(),
            Self::Value(value) => value.to_string_lossy().into_owned(),
        }
    }
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
    }

    #[test]
    fn options_may_stand_anywhere() {
        let Ok(Invocation::Query(args)) = read("query --by tema x.ron --lang=es --count --format json") else {
            panic!("a query")
        };
        assert_eq!((args.by, args.count, args.format, args.lang), (Some(By::Theme), true, Format::Json, Lang::Es));
        assert_eq!(args.file, Some("x.ron".into()));
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
        ] {
            let usage = read(line).unwrap_err();
            let said = usage.text(&Words::new(Lang::Es));
            assert!(!said.contains('⟦') && said.contains(named), "{said}");
        }
    }
}
