//! Thematic area by year: a figure in each cell, darker the larger. Years that have no room side by side go on below.

use super::bars::unit;
use super::letters::{Type, plain, width};
use super::page::{Page, height};
use super::scene::{Anchor, Rect};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{Length, Matrix, MatrixCell, MatrixRow, matrix};

/// Height of a cell beside a name of one line, and the space between two.
const CELL: f32 = 32.0;
const GAP: f32 = 3.0;

/// The picture of the areas by year.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Picture {
    let scene = shown.scene;
    let words = scene.names.words;
    let figure = matrix(look.measure, scene.spread, scene.answer, scene.names, scene.index);
    let what = if look.measure == Length::Projects { "projects" } else { "money" };
    let title = words.tf("picture-title-matrix", &[("measure", what.into())]);
    let mut page = Page::new(of, shown, look, &title, &unit(look.measure, &shown));
    let years: Vec<usize> = (0..figure.years.len()).collect();
    let shown_years = look.part(&years);
    let longest = figure.rows.iter().map(|row| width(&plain(&row.name), Type::BODY)).fold(0.0, f32::max);
    let names = (longest + 16.0).clamp(90.0, page.wide() * 0.34);
    let text = cells(&figure).map(|cell| width(&plain(&cell.text), Type::SMALL)).fold(26.0, f32::max) + 10.0;
    let across = ((page.wide() - names) / (text + GAP)).floor().max(1.0) as usize;
    let side = ((page.wide() - names) / across.min(shown_years.len().max(1)) as f32 - GAP).min(68.0).max(text);
    for block in shown_years.chunks(across) {
        self::block(&mut page, &figure, block, (names, side));
        page.y += 8.0;
    }
    let mut notes: Vec<String> = look.told(figure.years.len(), shown).into_iter().collect();
    notes.push(words.t("plot-matrix-note"));
    notes.extend(cells(&figure).any(|cell| cell.text == "–").then(|| words.t("picture-matrix-dash")));
    notes.push(words.t("picture-matrix-darker"));
    if figure.undated > 0 {
        notes.push(words.tf("picture-matrix-undated", &[("n", figure.undated.into())]));
    }
    notes.extend(lacking(shown, look));
    let told: Vec<&str> = cells(&figure).map(|cell| cell.spoken.as_str()).collect();
    let spoken = format!("{title}. {}", told.join("; "));
    page.finish(&notes, &spoken)
}

/// How many records the figures lack.
fn lacking(shown: Shown<'_>, look: Look) -> Vec<String> {
    let (words, totals) = (shown.scene.names.words, &shown.scene.answer.totals);
    let money = look.measure != Length::Projects;
    let note = |n: usize, key: &str| (money && n > 0).then(|| words.tf(key, &[("n", n.into())]));
    let multi = note(totals.multi_country, "plot-note-multi");
    note(totals.without_amount, "picture-note-without").into_iter().chain(multi).collect()
}

fn cells(figure: &Matrix) -> impl Iterator<Item = &MatrixCell> {
    figure.rows.iter().flat_map(|row| row.cells.iter().flatten())
}

fn block(page: &mut Page<'_>, figure: &Matrix, years: &[usize], (names, side): (f32, f32)) {
    let colours = page.colours;
    let left = page.left + names;
    let middle = |place: usize| left + place as f32 * (side + GAP) + side / 2.0;
    for (place, year) in years.iter().enumerate() {
        let year = figure.years.get(*year).map_or("", String::as_str);
        page.line([middle(place), page.y + 9.0], year, (Type::SMALL, colours.soft), Anchor::Middle, side + GAP);
    }
    page.y += 20.0;
    let high = figure.rows.iter().map(|row| height(&row.name, Type::BODY, names - 12.0) + 2.0).fold(CELL, f32::max);
    for row in &figure.rows {
        line(page, figure, row, years, [names, side, high]);
        page.y += high + GAP;
    }
}

fn line(page: &mut Page<'_>, figure: &Matrix, row: &MatrixRow, years: &[usize], [names, side, high]: [f32; 3]) {
    let colours = page.colours;
    let area = colours.area(row.place);
    let middle = page.y + high / 2.0;
    page.name([page.left, middle], &row.name, (Type::BODY, colours.text), Anchor::Start, names - 12.0);
    for (place, year) in years.iter().enumerate() {
        let Some(cell) = row.cells.get(*year).and_then(Option::as_ref) else { continue };
        let rect = Rect::new(page.left + names + place as f32 * (side + GAP), page.y, side, high);
        page.begin(&cell.spoken);
        let share = 0.10 + 0.26 * (cell.value as f32 / figure.most as f32);
        page.rect(rect, 3.0, colours.surface.mixed(area, share));
        page.rect(Rect { width: 3.0, ..rect }, 1.0, area);
        let at = [rect.middle()[0] + 1.5, rect.middle()[1]];
        page.line(at, &cell.text, (Type::SMALL, colours.text), Anchor::Middle, side - 4.0);
        page.end();
    }
}
