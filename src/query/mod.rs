//! Questions to a portfolio: the filter's text, the index, facets, order, totals, groups.
//! Answers for table, timeline, plots and exports, so that they can never disagree. Pure: no clock, no files.

mod after;
mod answer;
mod column;
mod cross;
mod cut;
mod diff;
mod doubles;
mod eval;
mod event_order;
mod falling;
mod field;
mod filter;
mod fold;
mod group;
mod harvest;
mod index;
mod keyed;
mod lacks;
mod money;
mod money_bridge;
mod order;
mod parse;
mod put;
mod recall;
mod reconcile;
mod row;
mod search;
mod sparse;
mod standing;
mod text_ranks;
mod texts;
mod truth;
mod vocabulary;
mod years;

pub use crate::i18n::fold;
pub use after::{After, AfterGroup, AfterPart, AfterSet, Gap, ProjectAfter, after, after_groups, after_of};
pub use answer::{Answer, FACETS, Facet, Totals};
pub use column::Column as IndexColumn;
pub use cross::{Cross, CrossCell, years_by_theme};
pub use cut::{
    Cut, CutGroup, CutMoney, CutShort, CutState, Lens, Reading, Spanned, Spent, cut_groups, cut_short, cut_state,
    spent, spent_in,
};
pub use diff::{
    Diff, FieldChange, ListDiff, Placed, RecordChange, RecordId, apply, changed_fields, diff, portfolio_tree,
};
pub use doubles::{Double, DoubleWhy, doubles_in};
pub use event_order::{EventColumn, EventKey};
pub use field::{Doubt, Field, FieldKind};
pub use filter::{Filter, Term, Test, Value};
pub use fold::find_all;
pub use group::{By, Group, by_amount, by_count, each_part, group_parts, group_rows, groups, groups_in_others};
pub use harvest::{Harvest, Harvesting};
pub use index::{EventRow, Index, Referred};
pub use lacks::{Lack, by_funder, lacks_of, unlisted_totals};
pub use money::{Counts, Money};
pub use money_bridge::{MoneyBridge, MoneyStep, OtherCurrencies, money_bridge};
pub use order::{Column, Key, Orders, sort};
pub use parse::{ParseError, parse, parse_known, parse_lenient};
pub use recall::Recall;
pub use reconcile::{Bridge, Refusal, Step, StepKey, comparable_total, reconcile, refusal};
pub use row::{Row, Span, Teller, Told, doubts};
pub use standing::{Standing, spent_told, standing};
pub use text_ranks::TextRanks;
pub use texts::Texts;
pub use truth::{Truth, days_of};
pub use vocabulary::{Vocabulary, counterpart_key, scope_key};
pub use years::Spread;
