//! Which fields a record has, in the order of the format, and what control each is edited by.

use crate::model::List;

/// A field of a form.
pub(super) struct Field {
    /// Its name in the format.
    pub name: &'static str,
    pub kind: Kind,
}

/// What a field holds.
pub(super) enum Kind {
    /// A text that may be left out.
    Text,
    /// A text that must be there.
    Must,
    /// A text of several lines that may be left out.
    Long,
    /// A text in both languages.
    Both,
    /// The same, of several lines.
    LongBoth,
    Date,
    MustDate,
    Money,
    MustMoney,
    /// Of an amount: the portfolio's, where it is left out.
    Currency,
    Whole,
    Percent,
    YesNo,
    /// One of these words: as in the file, and the key of its name.
    OneOf(&'static [(&'static str, &'static str)]),
    /// What a total measures: one of the known, or a text of one's own.
    Measured,
    /// One of them or none.
    OneOrNone(&'static [(&'static str, &'static str)]),
    /// Any of them.
    AnyOf(&'static [(&'static str, &'static str)]),
    /// The id of a record of this list.
    Ref(List),
    /// The same, or none.
    MaybeRef(List),
    /// Ids of records of this list.
    Refs(List),
    /// Texts in a row.
    Texts,
    /// Records within the record.
    Rows(&'static [Field]),
    /// Fields within a field.
    Group(&'static [Field]),
}

use Kind::{
    AnyOf, Both, Currency, Date, Group, Long, LongBoth, MaybeRef, Measured, Money, Must, MustDate, MustMoney, OneOf,
    OneOrNone, Percent, Ref, Refs, Rows, Text, Texts, Whole, YesNo,
};

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

const LANGS: &[(&str, &str)] = &[("es", "lang-es"), ("en", "lang-en")];
const SCOPES: &[(&str, &str)] = &[("country", "edit-scope-country"), ("multi_country", "edit-scope-several")];
const STATUSES: &[(&str, &str)] = &[
    ("planned", "status-planned"),
    ("active", "status-active"),
    ("suspended", "status-suspended"),
    ("closed", "status-closed"),
    ("cancelled", "status-cancelled"),
];
const ENDINGS: &[(&str, &str)] = &[
    ("named", "ending-named"),
    ("implied", "ending-implied"),
    ("before", "ending-before"),
    ("unknown", "ending-unknown"),
];
const ROLES: &[(&str, &str)] = &[
    ("funding", "role-funding"),
    ("accountable", "role-accountable"),
    ("extending", "role-extending"),
    ("implementing", "role-implementing"),
    ("partner", "role-partner"),
];
const AMOUNTS: &[(&str, &str)] = &[
    ("award", "amount-award"),
    ("funding_line", "amount-funding-line"),
    ("total", "amount-total"),
    ("reported", "amount-reported"),
    ("announced", "amount-announced"),
    ("ceiling", "amount-ceiling"),
    ("disbursement", "amount-disbursement"),
    ("expenditure", "amount-expenditure"),
    ("budget", "amount-budget"),
];
const ATTRIBUTIONS: &[(&str, &str)] = &[("named", "edit-attribution-named"), ("matched", "edit-attribution-matched")];
const ORGANIZATIONS: &[(&str, &str)] = &[
    ("government", "org-government"),
    ("multilateral", "org-multilateral"),
    ("ngo", "org-ngo"),
    ("union", "org-union"),
    ("business", "org-business"),
    ("company", "org-company"),
    ("university", "org-university"),
    ("other", "org-other"),
];
const EVENTS: &[(&str, &str)] = &[
    ("launch", "event-launch"),
    ("exchange", "event-exchange"),
    ("meeting", "event-meeting"),
    ("training", "event-training"),
    ("agreement", "event-agreement"),
    ("award", "event-award"),
    ("evaluation", "event-evaluation"),
    ("cancellation", "event-cancellation"),
    ("report", "event-report"),
    ("legal", "event-legal"),
];
const PUBLISHERS: &[(&str, &str)] = &[
    ("funder", "publisher-funder"),
    ("implementer", "publisher-implementer"),
    ("government", "publisher-government"),
    ("press", "publisher-press"),
    ("other", "publisher-other"),
];
const STATES: &[(&str, &str)] = &[
    ("unknown", "continuity-unknown"),
    ("none", "continuity-none"),
    ("new_in_area", "continuity-new-in-area"),
    ("partial", "continuity-partial"),
    ("continued", "continuity-continued"),
];

const AMOUNT: &[Field] = &[
    field("kind", OneOf(AMOUNTS)),
    field("value", MustMoney),
    field("currency", Currency),
    field("scope", OneOf(SCOPES)),
    field("fiscal_year", Whole),
    field("as_of", Date),
    field("source", MaybeRef(List::Sources)),
    field("attribution", OneOf(ATTRIBUTIONS)),
];

const TILE: &[Field] = &[field("row", Whole), field("column", Whole)];

const PROJECT: &[Field] = &[
    field("name", Both),
    field("name_ours", AnyOf(LANGS)),
    field("acronym", Text),
    field("summary", LongBoth),
    field("agreement_number", Text),
    field(
        "organizations",
        Rows(&[field("role", OneOf(ROLES)), field("organization", Ref(List::Organizations)), field("as_named", Text)]),
    ),
    field("countries", Refs(List::Places)),
    field("scope", OneOf(SCOPES)),
    field("start", Date),
    field("planned_end", Date),
    field("actual_end", Date),
    field("status", OneOrNone(STATUSES)),
    field("status_as_of", Date),
    field("ending", Group(&[field("kind", OneOf(ENDINGS)), field("sources", Refs(List::Sources))])),
    field("amounts", Rows(AMOUNT)),
    field("themes", Rows(&[field("theme", Ref(List::Themes)), field("share", Percent)])),
    field("topics", Refs(List::Topics)),
    field("states", Refs(List::Places)),
    field("sectors", Refs(List::Sectors)),
    field("supports", Refs(List::Supports)),
    field("counterpart", Both),
    field("continuity", LongBoth),
    field("sources", Refs(List::Sources)),
    field("notes", LongBoth),
];

/// What a portfolio says of itself.
pub(super) const HEADER: &[Field] = &[
    field("title", Both),
    field("about", LongBoth),
    field("country", MaybeRef(List::Places)),
    field("currency", Currency),
    field("language", OneOrNone(LANGS)),
    field("updated", Date),
    field("cutoff", Group(&[field("date", MustDate), field("label", Both), field("sources", Refs(List::Sources))])),
];

/// The fields of a list's records, but for their id.
pub(super) const fn fields(list: List) -> &'static [Field] {
    match list {
        List::Projects => PROJECT,
        List::ReportedTotals => {
            const {
                &[
                    field("reported_by", Both),
                    field("count", Whole),
                    field("value", Money),
                    field("currency", Currency),
                    field("covers", LongBoth),
                    field("country", MaybeRef(List::Places)),
                    field("measures", Measured),
                    field("period_start", Date),
                    field("period_end", Date),
                    field("as_of", Date),
                    field("source", MaybeRef(List::Sources)),
                    field("notes", LongBoth),
                ]
            }
        }
        List::Themes => const { &[field("name", Both), field("named_by_report", YesNo)] },
        List::Topics => const { &[field("name", Both), field("theme", MaybeRef(List::Themes))] },
        List::Sectors | List::Supports => const { &[field("name", Both)] },
        List::Places => const { &[field("name", Both), field("short", Text), field("tile", Group(TILE))] },
        List::Organizations => {
            const {
                &[
                    field("name", Both),
                    field("acronym", Text),
                    field("kind", OneOf(ORGANIZATIONS)),
                    field("country", MaybeRef(List::Places)),
                ]
            }
        }
        List::Sources => {
            const {
                &[
                    field("title", Must),
                    field("publisher", Must),
                    field("kind", OneOf(PUBLISHERS)),
                    field("url", Text),
                    field("published", Date),
                    field("consulted", Date),
                    field("language", OneOrNone(LANGS)),
                    field("excerpt", Long),
                    field("archived_url", Text),
                ]
            }
        }
        List::Events => {
            const {
                &[
                    field("date", MustDate),
                    field("kind", OneOf(EVENTS)),
                    field("title", Both),
                    field("summary", LongBoth),
                    field("organizations", Refs(List::Organizations)),
                    field("projects", Refs(List::Projects)),
                    field("projects_as_named", Texts),
                    field("topics", Refs(List::Topics)),
                    field("last_action", YesNo),
                    field("sources", Refs(List::Sources)),
                    field("notes", LongBoth),
                ]
            }
        }
        List::Continuity => {
            const {
                &[
                    field("about", Both),
                    field("state", OneOf(STATES)),
                    field("by", Both),
                    field("since", Date),
                    field("note", LongBoth),
                    field("projects", Refs(List::Projects)),
                    field("themes", Refs(List::Themes)),
                    field("sources", Refs(List::Sources)),
                ]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{embedded, read_ron};

    /// A field that the form forgets could never be edited.
    #[test]
    fn every_field_of_every_record_has_a_control() {
        let portfolio = read_ron(embedded()).unwrap().portfolio;
        for list in List::ALL {
            let tree = serde_json::to_value(portfolio.entry(list, 0).unwrap()).unwrap();
            let names: Vec<&str> = fields(list).iter().map(|field| field.name).collect();
            for name in tree.as_object().unwrap().keys().filter(|name| *name != "id") {
                assert!(names.contains(&name.as_str()), "{list:?}: {name}");
            }
            assert_eq!(names.len() + 1, tree.as_object().unwrap().len(), "{list:?}");
        }
    }
}
