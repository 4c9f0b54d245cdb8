mod common;
use atalaya::{model::Lang, query::*, session::*, ui};
use eframe::egui::Theme;
use std::sync::Arc;
#[test]
fn ptr() {
    let mut s = common::session(Lang::Es);
    let mut hits = 0;
    for i in 0..200 {
        let a = Arc::as_ptr(&s.answer()) as usize;
        for st in [["MX-CHP", "MX-SLP"], ["MX-JAL", "MX-OAX"]][i % 2] {
            s.apply(Command::Choose(Field::State, vec![Value::Key(st.into())]));
        }
        if a == Arc::as_ptr(&s.answer()) as usize {
            hits += 1;
        }
    }
    println!("choose twice: {hits}/200 same address");
    let mut hits = 0;
    for i in 0..200 {
        s.apply(Command::Do(Verb::ClearFilter));
        let a = Arc::as_ptr(&s.answer()) as usize;
        let y = 2019 + (i % 5) as i16;
        s.apply(Command::Choose(Field::Theme, vec![Value::Key("child-forced-labor".into())]));
        s.apply(Command::Choose(Field::Year, vec![Value::Years(Some(y), Some(y))]));
        if a == Arc::as_ptr(&s.answer()) as usize {
            hits += 1;
        }
    }
    println!("matrix cell: {hits}/200 same address");
}
#[test]
fn look() {
    let mut s = common::session(Lang::Es);
    s.apply(Command::Choose(
        Field::Year,
        vec![Value::Years(Some(2021), Some(2021)), Value::Years(Some(2022), Some(2022))],
    ));
    let mut h = common::view_harness([700.0, 900.0], Theme::Light, s, ui::plots::show);
    h.render().unwrap().save("/tmp/look/plots-year-chosen.png").unwrap();
}
