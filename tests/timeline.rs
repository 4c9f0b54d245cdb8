//! Temporary pictures.
mod common;
use atalaya::model::*;
use atalaya::query::{Field, Index, Value};
use atalaya::session::{Command, LaneOrder, Selected};
use atalaya::ui::timeline;
use eframe::egui::{Theme, Ui, pos2, vec2};
use egui_kittest::kittest::Queryable as _;

fn odd() -> atalaya::session::Session {
    let mut s = common::session(Lang::Es);
    let ron = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let mut p = (*s.document.portfolio).clone();
    let mut all = Vec::new();
    for (i, r) in [
        "start: \"2020-03~\", planned_end: \"2024\"",
        "start: \"2021\", planned_end: \"2026?\", ending: (kind: implied)",
        "start: \"2022-05-01\"",
        "planned_end: \"2022-05-01\"",
        "start: \"2022-05-01\", planned_end: \"2020\"",
        "",
        "",
        "start: \"2019\", planned_end: \"2022\", actual_end: \"2023-02-01\"",
        "start: \"2019\", planned_end: \"2024-06\", actual_end: \"2023-02-01\", ending: (kind: before)",
        "start: \"2025-06\", planned_end: \"2027\", ending: (kind: unknown)",
        "start: \"2020-01-01\", planned_end: \"2020-01-05\"",
        "",
        "",
        "",
        "",
    ]
    .iter()
    .enumerate()
    {
        let t = ["child-labour-x", "b"][i % 2];
        let _ = t;
        let th = p.themes[i % 3].id.clone();
        all.push(
            ron.from_str::<Project>(&format!(
                "(id: \"p{i}\", name: (es: \"Proyecto raro número {i}\"), themes: [(theme: \"{th}\")], {r})"
            ))
            .unwrap(),
        );
    }
    p.projects = Table::new(all);
    s.document.index = std::sync::Arc::new(Index::of(&p));
    s.document.portfolio = std::sync::Arc::new(p);
    s.document.revision += 100;
    s.apply(Command::Type("a".into()));
    s.apply(Command::Type(String::new()));
    s
}

fn d(t: &str) -> PartialDate {
    t.parse().unwrap()
}
fn day(t: &str) -> Day {
    d(t).earliest()
}

#[test]
fn pictures() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let range = Command::Choose(Field::Active, vec![Value::Dates(Some(d("2021-03")), Some(d("2022-08")))]);
    for (name, size, theme, lang, commands) in [
        ("tl-1300-dark", [1300.0, 900.0], Theme::Dark, Lang::Es, vec![]),
        (
            "tl-1300-light",
            [1300.0, 900.0],
            Theme::Light,
            Lang::Es,
            vec![Command::Select(Some(Selected::Project("accionnar".into()))), range.clone()],
        ),
        ("tl-1000-light-en", [1000.0, 600.0], Theme::Light, Lang::En, vec![Command::Lanes(LaneOrder::Implementer)]),
        (
            "tl-700-dark",
            [700.0, 480.0],
            Theme::Dark,
            Lang::Es,
            vec![Command::Window(Some((day("2024-09"), day("2025-08"))))],
        ),
        (
            "tl-700-light",
            [700.0, 480.0],
            Theme::Light,
            Lang::En,
            vec![Command::Window(Some((day("2025-03"), day("2025-04"))))],
        ),
        ("tl-560-light", [576.0, 420.0], Theme::Light, Lang::Es, vec![Command::Lanes(LaneOrder::Start)]),
        ("tl-table", [576.0, 600.0], Theme::Light, Lang::Es, vec![Command::AsTable(true)]),
        ("tl-empty", [1000.0, 600.0], Theme::Light, Lang::Es, vec![Command::Type("zzzz".into()), range.clone()]),
        ("tl-odd", [1000.0, 600.0], Theme::Light, Lang::Es, vec![]),
    ] {
        if !only.is_empty() && !name.contains(&only) {
            continue;
        }
        let mut s = if name == "tl-odd" { odd() } else { common::session(lang) };
        for c in commands {
            s.apply(c);
        }
        let mut h = common::view_harness(size, theme, s, |ui: &mut Ui, s, out| timeline::show(ui, s, out));
        if name == "tl-1300-dark" {
            h.hover_at(pos2(700.0, 315.0));
            h.run_steps(40);
        }
        if name == "tl-1300-light" {
            h.get_by_label("desde").focus();
            h.run();
            h.get_by_label("desde").type_text("x");
            h.run();
            h.key_press(eframe::egui::Key::Enter);
            h.run();
            h.get_all_by_label_contains("hechos, de ").next().unwrap().click();
            h.run();
            h.run();
        }
        h.render().unwrap().save(format!("/tmp/look/{name}.png")).unwrap();
        let _ = vec2(0.0, 0.0);
    }
}
