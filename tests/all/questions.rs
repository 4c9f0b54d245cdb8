//! The questions that a person brings who has never seen the window, each answered with clicks and typing alone.

use crate::common;
use atalaya::model::Lang;
use atalaya::session::Session;
use eframe::egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn window() -> Harness<'static, Session> {
    common::frame_harness([1366.0, 690.0], Theme::Light, common::session(Lang::Es))
}

/// Goes to a view by its name.
fn go(window: &mut Harness<'_, Session>, view: &str) {
    window.get_by_role_and_label(Role::Tab, view).click();
    window.run_steps(4);
}

/// Types into the search box and presses Enter.
fn search(window: &mut Harness<'_, Session>, text: &str) {
    window.get_by_role_and_label(Role::TextInput, "Buscar en todo: nombres, organizaciones, lugares, notas").focus();
    window.run_steps(2);
    window
        .get_by_role_and_label(Role::TextInput, "Buscar en todo: nombres, organizaciones, lugares, notas")
        .type_text(text);
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(4);
}

/// What the sentence says, as a screen reader hears it.
fn sentence(window: &Harness<'_, Session>) -> String {
    let session = window.state();
    atalaya::figure::sentence(&session.answer(), session.names(), true).text()
}

/// Whether something with this in its name or text is on the screen.
fn shows(window: &Harness<'_, Session>, text: &str) -> bool {
    let in_name = window.query_all_by_label_contains(text).next().is_some();
    in_name || window.root().children_recursive().any(|node| node.value().is_some_and(|value| value.contains(text)))
}

#[test]
fn how_many_projects_against_child_labour_and_how_much_money() {
    let mut window = window();
    window.get_by_label_contains("Área temática: Trabajo infantil y forzoso").click();
    window.run_steps(4);
    let said = sentence(&window);
    assert!(
        said.starts_with("8 proyectos de trabajo infantil y forzoso: 51.40 millones de dólares completos"),
        "{said}"
    );
    assert!(said.contains("de los que 40.40 se asignan a esta área (3 divididos por nosotros)"), "{said}");
    assert!(said.contains("1 sin monto publicado"), "{said}");
}

#[test]
fn who_worked_in_chiapas() {
    let mut window = window();
    go(&mut window, "Proyectos");
    search(&mut window, "estado:Chiapas");
    assert!(shows(&window, "Organización Internacional del Trabajo"));
    assert!(shows(&window, "Verité"));
    assert_eq!(window.state().answer().rows.len(), 2);
}

#[test]
fn which_is_the_largest_award_and_who_says_so() {
    let mut window = window();
    go(&mut window, "Proyectos");
    // The table opens with the largest first; what covers several countries says so in its row.
    let largest = "Construcción de un movimiento sindical independiente";
    window.get_by_label_contains(&format!("Fila 2 de 23: {largest}")).click();
    window.run_steps(4);
    assert!(shows(&window, "20.00 millones de dólares"), "the amount");
    assert!(shows(&window, "US Department of Labor") || shows(&window, "Department of Labor"), "who says so");
}

#[test]
fn what_was_under_way_in_march_2025_and_what_had_ended_before() {
    let mut window = window();
    go(&mut window, "Línea de tiempo");
    search(&mut window, "activo:2025-03");
    let running = window.state().answer().totals.clone();
    assert_eq!((running.country, running.multi_country), (17, 2), "{}", sentence(&window));
    window.key_press_modifiers(Modifiers::COMMAND, Key::L);
    window.run_steps(4);
    window.get_by_label_contains("Cómo terminó: Terminó antes").click();
    window.run_steps(4);
    assert_eq!(window.state().answer().rows.len(), 3, "{}", sentence(&window));
}

#[test]
fn which_are_the_21() {
    let mut window = window();
    window.get_by_label("¿Cuáles son las 21?").click();
    window.run_steps(4);
    assert!(shows(&window, "ninguna fuente") || shows(&window, "Nadie"), "nobody has published it");
}

#[test]
fn what_did_the_labour_ministry_do_in_february_2025() {
    let mut window = window();
    go(&mut window, "Hechos");
    search(&mut window, "activo:2025-02 STPS");
    assert!(shows(&window, "Lanzamiento del diplomado de AccioNNAr"));
    assert_eq!(window.state().events().len(), 1, "{}", sentence(&window));
}
