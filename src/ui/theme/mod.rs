//! Everything visual comes from here: colours, type, sizes, icons, and the style of egui's own widgets.
//!
//! No other module holds a colour, a radius or a size literal. [`install`] once per [`egui::Context`];
//! after that a plain `ui.button("…")` looks right, and [`palette`] hands a view the colours of its theme.

mod contrast;
mod fonts;
pub mod icons;
mod palette;
pub mod size;
mod style;
pub mod text;
pub mod wash;

pub use contrast::ink_on;
pub use palette::{Avatar, CLUB_COLOURS, Palette, Shades, Tone};

use self::palette::{DARK, LIGHT};

/// Which of the two looks: dark is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Light text on a near-black green.
    #[default]
    Dark,
    /// Dark text on white.
    Light,
}

impl Theme {
    /// Both themes, the default first.
    pub const ALL: [Self; 2] = [Self::Dark, Self::Light];

    /// The word for it in menus and on the command line: `dark` or `light`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }

    /// The theme called `name`, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The colours of this theme.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
        }
    }
}

impl From<Theme> for egui::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Dark => Self::Dark,
            Theme::Light => Self::Light,
        }
    }
}

impl From<egui::Theme> for Theme {
    fn from(theme: egui::Theme) -> Self {
        match theme {
            egui::Theme::Dark => Self::Dark,
            egui::Theme::Light => Self::Light,
        }
    }
}

/// Gives `ctx` our fonts and both styles; [`select`] then says which of them is shown.
///
/// System fonts stay as they are: where the integration looks for fonts of other scripts, it still does.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    for theme in Theme::ALL {
        ctx.set_style_of(theme.into(), style::style(theme));
    }
    select(ctx, Theme::default());
}

/// Shows `ctx` in `theme` from the next frame on.
pub fn select(ctx: &egui::Context, theme: Theme) {
    ctx.set_theme(egui::Theme::from(theme));
}

/// From now on nothing moves, or again what is meant to.
pub fn reduce_motion(ctx: &egui::Context, reduced: bool) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::unique("reduced motion"), reduced));
}

/// How long a card takes to settle after a drop, seconds.
#[must_use]
pub fn settle_seconds(ctx: &egui::Context) -> f32 {
    let reduced = ctx.data(|data| data.get_temp(egui::Id::unique("reduced motion")).unwrap_or(false));
    if reduced { 0.0 } else { size::SETTLE_SECONDS }
}

/// The colours of the theme that `ui` is drawn in.
#[must_use]
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// The colours of the theme that `ctx` shows.
#[must_use]
pub fn palette_of(ctx: &egui::Context) -> &'static Palette {
    Theme::from(ctx.theme()).palette()
}

/// The style of menus and popup lists: flat rows that light up under the pointer and the keyboard.
///
/// For `MenuButton::config(MenuConfig::new().style(theme::menu_style))` and `Popup::menu(…).style(theme::menu_style)`.
pub fn menu_style(style: &mut egui::Style) {
    style::menu(style);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_starts_dark_and_follows_the_chosen_theme() {
        let ctx = egui::Context::default();
        install(&ctx);
        assert_eq!(palette_of(&ctx), &DARK);

        select(&ctx, Theme::Light);
        assert_eq!(palette_of(&ctx), &LIGHT);
    }

    #[test]
    fn a_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        assert_eq!(Theme::from_name("Dark"), None);
    }
}
