//! The questions that the records leave open: the bridge to a reported total and what was cut short, reckoned a second,
//! plainer way, and used as a person does.

use crate::common;
use atalaya::figure::{self, Names, standing_text};
use atalaya::format;
use atalaya::i18n::Words;
use atalaya::model::{
    Amount, AmountKind, Day, EndingKind, Lang, Minor, Notes, PartialDate, Portfolio, Projects, ReportedTotal, Scope,
    Table,
};
use atalaya::query::{self, Answer, By, Filter, Index, Lens, Reading, StepKey};
use atalaya::session::{BridgeForm, Command, Question, Verb};
use eframe::egui::{Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use proptest::prelude::*;

fn embedded() -> Portfolio {
    format::read_ron(format::embedded()).unwrap().portfolio
}

fn bridge(portfolio: &Portfolio, rows: &[usize], total: &str, notes: &Notes) -> query::Bridge {
    let index = Index::of(portfolio);
    query::reconcile(portfolio.reported_totals.find(total).unwrap(), rows, notes, portfolio, &index).unwrap()
}

fn all(portfolio: &Portfolio) -> Vec<usize> {
    (0..portfolio.projects.len()).collect()
}

/// The bridge of the embedded portfolio by hand: no index, no steps, only the records.
#[test]
fn the_bridge_is_what_a_person_would_add_up() {
    let portfolio = embedded();
    let bridge = bridge(&portfolio, &all(&portfolio), "stps-21-207", &Notes::default());
    let mut implied = 0;
    let mut named = 0;
    for project in portfolio.projects.listed().unwrap() {
        let here = project.scope == Scope::Country && project.amounts.iter().all(|a| a.scope == Scope::Country);
        let in_period = project.start.is_some_and(|start| start.year() >= 2019);
        let Some(headline) = atalaya::model::Headline::of(project, &portfolio) else { continue };
        match project.ending.kind {
            _ if !here || !in_period => {}
            EndingKind::Implied => implied += i128::from(headline.figure.value),
            EndingKind::Named => named += i128::from(headline.figure.value),
            EndingKind::Before | EndingKind::Unknown => {}
        }
    }
    assert_eq!((named, implied), (1_000_000_000, 12_440_000_000), "10.00 and 124.40 millions");
    let amount = |key| bridge.step(key).and_then(|step| step.amount);
    assert_eq!(amount(StepKey::Comparable(EndingKind::Named)), Some(named));
    assert_eq!(amount(StepKey::Comparable(EndingKind::Implied)), Some(implied));
    assert_eq!(bridge.reported, Some(20_700_000_000));
    assert_eq!(bridge.remainder(), Some(20_700_000_000 - named - implied));
    let before = bridge.step(StepKey::BeganBefore).unwrap();
    let ids: Vec<_> = before.rows.iter().map(|row| portfolio.projects.listed().unwrap()[*row].id.as_str()).collect();
    assert_eq!(
        (ids.as_slice(), before.amount, before.aside),
        (["campos-de-esperanza"].as_slice(), None, Some(700_000_000))
    );
    let several = bridge.step(StepKey::SeveralCountries).unwrap();
    assert_eq!((several.rows.len(), several.amount), (3, None));
    let rows: usize = bridge.steps.iter().map(|step| step.rows.len()).sum();
    assert_eq!(rows, portfolio.projects.len(), "each record stands in one step");
}

#[test]
fn only_like_is_held_against_like() {
    let portfolio = embedded();
    let refused = |id: &str| query::refusal(portfolio.reported_totals.find(id).unwrap(), &portfolio);
    assert_eq!(refused("stps-21-207"), None);
    assert_eq!(refused("doge-577"), Some(query::Refusal::World), "the world");
    assert_eq!(refused("usmca-act-180"), Some(query::Refusal::Appropriation));
    assert_eq!(refused("dol-98-2022"), Some(query::Refusal::Awards));
    assert_eq!(refused("doge-10-gender"), Some(query::Refusal::OneGrant));
    assert_eq!(refused("mx-budget-commitment"), Some(query::Refusal::OwnBudget));
    let mut savings = portfolio.reported_totals.find("doge-237").unwrap().clone();
    savings.country.clone_from(&portfolio.header.country);
    assert_eq!(query::refusal(&savings, &portfolio), Some(query::Refusal::Savings));
}

/// Without an amount, without a period: the bridge says what it can and invents nothing.
#[test]
fn a_total_without_amount_or_period_still_has_a_bridge() {
    let mut portfolio = embedded();
    let mut total: ReportedTotal = portfolio.reported_totals.find("stps-21-207").unwrap().clone();
    (total.value, total.period_start, total.period_end) = (None, None, None);
    portfolio.reported_totals = Table::new(vec![total]);
    let bridge = bridge(&portfolio, &all(&portfolio), "stps-21-207", &Notes::default());
    assert_eq!((bridge.reported, bridge.remainder()), (None, None));
    assert!(bridge.step(StepKey::BeganBefore).is_none(), "no period, so nothing began before it");
    assert_eq!(bridge.step(StepKey::Comparable(EndingKind::Unknown)).unwrap().amount, Some(700_000_000));
}

/// Two of the readings' figures, from dates alone.
#[test]
fn what_was_cut_short_is_reckoned_from_the_dates() {
    let portfolio = embedded();
    let index = Index::of(&portfolio);
    let cutoff = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let short = |reading| query::cut_short(&all(&portfolio), Lens { reading, cutoff }, &index);
    let ids = |short: &query::CutShort| {
        let mut ids: Vec<_> =
            short.cuts.iter().map(|cut| portfolio.projects.listed().unwrap()[cut.row].id.clone()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&short(Reading::Named)), ["gem", "sustentar"]);
    let mut naive: Vec<String> = (portfolio.projects.iter())
        .filter(|p| p.ending.kind != EndingKind::Before)
        .filter(|p| {
            p.planned_end.is_some_and(|end| end.latest() > "2025-03-31".parse::<PartialDate>().unwrap().latest())
        })
        .map(|p| p.id.clone())
        .collect();
    naive.sort();
    let presumed = short(Reading::Presumed);
    assert_eq!(ids(&presumed), naive);
    // AccioNNAr: 1 April 2022 to 31 March 2027 is 1,826 days; 730 of them lie after March 2025.
    let accionnar = portfolio.projects.position("accionnar").unwrap();
    let cut = presumed.cuts.iter().find(|cut| cut.row == accionnar).unwrap();
    assert_eq!((cut.ahead.shown, cut.planned), (730, 1_826));
    let money = cut.money.unwrap();
    assert_eq!(money.cut.shown, (1_300_000_000_i64 * 730 + 913) / 1_826);
    assert!(!money.published);
    assert_eq!(money.cut.high, (1_300_000_000_i64 * 760 + 913) / 1_826, "if it stopped on the first of March");
    assert!(money.cut.low <= money.cut.shown && money.cut.shown < money.cut.high, "March has 31 days");
    assert!(portfolio.projects.iter().all(|p| p.actual_end.is_none() || p.id == "sustentar"), "no end was written");
}

#[test]
fn published_spending_replaces_the_estimate() {
    for as_of in [None, Some("2025-03"), Some("2025-09-30")] {
        let (gem, _) = with_spending(612_345_678, as_of);
        assert_eq!((gem.carried, gem.cut.shown, gem.published), (612_345_678, 1_000_000_000 - 612_345_678, true));
    }
    let (gem, _) = with_spending(1_200_000_000, None);
    assert_eq!((gem.carried, gem.cut.shown), (1_000_000_000, 0), "more was spent than awarded");
    assert_eq!(gem.spent.unwrap().value, 1_200_000_000, "and is shown as it was published");
}

#[test]
fn spending_told_for_an_earlier_day_is_no_spending_up_to_the_stop() {
    let (estimate, _) = with_spending(0, Some("2023-01"));
    let (little, by_theme) = with_spending(200_000_000, Some("2023-01"));
    assert!(!little.published, "what was spent after January 2023 nobody published");
    assert_eq!(little.cut, estimate.cut);
    let (much, _) = with_spending(950_000_000, Some("2023-01"));
    assert_eq!((much.published, much.cut.shown), (false, 50_000_000), "what had been spent was not cut");
    let halves: i128 = by_theme.iter().map(|group| group.carried() + group.cut.unwrap().1).sum();
    assert_eq!(halves, i128::from(little.award));
}

#[test]
fn what_was_published_as_spent_is_never_called_unpublished() {
    let mut portfolio = embedded();
    let mut projects: Vec<_> = portfolio.projects.listed().unwrap().to_vec();
    let gem = projects.iter_mut().find(|project| project.id == "gem").unwrap();
    let mut spent = gem.amounts[0].clone();
    (spent.kind, spent.value) = (AmountKind::Disbursement, Minor(200_000_000));
    (spent.as_of, spent.fiscal_year) = (Some("2023-01".parse().unwrap()), None);
    gem.amounts.push(spent);
    portfolio.projects = Projects::new(projects);
    let index = Index::of(&portfolio);
    let (filter, _) = query::parse_lenient("id:gem", &index.vocabulary);
    let answer = Answer::to(&filter, &portfolio, &index);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let names = Names::new(&portfolio, &words);
        let told = figure::shortfall(&answer, By::Theme, names, &index);
        let strip = &told.strips[0];
        let group = &told.groups[0].spoken;
        for text in [&told.sentence, &told.estimate.clone().unwrap(), &strip.parts[3].spoken, group] {
            assert!(!text.contains("nadie publicó") && !text.contains("nobody published"), "{text}");
        }
        assert_eq!(strip.parts[2].value, Some(200_000_000));
    }
    let row = portfolio.projects.position("gem").unwrap();
    let lacks = query::lacks_of(row, &portfolio, &index);
    assert!(lacks.contains(&query::Lack::Spent), "what was spent after January 2023 is still asked for");
}

/// The money of GEM where a source tells that so much was spent, and its groups by theme.
fn with_spending(value: i64, as_of: Option<&str>) -> (query::CutMoney, Vec<query::CutGroup>) {
    let mut portfolio = embedded();
    let mut projects: Vec<_> = portfolio.projects.listed().unwrap().to_vec();
    let gem = projects.iter_mut().find(|project| project.id == "gem").unwrap();
    let mut spent = gem.amounts[0].clone();
    (spent.kind, spent.value) = (AmountKind::Expenditure, Minor(value));
    (spent.as_of, spent.fiscal_year) = (as_of.map(|date| date.parse().unwrap()), None);
    gem.amounts.push(spent);
    portfolio.projects = Projects::new(projects);
    let index = Index::of(&portfolio);
    let cutoff = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let row = vec![portfolio.projects.position("gem").unwrap()];
    let short = query::cut_short(&row, Lens { reading: Reading::Named, cutoff }, &index);
    (short.cuts[0].money.unwrap(), query::cut_groups(&short, By::Theme, &index))
}

/// Missing plans and crossed dates are told apart, never reckoned with.
#[test]
fn dates_that_cannot_be_reckoned_with_are_set_apart() {
    let mut portfolio = embedded();
    let mut projects: Vec<_> = portfolio.projects.listed().unwrap().to_vec();
    let find =
        |projects: &mut Vec<atalaya::model::Project>, id: &str| projects.iter().position(|p| p.id == id).unwrap();
    let gem = find(&mut projects, "gem");
    projects[gem].planned_end = None;
    let sustentar = find(&mut projects, "sustentar");
    projects[sustentar].start = Some("2026-01".parse().unwrap());
    portfolio.projects = Projects::new(projects);
    let index = Index::of(&portfolio);
    let cutoff = portfolio.header.cutoff.as_ref().map(|cutoff| cutoff.date);
    let short = query::cut_short(&all(&portfolio), Lens { reading: Reading::Named, cutoff }, &index);
    assert_eq!((short.no_plan, short.crossed, short.cuts.len()), (vec![gem], vec![sustentar], 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever set, whatever is marked: the steps sum to the reported total to the cent.
    #[test]
    fn the_steps_always_sum_to_the_reported_total(
        chosen in prop::collection::vec(any::<bool>(), 23),
        marks in prop::collection::vec((0_usize..23, any::<bool>()), 0..8),
        value in 0_i64..100_000_000_000,
        start in prop::option::of(2015_i16..2027),
    ) {
        let mut portfolio = embedded();
        let mut total = portfolio.reported_totals.find("stps-21-207").unwrap().clone();
        total.value = Some(Minor(value));
        total.period_start = start.map(PartialDate::year_only);
        portfolio.reported_totals = Table::new(vec![total]);
        let rows: Vec<usize> = (0..23).filter(|row| chosen[*row]).collect();
        let mut notes = Notes::default();
        for (row, counted) in marks {
            notes.set_mark("stps-21-207", &portfolio.projects.listed().unwrap()[row].id, Some((counted, "porque sí".to_owned())));
        }
        let bridge = bridge(&portfolio, &rows, "stps-21-207", &notes);
        let sum: i128 = bridge.steps.iter().filter_map(|step| step.amount).sum();
        prop_assert_eq!(Some(sum), bridge.reported);
        for step in &bridge.steps {
            if let (Some((low, high)), Some(amount)) = (step.range, step.amount) {
                prop_assert!(low <= amount && amount <= high);
            }
            prop_assert!(step.key.adds() || step.amount.is_none(), "what stands aside adds nothing");
        }
    }

    /// Whatever the cut-off: what was cut and what was carried out are the whole, in total and in each grouping.
    #[test]
    fn cut_and_carried_out_are_the_whole(day in 14_000_i32..22_000, presumed in any::<bool>(), month in any::<bool>()) {
        let portfolio = embedded();
        let index = Index::of(&portfolio);
        let reading = if presumed { Reading::Presumed } else { Reading::Named };
        let date = Day(day).exact();
        let cutoff: PartialDate = if month { date.to_string()[..7].parse().unwrap() } else { date };
        let lens = Lens { reading, cutoff: Some(cutoff) };
        let short = query::cut_short(&all(&portfolio), lens, &index);
        prop_assert_eq!(short.carried + short.cut.1, short.award);
        prop_assert!(short.cut.0 <= short.cut.1 && short.cut.1 <= short.cut.2);
        for cut in &short.cuts {
            prop_assert!(cut.ahead.low <= cut.ahead.shown && cut.ahead.shown <= cut.ahead.high);
            prop_assert!((0..=10_000).contains(&cut.share.low) && cut.share.high <= 10_000);
            if let Some(money) = cut.money {
                prop_assert_eq!(money.carried + money.cut.shown, money.award);
                prop_assert!(0 <= money.cut.low && money.cut.low <= money.cut.shown);
                prop_assert!(money.cut.shown <= money.cut.high && money.cut.high <= money.award);
            }
        }
        for by in [By::Theme, By::Implementer, By::State] {
            let groups = query::cut_groups(&short, by, &index);
            prop_assert_eq!(groups.iter().filter_map(|group| group.cut).map(|cut| cut.1).sum::<i128>(), short.cut.1);
            prop_assert_eq!(groups.iter().map(query::CutGroup::carried).sum::<i128>(), short.carried);
            let set = query::groups(&short.cuts.iter().map(|cut| cut.row).collect::<Vec<_>>(), by, query::Spread::Award, &index);
            for group in &groups {
                let award = set.iter().find(|other| other.key == group.key).and_then(|other| other.amount);
                prop_assert_eq!(group.award, award.unwrap_or(0), "the same award as everywhere");
            }
        }
        let (_, whole) = query::standing(&all(&portfolio), Day(day), &portfolio, &index);
        let count = whole.ran.len() + whole.ended.len() + whole.to_come.len() + whole.undated.len();
        prop_assert_eq!(count, portfolio.projects.len());
    }
}

#[test]
fn a_tried_cut_off_says_whether_anything_was_published_as_spent() {
    let mut portfolio = embedded();
    let words = Words::new(Lang::Es);
    let day: PartialDate = "2024-06-30".parse().unwrap();
    let told = |portfolio: &Portfolio| {
        let index = Index::of(portfolio);
        let answer = Answer::to(&Filter::default(), portfolio, &index);
        standing_text(&answer, day.latest(), Names::new(portfolio, &words), &index).whole
    };
    let none = "de ninguno de los que se suman se conoce lo gastado en su misma moneda";
    assert!(told(&portfolio).contains(none), "{}", told(&portfolio));
    let ran = Index::of(&portfolio).rows.iter().position(|row| {
        let around = row.start.is_some_and(|start| start.earliest() < day.latest());
        around && row.end().is_some_and(|end| end.earliest() > day.latest()) && row.counted().is_some()
    });
    let mut project = portfolio.projects.listed().unwrap()[ran.unwrap()].clone();
    let spent = Amount { kind: AmountKind::Expenditure, value: Minor(100_000), ..project.amounts[0].clone() };
    // Published in another currency: nobody may say that it was not published.
    let mut elsewhere = project.clone();
    elsewhere.amounts.push(Amount { currency: Some("EUR".parse().unwrap()), ..spent.clone() });
    portfolio.projects.put(ran.unwrap(), elsewhere);
    assert!(told(&portfolio).contains(none) && !told(&portfolio).contains("nadie"), "{}", told(&portfolio));
    project.amounts.push(spent);
    portfolio.projects.put(ran.unwrap(), project);
    let said = told(&portfolio);
    assert!(said.contains("de 1 se publicó lo gastado, que aquí no se usa") && !said.contains(none), "{said}");
}

#[test]
fn a_person_leaves_a_record_out_and_says_why() {
    let mut harness = common::frame_harness([1366.0, 800.0], Theme::Light, common::asked(Question::Reported));
    harness.get_by_label_contains("Comparables: una fuente las nombra").click();
    harness.run_steps(2);
    harness.get_by_label("Dejar fuera… GEM").click();
    harness.run_steps(2);
    let reason = harness.get_by_role_and_label(Role::TextInput, "Razón para GEM");
    reason.focus();
    reason.type_text("Es de otra oficina");
    harness.run_steps(2);
    harness.get_by_label("Guardar").click();
    harness.run_steps(3);
    let mark = harness.state().notes.mark("stps-21-207", "gem").unwrap();
    assert_eq!((mark.counted, mark.reason.as_str()), (false, "Es de otra oficina"));
    assert!(harness.query_by_label_contains("Dejados fuera por usted").is_some());
    assert!(harness.query_by_label_contains("Lo que nadie ha desglosado: 82.60").is_some(), "the remainder takes it");
}

#[test]
fn the_bridge_is_told_in_each_form_and_never_claims_the_list() {
    for form in BridgeForm::ALL {
        let mut session = common::asked(Question::Reported);
        session.apply(Command::BridgeAs(form));
        let harness = common::frame_harness([1366.0, 1200.0], Theme::Dark, session);
        assert!(harness.query_by_label_contains("Ninguna fuente publica cuáles son las 21").is_some(), "{form:?}");
        assert!(harness.query_by_label_contains("Lo que nadie ha desglosado: 72.60 millones").is_some(), "{form:?}");
        // Whoever hears it is told why a step counts as it does.
        let why = Words::new(Lang::Es).t("step-why-without-amount");
        let told = harness
            .root()
            .children_recursive()
            .any(|node| node.accesskit_node().description().is_some_and(|description| description.contains(&why)));
        assert!(told, "{form:?}");
        let nameless = harness.root().children_recursive().filter(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Button && node.label().is_none_or(|label| label.is_empty())
        });
        assert_eq!(nameless.count(), 0, "{form:?}");
    }
}

#[test]
fn the_reading_is_a_switch_that_every_sentence_names() {
    let mut harness = common::frame_harness([1366.0, 1000.0], Theme::Light, common::asked(Question::CutShort));
    assert!(harness.query_by_label_contains("Según lo que las fuentes nombran: 2 proyectos se detuvieron").is_some());
    harness.get_by_label_contains("Lectura: Todo lo que no consta").click();
    harness.run_steps(3);
    assert_eq!(harness.state().view.reading, Reading::Presumed);
    assert!(harness.query_by_label_contains("Si se detuvo en mar 2025").is_some());
    assert!(
        harness
            .query_all_by_label_contains("estimación a ritmo parejo; los registros no traen lo gastado en esa moneda")
            .count()
            > 2
    );
    let title = harness.state().names().column(query::Column::CutMoney);
    assert_eq!(title, "Sin ejercer, estimado (si todo lo vigente se detuvo)");
}

#[test]
fn another_cut_off_is_tried_from_the_menu_typed_and_named() {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Do(Verb::TryCutoff));
    let mut harness = common::frame_harness([1366.0, 900.0], Theme::Light, session);
    harness.run_steps(4);
    let own = harness.state().names().lens;
    assert!(harness.get_by_label("Fecha del corte").is_focused(), "one can type at once");
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::A);
    harness.run_steps(2);
    harness.get_by_label("Fecha del corte").type_text("2023-10-31");
    harness.run_steps(2);
    harness.key_press(eframe::egui::Key::Enter);
    harness.run_steps(3);
    let lens = harness.state().names().lens;
    assert_eq!(lens.cutoff.unwrap().to_string(), "2023-10-31", "what was there was replaced, not added to");
    assert_eq!(own.cutoff.unwrap().to_string(), "2025-03", "looking for another date is not trying one");
    harness.state_mut().apply(Command::Ask(Question::CutShort));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Con un corte que usted prueba (31 oct 2023)").is_some());
}

#[test]
fn the_cut_off_is_stepped_by_arrows_and_taken_back() {
    let mut session = common::session(Lang::Es);
    session.apply(Command::Show(atalaya::session::Tab::Timeline));
    let mut harness = common::frame_harness([1366.0, 800.0], Theme::Light, session);
    harness.get_by_label_contains("Corte: 31 mar 2025").focus();
    harness.run_steps(2);
    harness.key_press(eframe::egui::Key::ArrowLeft);
    harness.run_steps(3);
    let day = |text: &str| Some(text.parse::<PartialDate>().unwrap().latest());
    assert_eq!(harness.state().view.cut, day("2025-02"));
    assert!(harness.query_by_label_contains("Al 28 feb 2025, según lo previsto").is_some());
    harness.key_press_modifiers(eframe::egui::Modifiers::SHIFT, eframe::egui::Key::ArrowRight);
    harness.run_steps(3);
    assert_eq!(harness.state().view.cut, day("2025-03-01"));
    harness.get_by_label("Volver al corte del portafolio").click();
    harness.run_steps(3);
    assert_eq!(harness.state().view.cut, None);
}

#[test]
fn the_records_stand_beside_no_total_that_measures_something_else() {
    let mut portfolio = embedded();
    let index = Index::of(&portfolio);
    let answer = Answer::to(&Filter::default(), &portfolio, &index);
    let words = Words::new(Lang::Es);
    let account = |portfolio: &Portfolio| {
        let names = Names::new(portfolio, &words);
        figure::account(&answer, names, &index).map(|account| account.reported_id)
    };
    assert_eq!(account(&portfolio).as_deref(), Some("stps-21-207"));
    // What a law set aside comes first now, and still is no other account of the same.
    let mut totals: Vec<ReportedTotal> = portfolio.reported_totals.iter().cloned().collect();
    totals.retain(|total| total.id != "stps-21-207");
    totals.sort_by_key(|total| total.measures != "appropriation");
    let first = totals[0].clone();
    portfolio.reported_totals = Table::new(totals);
    assert_eq!(first.measures, "appropriation");
    assert_ne!(account(&portfolio), Some(first.id.clone()));
    portfolio.reported_totals = Table::new(vec![first]);
    assert_eq!(account(&portfolio), None);
}
