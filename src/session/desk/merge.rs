//! Edits done once more on another version of the portfolio: record by record and field by field, so that nothing of others
//! goes for it.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Desk, Refusal, deed_of_added, found};
use crate::format::{Change, Merge, Turns, turn_header, turn_record};
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
        let renamed = merge.renamed(portfolio);
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
            let mut theirs = before.clone();
            turn_record(&mut theirs, &renamed);
            let merged = base.and_then(|base| merged_fields(base, &theirs, entry));
            let after = merged.unwrap_or_else(|| entry.clone());
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
        let removed = removed(&merge, &renamed, portfolio);
        changes.extend(self.turned_elsewhere(&renamed, &merge, &removed, portfolio));
        changes.extend(removed.into_iter().map(|(place, before)| self.change(place, before, None)));
        let mut theirs = portfolio.header.clone();
        turn_header(&mut theirs, &renamed);
        let base = merge.header_before.as_ref();
        let header = match merge.header {
            Some(mine) => base.and_then(|base| merged_header(base, &theirs, &mine)).unwrap_or(mine),
            None => theirs,
        };
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
    /// from here gets another, and what refers to it here follows. What was before refers to records by the ids that they
    /// got here, so that it is held against what stands there as it refers to them from now on.
    #[must_use]
    pub fn beside(&self, merge: Merge, portfolio: &Portfolio) -> Merge {
        let moved = self.moved(&merge, portfolio);
        let merge = merge.turned(&moved);
        let renamed = merge.renamed(portfolio);
        merge.known_by(&renamed)
    }

    /// The changes of records that only others edited, and that refer to one that gets another id.
    fn turned_elsewhere(
        &self,
        renamed: &Turns,
        merge: &Merge,
        removed: &[(usize, Entry)],
        portfolio: &Portfolio,
    ) -> Vec<Change> {
        let known =
            merge.records.iter().map(|(was, entry)| (entry.list(), was.as_deref().unwrap_or_else(|| entry.id())));
        let gone = removed.iter().map(|(_, entry)| (entry.list(), entry.id()));
        let done: HashSet<(List, &str)> = known.chain(gone).collect();
        let mut changes = Vec::new();
        for of in List::ALL.into_iter().filter(|of| renamed.keys().any(|list| of.refers_to(*list))) {
            for place in 0..portfolio.count(of) {
                let Some(before) = portfolio.entry(of, place) else { continue };
                let mut after = before.clone();
                turn_record(&mut after, renamed);
                if before != after && !done.contains(&(of, before.id())) {
                    changes.push(self.change(place, before, Some(after)));
                }
            }
        }
        changes
    }

    /// The ids of records that come in, or get another id, under which others put a record of their own meanwhile: with
    /// those that they get instead. Neither of the two goes for the other.
    pub fn moved(&self, merge: &Merge, portfolio: &Portfolio) -> Turns {
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

/// The records that go, with their places. What others changed since is not taken out with what was known of it.
fn removed(merge: &Merge, renamed: &Turns, portfolio: &Portfolio) -> Vec<(usize, Entry)> {
    let of_id = |(list, id): &(List, String)| {
        let (place, before) = found(*list, id, portfolio).ok()?;
        let mut theirs = before.clone();
        turn_record(&mut theirs, renamed);
        merge.base(*list, id).is_none_or(|base| *base == theirs).then_some((place, before))
    };
    merge.removed.iter().filter_map(of_id).collect()
}
