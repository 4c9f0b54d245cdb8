//! The order of the texts that projects have of their own (name, acronym, agreement number), as ranks: made once with a
//! walk over all projects, followed where one is edited.

use std::ops::Range;

use rayon::prelude::*;

use crate::format::AT_ONCE;
use crate::i18n::Sorter;
use crate::model::{Portfolio, Project};

/// The order of the texts that each project has of its own, in one language.
#[derive(Clone, Debug, Default)]
pub struct TextRanks {
    pub(super) name: Vec<u32>,
    pub(super) acronym: Vec<u32>,
    pub(super) agreement: Vec<u32>,
}

/// The rank of a row without the text.
pub(super) const NO_TEXT: u32 = u32::MAX;

impl TextRanks {
    /// Made with a walk over all projects; takes its time with many, so that it is kept.
    pub fn of(portfolio: &Portfolio, sorter: &Sorter) -> Self {
        let count = portfolio.projects.len();
        let firsts: Vec<usize> = (0..count).step_by(AT_ONCE).collect();
        let stretch = |first: &usize| TextKeys::of(*first..count.min(first + AT_ONCE), portfolio, sorter);
        let stretches: Vec<TextKeys> = firsts.par_iter().map(stretch).collect();
        let ranks = |place: usize| {
            let mut own: Vec<(&[u8], u32)> = stretches.iter().flat_map(|stretch| stretch.of_text(place)).collect();
            ranked(&mut own, count)
        };
        Self { name: ranks(0), acronym: ranks(1), agreement: ranks(2) }
    }
}

/// The sort keys of a stretch of projects, in one piece of memory: a million small ones leave holes when they go.
#[derive(Default)]
struct TextKeys {
    bytes: Vec<u8>,
    /// Of each text that there is: its row, which of the row's texts it is, and where its key stands.
    keys: Vec<(u32, usize, Range<usize>)>,
}

impl TextKeys {
    fn of(rows: Range<usize>, portfolio: &Portfolio, sorter: &Sorter) -> Self {
        let mut all = Self::default();
        for row in rows {
            let (Some(project), Ok(at)) = (portfolio.projects.unpacked(row), u32::try_from(row)) else { continue };
            for (place, key) in text_keys(&project, sorter).into_iter().enumerate() {
                let Some(key) = key else { continue };
                let start = all.bytes.len();
                all.bytes.extend_from_slice(&key);
                all.keys.push((at, place, start..all.bytes.len()));
            }
        }
        all
    }

    /// The keys of one of the texts, each with its row.
    fn of_text(&self, place: usize) -> impl Iterator<Item = (&[u8], u32)> {
        let own = self.keys.iter().filter(move |(_, text, _)| *text == place);
        own.filter_map(|(row, _, key)| Some((self.bytes.get(key.clone())?, *row)))
    }
}

impl TextRanks {
    /// The texts of a project are others: it goes to its new place, which a search among the others finds.
    pub(super) fn put(&mut self, row: usize, portfolio: &Portfolio, sorter: &Sorter) {
        let Some(own) = portfolio.projects.unpacked(row).map(|project| text_keys(&project, sorter)) else { return };
        for (place, ranks) in [&mut self.name, &mut self.acronym, &mut self.agreement].into_iter().enumerate() {
            let key_of = |row: usize| {
                let project = portfolio.projects.unpacked(row)?;
                text_keys(&project, sorter).into_iter().nth(place).flatten()
            };
            put_rank(ranks, row, own.get(place).and_then(Option::as_deref), &key_of);
        }
    }
}

/// The sort keys of the texts that a project has of its own: name, acronym, agreement number.
fn text_keys(project: &Project, sorter: &Sorter) -> [Option<Box<[u8]>>; 3] {
    let name = project.name.best(sorter.lang()).map(|(text, _)| sorter.key(text));
    let own = |text: &Option<String>| text.as_deref().map(|text| sorter.key(text));
    [name, own(&project.acronym), own(&project.agreement_number)]
}

/// Gives a row the rank of its new key among those of the others.
fn put_rank(ranks: &mut [u32], row: usize, key: Option<&[u8]>, key_of: &dyn Fn(usize) -> Option<Box<[u8]>>) {
    let Some(slot) = ranks.get_mut(row) else { return };
    *slot = NO_TEXT;
    let Some(key) = key else { return };
    // One row for each rank; ranks that nobody has any more are passed over.
    let most = ranks.iter().filter(|rank| **rank != NO_TEXT).max().map_or(0, |most| *most as usize + 1);
    let mut holders: Vec<Option<usize>> = vec![None; most];
    for (holder, rank) in ranks.iter().enumerate() {
        if let Some(held) = holders.get_mut(*rank as usize) {
            *held = Some(holder);
        }
    }
    let held: Vec<(u32, usize)> = (0..).zip(&holders).filter_map(|(rank, holder)| Some((rank, (*holder)?))).collect();
    let at = held.partition_point(|(_, holder)| key_of(*holder).is_some_and(|other| *other < *key));
    let next = held.get(at).copied();
    let same = next.filter(|(_, holder)| key_of(*holder).is_some_and(|other| *other == *key));
    let rank = match (same, next) {
        (Some((rank, _)), _) => rank,
        (None, None) => most as u32,
        (None, Some((rank, _))) => {
            let behind = |other: &&mut u32| **other != NO_TEXT && **other >= rank;
            ranks.iter_mut().filter(behind).for_each(|other| *other += 1);
            rank
        }
    };
    if let Some(slot) = ranks.get_mut(row) {
        *slot = rank;
    }
}

/// The ranks of these texts, by the place of each among so many. The same text has the same rank: the next column
/// decides.
pub(super) fn ranked<K: Ord + Send>(texts: &mut [(K, u32)], count: usize) -> Vec<u32> {
    texts.par_sort_unstable();
    let mut ranks = vec![NO_TEXT; count];
    let (mut rank, mut before): (u32, Option<&K>) = (0, None);
    for (text, place) in &*texts {
        rank += u32::from(before.is_some_and(|before| before != text));
        before = Some(text);
        if let Some(slot) = ranks.get_mut(*place as usize) {
            *slot = rank;
        }
    }
    ranks
}
