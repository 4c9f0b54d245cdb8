//! What holds of any edits, undos and redos.

use std::sync::Arc;

use crate::dice::Dice;
use atalaya::format::{Change, Progress, Sample, embedded, read_ron, read_ron_packed};
use atalaya::i18n::Sorter;
use atalaya::model::{Entry, Lang, List, Portfolio};
use atalaya::query::{Answer, By, Column, Index, Key, Lens, Spread, TextRanks, diff, groups, parse_lenient, sort};
use atalaya::session::{Desk, Edit};

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
        3 if count < 300 => Edit::Copy { list, id, to: format!("c-{number}") },
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

/// A packed portfolio's index follows edits of projects, and answers as one that is made anew.
#[test]
fn an_index_that_follows_edits_answers_as_one_made_anew() {
    let mut text = Vec::new();
    Sample { projects: 4_500, seed: 5 }.write(&mut text).unwrap();
    let (read, _) = read_ron_packed(text, &Progress::default(), &|| ()).unwrap();
    let mut portfolio = Arc::new(read.portfolio);
    let mut desk = Desk::of(read.text, true);
    let mut index = Index::of(&portfolio);
    let sorters = Lang::ALL.map(Sorter::new);
    for sorter in &sorters {
        index.text_ranks(sorter.lang(), || TextRanks::of(&portfolio, sorter));
    }
    let mut dice = Dice(0x00A7_A1A7_A000_0002);
    for number in 0..300 {
        let before = Arc::clone(&portfolio);
        // A few rows again and again, so that keys come and go and names meet.
        let (row, from) = (dice.below(20) * 220, dice.below(4_500));
        let changes = match dice.below(12) {
            0 | 1 => desk.undo(&mut portfolio),
            2 | 3 => {
                let edit = some_other(&mut dice, &portfolio, number);
                desk.edit(edit, &mut portfolio, Lang::Es).unwrap_or_default()
            }
            _ => {
                let edit = some_put(&mut dice, &portfolio, row, from);
                desk.edit(edit, &mut portfolio, Lang::Es).unwrap_or_default()
            }
        };
        for change in changes {
            let Change::Record { list, after: Some(after), .. } = &change else { panic!("{change:?}") };
            let place = portfolio.position(*list, after.id()).unwrap();
            if !index.follow(*list, place, (number % 3 > 0).then_some(&*before), &portfolio) {
                index = Index::of(&portfolio);
            }
        }
        if number % 60 == 59 {
            same_answers(&index, &portfolio, &sorters);
        }
    }
}

/// A project with one field of another.
fn some_put(dice: &mut Dice, portfolio: &Portfolio, row: usize, from: usize) -> Edit {
    let other = serde_json::to_value(portfolio.entry(List::Projects, from).unwrap()).unwrap();
    let mut own = serde_json::to_value(portfolio.entry(List::Projects, row).unwrap()).unwrap();
    let telling =
        ["agreement_number", "organizations", "themes", "acronym", "name", "states", "counterpart", "countries"];
    let names: Vec<String> = own.as_object().unwrap().keys().filter(|name| *name != "id").cloned().collect();
    let name = match dice.below(4) {
        0 => names[dice.below(names.len())].as_str(),
        _ => telling[dice.below(telling.len())],
    };
    own[name] = match (name, dice.below(3)) {
        ("acronym", 0) => format!("NUEVO {}", dice.below(3)).into(),
        ("states" | "countries", 0) => serde_json::json!([]),
        ("agreement_number", 0 | 1) => ["IL-1-13", "il 1.13", "IL/2"][dice.below(3)].into(),
        ("organizations", 0) => serde_json::json!([{ "role": "implementing", "organization": "nobody-has-it" }]),
        ("themes", 0) => serde_json::json!([{ "theme": "osh" }, { "theme": format!("new-{}", dice.below(2)) }]),
        ("name", 0) => serde_json::json!({ "es": "Un mismo nombre de proyecto" }),
        _ => other[name].clone(),
    };
    Edit::Put { entry: Entry::read(List::Projects, own).unwrap(), goes_on: false }
}

/// A record that projects refer to, or something that happened, called otherwise.
fn some_other(dice: &mut Dice, portfolio: &Portfolio, number: usize) -> Edit {
    let lists = [List::Organizations, List::Themes, List::Topics, List::Places, List::Events, List::Sources];
    let list = lists[dice.below(lists.len())];
    let mut own =
        serde_json::to_value(portfolio.entry(list, dice.below(portfolio.count(list).min(4))).unwrap()).unwrap();
    match list {
        List::Sources => own["kind"] = ["press", "funder"][dice.below(2)].into(),
        List::Events => own["title"] = serde_json::json!({ "es": format!("Lo llamado nombre {number}") }),
        _ => own["name"] = serde_json::json!({ "es": format!("Lo llamado nombre {number}") }),
    }
    Edit::Put { entry: Entry::read(list, own).unwrap(), goes_on: false }
}

fn same_answers(index: &Index, portfolio: &Portfolio, sorters: &[Sorter]) {
    let anew = Index::of(portfolio);
    assert_eq!(index.rows, anew.rows);
    assert_eq!(index.doubles, anew.doubles);
    assert_eq!(index.money.values, anew.money.values);
    assert_eq!(index.money.counts, anew.money.counts);
    let asked = [
        "",
        "nuevo",
        "trabajo",
        "theme:osh",
        "state:?",
        "-ending:before",
        "org:nobody-has-it",
        "llamado nombre",
        "theme:new-1",
    ];
    for text in
        asked.into_iter().chain(["amount:>=1000000", "year:2020", "name:proyecto currency:?", "doubt:one-source"])
    {
        // What was a key once stays one for the index that follows.
        let (filter, _) = parse_lenient(text, &anew.vocabulary);
        let [one, other] = [index, &anew].map(|index| {
            let answer = Answer::to(&filter, portfolio, index);
            let mut groups: Vec<_> =
                By::ALL.into_iter().flat_map(|by| groups(&answer.rows, by, Spread::Even, index)).collect();
            groups.sort_by(|a, b| format!("{a:?}").cmp(&format!("{b:?}")));
            let named = |field, counts: &[usize]| {
                let keys = index.column(field).map_or(&[][..], |column| &column.keys).iter();
                let mut named: Vec<_> = keys.cloned().zip(counts.to_vec()).collect();
                named.sort_unstable();
                named
            };
            let facets: Vec<_> =
                answer.facets.iter().map(|facet| (named(facet.field, &facet.counts), facet.missing)).collect();
            (answer.rows, answer.totals, groups, facets, answer.events)
        });
        assert_eq!(one, other, "{text}");
    }
    for sorter in sorters {
        for column in [Column::Name, Column::Acronym, Column::Agreement, Column::Implementer, Column::States] {
            let [one, other] = [index, &anew].map(|index| {
                let mut rows: Vec<usize> = (0..portfolio.projects.len()).collect();
                sort(&mut rows, &[Key { column, descending: false }], Lens::default(), portfolio, index, sorter);
                rows
            });
            assert_eq!(one, other, "{column:?}");
        }
    }
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

/// `cargo test --release --test all any_edits:: -- --ignored ten_million`
#[test]
#[ignore = "takes its time: run it by name, in a release build"]
fn ten_million_edits_undos_and_redos() {
    for seed in 1..=1_000 {
        any_edits(10_000, seed * 0x9E37_79B9);
    }
}
