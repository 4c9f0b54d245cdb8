//! Where the window stands and how large it is, kept from start to start, and what fits the screens that are there now.
//! All in points of the system: neither pixels nor the person's size of text.

use std::fs;

use eframe::egui::{Context, Pos2, Rect, Vec2, ViewportBuilder, ViewportCommand, pos2, vec2};
use serde::{Deserialize, Serialize};

use crate::session::{RealWorld, World as _};

/// The file beside the settings.
const FILE: &str = "window.ron";
/// The smallest window that shows all its panes; a smaller screen has a smaller one.
const SMALLEST: Vec2 = vec2(800.0, 560.0);
/// As much of a title bar must be on a screen for the window to be found and moved.
const HANDLE: Vec2 = vec2(96.0, 24.0);

/// Where the window stands and how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Width and height of what is drawn.
    size: (f32, f32),
    /// The corner of the frame, where the system says it (Wayland does not).
    corner: Option<(f32, f32)>,
    maximized: bool,
}

impl Default for Place {
    fn default() -> Self {
        Self { size: (1366.0, 768.0), corner: None, maximized: false }
    }
}

impl Place {
    /// As it was kept; as at the first start where it was not, or is damaged.
    pub fn load(world: &RealWorld) -> Self {
        let text = world.beside_settings(FILE).and_then(|path| fs::read_to_string(path).ok());
        text.and_then(|text| ron::from_str(&text).ok()).map_or_else(Self::default, Self::sane)
    }

    fn sane(self) -> Self {
        let default = Self::default();
        let sane =
            |size: f32, least: f32, default: f32| if size.is_finite() { size.clamp(least, 16_000.0) } else { default };
        let (width, height) = self.size;
        let size = (sane(width, SMALLEST.x, default.size.0), sane(height, SMALLEST.y, default.size.1));
        let corner = self.corner.filter(|(x, y)| x.abs() < 65_000.0 && y.abs() < 65_000.0);
        Self { size, corner, ..self }
    }

    /// Keeps it for the next start.
    pub fn keep(&self, world: &RealWorld) {
        if let (Some(path), Ok(text)) = (world.beside_settings(FILE), ron::to_string(self)) {
            // Where nothing can be kept, the window opens as at the first start.
            let _ = world.write(&path, &text);
        }
    }

    /// Asks for a window of this place.
    pub fn ask(self, viewport: ViewportBuilder) -> ViewportBuilder {
        let viewport = viewport.with_inner_size(self.size).with_min_inner_size(SMALLEST).with_maximized(self.maximized);
        match self.corner {
            Some((x, y)) => viewport.with_position([x, y]),
            None => viewport,
        }
    }

    /// Brings a window that is on no screen back onto the first, and lets it be as small as its screen.
    pub fn fit(self, ctx: &Context, screens: &[Rect]) {
        let zoom = ctx.zoom_factor();
        if let (Some((x, y)), Some(first)) = (self.corner, screens.first())
            && !can_be_moved(Rect::from_min_size(pos2(x, y), vec2(self.size.0, HANDLE.y)), screens)
        {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(
                ((first.min + vec2(24.0, 24.0)).to_vec2() / zoom).to_pos2(),
            ));
        }
        let screen = ctx.input(|input| input.viewport().monitor_size).map(|size| size * zoom);
        if let Some(screen) = screen.filter(|screen| screen.x > 0.0 && (screen.x < SMALLEST.x || screen.y < SMALLEST.y))
        {
            ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(SMALLEST.min(screen * 0.9) / zoom));
        }
    }

    /// Follows the window as the person moves it. A maximised one comes back to the size that it had before.
    pub fn follow(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        ctx.input(|input| {
            let viewport = input.viewport();
            let (full, small) = (viewport.fullscreen == Some(true), viewport.minimized == Some(true));
            self.maximized = viewport.maximized.unwrap_or(self.maximized);
            if full || small || self.maximized {
                return;
            }
            let size = input.content_rect().size() * zoom;
            self.size = (size.x, size.y);
            self.corner = viewport.outer_rect.map(|frame| (frame.min.x * zoom, frame.min.y * zoom));
        });
    }
}

/// Whether enough of a title bar is on one of the screens.
fn can_be_moved(bar: Rect, screens: &[Rect]) -> bool {
    screens.iter().any(|screen| {
        let shown = screen.intersect(bar);
        shown.width() >= HANDLE.x.min(bar.width()) && shown.height() >= HANDLE.y * 0.5
    })
}

/// The screens that are there, in points of the window's own screen.
pub fn screens(cc: &eframe::CreationContext<'_>) -> Vec<Rect> {
    let Some(window) = cc.winit_window() else { return Vec::new() };
    let scale = window.scale_factor() as f32;
    let of = |x: i32, y: i32, width: u32, height: u32| {
        let (corner, size) = (Pos2::new(x as f32, y as f32), vec2(width as f32, height as f32));
        Rect::from_min_size((corner.to_vec2() / scale).to_pos2(), size / scale)
    };
    let screens = window.available_monitors().map(|monitor| {
        let (at, size) = (monitor.position(), monitor.size());
        of(at.x, at.y, size.width, size.height)
    });
    screens.filter(Rect::is_positive).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_sane_whatever_was_kept() {
        let read = |text: &str| ron::from_str::<Place>(text).map(Place::sane).unwrap_or_default();
        assert_eq!(
            read("(size: (inf, 1), corner: Some((1e9, 0)))"),
            Place { size: (1366.0, 560.0), ..Place::default() }
        );
        assert_eq!(read("(maximized: true)"), Place { maximized: true, ..Place::default() });
        assert_eq!(read("nonsense"), Place::default());
        let place = Place { size: (900.0, 700.0), corner: Some((-1200.0, 30.0)), maximized: false };
        assert_eq!(read(&ron::to_string(&place).unwrap()), place);
    }

    #[test]
    fn a_window_on_a_screen_that_is_gone_cannot_be_moved() {
        let screen = |x: f32| Rect::from_min_size(pos2(x, 0.0), vec2(1366.0, 768.0));
        let bar = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(1000.0, HANDLE.y));
        let (one, both) = ([screen(0.0)], [screen(0.0), screen(-1366.0)]);
        assert!(can_be_moved(bar(-1200.0, 30.0), &both) && !can_be_moved(bar(-1200.0, 30.0), &one));
        assert!(can_be_moved(bar(1200.0, 0.0), &one) && !can_be_moved(bar(1340.0, 0.0), &one));
        assert!(!can_be_moved(bar(0.0, 900.0), &one) && !can_be_moved(bar(0.0, -600.0), &one));
    }
}
