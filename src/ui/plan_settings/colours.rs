//! The club's two colours, as the plan's author likes them: chosen from a swatch or typed.

use egui::{
    Align, Color32, CornerRadius, Layout, Popup, Response, Role, Sense, Stroke, StrokeKind, TextEdit, Ui,
    Vec2, WidgetInfo, vec2,
};

use crate::model::{Club, ClubColours, Extra, Rgb, hex, rgb};
use crate::ui::theme::{self, CLUB_COLOURS, size};
use crate::ui::widgets::{club_colours, dashed_rect, focus_ring, paint_badge};

/// Width of a typed colour, points.
const TYPED: f32 = 80.0;
/// Side of a swatch, points.
const SWATCH: f32 = 22.0;
/// How many colours to choose from stand in a row.
const ACROSS: usize = 4;

/// What is typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Colours {
    main: String,
    second: String,
    extra: Extra,
}

impl Colours {
    pub(super) fn of(club: &Club) -> Self {
        let Some(ClubColours { main, second, extra }) = club.colours.clone() else { return Self::default() };
        Self { main, second: second.unwrap_or_default(), extra }
    }

    /// As if somebody had typed this.
    #[cfg(test)]
    pub(super) fn type_in(&mut self, main: &str, second: &str) {
        (self.main, self.second) = (main.to_owned(), second.to_owned());
    }

    /// A swatch and a field for each, and how the badge of a club of this name looks in them.
    pub(super) fn ui(&mut self, ui: &mut Ui, name: &str) {
        ui.spacing_mut().item_spacing.x = size::GAP_XS;
        colour_ui(ui, ("Main colour", "main"), &mut self.main);
        colour_ui(ui, ("Second colour", "second"), &mut self.second);
        let club = Club { colours: self.read().ok().flatten(), ..Club::named(name.trim()) };
        if club_colours(&club).is_some() {
            let (rect, _) =
                ui.allocate_exact_size(vec2(size::AVATAR_ROW, size::AVATAR_ROW), egui::Sense::hover());
            paint_badge(ui, rect, &club);
        }
        let none = self.main.trim().is_empty() && self.second.trim().is_empty();
        let clear = ui.add_enabled(!none, egui::Button::new("No colours"));
        if clear.on_disabled_hover_text("The club has no colours in this plan.").clicked() {
            *self = Self::default();
        }
    }

    /// The colours that were typed; none where nothing was.
    pub(super) fn read(&self) -> Result<Option<ClubColours>, String> {
        let [main, second] = [&self.main, &self.second].map(|typed| typed.trim());
        let wrong = [main, second].into_iter().find(|typed| !typed.is_empty() && rgb(typed).is_none());
        match wrong {
            Some(wrong) => Err(format!("Write a colour like #c8102e, not \u{201c}{wrong}\u{201d}.")),
            None if main.is_empty() && second.is_empty() => Ok(None),
            None if main.is_empty() => Err("Choose a main colour as well, or no colours.".to_owned()),
            None => Ok(Some(ClubColours {
                main: main.to_owned(),
                second: Some(second.to_owned()).filter(|second| !second.is_empty()),
                extra: self.extra.clone(),
            })),
        }
    }
}

fn colour_ui(ui: &mut Ui, (name, hint): (&str, &str), typed: &mut String) {
    let words = format!("Choose the {}", name.to_lowercase());
    let swatch = swatch_ui(ui, rgb(typed.trim()), &words, false);
    Popup::menu(&swatch).layout(Layout::top_down(Align::Min)).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP_XS, size::GAP_XS);
        for (at, row) in CLUB_COLOURS.chunks(ACROSS).enumerate() {
            ui.push_id(at, |ui| {
                ui.horizontal(|ui| row.iter().for_each(|choice| choice_ui(ui, choice, typed)))
            });
        }
    });
    let response = ui.add(TextEdit::singleline(typed).hint_text(hint).desired_width(TYPED));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
}

fn choice_ui(ui: &mut Ui, (name, color): &(&str, Color32), typed: &mut String) {
    let [red, green, blue, _] = color.to_array();
    let choice = [red, green, blue];
    if swatch_ui(ui, Some(choice), name, rgb(typed.trim()) == Some(choice)).clicked() {
        *typed = hex(choice);
    }
}

/// A small square in a colour; without one it is empty.
fn swatch_ui(ui: &mut Ui, colour: Option<Rgb>, name: &str, chosen: bool) -> Response {
    let side = Vec2::splat(ui.spacing().interact_size.y.min(SWATCH));
    let (rect, response) = ui.allocate_exact_size(side, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    let palette = theme::palette(ui);
    let radius = CornerRadius::same(size::RADIUS_CONTROL / 2);
    let lit = chosen || response.hovered();
    let edge = if lit { palette.text } else { palette.line_strong };
    if let Some([red, green, blue]) = colour {
        ui.painter().rect_filled(rect, radius, Color32::from_rgb(red, green, blue));
        ui.painter().rect_stroke(rect, radius, Stroke::new(size::OUTLINE, edge), StrokeKind::Inside);
    } else {
        dashed_rect(ui.painter(), rect, size::RADIUS_CONTROL / 2, Stroke::new(size::OUTLINE, edge));
    }
    focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    response.on_hover_text(name)
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role as Kind;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::testing::sample;
    use crate::ui::theme;

    fn shown(colours: Colours) -> Harness<'static, Colours> {
        let mut window = Harness::builder().with_context_setup(theme::install).build_ui_state(
            |ui, colours: &mut Colours| {
                ui.horizontal(|ui| colours.ui(ui, "Liverpool"));
            },
            colours,
        );
        window.run();
        window
    }

    #[test]
    fn a_colour_is_typed_and_all_of_them_are_taken_away_again() {
        let mut window = shown(Colours::default());
        assert_eq!(window.state().read(), Ok(None));
        for (name, words) in [("Main colour", "#c8102e"), ("Second colour", "#f6eb61")] {
            window.get_by_role_and_label(Kind::TextInput, name).focus();
            window.run();
            window.get_by_role_and_label(Kind::TextInput, name).type_text(words);
            window.run();
        }
        let colours = window.state().read().unwrap().unwrap();
        assert_eq!(colours.pair(), Some([[200, 16, 46], [246, 235, 97]]));
        window.get_by_label("No colours").click();
        window.run();
        assert_eq!(window.state().read(), Ok(None));
    }

    #[test]
    fn a_colour_is_chosen_from_those_clubs_play_in() {
        let mut window = shown(Colours::of(&sample().club));
        window.get_by_role_and_label(Kind::Button, "Choose the main colour").click();
        window.run();
        window.get_by_role_and_label(Kind::Button, "light blue").click();
        window.run();
        assert_eq!(window.state().main, "#6cabdd");
        assert_eq!(window.state().second, "#f6eb61", "the other stays");
        assert!(window.query_by_label("light blue").is_none(), "the choice is made");
    }

    #[test]
    fn what_is_left_alone_stays_as_it_was_written() {
        let mut club = sample().club;
        let colours = serde_json::json!({"main": "#C8102E", "third": "#00b2a9"});
        club.colours = serde_json::from_value(colours).unwrap();
        assert_eq!(Colours::of(&club).read(), Ok(club.colours));
    }
}
