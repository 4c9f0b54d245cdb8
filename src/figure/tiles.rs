//! The states of a country as tiles: how many projects name each, and how much those projects cost in whole.

use super::names::Names;
use crate::query::{self, Answer, By, Field, Index, Spread, Value};

/// A tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileFigure {
    /// The state's code.
    pub key: String,
    /// As people shorten it.
    pub short: String,
    /// Place in the map, from the upper left.
    pub place: (u8, u8),
    /// How many projects of the set name it.
    pub projects: usize,
    /// The whole amounts of those projects; `None` where none has one that counts.
    pub whole: Option<i128>,
    /// All of it in words.
    pub spoken: String,
    /// Whether the present filter chooses it.
    pub chosen: bool,
}

/// The map of tiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileMap {
    /// The tiles, in the order of the portfolio.
    pub tiles: Vec<TileFigure>,
    /// How many projects publish no state.
    pub without_state: usize,
    /// The most projects in a tile.
    pub most: usize,
}

/// The map of a set; `None` where the portfolio has no tiles.
pub fn tile_map(answer: &Answer, names: Names<'_>, index: &Index) -> Option<TileMap> {
    let groups = query::groups(&answer.rows, By::State, Spread::Award, index);
    let tiles: Vec<_> = (names.portfolio.places.iter())
        .filter_map(|place| {
            let tile = place.tile?;
            let group = groups.iter().find(|group| group.key.as_deref() == Some(place.id.as_str()));
            let projects = group.map_or(0, |group| group.projects);
            let whole = group.filter(|group| group.amount.is_some()).map(|group| group.whole);
            Some(TileFigure {
                short: names.place_short(&place.id),
                place: (tile.row, tile.column),
                spoken: spoken(
                    &names.place(&place.id),
                    projects,
                    whole,
                    group.map_or(0, |group| group.without_amount),
                    names,
                ),
                chosen: answer.filter.has(Field::State, &Value::Key(place.id.clone())),
                key: place.id.clone(),
                projects,
                whole,
            })
        })
        .collect();
    let without = groups.iter().find(|group| group.key.is_none()).map_or(0, |group| group.projects);
    let most = tiles.iter().map(|tile| tile.projects).max().unwrap_or(0);
    (!tiles.is_empty()).then_some(TileMap { tiles, without_state: without, most })
}

fn spoken(name: &str, projects: usize, whole: Option<i128>, without: usize, names: Names<'_>) -> String {
    let words = names.words;
    let count = words.tf("plot-projects", &[("n", projects.into())]);
    let lacking = if without > 0 { words.tf("plot-spoken-without", &[("n", without.into())]) } else { String::new() };
    let said = match whole {
        Some(whole) => words.tf(
            "plot-tile-spoken",
            &[("name", name.into()), ("projects", count.into()), ("money", names.millions_spoken(whole).into())],
        ),
        None => format!("{name}: {count}"),
    };
    said + &lacking
}
