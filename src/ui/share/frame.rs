//! What every card has: its shape, the club's colours, a heading, and at the foot what the figures rest on.

use egui::{Align2, Color32, CornerRadius, Rect, RichText, Ui, pos2, vec2};

use crate::model::{Club, Scenario};
use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, size};
use crate::ui::time::colour_index;
use crate::ui::widgets::{club_colours, paint_badge, paint_stripe, paint_text, text_width};

/// The shape of a card.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CardShape {
    /// 16 : 9.
    Wide,
    /// 1 : 1.
    Square,
}

impl CardShape {
    /// Width and height, points: one and a half pixels to the point make 1600 × 900 and 1080 × 1080.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Wide => (3200.0 / 3.0, 600.0),
            Self::Square => (720.0, 720.0),
        }
    }
}

/// How a card is made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Card {
    /// Its shape.
    pub shape: CardShape,
    /// The program's name stands at its foot.
    pub wordmark: bool,
}

impl Card {
    /// A card of this shape with the program's name.
    #[must_use]
    pub fn new(shape: CardShape) -> Self {
        Self { shape, wordmark: true }
    }
}

/// What a card is about.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Heading<'a> {
    /// Whose plan it is.
    pub club: &'a Club,
    /// The large words.
    pub title: &'a str,
    /// The scenario it shows, in its colour.
    pub scenario: Option<&'a Scenario>,
    /// What stands after that.
    pub facts: &'a str,
    /// On the right, in words that stand out.
    pub aside: &'a str,
}

/// Around a card, points.
const MARGIN: f32 = 22.0;
/// Height of the club's colours over the whole width, points.
const STRIPE: f32 = 9.0;
/// Height of the heading, and of its first line, points.
const TOP: f32 = 52.0;
const FIRST: f32 = 30.0;
/// Height of a line at the foot, points.
const FOOT: f32 = 15.0;
/// Between heading, content and foot, points.
const GAP: f32 = 12.0;
/// Size of the title, of what stands out beside and under it, and of the other facts, points.
const TITLE: f32 = 26.0;
const NAMED: f32 = 17.0;
const FACTS: f32 = 14.0;
/// Side of the mark beside the program's name, points.
const MARK: f32 = 15.0;

/// Draws everything but the content over the whole of `ui`; returns the place for the content.
pub(in crate::ui) fn frame_ui(ui: &Ui, card: Card, heading: Heading<'_>, foot: &[(&str, Color32)]) -> Rect {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, theme::palette(ui).bg);
    let mut inner = area.shrink(MARGIN);
    if let Some(colours) = club_colours(heading.club) {
        paint_stripe(ui, Rect::from_min_size(area.min, vec2(area.width(), STRIPE)), colours);
        inner.min.y += STRIPE / 2.0;
    }
    inner.max.y = area.bottom() - size::GAP_M;
    let (top, rest) = inner.split_top_bottom_at_y(inner.top() + TOP);
    heading_ui(ui, top, heading);
    let (content, bottom) = rest.split_top_bottom_at_y(rest.bottom() - FOOT * foot.len().max(1) as f32);
    let mut right = bottom.right();
    if card.wordmark {
        let line = Rect::from_min_max(pos2(bottom.left(), bottom.bottom() - FOOT), bottom.max);
        right = wordmark(ui, line).left() - size::GAP_L;
    }
    for (at, (words, color)) in foot.iter().enumerate() {
        let top = bottom.top() + FOOT * at as f32;
        let line = Rect::from_min_max(pos2(bottom.left(), top), pos2(right, top + FOOT));
        paint_text(ui, line, Align2::LEFT_CENTER, text::small(*words), *color);
    }
    Rect::from_min_max(
        pos2(content.left(), content.top() + GAP),
        pos2(content.right(), content.bottom() - GAP),
    )
}

/// The club's badge, what it is about, and in the second line the scenario.
fn heading_ui(ui: &Ui, rect: Rect, heading: Heading<'_>) {
    let palette = theme::palette(ui);
    let Heading { club, title, scenario, facts, aside } = heading;
    let mut words = rect;
    if club_colours(club).is_some() {
        let badge = Rect::from_min_size(rect.min, vec2(TOP, TOP)).shrink(1.0);
        paint_badge(ui, badge, club);
        words.min.x = badge.right() + size::GAP_M;
    }
    let (upper, lower) = words.split_top_bottom_at_y(words.top() + FIRST);
    paint_text(ui, upper, Align2::LEFT_CENTER, text::figure(title).size(TITLE), palette.text);

    let aside = text::section(aside).size(NAMED);
    let half = Rect::from_min_max(pos2(lower.center().x, lower.top()), lower.max);
    let (covered, _) = paint_text(ui, half, Align2::RIGHT_CENTER, aside, palette.text);
    let mut rest = Rect::from_min_max(lower.min, pos2(covered.left() - size::GAP_L, lower.bottom()));
    if let Some(scenario) = scenario {
        let colour = colour_index(scenario.colour);
        let dot = pos2(rest.left() + size::DOT / 2.0, rest.center().y);
        ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(colour));
        rest.min.x += size::DOT + size::GAP_S;
        let name = text::section(&scenario.name).size(NAMED);
        let (covered, _) = paint_text(ui, rest, Align2::LEFT_CENTER, name, palette.scenario_text(colour));
        rest.min.x = covered.right() + size::GAP_M;
    }
    paint_text(ui, rest, Align2::LEFT_CENTER, text::body(facts).size(FACTS), palette.muted);
}

/// The program's name at the right end of `rect`, quietly; says where it begins.
fn wordmark(ui: &Ui, rect: Rect) -> Rect {
    let palette = theme::palette(ui);
    let (name, _) = paint_text(ui, rect, Align2::RIGHT_CENTER, text::small("Backline"), palette.muted);
    let mark = Rect::from_center_size(
        pos2(name.left() - size::GAP_XS - MARK / 2.0, rect.center().y),
        vec2(MARK, MARK),
    );
    ui.painter().rect_filled(mark, CornerRadius::same(size::RADIUS_CONTROL / 2), palette.accent);
    let letter = RichText::new("B").font(text::font(text::LABEL_SIZE, Weight::Bold));
    paint_text(ui, mark, Align2::CENTER_CENTER, letter, palette.on_accent);
    mark
}

/// As much of a name as `width` points hold: all of it, an initial for the first, else what fans call him; rather a
/// little smaller than shorter. `words` are in their best size, `points`.
pub(in crate::ui) fn card_name(
    ui: &Ui,
    (name, surname): (&str, &str),
    width: f32,
    points: f32,
    words: impl Fn(&str) -> RichText,
) -> RichText {
    let first = name.strip_suffix(surname).and_then(|first| first.trim().chars().next());
    let initial = first.map_or_else(|| surname.to_owned(), |first| format!("{first}. {surname}"));
    let tries = SMALLER
        .into_iter()
        .flat_map(|share| [(name, share), (initial.as_str(), share)])
        .chain(SMALLER.into_iter().chain([SMALLEST]).map(|share| (surname, share)));
    let mut sized = tries.map(|(name, share)| words(name).size(points * share));
    let fits = |words: &RichText| text_width(ui, words) <= width;
    sized.find(fits).unwrap_or_else(|| words(surname).size(points * SMALLEST))
}

/// A name may be so many times its best size before it gives up its first word, and before it ends in "…".
const SMALLER: [f32; 3] = [1.0, 0.92, 0.85];
const SMALLEST: f32 = 0.75;
