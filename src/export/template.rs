//! The empty Excel template: a sheet to fill in, one that explains every column, one with projects as examples, one
//! with the words to choose from. It comes back without any mapping.

use std::io::Write;

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Formula, Note, Workbook, Worksheet, XlsxError};

use crate::format::sheet::{TEMPLATE, Target};
use crate::format::{embedded, read_ron};
use crate::i18n::Words;
use crate::model::{
    Amount, AmountKind, Bilingual, Currency, EndingKind, Headline, Lang, Minor, PartialDate, Portfolio, Project, Role,
    SourceFigure, Status,
};

/// How many rows below the header offer words to choose from.
const ROWS: u32 = 2_000;
/// How many projects stand as examples.
const EXAMPLES: usize = 3;
/// The widths of columns, in characters.
const WIDTH: f64 = 22.0;
const WIDE: f64 = 48.0;

/// Writes the template in this language. Themes, states and examples are those of the portfolio; without one, those of
/// the portfolio that the program carries.
pub fn template(words: &Words, portfolio: Option<&Portfolio>, out: impl Write + Send) -> Result<(), XlsxError> {
    let carried = match portfolio {
        Some(_) => None,
        None => read_ron(embedded()).ok().map(|read| read.portfolio),
    };
    let portfolio = portfolio.or(carried.as_ref());
    let lists = Lists::of(words, portfolio);
    let mut book = Workbook::new();
    let projects = book.add_worksheet().set_name(words.t("template-projects"))?;
    headers(projects, words)?;
    lists.offer(projects, words)?;
    explanation(book.add_worksheet().set_name(words.t("template-explanation"))?, words)?;
    let examples = book.add_worksheet().set_name(words.t("template-examples"))?;
    headers(examples, words)?;
    if let Some(portfolio) = portfolio {
        example_rows(examples, words.lang(), words, portfolio)?;
    }
    lists.write(book.add_worksheet().set_name(words.t("template-lists"))?)?;
    book.save_to_writer(out)
}

fn heading() -> Format {
    let format = Format::new().set_bold().set_background_color(Color::RGB(0x1F_4E_79)).set_font_color(Color::White);
    format.set_text_wrap().set_align(FormatAlign::Top)
}

/// The header, each with a note that explains it; what must stay as it is typed is kept as text.
fn headers(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let as_typed = Format::new().set_num_format("@");
    for (column, target) in (0_u16..).zip(TEMPLATE) {
        // Excel would make a day of `03/2025`, and a number without its zeros of an agreement.
        let text = target.amount().is_none();
        if text {
            sheet.set_column_format(column, &as_typed)?;
        }
        let wide = matches!(target, Target::NameEs | Target::NameEn | Target::SummaryEs | Target::SummaryEn);
        sheet.set_column_width(column, if wide { WIDE } else { WIDTH })?;
        sheet.write_with_format(0, column, words.t(target.message()), &heading())?;
        let note = Note::new(words.t(explains(target))).add_author_prefix(false).set_width(320).set_height(140);
        sheet.insert_note(0, column, &note)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// A row for each column: its name, what goes into it, how the file calls it.
fn explanation(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, WIDTH * 1.4)?.set_column_width(1, WIDE * 2.0)?;
    let intro = ["template-intro-fill", "template-intro-unknown", "template-intro-rows", "template-intro-back"];
    for (row, key) in (0_u32..).zip(intro) {
        sheet.write_with_format(row, 1, words.t(key), &wrapped)?;
    }
    let first = u32::try_from(intro.len()).unwrap_or(0) + 1;
    sheet.write_with_format(first, 0, words.t("template-column"), &heading())?;
    sheet.write_with_format(first, 1, words.t("template-what"), &heading())?;
    for (row, target) in (first + 1..).zip(TEMPLATE) {
        sheet.write_with_format(row, 0, words.t(target.message()), &wrapped.clone().set_bold())?;
        sheet.write_with_format(row, 1, words.t(explains(target)), &wrapped)?;
    }
    Ok(())
}

/// The message that explains a column.
const fn explains(target: Target) -> &'static str {
    match target {
        Target::Id => "explain-id",
        Target::NameEs | Target::NameEn => "explain-name",
        Target::Acronym => "explain-acronym",
        Target::SummaryEs | Target::SummaryEn => "explain-summary",
        Target::AgreementNumber => "explain-agreement",
        Target::Implementer | Target::Funder | Target::Partner => "explain-organizations",
        Target::ActualEnd => "explain-actual-end",
        Target::Status => "explain-status",
        Target::Ending => "explain-ending",
        Target::Award => "explain-award",
        Target::Disbursement => "explain-disbursed",
        Target::Currency => "explain-currency",
        Target::Theme => "explain-theme",
        Target::State => "explain-state",
        Target::Sector | Target::Supports | Target::Country => "explain-list",
        Target::CounterpartEs | Target::CounterpartEn => "explain-counterpart",
        Target::Source => "explain-source",
        Target::NotesEs | Target::NotesEn => "explain-notes",
        _ => "explain-date",
    }
}

/// The words that a person may choose from, each list under the column that it is for.
struct Lists(Vec<(Target, String, Vec<String>)>);

impl Lists {
    fn of(words: &Words, portfolio: Option<&Portfolio>) -> Self {
        let lang = words.lang();
        let named = |name: &Bilingual| name.show(lang).to_owned();
        let statuses = Status::ALL.iter().map(|status| words.t(status.message())).collect();
        let endings = EndingKind::ALL.iter().map(|kind| words.t(kind.message())).collect();
        let themes = portfolio.iter().flat_map(|of| of.themes.iter()).map(|theme| named(&theme.name)).collect();
        let states = portfolio.iter().flat_map(|of| of.places.iter()).filter(|place| place.id.contains('-'));
        let states = states.map(|place| named(&place.name)).collect();
        let currencies = ["USD", "MXN", "EUR", "CAD"].map(str::to_owned).to_vec();
        let lists = [
            (Target::Status, statuses),
            (Target::Ending, endings),
            (Target::Theme, themes),
            (Target::State, states),
            (Target::Currency, currencies),
        ];
        let titled = lists.into_iter().map(|(target, list)| (target, words.t(target.message()), list));
        Self(titled.filter(|(.., list): &(_, _, Vec<String>)| !list.is_empty()).collect())
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, (_, title, list)) in (0_u16..).zip(&self.0) {
            sheet.set_column_width(column, WIDTH * 1.4)?;
            sheet.write_with_format(0, column, title, &heading())?;
            for (row, word) in (1_u32..).zip(list) {
                sheet.write(row, column, word)?;
            }
        }
        Ok(())
    }

    /// Offers the words in the cells below the headers. They are offered only: several themes, states that nobody
    /// listed and words of the source are as welcome.
    fn offer(&self, sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
        let of_sheet = words.t("template-lists");
        for (place, (target, _, list)) in (b'A'..=b'Z').map(char::from).zip(&self.0) {
            let Some(column) = TEMPLATE.iter().position(|other| other == target) else { continue };
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            let range = Formula::new(format!("='{of_sheet}'!${place}$2:${place}${}", list.len() + 1));
            let offer = DataValidation::new().allow_list_formula(range).show_error_message(false);
            sheet.add_data_validation(1, column, ROWS, column, &offer)?;
        }
        Ok(())
    }
}

fn example_rows(sheet: &mut Worksheet, lang: Lang, words: &Words, portfolio: &Portfolio) -> Result<(), XlsxError> {
    for (row, project) in (1_u32..).zip(portfolio.projects.iter().take(EXAMPLES)) {
        let example = Example { project: &project, portfolio, lang, words };
        for (column, target) in (0_u16..).zip(TEMPLATE) {
            match target.amount().and_then(|kind| example.amount(kind)) {
                Some(value) => sheet.write(row, column, value.0 as f64 / 100.0)?,
                None => sheet.write(row, column, example.text(target))?,
            };
        }
    }
    Ok(())
}

/// A project as a row of the template.
struct Example<'a> {
    project: &'a Project,
    portfolio: &'a Portfolio,
    lang: Lang,
    words: &'a Words,
}

impl Example<'_> {
    /// The amount in the column of this kind. Of what was awarded it is the figure that the portfolio shows, so that an
    /// example says nothing else than its table.
    fn amount(&self, kind: AmountKind) -> Option<Minor> {
        match kind {
            AmountKind::Award => self.awarded().map(|figure| Minor(figure.value)),
            other => self.told(other).map(|amount| amount.value),
        }
    }

    /// What a source tells of this kind in the currency of the row.
    fn told(&self, kind: AmountKind) -> Option<&Amount> {
        let currency = self.currency()?;
        let mut of_kind = self.project.amounts.iter().filter(|amount| amount.kind == kind);
        of_kind.find(|amount| amount.currency.unwrap_or(self.portfolio.currency()) == currency)
    }

    fn awarded(&self) -> Option<SourceFigure> {
        Headline::of(self.project, self.portfolio).map(|headline| headline.figure)
    }

    fn currency(&self) -> Option<Currency> {
        let first = || self.project.amounts.first().map(|of| of.currency.unwrap_or(self.portfolio.currency()));
        self.awarded().map(|figure| figure.currency).or_else(first)
    }

    /// When the figure held, where that is told of one amount.
    fn awarded_as_of(&self) -> Option<PartialDate> {
        match self.awarded()?.parts.as_slice() {
            [part] => self.project.amounts.get(*part)?.as_of,
            _ => None,
        }
    }

    fn text(&self, target: Target) -> String {
        let (project, lang) = (self.project, self.lang);
        let exact = |text: &Bilingual, lang| text.exact(lang).unwrap_or("").to_owned();
        let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        match target {
            Target::Id => project.id.clone(),
            Target::NameEs => exact(&project.name, Lang::Es),
            Target::NameEn => exact(&project.name, Lang::En),
            Target::Acronym => project.acronym.clone().unwrap_or_default(),
            Target::SummaryEs => exact(&project.summary, Lang::Es),
            Target::SummaryEn => exact(&project.summary, Lang::En),
            Target::AgreementNumber => project.agreement_number.clone().unwrap_or_default(),
            Target::Implementer => self.organizations(Role::Implementing),
            Target::Funder => self.organizations(Role::Funding),
            Target::Partner => self.organizations(Role::Partner),
            Target::Start => date(project.start),
            Target::PlannedEnd => date(project.planned_end),
            Target::ActualEnd => date(project.actual_end),
            Target::Status => project.status.map(|status| self.words.t(status.message())).unwrap_or_default(),
            Target::StatusAsOf => date(project.status_as_of),
            Target::Ending => self.words.t(project.ending.kind.message()),
            Target::Currency => self.currency().map(|currency| currency.to_string()).unwrap_or_default(),
            Target::AmountAsOf => date(self.awarded_as_of()),
            Target::Theme => self.themes(),
            Target::State => self.named(&project.states, |id| self.portfolio.places.find(id).map(|of| &of.name)),
            Target::Country => self.named(&project.countries, |id| self.portfolio.places.find(id).map(|of| &of.name)),
            Target::Sector => self.named(&project.sectors, |id| self.portfolio.sectors.find(id).map(|of| &of.name)),
            Target::Supports => self.named(&project.supports, |id| self.portfolio.supports.find(id).map(|of| &of.name)),
            Target::CounterpartEs => exact(&project.counterpart, Lang::Es),
            Target::CounterpartEn => exact(&project.counterpart, Lang::En),
            Target::Source => {
                let sources = project.all_sources().into_iter().filter_map(|id| self.portfolio.sources.find(id));
                sources.filter_map(|source| source.url.clone()).collect::<Vec<_>>().join("\n")
            }
            Target::NotesEs if lang == Lang::Es => exact(&project.notes, Lang::Es),
            Target::NotesEn if lang == Lang::En => exact(&project.notes, Lang::En),
            _ => String::new(),
        }
    }

    fn named<'b>(&self, ids: &[String], name: impl Fn(&str) -> Option<&'b Bilingual>) -> String {
        let names = ids.iter().filter_map(|id| name(id)).map(|name| name.show(self.lang));
        names.collect::<Vec<_>>().join("; ")
    }

    fn organizations(&self, role: Role) -> String {
        let ids: Vec<String> = self.project.organizations_as(role).map(str::to_owned).collect();
        self.named(&ids, |id| self.portfolio.organizations.find(id).map(|of| &of.name))
    }

    fn themes(&self) -> String {
        let named = self.project.themes.iter().filter_map(|share| {
            let name = self.portfolio.themes.find(&share.theme)?.name.show(self.lang).to_owned();
            Some(match share.share {
                Some(part) => format!("{name} {}.{:02}%", part.0 / 100, part.0 % 100),
                None => name,
            })
        });
        named.collect::<Vec<_>>().join("; ")
    }
}
