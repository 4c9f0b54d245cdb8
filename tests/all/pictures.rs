//! Pictures that are taken away: each drawn in both languages and modes, read back as anybody's program would read it.

use std::collections::BTreeMap;

use atalaya::export::draw::{Look, PictureOf, TextAs, Undrawn, fonts, picture, pixels, png, size_at};
use atalaya::export::{Picture, Shown};
use atalaya::figure::card::Scene;
use atalaya::figure::{self, LEFT_OFF, LanesBy, Length, NO_AMOUNT, Names, UnitsBy, bar_plot};
use atalaya::format::{Sample, embedded, read_ron};
use atalaya::i18n::Words;
use atalaya::model::{Lang, Notes, PartialDate, Portfolio};
use atalaya::query::{Answer, By, Index, Lens, Reading, Spread};
use proptest::prelude::*;
use resvg::usvg::{self, Node, Tree, roxmltree};

/// A portfolio that is open, in a language.
struct Desk {
    portfolio: Portfolio,
    index: Index,
    words: Words,
    notes: Notes,
    answer: Answer,
    events: Vec<usize>,
    reading: Reading,
}

impl Desk {
    fn of(portfolio: Portfolio, lang: Lang, filter: &str) -> Self {
        let index = Index::of(&portfolio);
        let (filter, faults) = atalaya::query::parse_lenient(filter, &index.vocabulary);
        assert!(faults.is_empty(), "{filter}");
        let answer = Answer::to(&filter, &portfolio, &index);
        let events = answer.events.clone();
        let (words, notes, reading) = (Words::new(lang), Notes::default(), Reading::Named);
        Self { portfolio, index, words, notes, answer, events, reading }
    }

    fn shown(&self) -> Shown<'_> {
        let names = Names::new(&self.portfolio, &self.words);
        let names = names.with_lens(Lens { reading: self.reading, ..names.lens });
        let scene =
            Scene { answer: &self.answer, names, index: &self.index, spread: Spread::Award, notes: &self.notes };
        Shown {
            scene,
            rows: &self.answer.rows,
            order: &[],
            columns: &[],
            events: &self.events,
            event_order: &[],
            event_columns: &[],
            today: "2026-11-24".parse::<PartialDate>().unwrap(),
            progress: None,
        }
    }
}

const WIDTHS: [f32; 3] = [480.0, 820.0, 1_400.0];
/// Sets of every kind: all, by theme, by state, only unknown amounts, only several countries.
const FILTERS: [&str; 5] = ["", "theme:child-forced-labor", "state:MX-CHP", "amount:?", "scope:multi-country"];

fn own() -> Portfolio {
    read_ron(embedded()).unwrap().portfolio
}

fn sample(projects: u64) -> Portfolio {
    let mut text = Vec::new();
    Sample { projects, seed: 7 }.write(&mut text).unwrap();
    read_ron(&text).unwrap().portfolio
}

fn read(picture: &Picture) -> Tree {
    let options = usvg::Options { fontdb: fonts(), font_family: "Roboto".to_owned(), ..usvg::Options::default() };
    Tree::from_str(&picture.svg, &options).unwrap()
}

/// The bounds of every text, with its words.
fn texts(group: &usvg::Group, found: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => texts(inner, found),
            Node::Text(text) => {
                let said = text.chunks().iter().map(usvg::TextChunk::text).collect();
                found.push((said, text.abs_bounding_box()));
            }
            _ => {}
        }
    }
}

/// All words lie within the picture, and none over others.
fn check_words(picture: &Picture, what: &str) {
    let tree = read(picture);
    let [width, height] = picture.size;
    let apart = [tree.size().width() - width, tree.size().height() - height];
    assert!(apart.iter().all(|apart| apart.abs() < 0.01), "{what}: {apart:?}");
    let mut found = Vec::new();
    texts(tree.root(), &mut found);
    assert!(found.len() >= 4, "{what}: {found:?}");
    for (place, (said, bounds)) in found.iter().enumerate() {
        let inside = bounds.left() >= 8.0
            && bounds.right() <= width - 8.0
            && bounds.top() >= 4.0
            && bounds.bottom() <= height - 4.0;
        assert!(inside, "{what}: «{said}» at {bounds:?} is outside of {width} × {height}");
        assert!(!said.contains('⟦'), "{what}: {said}");
        for (other, over) in &found[place + 1..] {
            let across = bounds.right().min(over.right()) - bounds.left().max(over.left());
            let down = bounds.bottom().min(over.bottom()) - bounds.top().max(over.top());
            assert!(across < 0.5 || down < 0.5, "{what}: «{said}» over «{other}»: {across} × {down}");
        }
    }
}

/// Looks of all kinds, each width, mode and measure among them.
fn looks() -> Vec<Look> {
    let measures = [Length::Money, Length::Whole, Length::Projects];
    let looks = WIDTHS.into_iter().zip(measures).enumerate();
    looks
        .map(|(at, (width, measure))| Look { dark: at == 1, width, measure, text: TextAs::Text, ..Look::default() })
        .collect()
}

fn every(mut then: impl FnMut(&Desk, &PictureOf, &Picture, &str)) {
    for lang in Lang::ALL {
        for (place, filter) in FILTERS.into_iter().enumerate() {
            let desk = Desk::of(own(), lang, filter);
            // The whole in every look, each narrower set in one of them.
            let looks: Vec<Look> = looks()
                .into_iter()
                .enumerate()
                .filter(|(at, _)| place == 0 || place % 3 == *at)
                .map(|(_, look)| look)
                .collect();
            for of in PictureOf::all(desk.shown()) {
                for look in looks.iter().copied() {
                    let Some(picture) = picture(&of, desk.shown(), look) else { continue };
                    then(&desk, &of, &picture, &format!("{of:?} {lang:?} «{filter}» {look:?}"));
                }
            }
        }
    }
}

#[test]
fn words_lie_within_the_picture_and_none_over_others() {
    every(|_, _, picture, what| check_words(picture, what));
}

/// In a column of a page, where names take more lines, nothing but names of projects is cut.
#[test]
fn in_a_narrow_picture_no_words_are_cut() {
    for lang in Lang::ALL {
        let desk = Desk::of(own(), lang, "");
        let all = PictureOf::all(desk.shown()).into_iter();
        for of in all.filter(|of| !matches!(of, PictureOf::Timeline | PictureOf::Units)) {
            for width in [480.0, 520.0] {
                let drawn = picture(&of, desk.shown(), Look { width, text: TextAs::Text, ..Look::default() }).unwrap();
                let what = format!("{of:?} {lang:?} {width}");
                check_words(&drawn, &what);
                let mut found = Vec::new();
                texts(read(&drawn).root(), &mut found);
                let cut: Vec<&String> = found.iter().map(|(said, _)| said).filter(|said| said.ends_with('…')).collect();
                assert!(cut.is_empty(), "{what}: {cut:?}");
                // Each state still says its name and how much.
                let short = |found: Vec<(String, usvg::Rect)>| {
                    found.into_iter().map(|(said, _)| said).filter(|said| said.chars().count() < 8).collect::<Vec<_>>()
                };
                if of == PictureOf::Tiles {
                    let wide = picture(&of, desk.shown(), Look { text: TextAs::Text, ..Look::default() }).unwrap();
                    let mut all = Vec::new();
                    texts(read(&wide).root(), &mut all);
                    let (found, all) = (short(found), short(all));
                    assert!(found.windows(all.len()).any(|part| part == all), "{what}: {found:?} for {all:?}");
                }
            }
        }
    }
}

/// What was published and has no room is told from what nobody published, and the picture says which sign is which.
#[test]
fn every_lane_of_a_narrow_timeline_says_whether_it_has_an_amount() {
    let desk = Desk::of(own(), Lang::Es, "");
    let lanes = figure::lanes(&desk.answer.rows, LanesBy::Theme, &desk.index, desk.shown().scene.names);
    let signs = ["varios países", LEFT_OFF, NO_AMOUNT, "sin monto", "monto no publicado"];
    for width in [480.0, 700.0, 1000.0] {
        let look = Look { width, text: TextAs::Text, ..Look::default() };
        let drawn = picture(&PictureOf::Timeline, desk.shown(), look).unwrap();
        let mut found = Vec::new();
        texts(read(&drawn).root(), &mut found);
        let said: Vec<&String> = found.iter().map(|(said, _)| said).collect();
        let figure = |said: &str| said.starts_with(|first: char| first.is_ascii_digit());
        let of_lane = |said: &str| said.ends_with(" mdd") || said.ends_with("mdd · varios países");
        let is_amount = |said: &str| signs.contains(&said) || figure(said) && of_lane(said);
        let amounts = said.iter().filter(|said| is_amount(said)).count();
        assert_eq!(amounts, lanes.lanes.len(), "{width}: {said:?}");
        let left_off = said.iter().any(|said| [LEFT_OFF, NO_AMOUNT].contains(&said.as_str()));
        assert_eq!(drawn.svg.contains("junto a una barra: monto publicado"), left_off, "{width}");
    }
}

#[test]
fn thousands_of_projects_are_drawn_in_part_and_the_rest_is_said() {
    let desk = Desk::of(sample(1_500), Lang::Es, "");
    for of in PictureOf::all(desk.shown()) {
        for first in [0, 1_400] {
            let look = Look { text: TextAs::Text, rows: 120, first, ..Look::default() };
            let Some(picture) = picture(&of, desk.shown(), look) else { continue };
            check_words(&picture, &format!("{of:?} from {first}"));
            assert!(picture.size[1] < 16_000.0, "{of:?}: {:?}", picture.size);
            if of == PictureOf::Timeline {
                let to = if first == 0 { "del 1 al 120" } else { "del 1,401 al " };
                assert!(picture.svg.contains(to) && picture.spoken.contains(to), "{}", picture.spoken);
            }
        }
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    for text in [TextAs::Paths, TextAs::Text, TextAs::Fonts] {
        let draw = || {
            let desk = Desk::of(own(), Lang::Es, "");
            let all = PictureOf::all(desk.shown());
            let look = Look { text, ..Look::default() };
            all.iter().map(|of| picture(of, desk.shown(), look)).collect::<Vec<_>>()
        };
        assert_eq!(draw(), draw(), "{text:?}");
    }
}

#[test]
fn what_is_drawn_looks_the_same_however_words_are_written() {
    let desk = Desk::of(own(), Lang::Es, "");
    for of in PictureOf::all(desk.shown()) {
        let pixels =
            |text| pixels(&picture(&of, desk.shown(), Look { text, ..Look::default() }).unwrap(), 1.0).unwrap();
        let (paths, text) = (pixels(TextAs::Paths), pixels(TextAs::Text));
        assert_eq!((paths.width, paths.height), (text.width, text.height));
        let apart = paths.rgba.iter().zip(&text.rgba).filter(|(a, b)| a.abs_diff(**b) > 60).count();
        assert!(apart * 250 < paths.rgba.len(), "{of:?}: {apart} of {} bytes", paths.rgba.len());
    }
}

/// What each bar says, and from where to where its rectangles reach, edges included.
fn bars(picture: &Picture) -> BTreeMap<String, (f32, f32)> {
    let document = roxmltree::Document::parse(&picture.svg).unwrap();
    let groups = document.root_element().children().filter(|node| node.has_tag_name("g"));
    let bar = |group: roxmltree::Node<'_, '_>| {
        let said = group.children().find(|node| node.has_tag_name("title"))?.text()?.to_owned();
        let number = |node: &roxmltree::Node<'_, '_>, name| {
            node.attribute(name).and_then(|text| text.parse::<f32>().ok()).unwrap_or(0.0)
        };
        let reach = group.children().filter(|node| node.has_tag_name("rect")).map(|node| {
            let half = number(&node, "stroke-width") / 2.0;
            let x = number(&node, "x");
            (x - half, x + number(&node, "width") + half)
        });
        Some((said, reach.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?))
    };
    groups.filter_map(bar).collect()
}

#[test]
fn a_bar_is_as_long_as_its_figure_and_nothing_unknown_has_a_length() {
    for filter in FILTERS {
        let desk = Desk::of(own(), Lang::Es, filter);
        for by in [By::Theme, By::Implementer, By::State, By::Ending, By::Status, By::Sector] {
            for measure in [Length::Money, Length::Whole, Length::Projects] {
                let shown = desk.shown();
                let plot = bar_plot(by, measure, Spread::Award, shown.scene.answer, shown.scene.names, &desk.index);
                let look = Look { measure, text: TextAs::Text, ..Look::default() };
                let Some(drawn) = picture(&PictureOf::Bars(by), shown, look) else { continue };
                let drawn = bars(&drawn);
                let length = |bar: &figure::BarFigure| drawn.get(&bar.spoken).map_or(0.0, |(from, to)| to - from);
                let longest = plot.bars.iter().max_by_key(|bar| bar.length()).unwrap();
                let points = length(longest) / longest.length().max(1) as f32;
                let mut sum = 0.0;
                for bar in plot.bars.iter().filter(|bar| !bar.is_unknown()) {
                    let meant = bar.length() as f32 * points;
                    assert!((length(bar) - meant).abs() <= 0.5, "{by:?} {}: {} for {meant}", bar.spoken, length(bar));
                    sum += length(bar);
                }
                let whole: i128 = plot.bars.iter().map(figure::BarFigure::length).sum();
                assert!((sum - whole as f32 * points).abs() <= 0.5 * plot.bars.len() as f32, "{by:?} «{filter}»");
                for bar in plot.bars.iter().filter(|bar| bar.is_unknown()) {
                    assert!((length(bar) - 22.0).abs() < 0.1, "the box with the question mark: {}", bar.spoken);
                }
            }
        }
    }
}

#[test]
fn a_picture_tells_title_set_source_date_and_filter() {
    every(|desk, of, picture, what| {
        let es = desk.words.lang() == Lang::Es;
        let document = roxmltree::Document::parse(&picture.svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{what}");
        let child = |name| root.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
        assert_eq!(child("title"), Some(picture.title.as_str()), "{what}");
        assert_eq!(child("desc"), Some(picture.spoken.as_str()), "{what}");
        let told = if es {
            ["Fuente", "Datos al 24 nov 2026", "hecho con Atalaya"]
        } else {
            ["ource", "Data as of 24 Nov 2026", "made with Atalaya"]
        };
        for part in told {
            let lacking = part.contains("ource") || part.contains("Fuente");
            assert!(
                picture.spoken.contains(part)
                    || lacking && picture.spoken.contains(if es { "Sin fuente" } else { "No source" }),
                "{what}: {part} in {}",
                picture.spoken
            );
        }
        let filter = desk.answer.filter.to_string();
        assert!(picture.spoken.contains(&filter), "{what}: {filter}");
        assert!(
            !picture.svg.contains("http") || picture.svg.matches("http").count() == 1,
            "only the name of SVG itself"
        );
        assert!(!of.name(desk.shown()).contains('⟦'));
    });
}

#[test]
fn a_png_has_the_size_that_was_asked_for_and_none_is_too_large() {
    let desk = Desk::of(own(), Lang::Es, "");
    let drawn = picture(&PictureOf::Years, desk.shown(), Look::default()).unwrap();
    for scale in [0.5, 1.0, 2.0] {
        let file = png(&drawn, scale).unwrap();
        let reader = ::png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.height), size_at(&drawn, scale).unwrap());
        assert_eq!(info.width, (drawn.size[0] * scale).ceil() as u32);
        assert!(info.pixel_dims.is_some() && info.utf8_text.iter().any(|text| text.keyword == "Title"));
    }
    let seen = pixels(&drawn, 1.0).unwrap();
    assert_eq!(seen.rgba.len(), seen.width as usize * seen.height as usize * 4);
    assert!(seen.rgba.chunks(4).all(|pixel| pixel[3] == 255), "no pixel lets anything through");
    assert!(matches!(png(&drawn, 1_000.0), Err(Undrawn::TooLarge { .. })));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert_eq!(pixels(&drawn, scale), Err(Undrawn::Scale));
    }
    let told = png(&drawn, 1_000.0).unwrap_err().told(&desk.words);
    assert!(told.contains("820,000") && told.contains("16,384"), "{told}");
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let desk = Desk::of(own(), Lang::Es, "qqqqq");
    assert!(desk.answer.rows.is_empty() && PictureOf::all(desk.shown()).is_empty());
    assert_eq!(picture(&PictureOf::Timeline, desk.shown(), Look::default()), None);
    let desk = Desk::of(own(), Lang::Es, "");
    assert_eq!(picture(&PictureOf::Bridge("gone".to_owned()), desk.shown(), Look::default()), None);
}

/// What people and attackers write where a name is asked for.
fn naughty() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        any::<String>(),
        "[a-zA-Z ]{500}",
        "[\\x00-\\x1f<>&\"']{1,30}",
        Just("</title><script>alert(1)</script>".to_owned()),
        Just("]]>&amp;&#0;\u{202E}\u{FFFF}\u{FEFF}".to_owned()),
        Just("مرحبا עולם 你好 👩‍👩‍👧".to_owned()),
        Just("supercalifragilistico".repeat(30)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn no_name_breaks_a_picture(names in proptest::collection::vec(naughty(), 24), text in 0..2_usize) {
        let mut portfolio = own();
        let mut names = names.into_iter().cycle();
        let mut name = || atalaya::model::Bilingual { es: names.next(), ..Default::default() };
        portfolio.header.title = name();
        let mut themes: Vec<_> = portfolio.themes.iter().cloned().collect();
        for theme in &mut themes {
            theme.name = name();
        }
        portfolio.themes = atalaya::model::Table::new(themes);
        let mut projects = portfolio.projects.listed().unwrap().to_vec();
        for project in &mut projects {
            project.name = name();
            project.acronym = name().es;
        }
        portfolio.projects = atalaya::model::Projects::new(projects);
        let desk = Desk::of(portfolio, Lang::Es, "");
        let text = [TextAs::Text, TextAs::Paths][text];
        for of in PictureOf::all(desk.shown()) {
            let drawn = picture(&of, desk.shown(), Look { text, width: 480.0, ..Look::default() }).unwrap();
            let document = roxmltree::Document::parse(&drawn.svg).unwrap();
            prop_assert!(!document.descendants().any(|node| node.has_tag_name("script")));
            if text == TextAs::Text {
                prop_assert!((read(&drawn).size().width() - drawn.size[0]).abs() < 0.01);
            }
        }
    }
}

/// `ATALAYA_PICTURES=DIR cargo test --test all pictures::as_files` writes them all, to be looked at.
#[test]
fn as_files() {
    let Some(folder) = std::env::var_os("ATALAYA_PICTURES").map(std::path::PathBuf::from) else {
        eprintln!("left out: as_files, because ATALAYA_PICTURES names no folder");
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    let only = std::env::var("ATALAYA_PICTURE").unwrap_or_default();
    let save = |desk: &Desk, name: &str, look: Look| {
        for of in PictureOf::all(desk.shown()) {
            if !of.slug().contains(&only) {
                continue;
            }
            let drawn = picture(&of, desk.shown(), look).unwrap();
            let path = folder.join(format!("{}-{name}", of.slug()));
            std::fs::write(path.with_extension("png"), png(&drawn, 1.0).unwrap()).unwrap();
            std::fs::write(path.with_extension("svg"), &drawn.svg).unwrap();
        }
    };
    for lang in Lang::ALL {
        let mut desk = Desk::of(own(), lang, "");
        for dark in [false, true] {
            let mode = if dark { "dark" } else { "light" };
            save(&desk, &format!("{}-{mode}", lang.code()), Look { dark, ..Look::default() });
        }
        desk.reading = Reading::Presumed;
        let look = Look { measure: Length::Projects, units: UnitsBy::State, width: 600.0, ..Look::default() };
        save(&desk, &format!("{}-narrow", lang.code()), look);
        save(&Desk::of(own(), lang, "amount:?"), &format!("{}-unknown", lang.code()), Look::default());
    }
    save(&Desk::of(sample(300), Lang::Es, ""), "sample", Look { rows: 60, ..Look::default() });
}
