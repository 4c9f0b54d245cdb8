//! Edits done once more on another version of the portfolio: record by record and field by field, so that nothing of others
//! goes for it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Desk, Refusal, deed_of_added, found};
use crate::format::{Change, Merge};
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
        let mut changes = Vec::new();
        let mut new = Vec::new();
        let moved = self.moved(&merge, portfolio);
        for (was, entry) in &merge.records {
            let list = entry.list();
            let mut entry = entry.clone();
            for (of, ids) in &moved {
                entry.turn(*of, |id| ids.get(id).map(String::as_str));
            }
            if let Some(to) = moved.get(&list).and_then(|ids| ids.get(entry.id())) {
                entry = entry.with_id(to);
            }
            let id = was.clone().unwrap_or_else(|| entry.id().to_owned());
            let Ok((place, before)) = found(list, &id, portfolio) else {
                new.push(entry);
                continue;
            };
            let base = merge.base(list, &id);
            let entry = base.and_then(|base| merged_fields(base, &before, &entry)).unwrap_or(entry);
            if before != entry {
                changes.push(self.change(place, before, Some(entry)));
            }
        }
        let copy_of = |entry: &Entry| {
            let list = entry.list();
            let known = moved.get(&list).and_then(|ids| ids.iter().find(|(_, to)| *to == entry.id()));
            let id = known.map_or_else(|| entry.id(), |(id, _)| id.as_str());
            let place = portfolio.position(list, merge.origin(list, id)?)?;
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
        let base = merge.header_before.as_ref();
        let header = merge
            .header
            .map(|mine| base.and_then(|base| merged_header(base, &portfolio.header, &mine)).unwrap_or(mine));
        if let Some(header) = header.filter(|header| *header != portfolio.header) {
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

    /// The ids of records that come in, or get another id, under which others put a record of their own meanwhile: with
    /// those that they get instead. Neither of the two goes for the other.
    fn moved(&self, merge: &Merge, portfolio: &Portfolio) -> HashMap<List, HashMap<String, String>> {
        let mut moved: HashMap<List, HashMap<String, String>> = HashMap::new();
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
