//! What is drawn. A view reads the session and writes commands; it changes no data. [`frame`] is one frame of the
//! window: take what workers have done, draw, carry out what was asked.

mod about;
mod bring;
mod busy;
pub mod card;
pub mod compare;
pub mod detail;
mod dialog;
pub mod dossier;
pub mod doubles;
mod dropping;
pub mod edit;
pub mod empty;
pub mod events;
mod export;
pub mod facets;
mod fills;
pub mod finder;
mod heard;
pub mod help;
mod hints;
mod icons;
pub mod kit;
mod letters;
mod licences;
pub mod lines;
mod links;
mod lower;
mod menus;
mod naming;
pub mod notes;
mod over;
pub mod overview;
pub mod panels;
mod panes;
pub mod plots;
pub mod projects;
pub mod questions;
mod reach;
pub mod rescue;
mod seen;
pub mod sentence;
pub mod shortcuts;
pub mod sources;
mod status;
pub mod table;
pub mod theme;
pub mod timeline;
pub mod top;
pub mod tour;
mod worked;

use eframe::egui::{self, CentralPanel, Context, Frame, Margin, Panel, Ui};

use crate::session::{Command, Effect, Session, Tab, ThemeChoice, Verb};
use lower::{Beside, Lower};
use panes::Edge;
use theme::palette;

/// Narrower than this, the filters fold to a button and the details lie over the view.
const NARROW: f32 = 1180.0;
/// Width of the details.
const DETAILS: f32 = 360.0;

/// Whether the window is narrow.
pub fn is_narrow(ctx: &Context) -> bool {
    ctx.content_rect().width() < NARROW
}

/// Lower than this, what stands above a view is told in smaller letters, and the view is scrolled.
const LOW: f32 = 440.0;

/// Whether the window is low: a small one, or one with large text.
pub fn is_low(ctx: &Context) -> bool {
    ctx.content_rect().height() < LOW
}

/// Scrolls what a view shows. A low window scrolls the whole view, and nothing in it by itself.
pub fn scrolled(ui: &mut Ui, salt: impl std::hash::Hash + std::fmt::Debug, contents: impl FnOnce(&mut Ui)) {
    if is_low(ui.ctx()) {
        ui.push_id(salt, contents);
    } else {
        egui::ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, contents);
    }
}

/// How long a button may be held down and still be clicked, in seconds: hands and machines can be slow.
const SLOW_CLICK: f64 = 3.0;

/// Draws one frame and carries out what was asked in it; what only the window can do is handed back.
pub fn frame(ui: &mut Ui, session: &mut Session) -> Vec<Effect> {
    session.take_results();
    session.narrow = is_narrow(ui.ctx());
    follow_settings(ui.ctx(), session);
    let mut commands = Vec::new();
    shortcuts::take(ui, session, &mut commands);
    dropping::take(ui, session, &mut commands);
    show(ui, session, &mut commands);
    if panels::show(ui, session, &mut commands) {
        session.leave_panel();
        ui.request_repaint();
    }
    finder::show(ui, session, &mut commands);
    edit::asking(ui, session, &mut commands);
    if !commands.is_empty() {
        // What was asked shows in the frame after: without this, only when the mouse moves next.
        ui.request_repaint();
    }
    let typed = commands.iter().any(|command| matches!(command, Command::Reword { .. } | Command::WriteNote(_)));
    for command in commands {
        session.apply(command);
    }
    keep_typed(ui, session, typed);
    if let Some(wait) = session.keep_work() {
        ui.request_repaint_after(wait);
    }
    let mut left = Vec::new();
    for effect in session.take_effects() {
        match effect {
            Effect::Copy(text) => {
                ui.copy_text(text);
                status::say_copied(ui, session.words.t("copied"));
            }
            Effect::CopyRows(text, rows) => {
                ui.copy_text(text);
                status::say_copied(ui, session.words.tf("copied-rows", &[("n", rows.into())]));
            }
            Effect::Visit(url) => ui.open_url(egui::OpenUrl::new_tab(url)),
            Effect::FocusSearch => ui.memory_mut(|memory| memory.request_focus(top::search_id())),
            Effect::FocusCutoff => kit::focus_next(ui, "cut-off"),
            Effect::FocusMenus => menus::focus(ui),
            Effect::FocusView => panes::focus_view(ui),
            Effect::NextPane => panes::step(ui, true),
            Effect::PreviousPane => panes::step(ui, false),
            Effect::CopyPixels(size, rgba) => ui.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &rgba)),
            effect @ (Effect::PickFile
            | Effect::PickToBring
            | Effect::PickMapping
            | Effect::Paste
            | Effect::SaveExport(..)
            | Effect::SaveBrought(_)
            | Effect::PickToCompare
            | Effect::PickNotes
            | Effect::Save(_)
            | Effect::SavePortfolio(_)
            | Effect::Quit) => {
                left.push(effect);
            }
        }
    }
    left
}

/// How long nothing has to be typed before what was is kept, in seconds.
const PAUSE: f64 = 1.0;

/// Keeps what was typed into notes and requests once a person pauses: not at each letter, and not only at the end.
fn keep_typed(ui: &Ui, session: &mut Session, typed: bool) {
    if !session.has_unkept() {
        return;
    }
    let (id, now) = (egui::Id::unique("atalaya typed last"), ui.input(|input| input.time));
    if typed {
        ui.data_mut(|data| data.insert_temp(id, now));
    }
    let last: f64 = ui.data_mut(|data| data.get_temp(id)).unwrap_or(now);
    if now - last >= PAUSE {
        session.keep_notes();
    } else {
        ui.request_repaint_after(std::time::Duration::from_secs_f64(PAUSE - (now - last)));
    }
}

/// Colours and the size of text, as chosen.
fn follow_settings(ctx: &Context, session: &Session) {
    let choice = session.settings.theme;
    let wanted = match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light | ThemeChoice::StrongLight => egui::ThemePreference::Light,
        ThemeChoice::Dark | ThemeChoice::StrongDark => egui::ThemePreference::Dark,
    };
    theme::follow(ctx, choice.is_strong());
    if ctx.options(|options| options.theme_preference) != wanted {
        ctx.set_theme(wanted);
    }
    ctx.options_mut(|options| options.input_options.max_click_duration = SLOW_CLICK);
    // Where nothing is to travel, nothing fades or slides either.
    let seconds = if session.settings.less_motion { 0.0 } else { egui::Style::default().animation_time };
    if (ctx.global_style().animation_time - seconds).abs() > f32::EPSILON {
        ctx.all_styles_mut(|style| style.animation_time = seconds);
    }
    let zoom = f32::from(session.settings.text_percent) / 100.0;
    if (ctx.zoom_factor() - zoom).abs() > 0.001 {
        ctx.set_zoom_factor(zoom);
    }
}

/// Draws everything but the panels.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    panes::begin(ui);
    panes::keep_focus_on_view(ui, session);
    reach::tell_window(ui, session);
    let colours = palette(ui);
    let bar = |margin: Margin| Frame::new().fill(colours.surface).inner_margin(margin);
    let top = Panel::top("menus").frame(bar(Margin::symmetric(10, 3)));
    top.show(ui, |ui| menus::show(ui, session, out));
    let views = Panel::top("views").frame(bar(Margin::symmetric(14, 4)));
    views.show(ui, |ui| {
        panes::head(ui, &session.words.t("pane-views"));
        top::bar(ui, session, out);
    });
    let lower = Lower::of(ui);
    lower.above(ui, |ui| panes_and_view(ui, session, out));
    lower.below(ui, |ui| {
        tour::show(ui, session, out);
        let edge = bar(Margin::symmetric(14, 4)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            status::show(ui, session, out);
        });
        let edge = edge.response.rect;
        ui.painter().hline(edge.x_range(), edge.top(), ui.visuals().widgets.noninteractive.bg_stroke);
    });
    card::show(ui, session, out);
    edit::show(ui, session, out);
}

/// The view, and the filters and details beside or over it.
fn panes_and_view(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    let colours = palette(ui);
    let bar = |margin: Margin| Frame::new().fill(colours.surface).inner_margin(margin);
    if session.narrow {
        if session.facets_over {
            over::facets(ui, session, out);
        }
    } else if session.settings.facets {
        let edge = Edge { pane: "facets", range: 200.0..=420.0, at_left: true };
        edge.keys(ui);
        let facets = Panel::left(edge.pane).default_size(264.0).size_range(edge.range.clone());
        facets.frame(bar(Margin { left: 14, right: 8, top: 10, bottom: 0 })).show(ui, |ui| {
            panes::head(ui, &session.words.t("pane-filters"));
            facets::show(ui, session, out);
        });
        edge.tell(ui, session.words.t("edge-filters"), &session.words);
    }
    let has_details = reach::details_shown(ui, session.view.selected.is_some() && session.settings.details);
    // The details stand beside the view and come after it: for the eye, for Tab and for a screen reader.
    let beside = (has_details && !session.narrow).then(|| Beside::of(ui));
    let room = beside.as_ref().map_or_else(|| ui.available_rect_before_wrap(), Beside::room_before);
    ui.scope_builder(egui::UiBuilder::new().id_salt("the view").max_rect(room), |ui| {
        let central =
            Frame::new().fill(colours.ground).inner_margin(Margin { left: 18, right: 18, top: 12, bottom: 8 });
        CentralPanel::default().frame(central).show(ui, |ui| {
            panes::head_of_view(ui, &session.words.t(session.view.tab.message()));
            view(ui, session, out);
        });
    });
    if let Some(beside) = beside {
        beside.show(ui, |ui| {
            let edge = Edge { pane: "details", range: 300.0..=560.0, at_left: false };
            edge.keys(ui);
            let details = Panel::right(edge.pane).default_size(DETAILS).size_range(edge.range.clone());
            let frame = bar(Margin { left: 16, right: 10, top: 12, bottom: 0 });
            let shown = details.frame(frame).show(ui, |ui| {
                panes::head(ui, &session.words.t("pane-details"));
                detail::show(ui, session, out);
            });
            edge.tell(ui, session.words.t("edge-details"), &session.words);
            shown.response.rect.width()
        });
    }
    let (filters_over, details_over) = (session.narrow && session.facets_over, session.narrow && has_details);
    if details_over {
        over::details(ui, session, out);
    } else {
        reach::give_focus_back(ui, "details over");
    }
    if !filters_over {
        reach::give_focus_back(ui, "facets over");
    }
    // What was opened last is closed first.
    if (filters_over || details_over) && reach::escaped_over(ui, session) {
        out.push(if details_over { Command::Select(None) } else { Command::Do(Verb::ToggleFacets) });
    }
}

fn view(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    panels::notices(ui, session, out);
    edit::notices(ui, session, out);
    over::begins_at(ui, ui.cursor().top());
    if is_low(ui.ctx()) {
        // There is no room for a lower edge that always stands.
        egui::ScrollArea::vertical().id_salt("low").auto_shrink(false).show(ui, |ui| {
            answer(ui, session, out);
            status::totals(ui, session, out);
        });
    } else {
        answer(ui, session, out);
    }
}

/// The height below which a view of this kind shows too little: five rows of a table, four lanes. Those that scroll by
/// themselves need none.
const fn least_height(tab: Tab) -> f32 {
    match tab {
        Tab::Projects | Tab::Events => 224.0,
        Tab::Sources => 290.0,
        Tab::Timeline => 410.0,
        Tab::Overview | Tab::Plots | Tab::Questions => 0.0,
    }
}

/// What is told of the set, and the view of it below.
fn answer(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    tour::offer(ui, session, out);
    doubles::show(ui, session, out);
    sentence::show(ui, session, out);
    ui.add_space(2.0);
    let mut rect = ui.available_rect_before_wrap();
    rect.set_height(rect.height().max(least_height(session.view.tab)));
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| tab(ui, session, out));
}

fn tab(ui: &mut Ui, session: &Session, out: &mut Vec<Command>) {
    ui.push_id(session.view.tab.message(), |ui| match session.view.tab {
        Tab::Overview => overview::show(ui, session, out),
        Tab::Projects => projects::show(ui, session, out),
        Tab::Events => events::show(ui, session, out),
        Tab::Timeline => timeline::show(ui, session, out),
        Tab::Plots => plots::show(ui, session, out),
        Tab::Questions => questions::show(ui, session, out),
        Tab::Sources => sources::show(ui, session, out),
    });
}

/// Opens or closes the filters, as the width of the window allows.
pub fn toggle_facets(_ctx: &Context, _session: &Session, out: &mut Vec<Command>) {
    out.push(Command::Do(Verb::ToggleFacets));
}
