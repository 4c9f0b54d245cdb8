//! One field changed among many records: what the records, the history and everything derived from them take.

use std::path::Path;
use std::sync::Arc;

use atalaya::format::{self, Progress};
use atalaya::i18n::Sorter;
use atalaya::model::{Amount, AmountKind, Attribution, Entry, Lang, List, Minor, Project, Scope};
use atalaya::query::{Harvesting, Index, TextRanks};
use atalaya::session::{Desk, Edit};

use super::{ms, quantile, time};

/// How many fields are changed of each kind.
const EDITS: usize = 50;

/// Changes a field of a project; the number makes each change another.
type Change = fn(&mut Project, usize);

/// Prints, for each kind of field, how long a change takes at the median and at most.
pub fn edits(file: &Path) {
    let harvesting = Harvesting::default();
    let (read, harvests) = format::read_file(file, &Progress::default(), &|| harvesting.begin()).unwrap();
    let mut index = Index::with(&read.portfolio, harvests);
    let mut desk = Desk::of(read.text, true);
    let mut records = Arc::new(read.portfolio);
    let mut shown = Arc::clone(&records);
    let count = records.projects.len();
    let sorter = Sorter::new(Lang::Es);
    index.text_ranks(Lang::Es, || TextRanks::of(&records, &sorter));
    for (kind, change) in [("amount", amount as Change), ("date", date), ("name", name)] {
        let mut times = Vec::with_capacity(EDITS);
        for number in 0..EDITS {
            let row = (number * 7_919) % count;
            let mut project = (*records.projects.get(row).unwrap()).clone();
            change(&mut project, number);
            let edit = Edit::Put { entry: Entry::Project(Box::new(project)), goes_on: false };
            let (changes, took) = time(|| {
                let changes = desk.edit(edit, &mut records, Lang::Es);
                index.put(row, Some(&shown), &records);
                shown = Arc::clone(&records);
                changes
            });
            assert_eq!(changes.unwrap().len(), 1);
            times.push(took);
        }
        println!("edit_{kind}_ms_median={:.3}", ms(quantile(&mut times, 50)));
        println!("edit_{kind}_ms_most={:.3}", ms(quantile(&mut times, 100)));
    }
    assert_eq!(index.rows.len(), records.count(List::Projects));
}

fn amount(project: &mut Project, number: usize) {
    let value = Minor::from_units(number as i64 + 1).unwrap();
    let (kind, scope, attribution) = (AmountKind::Total, Scope::Country, Attribution::Named);
    let amount =
        Amount { kind, value, currency: None, scope, fiscal_year: None, as_of: None, source: None, attribution };
    project.amounts = vec![amount];
}

fn date(project: &mut Project, number: usize) {
    project.start = format!("2019-03-{:02}", number % 28 + 1).parse().ok();
}

fn name(project: &mut Project, number: usize) {
    project.name.es = Some(format!("Proyecto con otro nombre {number}"));
}
