//! What each command does: the one list of them.

use super::command::{Command, Effect};
use super::help::HelpStep;
use super::saving::Leaving;
use super::state::{Panel, Session};
use super::view::{Question, Tab};
use crate::i18n::Words;
use crate::model::Lang;

impl Session {
    pub(super) fn carry_out(&mut self, command: Command) {
        if self.cannot_be_written_yet(&command) {
            return;
        }
        match command {
            Command::Do(verb) => self.do_verb(verb),
            Command::Show(tab) => self.view.tab = tab,
            Command::Ask(question) => self.ask(question),
            Command::ChooseTotal(id) => self.view.total = id,
            Command::BridgeAs(form) => self.view.bridge = form,
            Command::Read(reading) => self.view.reading = reading,
            Command::CutAt(day) => self.view.cut = day,
            Command::CutBy(by) => self.view.cut_by = by,
            Command::AfterBy(by) => self.view.after_by = by,
            Command::AskOf(to) => self.view.recipient = to,
            Command::Reword { to, draft } => self.reword(&to, draft),
            Command::Mark { total, project, mark } => self.mark(&total, &project, mark),
            Command::WriteNote(draft) => self.notes.write(draft),
            Command::LeaveNote { id, project } => self.notes.leave(&id, &project),
            Command::KeepNote(note) => self.notes.keep(note),
            Command::TakeNote(id) => self.take_note(&id),
            Command::TakeBack(place) => self.take_back(place),
            Command::TellApart { projects, reason } => self.tell_apart(projects, reason),
            Command::Tour(step) => self.walk(step),
            Command::ClosePanel if self.panel == Some(Panel::Bring) => self.leave_bringing(),
            Command::ClosePanel => self.leave_panel(),
            Command::Sign(name) => self.sign(name),
            Command::MergeNotes(path) => self.merge_notes(&path),
            Command::Write { path, text } => self.write(&path, &text),
            Command::NoDialog => self.tell(true, self.words.t("no-dialog")),
            Command::Save(file) => self.effects.push(Effect::Save(file)),
            Command::LeaveOut(id) => self.view.filter = self.view.filter.leaving_out(id),
            Command::SetFilter(filter) => self.view.filter = filter,
            Command::Toggle(field, value) => self.view.filter = self.view.filter.toggled(field, value),
            Command::Choose(field, values) => self.view.filter = self.view.filter.with(field, values),
            Command::RemoveTerm(place) => self.remove_term(place),
            Command::Type(text) => self.view.typed = text,
            Command::CommitTyped => {
                self.view.filter = self.answers.filter.clone();
                self.view.typed.clear();
            }
            Command::Select(selected) => {
                self.view.selected = selected;
                self.card = None;
            }
            Command::Pick(ids) => self.view.picked = ids.into_iter().collect(),
            Command::Order(order) => self.view.order = order,
            Command::OrderEvents(order) => self.view.event_order = order,
            Command::Columns(columns) => self.settings.columns = columns,
            Command::EventColumns(columns) => self.settings.event_columns = columns,
            Command::Group(group) => self.view.group = group,
            Command::Window(window) => self.view.window = window,
            Command::Lanes(lanes) => (self.view.lanes, self.settings.lanes) = (lanes, lanes),
            Command::Measure(measure) => self.view.measure = measure,
            Command::Spread(spread) => self.view.spread = spread,
            Command::Units(units) => self.view.units = units,
            Command::UnitsBy(by) => self.view.units_by = by,
            Command::AsTable(as_table) => self.view.as_table = as_table,
            Command::Card(card) => self.card = card,
            Command::Edit(edit) => self.edit(edit),
            Command::UndoTo(done) => self.undo_to(done),
            Command::SaveAs(path) => self.save_to(path, false),
            Command::AskForName(what, name) => self.ask_for_name(what, &name),
            Command::Name(step) => self.name(step),
            Command::Form(record) => self.open_form(record),
            Command::FormOver(list, id) => self.open_form_over(list, id),
            Command::Begin(list, name) => self.begin_record(list, &name),
            Command::EditField(list, id, field) => self.open_field(list, id, field),
            Command::GiveUpField => self.give_up_field(),
            Command::NotTaken(told) => self.tell(true, told),
            Command::Kept(step) => self.see_to_kept(step),
            Command::Unsaved(unsaved) => self.answer_unsaved(unsaved),
            Command::Meanwhile(meanwhile) => self.meanwhile(meanwhile),
            Command::Drop(paths) => self.dropped(paths),
            // These show another portfolio: first it is asked what becomes of unsaved work.
            Command::Open(_) | Command::Recover(_) if self.is_modified() => {
                self.leave(Leaving::For(Box::new(command)));
            }
            Command::Recover(place) => self.recover(place),
            Command::Open(path) => self.open(path),
            Command::CancelOpening => self.cancel_opening(),
            Command::CancelExport => self.cancel_export(),
            Command::CancelSaving => self.cancel_saving(),
            Command::Bring(step) => self.bring(step),
            Command::Take(step) => self.take_out(step),
            Command::Compare(with) => self.compare(with),
            Command::PickToCompare => self.effects.push(Effect::PickToCompare),
            Command::Visit(url) => self.effects.push(Effect::Visit(url)),
            Command::Copy(text) => self.effects.push(Effect::Copy(text)),
            Command::Language(lang) => self.speak(lang),
            Command::Help(step) => self.help_with(step),
            Command::Find(step) => self.find(step),
            Command::Theme(theme) => self.settings.theme = theme,
            Command::Dismiss(place) => {
                if place < self.notices.len() {
                    self.notices.remove(place);
                }
            }
        }
    }

    /// Whether it is something that is written while the file is still being read; that is said.
    fn cannot_be_written_yet(&mut self, command: &Command) -> bool {
        let writes = command.writes_notes() || matches!(command, Command::Edit(_) | Command::Begin(..));
        let refused = self.document.partial && writes;
        if refused {
            self.tell(false, self.words.t("opening-read-only"));
        }
        refused
    }

    pub(super) fn ask(&mut self, question: Question) {
        self.view.tab = Tab::Questions;
        self.view.question = question;
    }

    /// Notes are from here on by this person.
    fn sign(&mut self, name: String) {
        self.settings.author.clone_from(&name);
        self.notes.author = name;
    }

    /// A term of the set's filter is a chip, or comes from the words still being typed.
    fn remove_term(&mut self, place: usize) {
        if place < self.view.filter.terms.len() {
            self.view.filter = self.view.filter.without(place);
        } else {
            self.view.filter = self.answers.filter.without(place);
            self.view.typed.clear();
        }
    }

    fn speak(&mut self, lang: Lang) {
        self.settings.lang = Some(lang);
        self.words = Words::new(lang);
        self.compare_again();
    }

    /// A step in the help, which opens for it.
    pub(super) fn help_with(&mut self, step: HelpStep) {
        self.help.step(step);
        if self.panel != Some(Panel::Help) {
            self.help.over = self.panel.replace(Panel::Help);
        }
    }

    /// Closes the panel that lies over the views; under the help, and what is asked over a form, stands
    /// what stood there before.
    pub fn leave_panel(&mut self) {
        if self.panel == Some(Panel::SaveAs) {
            return self.leave_naming();
        }
        self.panel = self.help.over.take().filter(|_| matches!(self.panel, Some(Panel::Help | Panel::Remove)));
    }
}
