//! What a line of a form shows: a value as people write it, what stands where there is none, and what is made of what is
//! being typed.

use eframe::egui::Ui;
use serde_json::Value;

use super::draft::{self, Edited, Made, Step};
use super::form::{Form, Look};
use crate::model::{Minor, PartialDate};
use crate::ui::kit;

impl Form<'_> {
    /// What is made of an amount or a date while it is typed, so that nobody is surprised when it is taken.
    pub(super) fn understood(&self, ui: &mut Ui, path: &[Step], look: Look, made: &Made) {
        let words = &self.session.words;
        let told = match look {
            Look::Money => amount(&made.value).map(|amount| {
                let beside = [path.split_last().map_or(path, |(_, row)| row), &[Step::Field("currency")]].concat();
                let stands = draft::at(self.tree, &beside);
                let named = made.beside.as_ref().map_or(stands, |(_, currency)| currency);
                let usual = self.session.records().header.currency.map(|usual| usual.to_string());
                let currency = named.as_str().map(str::to_owned).or(usual).unwrap_or_default();
                format!("{} {currency}", words.money(amount.0.into()))
            }),
            Look::Date => made.value.as_str().and_then(|date| Some(words.date(date.parse::<PartialDate>().ok()?))),
            _ => None,
        };
        if let Some(told) = told {
            kit::small(ui, format!("= {}", told.trim_end()));
        }
    }

    /// What stands in a line where nothing was typed.
    pub(super) fn hint(&self, look: Look) -> String {
        let words = &self.session.words;
        match (look, self.session.records().header.currency) {
            (Look::Date, _) => words.t("edit-date-hint"),
            (Look::Currency, Some(usual)) if matches!(self.edited, Edited::Entry(_)) => {
                words.tf("edit-currency-hint", &[("currency", usual.to_string().into())])
            }
            _ => String::new(),
        }
    }

    /// A value as it is typed.
    pub(super) fn plain(&self, look: Look, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => match amount(other) {
                Some(amount) if matches!(look, Look::Money) => self.session.words.money(amount.0.into()),
                _ => other.to_string(),
            },
        }
    }
}

/// An amount of a tree.
fn amount(value: &Value) -> Option<Minor> {
    value.is_number().then(|| serde_json::from_value(value.clone()).ok()).flatten()
}
