//! How everything looks, in one place: colours of both modes, sizes of type, spacing, the font.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, Style,
    TextStyle, Theme, Visuals, vec2,
};

use crate::figure::{self, FONTS, Ink, Rgb};

/// The colours of one mode.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color32,
    /// What things stand on.
    pub surface: Color32,
    /// A surface within a surface: headers, fields.
    pub sunken: Color32,
    /// Thin lines.
    pub line: Color32,
    /// The edge of what is written in or pressed; 3:1 on every surface.
    pub edge: Color32,
    /// Text.
    pub text: Color32,
    /// Text that steps back; 4.5:1 on every surface all the same.
    pub soft: Color32,
    /// The one accent.
    pub accent: Color32,
    /// What is chosen, behind text.
    pub chosen: Color32,
    /// What the pointer is over, behind text.
    pub hovered: Color32,
    /// A match of the search, behind text.
    pub mark: Color32,
    /// Something failed.
    pub failure: Color32,
    /// How thick the ring round what has the focus is, in points.
    pub ring: f32,
    areas: [Color32; 6],
}

const fn colour(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.r, rgb.g, rgb.b)
}

const fn on_screen(plain: figure::Palette, edge: Rgb, ring: f32) -> Palette {
    let [first, second, third, fourth, fifth, sixth] = plain.areas;
    Palette {
        ground: colour(plain.ground),
        surface: colour(plain.surface),
        sunken: colour(plain.sunken),
        line: colour(plain.line),
        edge: colour(edge),
        text: colour(plain.text),
        soft: colour(plain.soft),
        accent: colour(plain.accent),
        chosen: colour(plain.chosen),
        hovered: colour(plain.hovered),
        mark: colour(plain.mark),
        failure: colour(plain.failure),
        ring,
        areas: [colour(first), colour(second), colour(third), colour(fourth), colour(fifth), colour(sixth)],
    }
}

/// The light mode.
pub const LIGHT: Palette = on_screen(figure::LIGHT, hex(0x7C_8796), 2.0);

/// The dark mode.
pub const DARK: Palette = on_screen(figure::DARK, hex(0x73_8092), 2.0);

const fn hex(rgb: u32) -> Rgb {
    Rgb::hex(rgb)
}

/// Black on white: every line as strong as the text. Only on screen; what is exported is light or dark.
pub const STRONG_LIGHT: Palette = on_screen(
    figure::Palette {
        ground: hex(0xFF_FFFF),
        surface: hex(0xFF_FFFF),
        sunken: hex(0xFF_FFFF),
        line: hex(0x00_0000),
        text: hex(0x00_0000),
        soft: hex(0x1A_1A1A),
        accent: hex(0x00_2FA7),
        chosen: hex(0xD6_E4FF),
        hovered: hex(0xFF_F2A8),
        mark: hex(0xFF_E14D),
        failure: hex(0x8A_0010),
        areas: [hex(0x00_3C8F), hex(0x7A_1D00), hex(0x00_5A43), hex(0x46_2F8A), hex(0x7D_004B), hex(0x5C_4500)],
    },
    hex(0x00_0000),
    3.0,
);

/// White on black: every line as strong as the text. Only on screen; what is exported is light or dark.
pub const STRONG_DARK: Palette = on_screen(
    figure::Palette {
        ground: hex(0x00_0000),
        surface: hex(0x00_0000),
        sunken: hex(0x00_0000),
        line: hex(0xFF_FFFF),
        text: hex(0xFF_FFFF),
        soft: hex(0xE6_E6E6),
        accent: hex(0xFF_E14D),
        chosen: hex(0x00_3A6B),
        hovered: hex(0x3A_3A00),
        mark: hex(0x5C_4A00),
        failure: hex(0xFF_B3A7),
        areas: [hex(0x8C_C8FF), hex(0xFF_B070), hex(0x63_F0CC), hex(0xC3_B5FF), hex(0xFF_9CCB), hex(0xE0_F060)],
    },
    hex(0xFF_FFFF),
    3.0,
);

/// All that the window can have.
pub const PALETTES: [&Palette; 4] = [&LIGHT, &DARK, &STRONG_LIGHT, &STRONG_DARK];

impl Palette {
    /// The colour of the theme at this place of the portfolio's list; colours repeat beyond six, names do not.
    pub fn area(&self, place: usize) -> Color32 {
        self.areas.get(place % self.areas.len()).copied().unwrap_or(self.accent)
    }

    /// What stands behind a figure and says which part of the most it is: from the least to the most of this ink, and with
    /// high contrast never so much that the figure is lost on it.
    pub fn tint(&self, ink: Color32, (least, most): (f32, f32), part: f32) -> Color32 {
        let most = if self.is_strong() { most.min(0.36) } else { most };
        self.surface.lerp_to_gamma(ink, least + (most - least) * part)
    }

    /// Whether it is one of high contrast.
    const fn is_strong(&self) -> bool {
        self.ring > 2.0
    }

    /// The colour that an ink stands for.
    pub fn of(&self, ink: Ink) -> Color32 {
        match ink {
            Ink::Theme(place) => self.area(place),
            Ink::Accent => self.accent,
            Ink::Soft => self.soft,
        }
    }

    /// Black or white, whichever reads better on this colour.
    pub fn on(&self, fill: Color32) -> Color32 {
        let [r, g, b, _] = fill.to_array();
        colour(Rgb { r, g, b }.ink())
    }
}

/// The palette of the mode that this part of the window is in: each is known by its lines.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    let visuals = ui.visuals();
    let line = visuals.window_stroke.color;
    let plain = if visuals.dark_mode { &DARK } else { &LIGHT };
    PALETTES.into_iter().find(|palette| palette.line == line).unwrap_or(plain)
}

/// Puts the colours of high contrast in the place of the plain ones, or back.
pub fn follow(ctx: &Context, strong: bool) {
    let pairs = [(Theme::Light, &LIGHT, &STRONG_LIGHT), (Theme::Dark, &DARK, &STRONG_DARK)];
    for (theme, plain, high) in pairs {
        let palette = if strong { high } else { plain };
        if ctx.style_of(theme).visuals.window_stroke.color != palette.line {
            ctx.style_mut_of(theme, |style| style.visuals = visuals(theme, palette));
        }
    }
}

/// The large figures of cards.
pub fn figure() -> TextStyle {
    TextStyle::Name("figure".into())
}

/// Text of weight 500 in the size of the body.
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// Small text of weight 500: titles of groups.
pub fn caption() -> TextStyle {
    TextStyle::Name("caption".into())
}

/// The sentence above the views.
pub fn sentence() -> TextStyle {
    TextStyle::Name("sentence".into())
}

const MEDIUM: &str = "medium";

/// Sets fonts and styles of both modes; once, at the start.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.add_plugin(super::hints::Gone::default());
    ctx.add_plugin(super::heard::Once);
    ctx.add_plugin(super::seen::Focused::default());
    for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| apply(style, theme, palette));
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let regular = FontData::from_static(FONTS.regular);
    let medium = FontData::from_static(FONTS.medium);
    fonts.font_data.insert("regular".to_owned(), Arc::new(regular));
    fonts.font_data.insert(MEDIUM.to_owned(), Arc::new(medium));
    // Figures of Roboto are of equal width as they come, so one face serves for text and for tables.
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned()]);
    }
    fonts.families.insert(FontFamily::Name(MEDIUM.into()), vec![MEDIUM.to_owned(), "regular".to_owned()]);
    fonts
}

fn apply(style: &mut Style, theme: Theme, palette: &Palette) {
    let medium = || FontFamily::Name(MEDIUM.into());
    style.text_styles = [
        (TextStyle::Small, FontId::proportional(12.5)),
        (TextStyle::Body, FontId::proportional(13.5)),
        (TextStyle::Button, FontId::proportional(13.5)),
        (TextStyle::Monospace, FontId::proportional(13.5)),
        (TextStyle::Heading, FontId::new(17.0, medium())),
        (strong(), FontId::new(13.5, medium())),
        (caption(), FontId::new(12.5, medium())),
        (sentence(), FontId::proportional(17.0)),
        (figure(), FontId::new(28.0, medium())),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 5.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size = vec2(24.0, 24.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    style.visuals = visuals(theme, palette);
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let mut visuals = if theme == Theme::Dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(5);
    visuals.panel_fill = palette.surface;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.extreme_bg_color = palette.sunken;
    visuals.faint_bg_color = palette.ground;
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.failure;
    visuals.error_fg_color = palette.failure;
    visuals.weak_text_color = Some(palette.soft);
    visuals.selection.bg_fill = palette.chosen;
    // The stroke of the selection is the focus ring of every widget.
    visuals.selection.stroke = Stroke::new(palette.ring, palette.accent);
    let widgets = &mut visuals.widgets;
    for (widget, fill, line) in [
        (&mut widgets.noninteractive, palette.surface, palette.line),
        (&mut widgets.inactive, palette.surface, palette.edge),
        (&mut widgets.hovered, palette.hovered, palette.accent),
        (&mut widgets.active, palette.chosen, palette.accent),
        (&mut widgets.open, palette.chosen, palette.accent),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, line);
        widget.fg_stroke = Stroke::new(1.0, palette.text);
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::plots;

    fn luminance(colour: Color32) -> f32 {
        let linear = |c: u8| {
            let c = f32::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b, _] = colour.to_array();
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn figures_read_on_what_says_how_much_they_are() {
        for palette in PALETTES {
            let at_least = if palette.is_strong() { 7.0 } else { 4.5 };
            let tiles = [(palette.accent, plots::TILES)].into_iter();
            for (ink, range) in tiles.chain((0..6).map(|place| (palette.area(place), plots::CELLS))) {
                for part in [0.0, 0.5, 1.0] {
                    let found = contrast(palette.text, palette.tint(ink, range, part));
                    assert!(found >= at_least, "{ink:?}, {part}: {found}");
                }
            }
        }
    }

    #[test]
    fn text_reads_on_every_surface_and_drawings_stand_out() {
        for palette in PALETTES {
            let strong = palette.is_strong();
            let (text_at_least, drawing_at_least) = if strong { (7.0, 4.5) } else { (4.5, 3.0) };
            for ground in [palette.ground, palette.surface, palette.sunken, palette.chosen, palette.hovered] {
                for (name, text) in [("text", palette.text), ("soft", palette.soft), ("accent", palette.accent)] {
                    let found = contrast(text, ground);
                    assert!(found >= text_at_least, "{name} {text:?} on {ground:?}: {found}");
                }
                let ring = contrast(palette.accent, ground);
                assert!(ring >= drawing_at_least, "the ring of the focus on {ground:?}: {ring}");
            }
            assert!(contrast(palette.text, palette.mark) >= text_at_least);
            for ground in [palette.ground, palette.surface, palette.sunken] {
                assert!(contrast(palette.failure, ground) >= text_at_least);
            }
            for place in 0..6 {
                let area = palette.area(place);
                for ground in [palette.surface, palette.sunken, palette.ground] {
                    let found = contrast(area, ground);
                    // Bars and marks stand on the surface; the rest is for what lies beside it.
                    let wanted = if ground == palette.surface { drawing_at_least } else { drawing_at_least - 0.3 };
                    assert!(found >= wanted, "area {place} {area:?} on {ground:?}: {found}");
                }
                assert!(contrast(palette.on(area), area) >= 4.5, "text on area {place}");
            }
        }
    }

    #[test]
    fn what_is_written_in_or_pressed_has_an_edge_that_is_seen() {
        for (palette, theme) in PALETTES.into_iter().zip([Theme::Light, Theme::Dark, Theme::Light, Theme::Dark]) {
            let made = visuals(theme, palette);
            let (edge, inside) = (made.widgets.inactive.bg_stroke.color, made.text_edit_bg_color());
            for ground in [inside, palette.ground, palette.surface, palette.sunken] {
                let found = contrast(edge, ground);
                assert!(found >= 3.0, "the edge {edge:?} on {ground:?}: {found}");
            }
        }
    }

    #[test]
    fn high_contrast_has_lines_as_strong_as_its_text_and_a_thicker_ring() {
        for palette in [&STRONG_LIGHT, &STRONG_DARK] {
            assert!(contrast(palette.line, palette.surface) >= 20.0);
            assert!(palette.ring >= 3.0);
        }
        let lines: std::collections::HashSet<_> = PALETTES.iter().map(|palette| palette.line).collect();
        assert_eq!(lines.len(), PALETTES.len(), "a palette is known by its lines");
    }
}
