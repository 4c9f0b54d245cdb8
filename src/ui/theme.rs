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
    areas: [Color32; 6],
}

const fn colour(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.r, rgb.g, rgb.b)
}

const fn on_screen(plain: figure::Palette) -> Palette {
    let [first, second, third, fourth, fifth, sixth] = plain.areas;
    Palette {
        ground: colour(plain.ground),
        surface: colour(plain.surface),
        sunken: colour(plain.sunken),
        line: colour(plain.line),
        text: colour(plain.text),
        soft: colour(plain.soft),
        accent: colour(plain.accent),
        chosen: colour(plain.chosen),
        hovered: colour(plain.hovered),
        mark: colour(plain.mark),
        failure: colour(plain.failure),
        areas: [colour(first), colour(second), colour(third), colour(fourth), colour(fifth), colour(sixth)],
    }
}

/// The light mode.
pub const LIGHT: Palette = on_screen(figure::LIGHT);

/// The dark mode.
pub const DARK: Palette = on_screen(figure::DARK);

impl Palette {
    /// The colour of the theme at this place of the portfolio's list; colours repeat beyond six, names do not.
    pub fn area(&self, place: usize) -> Color32 {
        self.areas.get(place % self.areas.len()).copied().unwrap_or(self.accent)
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

/// The palette of the mode that this part of the window is in.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
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
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    let widgets = &mut visuals.widgets;
    for (widget, fill, line) in [
        (&mut widgets.noninteractive, palette.surface, palette.line),
        (&mut widgets.inactive, palette.surface, palette.line),
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
    fn text_reads_on_every_surface_and_drawings_stand_out() {
        for palette in [&LIGHT, &DARK] {
            for ground in [palette.ground, palette.surface, palette.sunken, palette.chosen, palette.hovered] {
                for (name, text) in [("text", palette.text), ("soft", palette.soft), ("accent", palette.accent)] {
                    assert!(contrast(text, ground) >= 4.5, "{name} on {ground:?}: {}", contrast(text, ground));
                }
            }
            assert!(contrast(palette.text, palette.mark) >= 4.5);
            assert!(contrast(palette.failure, palette.surface) >= 4.5);
            for place in 0..6 {
                let area = palette.area(place);
                assert!(contrast(area, palette.surface) >= 3.0, "area {place}: {}", contrast(area, palette.surface));
                assert!(contrast(palette.on(area), area) >= 4.5, "text on area {place}");
            }
        }
    }
}
