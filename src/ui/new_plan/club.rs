//! The first step: whose plan it is, for which season, as of which day, in which currency and formation.

use egui::{Align2, Rect, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::model::{
    Club, Currency, Date, Formation, Plan, Season, Window, built_in_formations, season_of, words,
};
use crate::store::windows_of;
use crate::ui::board::{Lie, paint_pitch};
use crate::ui::command::dialog_keys;
use crate::ui::entry::{self, dates::Near};
use crate::ui::flow;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{Ground, focus_ring, paint_ground, paint_text, segmented, text_field};

/// The most width of the step, points.
const WIDTH: f32 = 980.0;
/// Share of it that the fields take.
const FIELDS: f32 = 0.5;
/// Room for a currency's three letters, points.
const CODE_WIDTH: f32 = 64.0;
/// Height of a formation's card, points.
const CARD: f32 = 178.0;
/// Height of its name, points.
const CARD_NAME: f32 = 26.0;
/// Cards in a row.
const CARDS: usize = 3;
/// Radius of a player on the small pitch, points.
const PLAYER: f32 = 4.0;

/// The currencies that are one click away; `None` is any other.
const CURRENCIES: [(Option<Currency>, &str); 4] = [
    (Some(Currency::GBP), "\u{a3} GBP"),
    (Some(Currency::EUR), "\u{20ac} EUR"),
    (Some(Currency::USD), "$ USD"),
    (None, "Other"),
];

/// What was filled in so far.
#[derive(Debug)]
pub(super) struct ClubStep {
    pub(super) club: String,
    country: String,
    league: String,
    season: Season,
    as_of: String,
    currency: Option<Currency>,
    /// The user has chosen the currency himself: the country no longer suggests one.
    currency_chosen: bool,
    other_code: String,
    formation: usize,
    formations: Vec<Formation>,
    today: Date,
    fresh: bool,
}

impl ClubStep {
    pub(super) fn new(today: Date) -> Self {
        Self {
            club: String::new(),
            country: String::new(),
            league: String::new(),
            season: season_of(today),
            as_of: words::date(today),
            currency: Some(Currency::GBP),
            currency_chosen: false,
            other_code: String::new(),
            formation: 0,
            formations: built_in_formations(),
            today,
            fresh: true,
        }
    }

    /// Something was typed that would be missed.
    pub(super) fn is_touched(&self) -> bool {
        [&self.club, &self.country, &self.league].iter().any(|typed| !typed.trim().is_empty())
    }

    /// The day the plan is made on, or why it cannot be read. Without a year it is the one nearest to today: plans are
    /// made for the season that has begun as often as for the next.
    fn as_of(&self) -> Result<Date, String> {
        entry::date_near(&self.as_of, Near::About(self.today))?
            .ok_or_else(|| format!("Write the as-of date like {}.", entry::example_date()))
    }

    /// The same, or today while it cannot be read.
    pub(super) fn day(&self) -> Date {
        self.as_of().unwrap_or(self.today)
    }

    /// The windows of the season as the plan will have them, each with where its dates are from.
    fn windows(&self) -> [Option<String>; 2] {
        let mut windows =
            windows_of(self.season, Some(self.country.trim()), entry::optional(&self.league).as_deref())
                .into_iter();
        [windows.next(), windows.next()].map(|window| {
            let Window { name, opens, closes, note, .. } = window?;
            let [opens, closes] = [opens, closes].map(words::day_month);
            Some(format!("{name}: {opens} \u{2013} {closes}. {}", note.unwrap_or_default()))
        })
    }

    /// What is odd about the as-of date: a season far from it has other windows.
    fn doubt(&self) -> Option<String> {
        let (as_of, season) = (self.as_of().ok()?, self.season);
        let near = season.plus(-1).first_day()..=season.last_day();
        (!near.contains(&as_of)).then(|| {
            format!(
                "{} is not near the season {season}: the plan would open on a day without its windows and matchdays.",
                words::date(as_of)
            )
        })
    }

    /// The plan without its squad, or what is still missing.
    pub(super) fn plan(&self) -> Result<Plan, String> {
        let club = self.club.trim();
        if club.is_empty() {
            return Err("Name the club.".to_owned());
        }
        let other = || self.other_code.trim().to_uppercase().parse().ok();
        let currency = self.currency.or_else(other).ok_or("A currency has three letters, such as CHF.")?;
        let as_of = self.as_of()?;
        let club = Club {
            country: entry::optional(&self.country),
            league: entry::optional(&self.league),
            ..Club::named(club)
        };
        let mut plan = Plan::new(format!("{} {}", club.name, self.season), club, as_of, currency);
        plan.windows = windows_of(self.season, plan.club.country.as_deref(), plan.club.league.as_deref());
        if let (Some(formation), Some(scenario)) =
            (self.formations.get(self.formation), plan.scenarios.first_mut())
        {
            scenario.formation = formation.id.clone();
        }
        Ok(plan)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui) {
        flow::column(ui, WIDTH, |ui| {
            let area = ui.available_rect_before_wrap();
            let gap = 2.0 * size::GAP_XL;
            let left = ((area.width() - gap) * FIELDS).floor();
            let fields = Rect::from_min_size(area.min, vec2(left, area.height()));
            let pitches = Rect::from_min_max(pos2(area.left() + left + gap, area.top()), area.max);
            ui.scope_builder(egui::UiBuilder::new().max_rect(fields), |ui| self.fields_ui(ui));
            ui.scope_builder(egui::UiBuilder::new().max_rect(pitches), |ui| self.formations_ui(ui));
        });
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        ui.label(text::verdict("Whose squad is it?"));
        ui.add_space(size::GAP_XS);
        let club = field(ui, "Club", "For example Brentford", &mut self.club);
        let enter = ui.input(|input| input.key_pressed(dialog_keys::CONFIRM.logical_key));
        // Without the name nothing goes on: Enter stays where it is to be typed.
        let still_asked = club.lost_focus() && enter && self.club.trim().is_empty();
        if std::mem::take(&mut self.fresh) || still_asked {
            club.request_focus();
        }
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let country = field(left, "Country", "For example England", &mut self.country);
            field(right, "League", "For example Premier League", &mut self.league);
            if country.changed() && !self.currency_chosen {
                self.currency = usual_currency(&self.country).or(self.currency);
            }
        });
        caption(ui, "The country decides the windows and who may talk to whom when.");
        ui.add_space(size::GAP_S);

        ui.label(text::second("Season"));
        let now = season_of(self.today);
        let seasons = [now.plus(-1), now, now.plus(1)].map(|season| (season, season.to_string()));
        let choices: Vec<(Season, &str)> =
            seasons.iter().map(|(season, name)| (*season, name.as_str())).collect();
        segmented(ui, "Season", &mut self.season, &choices);
        for window in self.windows().into_iter().flatten() {
            caption(ui, &window);
        }
        ui.add_space(size::GAP_S);

        self.as_of_ui(ui);
        ui.add_space(size::GAP_S);
        self.currency_ui(ui);
    }

    fn as_of_ui(&mut self, ui: &mut Ui) {
        field(ui, "As-of date: what is known on this day", &entry::example_date(), &mut self.as_of);
        match self.as_of() {
            Err(wrong) => remark(ui, &wrong, Tone::Bad),
            Ok(day) if words::date(day) != self.as_of.trim() => {
                caption(ui, &format!("That is {}.", words::date(day)));
            }
            Ok(_) => {}
        }
        if let Some(doubt) = self.doubt() {
            remark(ui, &doubt, Tone::Warn);
        }
    }

    fn currency_ui(&mut self, ui: &mut Ui) {
        ui.label(text::second("Currency"));
        ui.horizontal(|ui| {
            let chosen = segmented(ui, "Currency", &mut self.currency, &CURRENCIES);
            self.currency_chosen |= chosen.changed();
            if self.currency.is_none() {
                let code = TextEdit::singleline(&mut self.other_code)
                    .hint_text("CHF")
                    .char_limit(3)
                    .desired_width(CODE_WIDTH)
                    .min_size(vec2(0.0, size::CONTROL_HEIGHT))
                    .align(egui::Align2::LEFT_CENTER);
                let response = ui.add(code);
                response.widget_info(|| {
                    WidgetInfo::labeled(Role::TextInput, true, "Three letters of the currency")
                });
            }
        });
    }

    fn formations_ui(&mut self, ui: &mut Ui) {
        ui.label(text::verdict("How does it line up?"));
        ui.add_space(size::GAP_XS);
        caption(ui, "Every scenario can have its own later.");
        let gap = size::GAP_S;
        let width = ((ui.available_width() - gap * (CARDS as f32 - 1.0)) / CARDS as f32).floor();
        for (row, formations) in self.formations.chunks(CARDS).enumerate() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for (column, formation) in formations.iter().enumerate() {
                    let place = row * CARDS + column;
                    if formation_card(ui, formation, width, self.formation == place).clicked() {
                        self.formation = place;
                    }
                }
            });
        }
    }
}

/// A formation as eleven dots on a pitch, to choose it.
fn formation_card(ui: &mut Ui, formation: &Formation, width: f32, chosen: bool) -> egui::Response {
    // Size, allocate
    let (rect, response) = ui.allocate_exact_size(vec2(width, CARD), Sense::click());
    // Interact
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &formation.name));
    // Paint
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.has_focus();
    let ground = if lit { Ground::Lit } else { Ground::Card };
    paint_ground(ui, rect, ground, chosen);
    let (name, field) = rect.shrink(size::GAP_S).split_top_bottom_at_y(rect.top() + CARD_NAME);
    let ink = if chosen { palette.text } else { palette.muted };
    paint_text(ui, name, Align2::CENTER_CENTER, text::strong(&formation.name), ink);
    let field = field.shrink2(vec2(size::GAP_S, size::GAP_XS));
    paint_pitch(ui, field, Lie::Whole);
    for slot in &formation.slots {
        let at = pos2(field.left() + slot.x * field.width(), field.bottom() - slot.y * field.height());
        if chosen {
            ui.painter().circle_filled(at, PLAYER, palette.accent);
        } else {
            ui.painter().circle(at, PLAYER, palette.raised, Stroke::new(size::OUTLINE, palette.muted));
        }
    }
    focus_ring(ui, &response, size::RADIUS_CARD);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// What money is counted in there, for the countries most plans are about.
fn usual_currency(country: &str) -> Option<Currency> {
    let euro = [
        "austria",
        "belgium",
        "croatia",
        "finland",
        "france",
        "germany",
        "greece",
        "ireland",
        "italy",
        "netherlands",
        "portugal",
        "spain",
    ];
    match country.trim().to_lowercase().as_str() {
        "england" | "scotland" | "wales" | "northern ireland" => Some(Currency::GBP),
        "usa" | "united states" => Some(Currency::USD),
        country if euro.contains(&country) => Some(Currency::EUR),
        _ => None,
    }
}

/// A line to type in under what it is called.
fn field(ui: &mut Ui, label: &str, hint: &str, value: &mut String) -> egui::Response {
    ui.label(text::second(label));
    text_field(ui, label, hint, value)
}

fn caption(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(text::second(words)).wrap());
}

fn remark(ui: &mut Ui, words: &str, tone: Tone) {
    let ink = theme::palette(ui).tone(tone).text;
    ui.add(egui::Label::new(text::second(words).color(ink)).wrap());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_plan_is_named_after_its_club_and_season_and_has_its_windows() {
        let mut step = ClubStep::new(day("2025-09-25"));
        step.club = " Brentford ".into();
        step.country = "England".into();
        step.currency = None;
        step.other_code = "chf".into();
        step.as_of = "24 jan 2026".into();
        step.formation = 3;
        let plan = step.plan().unwrap();
        assert_eq!((plan.name.as_str(), plan.club.name.as_str()), ("Brentford 2025–26", "Brentford"));
        assert_eq!((plan.as_of, plan.money.currency.code()), (day("2026-01-24"), "CHF"));
        assert_eq!(plan.scenarios[0].formation, built_in_formations()[3].id);
        assert_eq!(plan.windows.len(), 4);
        assert_eq!(plan.club.country.as_deref(), Some("England"));
    }

    #[test]
    fn a_day_far_from_the_season_is_doubted() {
        let mut step = ClubStep::new(day("2026-11-26"));
        for (as_of, doubted) in [
            ("1 Jan 2020", true),
            ("1 Jun 2026", false),
            ("30 Jun 2027", false),
            ("1 Jul 2027", true),
            ("x", false),
        ] {
            step.as_of = as_of.to_owned();
            assert_eq!(step.doubt().is_some(), doubted, "{as_of}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_one_nearest_to_today() {
        let mut step = ClubStep::new(day("2026-11-26"));
        step.club = "Wrexham".to_owned();
        for (typed, as_of) in [("24 nov", "2026-11-24"), ("1 dec", "2026-12-01"), ("yesterday", "2026-11-25")]
        {
            step.as_of = typed.to_owned();
            assert_eq!(step.plan().unwrap().as_of, day(as_of), "{typed}");
        }
    }

    #[test]
    fn the_windows_are_said_to_be_what_the_calendar_says_of_them() {
        let mut step = ClubStep::new(day("2026-11-26"));
        step.club = "Wrexham".to_owned();
        for (country, league) in [("", ""), (" England ", "Championship"), ("Narnia", "")] {
            (step.country, step.league) = (country.to_owned(), league.to_owned());
            for (window, shown) in step.plan().unwrap().windows.iter().zip(step.windows()) {
                let shown = shown.unwrap();
                assert!(shown.ends_with(window.note.as_deref().unwrap()), "{country}: {shown}");
                assert!(shown.starts_with(&format!("{}: ", window.name)), "{country}: {shown}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let mut step = ClubStep::new(day("2025-09-25"));
        assert!(step.plan().unwrap_err().contains("club"));
        step.club = "Brentford".into();
        assert!(step.plan().is_ok(), "everything else has a usual value");
        step.as_of = "soon".into();
        assert!(step.plan().unwrap_err().contains("date"));
        step.currency = None;
        assert!(step.plan().unwrap_err().contains("three letters"));
    }

    #[test]
    fn the_country_suggests_the_currency() {
        assert_eq!(usual_currency(" Spain "), Some(Currency::EUR));
        assert_eq!(usual_currency("England"), Some(Currency::GBP));
        assert_eq!(usual_currency("Brazil"), None);
    }
}
