//! The club's two colours, as the plan's author likes them: chosen from a swatch or typed.

use egui::{Response, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::model::{Club, ClubColours, Extra, hex, rgb};
use crate::ui::theme::{size, text};
use crate::ui::widgets::{club_colours, paint_badge};

/// Width of a typed colour, points.
const TYPED: f32 = 74.0;
/// Where a swatch begins while there is no colour.
const NO_COLOUR: [u8; 3] = [128; 3];

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

    /// A swatch and a field for each, and how the badge of a club of this name looks in them.
    pub(super) fn ui(&mut self, ui: &mut Ui, name: &str) {
        ui.spacing_mut().item_spacing.x = size::GAP_TIGHT;
        colour_ui(ui, "Main colour", &mut self.main);
        ui.add_space(size::GAP_S);
        colour_ui(ui, "Second colour", &mut self.second);
        let club = Club { colours: self.read().ok().flatten(), ..Club::named(name.trim()) };
        if club_colours(&club).is_some() {
            ui.add_space(size::GAP_XS);
            let (rect, _) =
                ui.allocate_exact_size(vec2(size::AVATAR_ROW, size::AVATAR_ROW), egui::Sense::hover());
            paint_badge(ui, rect, &club);
        }
        let none = self.main.trim().is_empty() && self.second.trim().is_empty();
        if ui.add_enabled(!none, egui::Button::new("No colours")).clicked() {
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

fn colour_ui(ui: &mut Ui, name: &str, typed: &mut String) -> Response {
    let before = rgb(typed.trim()).unwrap_or(NO_COLOUR);
    let mut chosen = before;
    let swatch = ui.color_edit_button_srgb(&mut chosen);
    swatch
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Choose: {}", name.to_lowercase())));
    if chosen != before {
        *typed = hex(chosen);
    }
    let hint = if name == "Main colour" { MAIN_HINT } else { SECOND_HINT };
    let field = TextEdit::singleline(typed)
        .hint_text(hint)
        .desired_width(TYPED)
        .font(text::font(text::BODY_SIZE, text::Weight::Regular));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    response
}

/// What an empty field suggests.
const MAIN_HINT: &str = "main";
const SECOND_HINT: &str = "second";
