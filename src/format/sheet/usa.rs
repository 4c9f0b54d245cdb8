//! Files that two public sites of the United States give out, known by their headers: award and transaction downloads
//! of `USAspending`, transaction files of ForeignAssistance.gov. What they say of one award or activity is one project.

use super::conventions::Conventions;
use super::fold::plain;
use super::mapping::{ColumnUse, FileSource, Mapping};
use super::money::Decimal;
use super::target::Target;
use crate::format::Foreign;
use crate::model::{Currency, Lang, PublisherKind};

/// A known file: by which headers it is told, and which of its columns become what.
struct Preset {
    format: Foreign,
    /// Headers of which each must be there.
    told_by: &'static [&'static str],
    columns: &'static [(&'static str, Target)],
    title: &'static str,
    publisher: &'static str,
}

/// What assistance and contract files of `USAspending` have in common.
const AWARD: [(&str, Target); 18] = [
    ("assistance_award_unique_key", Target::Id),
    ("contract_award_unique_key", Target::Id),
    ("award_id_fain", Target::AgreementNumber),
    ("award_id_piid", Target::AgreementNumber),
    ("prime_award_base_transaction_description", Target::SummaryEn),
    ("recipient_name", Target::Implementer),
    ("funding_agency_name", Target::Funder),
    ("funding_sub_agency_name", Target::Funder),
    ("awarding_agency_name", Target::Funder),
    ("awarding_sub_agency_name", Target::Funder),
    ("period_of_performance_start_date", Target::Start),
    ("period_of_performance_current_end_date", Target::PlannedEnd),
    ("primary_place_of_performance_country_name", Target::Country),
    ("primary_place_of_performance_country_code", Target::Country),
    ("cfda_title", Target::Theme),
    ("assistance_listing_title", Target::Theme),
    ("cfda_numbers_and_titles", Target::Theme),
    ("usaspending_permalink", Target::Source),
];

/// A summary of each award: its totals as they stand.
const SUMMARY: [(&str, Target); 5] = [
    ("total_obligated_amount", Target::Award),
    ("total_outlayed_amount", Target::Disbursement),
    ("total_outlayed_amount_for_overall_award", Target::Disbursement),
    ("potential_total_value_of_award", Target::Ceiling),
    ("award_latest_action_date", Target::AmountAsOf),
];

/// A row for each action: its obligation is summed by fiscal year; what it says of the whole award is that sum again.
const ACTIONS: [(&str, Target); 4] = [
    ("federal_action_obligation", Target::Transaction),
    ("action_date_fiscal_year", Target::FiscalYear),
    ("assistance_transaction_unique_key", Target::TransactionKey),
    ("contract_transaction_unique_key", Target::TransactionKey),
];

const ACTIVITY: [(&str, Target); 14] = [
    ("Activity ID", Target::Id),
    ("Activity Name", Target::NameEn),
    ("Activity Description", Target::SummaryEn),
    ("Activity Project Number", Target::AgreementNumber),
    ("Activity Start Date", Target::Start),
    ("Activity End Date", Target::PlannedEnd),
    ("Implementing Partner Name", Target::Implementer),
    ("Funding Agency Name", Target::Funder),
    ("Country Name", Target::Country),
    ("US Sector Name", Target::Theme),
    ("International Purpose Name", Target::Sector),
    ("Transaction Type Name", Target::TransactionType),
    ("Fiscal Year", Target::FiscalYear),
    ("Current Dollar Amount", Target::Transaction),
];

const PRESETS: [Preset; 3] = [
    Preset {
        format: Foreign::UsaSpending,
        told_by: &["federal_action_obligation", "recipient_name", "action_date_fiscal_year"],
        columns: &ACTIONS,
        title: "USAspending.gov: prime award transactions",
        publisher: "USAspending.gov",
    },
    Preset {
        format: Foreign::UsaSpending,
        told_by: &["total_obligated_amount", "recipient_name", "period_of_performance_start_date"],
        columns: &SUMMARY,
        title: "USAspending.gov: prime award summaries",
        publisher: "USAspending.gov",
    },
    Preset {
        format: Foreign::ForeignAssistance,
        told_by: &["activity id", "transaction type name", "fiscal year", "current dollar amount"],
        columns: &ACTIVITY,
        title: "ForeignAssistance.gov: transactions",
        publisher: "ForeignAssistance.gov",
    },
];

/// The mapping of a known file. `USAspending` writes its headers with low lines, and always both files' columns of the
/// award.
pub(super) fn preset(headers: &[String], conventions: &Conventions) -> Option<Mapping> {
    let plain_headers: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    let has = |name: &&str| plain_headers.contains(&plain(name));
    let preset = PRESETS.iter().find(|preset| preset.told_by.iter().all(has))?;
    let award = if preset.format == Foreign::UsaSpending { AWARD.as_slice() } else { &[] };
    let target = |header: &String| {
        let mut known = preset.columns.iter().chain(award);
        known.find(|(name, _)| plain(name) == *header).map_or(Target::Ignore, |(_, target)| *target)
    };
    let mut columns: Vec<ColumnUse> = headers
        .iter()
        .zip(&plain_headers)
        .map(|(header, plain)| ColumnUse { header: header.clone(), target: target(plain) })
        .collect();
    // The same listing under its old and its new header is one theme.
    let themes = columns.iter_mut().filter(|column| column.target == Target::Theme).skip(1);
    themes.for_each(|column| column.target = Target::Ignore);
    // The code of a country is read where its name is absent.
    let mut countries: Vec<&mut ColumnUse> =
        columns.iter_mut().filter(|column| column.target == Target::Country).collect();
    if countries.len() > 1 {
        let codes = countries.iter_mut().filter(|column| column.header.ends_with("_code"));
        codes.for_each(|column| column.target = Target::Ignore);
    }
    let conventions = Conventions { currency: Some(Currency::USD), decimal: Decimal::Point, ..conventions.clone() };
    let (title, publisher) = (preset.title.to_owned(), preset.publisher.to_owned());
    let source = Some(FileSource { title, publisher, kind: PublisherKind::Funder });
    Some(Mapping { format: preset.format, language: Lang::En, columns, conventions, source, kept: None })
}
