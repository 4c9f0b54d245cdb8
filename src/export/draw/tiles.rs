//! The map of tiles: a state each, darker the more projects name it, the number always written.

use super::letters::{Type, plain, width};
use super::page::Page;
use super::scene::{Anchor, Paint, Rect, Shape};
use super::{Look, PictureOf};
use crate::export::{Picture, Shown};
use crate::figure::{Length, TileFigure, TileMap, tile_map};

const GAP: f32 = 4.0;
/// The same between tiles that are narrower than this.
const NARROW: (f32, f32) = (50.0, 2.0);
/// A tile has room for its name and its figure.
const LOWEST: f32 = 36.0;

/// The picture of the states.
pub(super) fn draw(of: &PictureOf, shown: Shown<'_>, look: Look) -> Option<Picture> {
    let scene = shown.scene;
    let words = scene.names.words;
    let map = tile_map(scene.answer, scene.names, scene.index)?;
    let projects = look.measure == Length::Projects;
    let title = words.t(if projects { "plot-states-projects" } else { "plot-states-money" });
    let mut page = Page::new(of, shown, look, &title, &super::bars::unit(look.measure, &shown));
    tiles(&mut page, &map, projects);
    let mut notes = vec![words.t("picture-tiles-darker"), words.t("plot-states-several")];
    if !projects {
        notes.push(words.t("plot-states-not-there"));
        if map.tiles.iter().any(|tile| tile.projects > 0 && tile.whole.is_none()) {
            notes.push(words.t("picture-tiles-unknown"));
        }
    }
    if map.without_state > 0 {
        notes.push(words.tf("plot-states-without", &[("n", map.without_state.into())]));
    }
    let named = map.tiles.iter().filter(|tile| tile.projects > 0);
    let told: Vec<&str> = named.clone().map(|tile| tile.spoken.as_str()).collect();
    let summary = words.tf("plot-states-summary", &[("n", named.count().into())]);
    Some(page.finish(&notes, &format!("{title}. {summary}. {}", told.join("; "))))
}

fn tiles(page: &mut Page<'_>, map: &TileMap, projects: bool) {
    let most = |place: fn(&TileFigure) -> u8| f32::from(map.tiles.iter().map(place).max().unwrap_or(0)) + 1.0;
    let (columns, rows) = (most(|tile| tile.place.1), most(|tile| tile.place.0));
    let side = |gap: f32| ((page.wide() + gap) / columns - gap).min(66.0);
    let gap = if side(GAP) < NARROW.0 { NARROW.1 } else { GAP };
    let side = side(gap);
    let high = (side * 0.84).max(LOWEST);
    let top = page.y;
    for tile in &map.tiles {
        let x = page.left + f32::from(tile.place.1) * (side + gap);
        let rect = Rect::new(x, top + f32::from(tile.place.0) * (high + gap), side, high);
        self::tile(page, map, tile, rect, projects);
    }
    page.y = top + rows * (high + gap) + 4.0;
}

fn tile(page: &mut Page<'_>, map: &TileMap, tile: &TileFigure, rect: Rect, projects: bool) {
    let (words, colours) = (page.words(), page.colours);
    let named = tile.projects > 0;
    let share = 0.14 + 0.32 * (tile.projects as f32 / map.most.max(1) as f32);
    let fill = if named { colours.surface.mixed(colours.accent, share) } else { colours.sunken };
    page.begin(&tile.spoken);
    let (paint, edge) = (Paint::Plain(fill), Some((colours.line, 1.0)));
    page.shape(Shape::Rect { rect: rect.within(0.5), radius: 4.0, paint, edge });
    let [x, middle] = rect.middle();
    let colour = if named { colours.text } else { colours.soft };
    let up = if named { middle - rect.height * 0.19 } else { middle };
    // A tile without room for its words says them under the pointer.
    let room = rect.width - 3.0;
    if room > 18.0 {
        let of = Type::SMALL.fitting(&tile.short, room);
        page.line([x, up], &tile.short, (of, colour), Anchor::Middle, room);
    }
    if named {
        let figure = match tile.whole {
            _ if projects => words.int(tile.projects as i64),
            Some(whole) => words.millions(whole),
            None => "?".to_owned(),
        };
        let of = Type::STRONG.fitting(&figure, room);
        if width(&plain(&figure), of) <= room {
            page.line([x, middle + rect.height * 0.2], &figure, (of, colour), Anchor::Middle, room);
        }
    }
    page.end();
}
