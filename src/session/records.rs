//! New records, copies, and which record is meant.

use rayon::prelude::*;

use super::desk::Edit;
use super::editing::selected_record;
use super::state::{Panel, Session};
use super::view::{Selected, Tab};
use crate::format::{Change, Turns};
use crate::i18n::slug;
use crate::model::{
    Bilingual, Continuity, ContinuityState, Entry, Event, EventKind, Lang, List, Organization, OrganizationKind,
    PartialDate, Place, Portfolio, Project, PublisherKind, ReportedTotal, Source, Term, Theme, Topic,
};
use crate::query::fold;

/// A form that is open: of which record, and of which of its fields where it is of one.
pub(super) type OpenForm = ((List, String), Option<&'static str>);

impl Session {
    /// The record that is selected, by its list and its id.
    pub fn selected_entry(&self) -> Option<(List, String)> {
        Some(match self.view.selected.as_ref()? {
            Selected::Project(id) => (List::Projects, id.clone()),
            Selected::Event(id) => (List::Events, id.clone()),
            Selected::Source(id) => (List::Sources, id.clone()),
        })
    }

    /// The record that a verb is about: the one whose form is open, else the one that is selected.
    pub fn meant_entry(&self) -> Option<(List, String)> {
        self.form.clone().or_else(|| self.selected_entry())
    }

    /// The record with this id, as it was edited last.
    pub fn entry(&self, list: List, id: &str) -> Option<Entry> {
        self.records.entry_with(list, id)
    }

    /// The first records of a list whose name or id has these words in it, each with its id and its name. Takes its time
    /// with many records.
    pub fn called(&self, list: List, words: &str, most: usize) -> Vec<(String, String)> {
        let (wanted, lang, records) = (fold(words.trim()), self.words.lang(), &self.records);
        let told = |place: usize| {
            let entry = records.entry(list, place)?;
            let (id, name) = (entry.id().to_owned(), entry.full_name(lang));
            (wanted.is_empty() || fold(&name).contains(&wanted) || fold(&id).contains(&wanted)).then_some((id, name))
        };
        let all = 0..records.count(list);
        if wanted.is_empty() {
            return all.filter_map(told).take(most).collect();
        }
        let mut found: Vec<_> = all.into_par_iter().filter_map(told).collect();
        found.truncate(most);
        found
    }

    /// Adds a project without anything but a name, and opens its form.
    pub(super) fn new_project(&mut self) {
        self.view.tab = Tab::Projects;
        self.begin_record(List::Projects, "");
    }

    /// Adds a record without anything but a name, and opens its form.
    pub(super) fn begin_record(&mut self, list: List, name: &str) {
        let key = if list == List::Projects { "new-project-name" } else { "new-record-name" };
        let placeholder = self.words.t(key);
        let name = if name.is_empty() { &placeholder } else { name };
        self.add_and_show(new_entry(list, name, self.words.lang(), self.today().exact(), &self.records));
        if *name == placeholder {
            self.fresh.clone_from(&self.form);
        }
    }

    /// Whether the form that is open is of a record that was just put in, and whose name is still to be given.
    pub fn form_is_fresh(&self) -> bool {
        self.form.is_some() && self.fresh == self.form
    }

    /// Opens the form of a record, or closes the one that is open.
    pub(super) fn open_form(&mut self, record: Option<(List, String)>) {
        self.field_begun = None;
        self.leave_fresh();
        if record.is_some() {
            self.forms_under.clear();
            (self.form, self.form_field) = (record, None);
        } else {
            self.open_form_under();
        }
    }

    /// Opens the form that lies under one that is closed or whose record is gone.
    pub(super) fn open_form_under(&mut self) {
        let under = self.forms_under.pop();
        (self.form, self.form_field) = under.map_or((None, None), |(record, field)| (Some(record), field));
    }

    /// All forms that are open, the uppermost last, to be opened again on another version of the file.
    pub(super) fn take_forms(&mut self) -> Vec<OpenForm> {
        let mut forms = std::mem::take(&mut self.forms_under);
        forms.extend(self.form.take().map(|form| (form, self.form_field.take())));
        forms
    }

    /// Opens forms again whose records are there, of those that got another id by that one; none over what is to be
    /// settled.
    pub(super) fn open_forms(&mut self, mut forms: Vec<OpenForm>, moved: &Turns) {
        if self.panel == Some(Panel::Conflicts) {
            return;
        }
        for (list, id) in forms.iter_mut().map(|(form, _)| form).chain(&mut self.fresh) {
            if let Some(to) = moved.get(list).and_then(|ids| ids.get(id)) {
                id.clone_from(to);
            }
        }
        forms.retain(|((list, id), _)| self.records.position(*list, id).is_some());
        self.forms_under = forms;
        self.open_form_under();
    }

    /// Opens the form of one field of a record.
    pub(super) fn open_field(&mut self, list: List, id: String, field: &'static str) {
        if !self.document.partial {
            self.leave_fresh();
            self.forms_under.clear();
            (self.form, self.form_field) = (Some((list, id)), Some(field));
            // What is typed now is a step of its own, which can be given up.
            self.desk.history.close();
            self.field_begun = Some(self.desk.history.done());
        }
    }

    /// Closes the form of one field; what was changed since it opened is taken back, and can be done again.
    pub(super) fn give_up_field(&mut self) {
        if let Some(begun) = self.field_begun.take().filter(|begun| *begun < self.desk.history.done()) {
            self.undo_to(begun);
        }
        self.open_form(None);
    }

    /// Opens the form of a record over the one that is open.
    pub(super) fn open_form_over(&mut self, list: List, id: String) {
        // What is written there is not of the field.
        self.field_begun = None;
        let field = self.form_field.take();
        self.forms_under.extend(self.form.replace((list, id)).map(|form| (form, field)));
    }

    /// A new record in which nothing was written goes again when its form is left.
    fn leave_fresh(&mut self) {
        let form = self.form.take();
        let Some((list, id)) = self.fresh.take_if(|fresh| form.as_ref() == Some(fresh)) else { return };
        let added = self.desk.history.to_undo().is_some_and(|step| {
            matches!(step.changes.as_slice(), [Change::Record { list: of, before: None, after: Some(entry), .. }]
                if *of == list && entry.id() == id)
        });
        if added {
            self.undo_to(self.desk.history.done().saturating_sub(1));
        }
    }

    /// Adds a copy of the record that is meant, and opens its form.
    pub(super) fn copy_record(&mut self) {
        let Some((list, id)) = self.meant_entry() else { return };
        let to = free_id(list, &id, &self.records);
        self.edit(Edit::Copy { list, id, to: to.clone() });
        self.show_added(list, to);
    }

    fn add_and_show(&mut self, entry: Entry) {
        let (list, id) = (entry.list(), entry.id().to_owned());
        self.edit(Edit::Add(vec![entry]));
        self.show_added(list, id);
    }

    fn show_added(&mut self, list: List, id: String) {
        if self.records.position(list, &id).is_some() {
            self.view.selected = selected_record(list, &id).or(self.view.selected.take());
            (self.form, self.form_field) = (Some((list, id)), None);
        }
    }
}

/// A record with nothing but a name (an event also has today's date), and an id made of it that no other has.
pub fn new_entry(list: List, name: &str, lang: Lang, today: PartialDate, portfolio: &Portfolio) -> Entry {
    let id = free_id(list, &slug(name), portfolio);
    let name = Bilingual::of(lang, name);
    match list {
        List::ReportedTotals => Entry::ReportedTotal(Box::new(ReportedTotal {
            id,
            reported_by: name,
            count: None,
            value: None,
            currency: None,
            covers: Bilingual::default(),
            country: None,
            measures: "awards".to_owned(),
            period_start: None,
            period_end: None,
            as_of: None,
            source: None,
            notes: Bilingual::default(),
        })),
        List::Themes => Entry::Theme(Theme { id, name, named_by_report: false }),
        List::Topics => Entry::Topic(Topic { id, name, theme: None }),
        List::Sectors => Entry::Sector(Term { id, name }),
        List::Supports => Entry::Support(Term { id, name }),
        List::Places => Entry::Place(Place { id, name, short: None, tile: None }),
        List::Organizations => Entry::Organization(Box::new(Organization {
            id,
            name,
            acronym: None,
            kind: OrganizationKind::Other,
            country: None,
        })),
        List::Sources => Entry::Source(Box::new(Source {
            id,
            title: name.show(lang).to_owned(),
            publisher: String::new(),
            kind: PublisherKind::Other,
            url: None,
            published: None,
            consulted: None,
            language: None,
            excerpt: None,
            archived_url: None,
        })),
        List::Projects => Entry::Project(Box::new(Project { id, name, ..Project::default() })),
        List::Events => Entry::Event(Box::new(Event {
            id,
            date: today,
            kind: EventKind::Meeting,
            title: name,
            summary: Bilingual::default(),
            organizations: Vec::new(),
            projects: Vec::new(),
            projects_as_named: Vec::new(),
            topics: Vec::new(),
            last_action: false,
            sources: Vec::new(),
            notes: Bilingual::default(),
        })),
        List::Continuity => Entry::Continuity(Box::new(Continuity {
            id,
            about: name,
            state: ContinuityState::Unknown,
            by: Bilingual::default(),
            since: None,
            note: Bilingual::default(),
            projects: Vec::new(),
            themes: Vec::new(),
            sources: Vec::new(),
        })),
    }
}

/// An id like this one that no record of the list has.
fn free_id(list: List, id: &str, portfolio: &Portfolio) -> String {
    free_id_among(list, id, |id| portfolio.position(list, id).is_none())
}

/// An id, else the first that is like it and free.
pub(super) fn free_id_among(list: List, id: &str, is_free: impl Fn(&str) -> bool) -> String {
    let id = if id.is_empty() { list.key() } else { id };
    let numbered = (2_u64..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| is_free(id)).unwrap_or_else(|| id.to_owned())
}
