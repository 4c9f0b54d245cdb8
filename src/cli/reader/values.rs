//! What stands behind options that know their values.

use super::Reader;
use crate::cli::args::{Fault, Format};
use crate::cli::request::RequestKind;
use crate::model::Lang;
use crate::query::{By, Reading, Spread};

impl Reader {
    pub(super) fn by(&mut self, among: &[By], known: &'static str) -> Result<By, Fault> {
        let value = self.value("--by")?;
        let by = By::from_name(&value).filter(|by| among.contains(by));
        by.ok_or(Fault::BadValue { option: "--by", value, known })
    }

    pub(super) fn spread(&mut self) -> Result<Spread, Fault> {
        let value = self.value("--spread")?;
        match value.as_str() {
            "award" => Ok(Spread::Award),
            "even" => Ok(Spread::Even),
            _ => Err(Fault::BadValue { option: "--spread", value, known: "award, even" }),
        }
    }

    pub(super) fn reading(&mut self) -> Result<Reading, Fault> {
        let value = self.value("--reading")?;
        let reading = Reading::ALL.into_iter().find(|reading| reading.key() == value);
        reading.ok_or(Fault::BadValue { option: "--reading", value, known: "named, presumed" })
    }

    pub(super) fn kind(&mut self) -> Result<RequestKind, Fault> {
        let value = self.value("--kind")?;
        let kind = RequestKind::ALL.into_iter().find(|kind| kind.key() == value);
        kind.ok_or(Fault::BadValue { option: "--kind", value, known: "transparency, foia" })
    }

    pub(super) fn format(&mut self) -> Result<Format, Fault> {
        let value = self.value("--format")?;
        match value.as_str() {
            "table" => Ok(Format::Table),
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            _ => Err(Fault::BadValue { option: "--format", value, known: "table, csv, json" }),
        }
    }

    pub(super) fn language(&mut self) -> Result<(), Fault> {
        let value = self.value("--lang")?;
        match Lang::ALL.into_iter().find(|lang| lang.code() == value) {
            Some(_) => Ok(()),
            None => Err(Fault::BadValue { option: "--lang", value, known: "es, en" }),
        }
    }
}
