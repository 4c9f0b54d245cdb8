//! Reads arguments one after the other.

mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use super::args::{Asked, ConvertArgs, Fault, Format, Invocation, PictureArgs, QueryArgs, ReportArgs};
use crate::export::Separator;
use crate::export::report::Paper;
use crate::format::Sample;
use crate::i18n::system_lang;
use crate::model::Lang;
use crate::query::{By, Reading, Spread};

/// What is left to read, and the language that faults are told in.
pub(super) struct Reader {
    pub lang: Lang,
    parser: Parser,
}

enum Word {
    Option(String),
    Value(OsString),
}

/// The groups in which what was cut short and what came after are told.
const AREAS: [By; 3] = [By::Theme, By::Implementer, By::State];
const AREA_NAMES: &str = "theme, implementer, state";

impl Reader {
    pub fn new(args: Vec<OsString>) -> Self {
        Self { lang: lang_of(&args), parser: Parser::from_args(args) }
    }

    pub fn invocation(&mut self) -> Result<Invocation, Fault> {
        match self.next()? {
            None => Ok(Invocation::Window(None)),
            Some(Word::Option(name)) => self.without_command(&name),
            Some(Word::Value(first)) => match first.to_str() {
                Some("check") => self.check(|file, lang| Invocation::Check { file, lang }),
                Some("edit") => self.check(|file, lang| Invocation::Edit { file, lang }),
                Some("convert") => self.convert(),
                Some("query") => self.query(),
                Some("reconcile") => self.reconcile(),
                Some("cut-short") => self.cut_short(),
                Some("continuity") => self.continuity(),
                Some("request") => self.request(),
                Some("diff") => self.diff(),
                Some("sample") => self.sample(),
                Some("facts") => {
                    let of = self.asked(|_, _| Ok(false))?;
                    Ok(self.or_help(of, Invocation::Facts))
                }
                Some("report") => self.report(),
                Some("picture") => self.picture(),
                Some("help") => Ok(Invocation::Help(self.lang)),
                _ => self.window(PathBuf::from(first)),
            },
        }
    }

    fn without_command(&mut self, name: &str) -> Result<Invocation, Fault> {
        match name {
            "--version" | "-V" => Ok(Invocation::Version),
            "--lang" => {
                self.language()?;
                self.invocation()
            }
            "--clean" => self.next()?.map_or(Ok(Invocation::CleanWindow), |word| Err(Fault::Unknown(word.text()))),
            name if is_help(name) => Ok(Invocation::Help(self.lang)),
            other => Err(Fault::Unknown(other.to_owned())),
        }
    }

    fn window(&mut self, file: PathBuf) -> Result<Invocation, Fault> {
        match self.next()? {
            None => Ok(Invocation::Window(Some(file))),
            Some(word) => Err(Fault::Unknown(word.text())),
        }
    }

    /// A file or none, and the language.
    fn check(&mut self, asked: impl FnOnce(Option<PathBuf>, Lang) -> Invocation) -> Result<Invocation, Fault> {
        let mut file = None;
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if is_help(&name) => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        Ok(asked(file, self.lang))
    }

    fn query(&mut self) -> Result<Invocation, Fault> {
        let (mut by, mut spread, mut count, mut time) = (None, Spread::Award, false, None);
        let of = self.asked(|reader, name| {
            match name {
                "--by" => by = Some(reader.by(&By::ALL, "theme, year, implementer, state, status, ending, sector")?),
                "--spread" => spread = reader.spread()?,
                "--count" => count = true,
                "--time" => time = usize::try_from(reader.number("--time")?).ok().filter(|times| *times > 0),
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(self.or_help(of, |of| Invocation::Query(QueryArgs { of, by, spread, count, time })))
    }

    fn reconcile(&mut self) -> Result<Invocation, Fault> {
        let (mut total, mut notes) = (None, None);
        let of = self.asked(|reader, name| {
            match name {
                "--total" => total = Some(reader.value("--total")?),
                "--notes" => notes = Some(PathBuf::from(reader.value("--notes")?)),
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(self.or_help(of, |of| Invocation::Reconcile { of, total, notes }))
    }

    fn cut_short(&mut self) -> Result<Invocation, Fault> {
        let (mut by, mut reading) = (None, Reading::default());
        let of = self.asked(|reader, name| {
            match name {
                "--by" => by = Some(reader.by(&AREAS, AREA_NAMES)?),
                "--reading" => reading = reader.reading()?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(self.or_help(of, |of| Invocation::CutShort { of, by, reading }))
    }

    fn continuity(&mut self) -> Result<Invocation, Fault> {
        let mut by = None;
        let of = self.asked(|reader, name| {
            let own = name == "--by";
            if own {
                by = Some(reader.by(&AREAS, AREA_NAMES)?);
            }
            Ok(own)
        })?;
        Ok(self.or_help(of, |of| Invocation::Continuity { of, by }))
    }

    fn diff(&mut self) -> Result<Invocation, Fault> {
        let (mut files, mut format) = (Vec::new(), Format::Table);
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if files.len() < 2 => files.push(PathBuf::from(path)),
                Word::Option(name) if name == "--format" => format = self.format()?,
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if is_help(&name) => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        let files = files.try_into().map_err(|_| Fault::TwoFiles)?;
        Ok(Invocation::Diff { files, format, lang: self.lang })
    }

    fn convert(&mut self) -> Result<Invocation, Fault> {
        let (mut files, mut filter, mut separator) = (Vec::new(), String::new(), Separator::default());
        let (mut sheet, mut mapping, mut themes, mut failed) = (None, None, None, None);
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if files.len() < 2 => files.push(PathBuf::from(path)),
                Word::Option(name) if name == "--where" => filter = self.value("--where")?,
                Word::Option(name) if name == "--separator" => separator = self.separator()?,
                Word::Option(name) if name == "--sheet" => sheet = Some(self.value("--sheet")?),
                Word::Option(name) if name == "--mapping" => mapping = Some(self.value("--mapping")?.into()),
                Word::Option(name) if name == "--themes" => themes = Some(self.value("--themes")?.into()),
                Word::Option(name) if name == "--failed" => failed = Some(self.value("--failed")?.into()),
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if is_help(&name) => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        let files = files.try_into().map_err(|_| Fault::InAndOut)?;
        let lang = self.lang;
        Ok(Invocation::Convert(ConvertArgs { files, filter, separator, sheet, mapping, themes, failed, lang }))
    }

    fn separator(&mut self) -> Result<Separator, Fault> {
        let value = self.value("--separator")?;
        match value.as_str() {
            "comma" => Ok(Separator::Comma),
            "semicolon" => Ok(Separator::Semicolon),
            _ => Err(Fault::BadValue { option: "--separator", value, known: "comma, semicolon" }),
        }
    }

    /// A file or none, then the one that is written.
    fn report(&mut self) -> Result<Invocation, Fault> {
        let (mut files, mut paper) = (Vec::new(), Paper::default());
        let mut of = Asked { file: None, filter: String::new(), format: Format::Table, lang: self.lang };
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if files.len() < 2 => files.push(PathBuf::from(path)),
                Word::Option(name) if name == "--where" => {
                    of.filter.push(' ');
                    of.filter.push_str(&self.value("--where")?);
                }
                Word::Option(name) if name == "--paper" => paper = self.paper()?,
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if is_help(&name) => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        let out = files.pop().ok_or(Fault::NoReport)?;
        of.file = files.pop();
        Ok(Invocation::Report(ReportArgs { of, paper, out }))
    }

    /// Which picture, a file or none, then the one that is written.
    fn picture(&mut self) -> Result<Invocation, Fault> {
        let (mut names, mut dark, mut scale, mut width) = (Vec::new(), false, 2.0, None);
        let mut of = Asked { file: None, filter: String::new(), format: Format::Table, lang: self.lang };
        while let Some(word) = self.next()? {
            match word {
                Word::Value(name) if names.len() < 3 => names.push(name),
                Word::Option(name) if name == "--where" => {
                    of.filter.push(' ');
                    of.filter.push_str(&self.value("--where")?);
                }
                Word::Option(name) if name == "--dark" => dark = true,
                Word::Option(name) if name == "--scale" => scale = self.decimal("--scale", "1, 2, 2.5, …")?,
                Word::Option(name) if name == "--width" => width = Some(self.decimal("--width", "480 – 2400")?),
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if is_help(&name) => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        let mut names = names.into_iter();
        let (Some(picture), Some(second), third) = (names.next(), names.next(), names.next()) else {
            return Err(Fault::NoPicture);
        };
        let (file, out) = third.map_or((None, second.clone()), |third| (Some(second), third));
        of.file = file.map(PathBuf::from);
        let picture = picture.to_string_lossy().into_owned();
        Ok(Invocation::Picture(PictureArgs { picture, of, dark, scale, width, out: out.into() }))
    }

    fn decimal(&mut self, option: &'static str, known: &'static str) -> Result<f32, Fault> {
        let value = self.value(option)?;
        value.parse().map_err(|_| Fault::BadValue { option, value, known })
    }

    fn paper(&mut self) -> Result<Paper, Fault> {
        let value = self.value("--paper")?;
        let paper = Paper::ALL.into_iter().find(|paper| paper.key() == value);
        paper.ok_or(Fault::BadValue { option: "--paper", value, known: "letter, a4" })
    }

    fn sample(&mut self) -> Result<Invocation, Fault> {
        let (mut sample, mut out) = (Sample { projects: 1_000, seed: 1 }, None);
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if out.is_none() => out = Some(PathBuf::from(path)),
                Word::Option(name) if name == "--projects" => sample.projects = self.number("--projects")?,
                Word::Option(name) if name == "--seed" => sample.seed = self.number("--seed")?,
                Word::Option(name) if name == "--lang" => self.language()?,
                Word::Option(name) if is_help(&name) => return Ok(Invocation::Help(self.lang)),
                word => return Err(Fault::Unknown(word.text())),
            }
        }
        let out = out.ok_or(Fault::NoOut)?;
        Ok(Invocation::Sample { sample, out, lang: self.lang })
    }

    fn number(&mut self, option: &'static str) -> Result<u64, Fault> {
        let value = self.value(option)?;
        value.parse().map_err(|_| Fault::BadValue { option, value, known: "0, 1, 2, …" })
    }

    fn request(&mut self) -> Result<Invocation, Fault> {
        let (mut kind, mut total) = (None, None);
        let of = self.asked(|reader, name| {
            match name {
                "--kind" => kind = Some(reader.kind()?),
                "--total" => total = Some(reader.value("--total")?),
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(self.or_help(of, |of| Invocation::Request { of, kind, total }))
    }

    /// Reads what every question takes, and its own options; nothing where help is asked for.
    fn asked(&mut self, mut own: impl FnMut(&mut Self, &str) -> Result<bool, Fault>) -> Result<Option<Asked>, Fault> {
        let mut of = Asked { file: None, filter: String::new(), format: Format::Table, lang: self.lang };
        while let Some(word) = self.next()? {
            match word {
                Word::Value(path) if of.file.is_none() => of.file = Some(PathBuf::from(path)),
                Word::Value(_) => return Err(Fault::Unknown(word.text())),
                Word::Option(name) => match name.as_str() {
                    // Several conditions are all to hold.
                    "--where" => {
                        of.filter.push(' ');
                        of.filter.push_str(&self.value("--where")?);
                    }
                    "--format" => of.format = self.format()?,
                    "--lang" => self.language()?,
                    name if is_help(name) => return Ok(None),
                    name => {
                        if !own(self, name)? {
                            return Err(Fault::Unknown(name.to_owned()));
                        }
                    }
                },
            }
        }
        Ok(Some(of))
    }

    fn or_help(&self, of: Option<Asked>, asked: impl FnOnce(Asked) -> Invocation) -> Invocation {
        of.map_or(Invocation::Help(self.lang), asked)
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

impl Word {
    fn text(&self) -> String {
        match self {
            Self::Option(name) => name.clone(),
            Self::Value(value) => value.to_string_lossy().into_owned(),
        }
    }
}

fn is_help(name: &str) -> bool {
    name == "--help" || name == "-h"
}

/// The language is wanted before anything is wrong, wherever it stands.
fn lang_of(args: &[OsString]) -> Lang {
    let values = args.iter().zip(args.iter().skip(1)).filter(|(option, _)| *option == "--lang").map(|(_, value)| value);
    let joined = args.iter().filter_map(|arg| arg.to_str()?.strip_prefix("--lang="));
    let code = values.filter_map(|value| value.to_str()).chain(joined).last();
    code.and_then(Lang::from_code).unwrap_or_else(system_lang)
}
