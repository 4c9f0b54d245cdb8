//! Questions as a person asks them one after the other, each answered from the index with all that the views show.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use atalaya::i18n::Sorter;
use atalaya::model::{Lang, Portfolio};
use atalaya::query::{
    Answer, By, Column, Filter, Index, Key, Lens, Orders, Recall, Spread, TextRanks, groups, parse_lenient,
    years_by_theme,
};

use super::{ms, opened, quantile, time};

/// A step: what stands in the filter, and by what the table is ordered.
pub struct Step {
    pub filter: String,
    pub order: Option<(Column, bool)>,
}

/// Words letter by letter and back, facets, ranges, and the table ordered anew.
pub fn script() -> Vec<Step> {
    let mut filters = Vec::new();
    for word in ["trabajo", "niñez", "proyecto", "inspección", "zzz", "de", "salarios", "workers", "grant", "a"] {
        let letters: Vec<char> = word.chars().collect();
        filters.extend((1..=letters.len()).map(|n| letters[..n].iter().collect::<String>()));
        filters.extend((0..letters.len()).rev().map(|n| letters[..n].iter().collect::<String>()));
    }
    let facets = [
        "theme:osh",
        "theme:osh,child-forced-labor",
        "state:?",
        "state:MX-CHP",
        "ending:implied",
        "-ending:before",
        "amount:?",
        "org:o-000003",
        "scope:multi-country",
    ];
    let ranges = ["active:2022", "active:2019..2021", "start:>=2015-06", "amount:>=1000000", "amount:500000..5000000"];
    for step in facets.into_iter().chain(ranges) {
        filters.push(step.to_owned());
        filters.push(format!("trabajo {step}"));
        filters.push(format!("{step} active:2024"));
    }
    let columns = [Column::Name, Column::Start, Column::Amount, Column::Implementer, Column::Theme, Column::Agreement];
    let mut steps = Vec::new();
    while steps.len() < 1_000 {
        for (place, filter) in filters.iter().enumerate() {
            let order = (place % 12 == 11).then(|| (columns[place / 12 % columns.len()], place % 24 == 11));
            steps.push(Step { filter: filter.clone(), order });
        }
    }
    steps.truncate(1_000);
    steps
}

pub fn ask(file: &Path) {
    let (portfolio, index) = opened(file);
    let sorter = Sorter::new(Lang::Es);
    let (_, ranked) = time(|| index.text_ranks(Lang::Es, || TextRanks::of(&portfolio, &sorter)));
    println!("ranks_ms={:.3}", ms(ranked));
    let nowhere = "xyzzy no está en ninguna parte";
    let passes = || quantile(&mut (0..9).map(|_| time(|| assert!(!index.pass(nowhere))).1).collect::<Vec<_>>(), 50);
    let before = passes();
    let mut recall = Recall::default();
    let (mut order, mut orders) = ((Column::Amount, true), Orders::default());
    let script = script();
    let mut steps: Vec<_> = script
        .iter()
        .map(|step| time(|| one(step, &mut order, &mut orders, &mut recall, &portfolio, &index, &sorter)).1)
        .collect();
    tell_the_slowest(&script, &steps);
    // A pass before and one after, so that what disturbs the machine disturbs both.
    let pass = before.max(passes());
    println!("folded_text_mb={:.3}\npass_ms={:.3}\nsteps={}", index.text_bytes() as f64 / 1e6, ms(pass), steps.len());
    for (name, hundredths) in [("median", 50), ("p99", 99)] {
        let step = quantile(&mut steps, hundredths);
        println!("step_ms_{name}={:.3}", ms(step));
        println!("step_passes_{name}={:.3}", step.as_secs_f64() / pass.as_secs_f64());
    }
    check(&portfolio, &index);
}

/// What the steps are that take longest.
fn tell_the_slowest(script: &[Step], times: &[Duration]) {
    let mut steps: Vec<_> = script.iter().zip(times).collect();
    steps.sort_by_key(|(_, time)| std::cmp::Reverse(**time));
    for (Step { filter, order }, time) in steps.into_iter().take(15) {
        println!("# {:.1} ms: {filter:?} {order:?}", ms(*time));
    }
}

/// Everything that a change of filter or order gives: rows as ordered, totals, facets, and every plot's figures.
fn one(
    step: &Step,
    order: &mut (Column, bool),
    orders: &mut Orders,
    recall: &mut Recall,
    portfolio: &Portfolio,
    index: &Index,
    sorter: &Sorter,
) {
    let (filter, _) = parse_lenient(&step.filter, &index.vocabulary);
    let answer = Answer::recalling(&filter, portfolio, index, recall);
    *order = step.order.unwrap_or(*order);
    let key = Key { column: order.0, descending: order.1 };
    let all = orders.all(&[key], Lens::default(), portfolio, index, sorter);
    black_box(all.iter().copied().filter(|row| answer.set.contains(*row)).collect::<Vec<_>>());
    for by in By::ALL {
        black_box(groups(&answer.rows, by, Spread::Award, index));
    }
    black_box(years_by_theme(&answer.rows, Spread::Award, index));
}

/// The answers are those of a walk over the records, or the times are worth nothing.
fn check(portfolio: &Portfolio, index: &Index) {
    let (filter, _) = parse_lenient("theme:osh", &index.vocabulary);
    let plain = (0..portfolio.projects.len().min(20_000))
        .filter(|row| portfolio.projects.unpacked(*row).unwrap().themes.iter().any(|share| share.theme == "osh"));
    let answer = Answer::to(&filter, portfolio, index);
    assert_eq!(answer.rows.iter().filter(|row| **row < 20_000).count(), plain.count());
    let all = Answer::to(&Filter::default(), portfolio, index);
    for by in By::ALL {
        let parts = groups(&all.rows, by, Spread::Award, index);
        assert_eq!(parts.iter().filter_map(|group| group.amount).sum::<i128>(), all.totals.sum, "{by:?}");
    }
}
