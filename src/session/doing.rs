//! What each verb of the menus does.

use super::command::{Command, Effect};
use super::exporting::{Export, PictureLook, TakeOut};
use super::finder::Finder;
use super::help::HelpStep;
use super::opening::embedded;
use super::saving::Leaving;
use super::settings::TEXT_PERCENT;
use super::state::{Panel, Session};
use super::tour::TourStep;
use super::verb::Verb;
use super::view::{Question, Tab};
use crate::i18n::Topic;
use crate::query::{Field, Filter, Value};

impl Session {
    pub(super) fn do_verb(&mut self, verb: Verb) {
        if !verb.is_enabled(self) {
            return;
        }
        match verb {
            Verb::OpenFile => self.effects.push(Effect::PickFile),
            Verb::New | Verb::OpenEmbedded | Verb::OpenFormer | Verb::Quit if self.is_modified() => {
                let leaving =
                    if verb == Verb::Quit { Leaving::Quit } else { Leaving::For(Box::new(Command::Do(verb))) };
                self.leave(leaving);
            }
            Verb::New => self.new_portfolio(),
            Verb::OpenFormer => {
                if let Some(former) = self.former_version() {
                    self.open(former);
                }
            }
            // What waited for a name that was never given waits no more.
            Verb::Save => {
                self.leaving = None;
                self.save();
            }
            Verb::SaveAs => {
                self.leaving = None;
                self.ask_where_to_save();
            }
            Verb::Bring => self.effects.push(Effect::PickToBring),
            Verb::Template => self.export(Export::Template),
            Verb::Export => self.panel = Some(Panel::Export),
            Verb::OpenPage => self.open_page(),
            Verb::PasteRows => self.effects.push(Effect::Paste),
            Verb::Undo => self.undo_to(self.desk.history.done().saturating_sub(1)),
            Verb::Redo => self.undo_to(self.desk.history.done() + 1),
            Verb::History => self.panel = Some(Panel::History),
            Verb::EditRecord => self.open_form(self.selected_entry()),
            Verb::NewProject => self.new_project(),
            Verb::CopyRecord => self.copy_record(),
            Verb::RemoveRecord => {
                // A panel under the form is there again afterwards.
                self.help.over = self.panel;
                self.panel = Some(Panel::Remove);
            }
            Verb::EditPortfolio => self.panel = Some(Panel::Header),
            Verb::Records => self.panel = Some(Panel::Records),
            Verb::OpenEmbedded => {
                self.last_revision += 1;
                let document = embedded(self.last_revision);
                self.show(document);
            }
            Verb::Compare => self.panel = Some(Panel::Compare),
            Verb::Settle => self.panel = Some(Panel::Conflicts),
            Verb::ShowProblems => self.panel = Some(Panel::Problems),
            Verb::Notes => self.panel = Some(Panel::Notes),
            Verb::SaveNotes => self.save_layer(),
            Verb::MergeNotes => self.effects.push(Effect::PickNotes),
            Verb::Quit => self.effects.push(Effect::Quit),
            verb => {
                if verb.shows_view() {
                    self.effects.push(Effect::FocusView);
                }
                self.look_by(verb);
            }
        }
    }

    /// The verbs that change how something is looked at, and none of the records.
    fn look_by(&mut self, verb: Verb) {
        match verb {
            Verb::Tour => self.walk(TourStep::ALL.first().copied()),
            Verb::Palette => self.finder = Some(Finder::new(self)),
            Verb::Help => self.help_with(HelpStep::Read(self.topic_here())),
            Verb::Shortcuts => self.help_with(HelpStep::Read(Topic::KEYS)),
            Verb::About => self.panel = Some(Panel::About),
            Verb::Licences => self.panel = Some(Panel::Licences),
            Verb::CopyRows => self.copy_rows(),
            Verb::CopyPicture => {
                if let Some(of) = self.shown_picture() {
                    self.take_out(TakeOut::Copy(of, PictureLook::default()));
                }
            }
            Verb::CopyFilter => self.effects.push(Effect::Copy(self.filter().to_string())),
            Verb::CopySentence => {
                let text = self.sentence_text();
                self.effects.push(Effect::Copy(text));
            }
            Verb::CopyWithSource => {
                let text = self.copied_with_source();
                self.effects.extend(text.map(Effect::Copy));
            }
            Verb::FactFile => {
                self.card = None;
                self.panel = Some(Panel::FactFile);
            }
            Verb::SelectAll => self.pick_all(),
            Verb::ShowOverview => self.view.tab = Tab::Overview,
            Verb::ShowProjects => self.view.tab = Tab::Projects,
            Verb::ShowEvents => self.view.tab = Tab::Events,
            Verb::ShowTimeline => self.view.tab = Tab::Timeline,
            Verb::ShowPlots => self.view.tab = Tab::Plots,
            Verb::ShowQuestions => self.view.tab = Tab::Questions,
            Verb::AskReported => self.ask(Question::Reported),
            Verb::AskCutShort => self.ask(Question::CutShort),
            Verb::AskContinuity => self.ask(Question::Continuity),
            Verb::AskRequest => self.ask(Question::Request),
            Verb::ShowSources => self.view.tab = Tab::Sources,
            Verb::ToggleFacets if self.narrow => self.facets_over = !self.facets_over,
            Verb::ToggleFacets => self.settings.facets = !self.settings.facets,
            Verb::ToggleDetails => self.settings.details = !self.settings.details,
            Verb::ToggleTable => self.view.as_table = !self.view.as_table,
            Verb::ToggleUnits => {
                // From anywhere it leads to the chart; there it leads back to the bars.
                self.view.units = self.view.tab != Tab::Plots || !self.view.units;
                self.view.tab = Tab::Plots;
            }
            Verb::ZoomIn => self.enlarge_text(10),
            Verb::ZoomOut => self.enlarge_text(-10),
            Verb::LessMotion => self.settings.less_motion = !self.settings.less_motion,
            Verb::ZoomReset => self.settings.text_percent = 100,
            Verb::FitTimeline => self.view.window = None,
            Verb::TryCutoff => {
                self.view.tab = Tab::Timeline;
                self.view.cut = self.view.cut_day(&self.document.portfolio).or(Some(self.today()));
                self.effects.push(Effect::FocusCutoff);
            }
            Verb::Search => self.effects.push(Effect::FocusSearch),
            Verb::ClearFilter | Verb::OnlyWithoutAmount | Verb::OnlySeveralCountries => self.narrow_by(verb),
            Verb::Back => self.travel(true),
            Verb::Forward => self.travel(false),
            Verb::PreviousRecord => self.step(false),
            Verb::NextRecord => self.step(true),
            Verb::NextPane => self.effects.push(Effect::NextPane),
            Verb::PreviousPane => self.effects.push(Effect::PreviousPane),
            Verb::Menus => self.effects.push(Effect::FocusMenus),
            // Those above.
            Verb::OpenFile
            | Verb::New
            | Verb::Save
            | Verb::SaveAs
            | Verb::Bring
            | Verb::Template
            | Verb::Export
            | Verb::OpenPage
            | Verb::PasteRows
            | Verb::Undo
            | Verb::Redo
            | Verb::History
            | Verb::EditRecord
            | Verb::NewProject
            | Verb::CopyRecord
            | Verb::RemoveRecord
            | Verb::EditPortfolio
            | Verb::Records
            | Verb::OpenEmbedded
            | Verb::OpenFormer
            | Verb::Compare
            | Verb::ShowProblems
            | Verb::Settle
            | Verb::Notes
            | Verb::SaveNotes
            | Verb::MergeNotes
            | Verb::Quit => {}
        }
    }

    /// Larger or smaller text by so many hundredths of its plain size, as far as that goes.
    fn enlarge_text(&mut self, by: i16) {
        let wanted = self.settings.text_percent.saturating_add_signed(by);
        self.settings.text_percent = wanted.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
    }

    /// The verbs that change the filter.
    fn narrow_by(&mut self, verb: Verb) {
        match verb {
            Verb::ClearFilter => {
                self.view.filter = Filter::default();
                self.view.typed.clear();
            }
            Verb::OnlyWithoutAmount => {
                self.view.filter = self.view.filter.with(Field::Amount, vec![Value::Missing]);
            }
            Verb::OnlySeveralCountries => {
                let several = Value::Key("multi-country".to_owned());
                self.view.filter = self.view.filter.with(Field::Scope, vec![several]);
            }
            _ => {}
        }
    }
}
