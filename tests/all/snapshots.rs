//! Pictures of every view, in both modes and both languages. After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test
//! --test all snapshots::`, then look at every changed picture.

use crate::common;
use atalaya::figure::UnitsBy;
use atalaya::model::{Lang, List, Note};
use atalaya::session::{CardOf, Command, Edit, Question, Selected, Tab, ThemeChoice, TourStep, Verb};
use eframe::egui::Theme;
use egui_kittest::{SnapshotOptions, SnapshotResults};

/// The picture of the window after these commands.
fn picture(
    results: &mut SnapshotResults,
    name: &str,
    size: [f32; 2],
    theme: Theme,
    lang: Lang,
    commands: Vec<Command>,
) {
    let mut session = common::session(lang);
    session.apply(Command::Theme(if theme == Theme::Dark { ThemeChoice::Dark } else { ThemeChoice::Light }));
    for command in commands {
        session.apply(command);
    }
    let mut harness = common::frame_harness(size, theme, session);
    harness.run_steps(6);
    // Software renderers differ in a pixel here and there at the edges of letters.
    let options = SnapshotOptions::new().threshold(1.2).max_failed_pixels(400);
    results.add(harness.try_snapshot_options(name, &options));
}

#[test]
fn every_view_in_both_modes_and_languages() {
    if !common::can_render("the pictures of every view") {
        return;
    }
    let mut results = SnapshotResults::new();
    let tabs = [
        ("overview", Command::Show(Tab::Overview)),
        ("projects", Command::Show(Tab::Projects)),
        ("events", Command::Show(Tab::Events)),
        ("timeline", Command::Show(Tab::Timeline)),
        ("plots", Command::Show(Tab::Plots)),
        ("reported", Command::Ask(Question::Reported)),
        ("cut_short", Command::Ask(Question::CutShort)),
        ("continuity", Command::Ask(Question::Continuity)),
        ("request", Command::Ask(Question::Request)),
        ("sources", Command::Show(Tab::Sources)),
    ];
    for (view, command) in tabs {
        for (theme, mode) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            for lang in Lang::ALL {
                let name = format!("{view}_{mode}_{}", lang.code());
                picture(&mut results, &name, [1366.0, 690.0], theme, lang, vec![command.clone()]);
            }
        }
    }
}

#[test]
fn other_sizes_and_states() {
    if !common::can_render("the pictures of other sizes and states") {
        return;
    }
    let mut results = SnapshotResults::new();
    let details = || Command::Select(Some(Selected::Project("accionnar".to_owned())));
    let projects = || vec![Command::Show(Tab::Projects), details()];
    picture(&mut results, "details_small", [1024.0, 640.0], Theme::Light, Lang::Es, projects());
    picture(&mut results, "details_large", [1600.0, 1000.0], Theme::Dark, Lang::Es, projects());
    let no_match = vec![Command::Show(Tab::Projects), Command::Type("zzz".to_owned())];
    picture(&mut results, "no_match", [1024.0, 640.0], Theme::Light, Lang::Es, no_match);
    let which = vec![Command::Card(Some(CardOf::Which))];
    picture(&mut results, "card_which", [1366.0, 690.0], Theme::Light, Lang::Es, which);
    let headline = vec![Command::Show(Tab::Projects), Command::Card(Some(CardOf::Headline("senderos".to_owned())))];
    picture(&mut results, "card_headline", [1366.0, 690.0], Theme::Dark, Lang::En, headline);
    let marks = |by| vec![Command::Show(Tab::Plots), Command::Units(true), Command::UnitsBy(by)];
    picture(&mut results, "units_theme", [1366.0, 690.0], Theme::Light, Lang::Es, marks(UnitsBy::Theme));
    picture(&mut results, "units_after", [1600.0, 1000.0], Theme::Dark, Lang::En, marks(UnitsBy::After));
    let facts = vec![Command::Show(Tab::Projects), Command::Do(Verb::FactFile)];
    picture(&mut results, "fact_file", [1366.0, 690.0], Theme::Light, Lang::Es, facts);
    let note = Note { project: "gem".to_owned(), text: "Preguntar por el cierre".to_owned(), ..Note::default() };
    let notes = vec![Command::KeepNote(Note { pending: true, ..note }), Command::Do(Verb::Notes)];
    picture(&mut results, "notes", [1024.0, 640.0], Theme::Dark, Lang::Es, notes);
    let walk = vec![Command::Tour(Some(TourStep::Areas))];
    picture(&mut results, "tour", [1366.0, 690.0], Theme::Light, Lang::En, walk);
}

#[test]
fn editing_in_both_modes_and_languages() {
    if !common::can_render("the pictures of editing") {
        return;
    }
    let mut results = SnapshotResults::new();
    let project = || Command::Select(Some(Selected::Project("senderos".to_owned())));
    for (theme, mode, lang, size) in
        [(Theme::Light, "light", Lang::Es, [1366.0, 690.0]), (Theme::Dark, "dark", Lang::En, [1024.0, 640.0])]
    {
        let form = vec![Command::Show(Tab::Projects), project(), Command::Do(Verb::EditRecord)];
        let rename =
            Command::Edit(Edit::Rename { list: List::Organizations, id: "padf".to_owned(), to: "fupad".to_owned() });
        let remove = Command::Edit(Edit::Remove {
            list: List::Events,
            id: "labour-reform-2019-05-01".to_owned(),
            references: false,
        });
        let (history, leave) = (Command::Do(Verb::History), Command::Do(Verb::Quit));
        let pictures = [
            ("form", form),
            ("history", vec![rename.clone(), remove, history]),
            ("records", vec![Command::Do(Verb::Records)]),
            ("removing", vec![project(), Command::Do(Verb::RemoveRecord)]),
            ("leaving", vec![rename, leave]),
        ];
        for (name, commands) in pictures {
            picture(&mut results, &format!("edit_{name}_{mode}_{}", lang.code()), size, theme, lang, commands);
        }
    }
}
