//! What holds of any edits, undos and redos.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "tests may fail loudly"
)]

mod dice;

use std::sync::Arc;

use atalaya::format::{Change, embedded, read_ron};
use atalaya::model::{Entry, Lang, List, Portfolio};
use atalaya::query::{Index, diff};
use atalaya::session::{Desk, Edit};
use dice::Dice;

const LISTS: [List; 5] = [List::Projects, List::Events, List::Sources, List::Organizations, List::Continuity];

/// Some edit of some record.
fn some_edit(dice: &mut Dice, portfolio: &Portfolio, number: usize) -> Option<Edit> {
    let list = LISTS[dice.below(LISTS.len())];
    let count = portfolio.count(list);
    if count == 0 {
        return None;
    }
    let entry = portfolio.entry(list, dice.below(count))?;
    let id = entry.id().to_owned();
    Some(match dice.below(20) {
        0 if count > 5 => Edit::Remove { list, id, references: dice.below(2) == 0 },
        1 => Edit::Rename { list, id, to: format!("r-{number}") },
        2 if count < 300 => Edit::Add(vec![entry.with_id(&format!("n-{number}"))]),
        _ => {
            let other = serde_json::to_value(portfolio.entry(list, dice.below(count))?).unwrap();
            let mut own = serde_json::to_value(&entry).unwrap();
            let names: Vec<String> = own.as_object()?.keys().filter(|name| *name != "id").cloned().collect();
            let name = &names[dice.below(names.len())];
            own[name] = other[name].clone();
            Edit::Put { entry: Entry::read(list, own).unwrap(), goes_on: dice.below(3) == 0 }
        }
    })
}

/// So many random edits, undos and redos: what each touched is as it was meant, and every thousand steps all of it is
/// written, read again and held against what was meant.
fn any_edits(steps: usize, seed: u64) {
    let read = read_ron(embedded()).unwrap();
    let mut desk = Desk::of(read.text, true);
    let mut portfolio = Arc::new(read.portfolio);
    let mut dice = Dice(seed);
    for number in 0..steps {
        let before = Arc::clone(&portfolio);
        let changes = match dice.below(6) {
            0 => desk.undo(&mut portfolio),
            1 => desk.redo(&mut portfolio),
            _ => match some_edit(&mut dice, &portfolio, number).map(|edit| desk.edit(edit, &mut portfolio, Lang::Es)) {
                Some(Ok(changes)) => changes,
                _ => continue,
            },
        };
        for change in &changes {
            touched(change, &before, &portfolio);
        }
        if number % 1_000 == 999 {
            let written = read_ron(&desk.written().bytes()).unwrap();
            assert!(diff(&portfolio, &written.portfolio).is_empty(), "step {number}");
            let _ = Index::of(&portfolio);
        }
    }
    let (last, done) = (Arc::clone(&portfolio), desk.history.done());
    while !desk.undo(&mut portfolio).is_empty() {}
    if steps < 20_000 {
        assert_eq!(desk.written().bytes(), embedded(), "all taken back: the same bytes");
    }
    while desk.history.done() < done {
        desk.redo(&mut portfolio);
    }
    assert!(diff(&last, &portfolio).is_empty(), "all done again");
}

/// A record that a change touched is there as it is after it, and no longer as it was before.
fn touched(change: &Change, before: &Portfolio, after: &Portfolio) {
    let Change::Record { list, before: was, after: is, .. } = change else { return };
    let count = |entry: &Option<Arc<Entry>>| i64::from(entry.is_some());
    assert!(after.count(*list).abs_diff(before.count(*list)) as i64 <= 1 + count(was) + count(is));
    match is {
        Some(entry) => {
            let place = after.position(*list, entry.id()).unwrap();
            assert_eq!(after.entry(*list, place).as_ref(), Some(&**entry));
        }
        None => assert!(was.as_ref().is_some_and(|was| after.position(*list, was.id()).is_none())),
    }
}

#[test]
fn ten_thousand_edits_undos_and_redos() {
    any_edits(10_000, 0x00A7_A1A7_A000_0001);
}

/// `cargo test --release --test any_edits -- --ignored ten_million`
#[test]
#[ignore = "takes its time: run it by name, in a release build"]
fn ten_million_edits_undos_and_redos() {
    for seed in 1..=1_000 {
        any_edits(10_000, seed * 0x9E37_79B9);
    }
}
