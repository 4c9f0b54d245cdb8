//! Edits done once more on another version of the portfolio: record by record and field by field, so that nothing of others
//! goes for it.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Desk, Refusal, deed_of_added, found};
use crate::format::{Change, Merge, Turns};
use crate::model::{Entry, Lang, List, Portfolio};
use crate::session::history::Deed;
use crate::session::merging::{merged_fields, merged_header};
use crate::session::records::free_id_among;

impl Desk {
    /// What of this is other than the portfolio, as one step.
    pub(super) fn merged(
        &self,
        merge: Merge,
        portfolio: &Portfolio,
        lang: Lang,
    ) -> Result<(Deed, Vec<Change>), Refusal> {
        let merge = self.beside(merge, portfolio);
        let renamed = renamed(&merge, portfolio);
        let mut changes = Vec::new();
        let mut new = Vec::new();
        for (was, entry) in &merge.records {
            let list = entry.list();
            let id = was.as_deref().unwrap_or_else(|| entry.id());
            let Ok((place, before)) = found(list, id, portfolio) else {
                new.push(entry.clone());
                continue;
            };
            let base = merge.base(list, id);
            let merged = base.and_then(|base| merged_fields(base, &before, entry));
            let mut after = merged.unwrap_or_else(|| entry.clone());
            turn(&mut after, &renamed);
            if before != after {
                changes.push(self.change(place, before, Some(after)));
            }
        }
        let copy_of = |entry: &Entry| {
            let list = entry.list();
            let place = portfolio.position(list, merge.origin(list, entry.id())?)?;
            self.edits.origin(list, self.edits.seat(list, place, &self.text))
        };
        changes.extend(self.added(new, portfolio, copy_of)?);
        for (list, id) in &merge.removed {
            let Ok((place, before)) = found(*list, id, portfolio) else { continue };
            // What others changed since is not taken out with what was known of it.
            if merge.base(*list, id).is_some_and(|base| *base != before) {
                continue;
            }
            changes.push(self.change(place, before, None));
        }
        changes.extend(self.turned_elsewhere(&renamed, &merge, portfolio));
        let base = merge.header_before.as_ref();
        let mut header = match merge.header {
            Some(mine) => base.and_then(|base| merged_header(base, &portfolio.header, &mine)).unwrap_or(mine),
            None => portfolio.header.clone(),
        };
        for (list, ids) in &renamed {
            header.turn(*list, |id| ids.get(id).map(String::as_str));
        }
        if header != portfolio.header {
            changes.push(Change::Header { before: Arc::new(portfolio.header.clone()), after: Arc::new(header) });
        }
        let all_new = changes.iter().all(|change| matches!(change, Change::Record { before: None, .. }));
        let deed = match changes.len() {
            0 => return Err(Refusal::Same),
            _ if all_new => deed_of_added(&changes, lang),
            several => Some(Deed::Several(several)),
        };
        Ok((deed.ok_or(Refusal::Same)?, changes))
    }

    /// The same edits beside what is in the portfolio: where others gave an id to a record of their own meanwhile, the one
    /// from here gets another, and what refers to it here follows.
    #[must_use]
    pub fn beside(&self, merge: Merge, portfolio: &Portfolio) -> Merge {
        let moved = self.moved(&merge, portfolio);
        merge.turned(&moved)
    }

    /// The changes of records that only others edited, and that refer to one that gets another id.
    fn turned_elsewhere(&self, renamed: &Turns, merge: &Merge, portfolio: &Portfolio) -> Vec<Change> {
        let known =
            merge.records.iter().map(|(was, entry)| (entry.list(), was.as_deref().unwrap_or_else(|| entry.id())));
        let gone = merge.removed.iter().map(|(list, id)| (*list, id.as_str()));
        let done: HashSet<(List, &str)> = known.chain(gone).collect();
        let mut changes = Vec::new();
        for of in List::ALL.into_iter().filter(|of| renamed.keys().any(|list| of.refers_to(*list))) {
            for place in 0..portfolio.count(of) {
                let Some(before) = portfolio.entry(of, place) else { continue };
                let mut after = before.clone();
                turn(&mut after, renamed);
                if before != after && !done.contains(&(of, before.id())) {
                    changes.push(self.change(place, before, Some(after)));
                }
            }
        }
        changes
    }

    /// The ids of records that come in, or get another id, under which others put a record of their own meanwhile: with
    /// those that they get instead. Neither of the two goes for the other.
    fn moved(&self, merge: &Merge, portfolio: &Portfolio) -> Turns {
        let mut moved = Turns::new();
        let mut taken: HashSet<(List, String)> =
            merge.records.iter().map(|(_, entry)| (entry.list(), entry.id().to_owned())).collect();
        for (was, entry) in &merge.records {
            let (list, id) = (entry.list(), entry.id());
            let there = portfolio.entry_with(list, id);
            // A record that cannot be read any more keeps its id: what was edited of it comes in beside it.
            let is_unread = there.is_none() && self.unread(list, id).is_some();
            let is_mine = was.as_deref() == Some(id) || there.as_ref() == Some(entry);
            if !is_unread && (is_mine || there.is_none()) {
                continue;
            }
            let is_free = |id: &str| {
                portfolio.position(list, id).is_none()
                    && self.unread(list, id).is_none()
                    && !taken.contains(&(list, id.to_owned()))
            };
            let free = free_id_among(list, id, is_free);
            taken.insert((list, free.clone()));
            moved.entry(list).or_default().insert(id.to_owned(), free);
        }
        moved
    }
}

/// Records that are there and get another id: their ids there, each with the other one.
fn renamed(merge: &Merge, portfolio: &Portfolio) -> Turns {
    let mut renamed = Turns::new();
    for (was, entry) in &merge.records {
        let (list, id) = (entry.list(), entry.id());
        let Some(was) = was.as_ref().filter(|was| *was != id && portfolio.position(list, was).is_some()) else {
            continue;
        };
        renamed.entry(list).or_default().insert(was.clone(), id.to_owned());
    }
    renamed
}

fn turn(entry: &mut Entry, ids: &Turns) {
    for (list, ids) in ids {
        entry.turn(*list, |id| ids.get(id).map(String::as_str));
    }
}
