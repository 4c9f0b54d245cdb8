//! Figures of the shown set: made at once where there are few records, on a worker where there are many, so that the
//! window never waits. Kept in egui's memory under what they derive from; a former one stays until the next is there.

use std::any::Any;
use std::sync::{Arc, Mutex};

use eframe::egui::{Id, Ui};

use super::kit;
use crate::query::Answer;
use crate::session::Session;

/// A set, the same only as itself: held, so that no later one can be taken for it.
#[derive(Clone)]
pub(super) struct SetOf(pub Arc<Answer>);

impl PartialEq for SetOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a figure is made of: the records, the set, and whatever else its view says.
#[derive(Clone, PartialEq)]
struct Made<K> {
    revision: u64,
    /// Nothing where the figure is of all records.
    set: Option<SetOf>,
    key: K,
}

/// Where a worker puts what it has made.
type Slot<T> = Arc<Mutex<Option<T>>>;

/// A figure of the present set, and the one being made.
struct Worked<K, T> {
    done: Option<(Made<K>, Arc<T>)>,
    running: Option<(Made<K>, Slot<T>)>,
    /// Whether the worker failed at the last one: the next is made without.
    failed: bool,
}

impl<K: Clone, T> Clone for Worked<K, T> {
    fn clone(&self) -> Self {
        Self { done: self.done.clone(), running: self.running.clone(), failed: self.failed }
    }
}

/// The figure that `make` gives for the present set and this key; nothing where the first one is still being made.
pub(super) fn worked<K, T>(
    ui: &Ui,
    id: Id,
    key: K,
    session: &Session,
    make: impl FnOnce(&Session) -> T + Send + 'static,
) -> Option<Arc<T>>
where
    K: PartialEq + Clone + Any + Send + Sync,
    T: Any + Send + Sync,
{
    let made = Made { revision: session.document.revision, set: Some(SetOf(session.answer())), key };
    made_of(ui, id, made, session, make)
}

/// As [`worked`], of all records, whatever the set.
pub(super) fn worked_of_all<K, T>(
    ui: &Ui,
    id: Id,
    key: K,
    session: &Session,
    make: impl FnOnce(&Session) -> T + Send + 'static,
) -> Option<Arc<T>>
where
    K: PartialEq + Clone + Any + Send + Sync,
    T: Any + Send + Sync,
{
    made_of(ui, id, Made { revision: session.document.revision, set: None, key }, session, make)
}

fn made_of<K, T>(
    ui: &Ui,
    id: Id,
    made: Made<K>,
    session: &Session,
    make: impl FnOnce(&Session) -> T + Send + 'static,
) -> Option<Arc<T>>
where
    K: PartialEq + Clone + Any + Send + Sync,
    T: Any + Send + Sync,
{
    let kept: Option<Worked<K, T>> = ui.data(|data| data.get_temp(id));
    let mut worked = kept.unwrap_or(Worked { done: None, running: None, failed: false });
    if let Some((_, value)) = worked.done.as_ref().filter(|(known, _)| *known == made) {
        return Some(Arc::clone(value));
    }
    if !session.has_many() {
        return Some(made_here(ui, id, made, session, make));
    }
    if let Some((of, slot)) = worked.running.take() {
        // Asked first: whoever lets go of the place has put a value there before, or failed.
        let alone = Arc::strong_count(&slot) == 1;
        let arrived = slot.lock().ok().and_then(|mut slot| slot.take());
        match arrived {
            Some(value) => worked.done = Some((of, Arc::new(value))),
            None if alone => worked.failed = true,
            // One after the other: what is typed meanwhile is asked for when this one is there.
            None => worked.running = Some((of, slot)),
        }
    }
    if worked.failed {
        return Some(made_here(ui, id, made, session, make));
    }
    let is_done = worked.done.as_ref().is_some_and(|(known, _)| *known == made);
    if !is_done && worked.running.is_none() {
        let slot = Arc::new(Mutex::new(None));
        let (still, context, place) = (session.still(), ui.ctx().clone(), Arc::clone(&slot));
        let waking = context.clone();
        let work = move || {
            let value = make(&still.session());
            if let Ok(mut slot) = place.lock() {
                *slot = Some(value);
            }
            context.request_repaint();
        };
        if session.workers.start("figure", Arc::new(move || waking.request_repaint()), work).is_ok() {
            worked.running = Some((made.clone(), slot));
        }
    }
    // A former set may stand in for the present one for a moment, another question never.
    let same = |known: &Made<K>| known.revision == made.revision && known.key == made.key;
    let shown = worked.done.as_ref().filter(|(known, _)| same(known));
    let shown = shown.map(|(_, value)| Arc::clone(value));
    ui.data_mut(|data| data.insert_temp(id, worked));
    shown
}

/// A figure made on the window's thread. Nothing stays under way, whatever happens.
fn made_here<K, T>(ui: &Ui, id: Id, made: Made<K>, session: &Session, make: impl FnOnce(&Session) -> T) -> Arc<T>
where
    K: PartialEq + Clone + Any + Send + Sync,
    T: Any + Send + Sync,
{
    ui.data_mut(|data| data.remove::<Worked<K, T>>(id));
    let value = Arc::new(make(session));
    let worked = Worked { done: Some((made, Arc::clone(&value))), running: None, failed: false };
    ui.data_mut(|data| data.insert_temp(id, worked));
    value
}

/// Says that a figure is being made.
pub(super) fn working(ui: &mut Ui, session: &Session) {
    ui.add_space(8.0);
    kit::soft(ui, session.words.t("figure-working"));
}
