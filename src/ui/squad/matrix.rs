//! Who leaves when: contracts by season across, age up.

use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::facts::{Column, Ends, Facts, Member};
use crate::model::{PlayerId, words};
use crate::ui::theme::{self, Palette, Tone, size, text};
use crate::ui::widgets;

/// Height of the heads, of a chip, and from one chip to the next at least, points.
const HEAD: f32 = 38.0;
const CHIP: f32 = 19.0;
const STEP: f32 = CHIP + size::GAP_HAIR;
/// Room for the ages at the left, points.
const AGES: f32 = 26.0;
/// A chip narrower than this has less room beside its words, points.
const NARROW: f32 = 84.0;
/// Room below which a name that is cut off gives way to the initials, points.
const LEAST_NAME: f32 = 36.0;
/// Ages between two lines.
const AGE_STEP: i16 = 5;
/// A chip that had to be moved further than so many years from its age makes an axis of ages untrue.
const FURTHEST: f32 = 2.0;

/// Draws the matrix into all of `ui`. Returns the player who was clicked.
pub(super) fn matrix_ui(ui: &mut Ui, facts: &Facts, selected: Option<&PlayerId>) -> Option<PlayerId> {
    let area = ui.available_rect_before_wrap();
    let palette = theme::palette(ui);
    let (youngest, oldest) = ages(facts);
    let field = Rect::from_min_max(pos2(area.left() + AGES, area.top() + HEAD), area.max);
    // Whose age is not known stands below all ages.
    let unknown = lane(facts, field.height());
    let field_of_chips = field.with_max_y(field.bottom() - unknown).shrink2(vec2(0.0, CHIP));
    let y_of = |age: i16| {
        let share = f32::from(age - youngest) / f32::from((oldest - youngest).max(1));
        field_of_chips.bottom() - share * field_of_chips.height()
    };
    let hairline = Stroke::new(size::HAIRLINE, palette.line);
    if is_true(facts, field, &y_of) {
        axis_ui(ui, field, (youngest, oldest), &y_of);
    }
    if unknown > 0.0 {
        ui.painter().hline(field.x_range(), field.bottom() - unknown, hairline);
        let place = Rect::from_min_max(
            pos2(area.left(), field.bottom() - unknown),
            pos2(field.left() - size::GAP_XS, field.bottom()),
        );
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::small("?"), palette.muted);
        let explained = ui.interact(place, egui::Id::unique("ages not known"), Sense::hover());
        explained.on_hover_text("Age not known");
    }
    let width = field.width() / facts.seasons.len().max(1) as f32;
    let mut clicked = None;
    for (n, column) in facts.seasons.iter().enumerate() {
        let left = field.left() + width * n as f32;
        let place = Rect::from_min_max(pos2(left, area.top()), pos2(left + width, area.bottom()));
        head_ui(ui, place.with_max_y(area.top() + HEAD), column, palette);
        if n > 0 {
            ui.painter().vline(left, place.y_range(), hairline);
        }
        let chips = Rect::from_min_max(pos2(left, field.top()), place.max).shrink2(vec2(size::GAP_HAIR, 0.0));
        for (member, rect) in places(column, chips, &y_of) {
            if chip_ui(ui, column, member, rect, selected == Some(&member.id)) {
                clicked = Some(member.id.clone());
            }
        }
    }
    ui.painter().hline(area.x_range(), field.top(), hairline);
    clicked
}

/// The ages at the left of the field, and a line across it for each.
fn axis_ui(ui: &Ui, field: Rect, (youngest, oldest): (i16, i16), y_of: &dyn Fn(i16) -> f32) {
    let palette = theme::palette(ui);
    for age in (youngest..=oldest).filter(|age| age % AGE_STEP == 0) {
        ui.painter().hline(field.x_range(), y_of(age), Stroke::new(size::HAIRLINE, palette.line));
        let place = Rect::from_min_max(
            pos2(field.left() - AGES, y_of(age) - CHIP),
            pos2(field.left() - size::GAP_XS, y_of(age) + CHIP),
        );
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::small(age.to_string()), palette.muted);
    }
}

/// Whether all chips stand about at their ages. Where there are too many for that they stand in the order of their
/// ages only, without an axis.
fn is_true(facts: &Facts, field: Rect, y_of: &dyn Fn(i16) -> f32) -> bool {
    let furthest = FURTHEST * (y_of(0) - y_of(1));
    let stands = |(member, rect): (&Member, Rect)| {
        member.age.is_none_or(|age| (rect.center().y - y_of(age)).abs() <= furthest)
    };
    facts.seasons.iter().all(|column| places(column, field, y_of).into_iter().all(stands))
}

/// From the youngest to the oldest, to whole steps.
fn ages(facts: &Facts) -> (i16, i16) {
    let known = || facts.seasons.iter().flat_map(|column| &column.members).filter_map(|member| member.age);
    let youngest = known().min().unwrap_or(15) / AGE_STEP * AGE_STEP;
    let oldest = (known().max().unwrap_or(35) / AGE_STEP + 1) * AGE_STEP;
    (youngest, oldest)
}

/// Height of the lane for those whose age is not known; at most a third of `height`.
fn lane(facts: &Facts, height: f32) -> f32 {
    let unknown = |column: &Column| column.members.iter().filter(|member| member.age.is_none()).count();
    let most = facts.seasons.iter().map(unknown).max().unwrap_or_default();
    (most as f32 * STEP).min(height / 3.0)
}

fn head_ui(ui: &Ui, rect: Rect, column: &Column, palette: &Palette) {
    let words = match column.ends {
        Ends::Gone => "gone".to_owned(),
        Ends::With(season) => season.to_string(),
        Ends::Later => "later".to_owned(),
        Ends::Unknown => "not known".to_owned(),
    };
    let count = match (column.ends, column.members.len()) {
        (_, 0) => "nobody".to_owned(),
        (Ends::With(_), 1) => "1 ends".to_owned(),
        (Ends::With(_), count) => format!("{count} end"),
        (_, count) => count.to_string(),
    };
    let inner = rect.shrink2(vec2(size::GAP_XS, size::GAP_HAIR));
    let upper = inner.with_max_y(rect.center().y);
    let lower = inner.with_min_y(rect.center().y);
    widgets::paint_text(ui, upper, Align2::CENTER_CENTER, text::small(words), palette.text);
    widgets::paint_text(ui, lower, Align2::CENTER_CENTER, text::small(count), palette.muted);
}

/// Where the chips of a column stand: at their ages, the older on top, apart from each other. Where one column of
/// chips has no room for all, two or three stand side by side.
fn places<'a>(column: &'a Column, field: Rect, y_of: &dyn Fn(i16) -> f32) -> Vec<(&'a Member, Rect)> {
    let mut members: Vec<&Member> = column.members.iter().collect();
    members.sort_by_key(|member| std::cmp::Reverse(member.age));
    let fit = ((field.height() / STEP).floor() as usize).max(1);
    let abreast = members.len().div_ceil(fit).max(1);
    let width = field.width() / abreast as f32;
    let rows = members.len().div_ceil(abreast);
    let mut tops: Vec<f32> = members
        .chunks(abreast)
        .map(|row| {
            let age = row.iter().filter_map(|member| member.age).max();
            age.map_or(field.bottom() - CHIP, |age| y_of(age) - CHIP / 2.0)
        })
        .collect();
    // Down, each clear of the one above it; then up again, none below the field.
    let mut free = field.top();
    for top in &mut tops {
        *top = top.max(free);
        free = *top + STEP;
    }
    let mut free = field.bottom() - CHIP;
    for top in tops.iter_mut().rev() {
        *top = top.min(free);
        free = *top - STEP;
    }
    debug_assert_eq!(tops.len(), rows, "a top for each row of chips");
    let rect = |n: usize| {
        let top = tops.get(n / abreast).copied().unwrap_or(field.top());
        let left = field.left() + width * (n % abreast) as f32;
        Rect::from_min_size(pos2(left.round(), top.round()), vec2(width - size::GAP_HAIR, CHIP))
    };
    members.into_iter().enumerate().map(|(n, member)| (member, rect(n))).collect()
}

fn chip_ui(ui: &mut Ui, column: &Column, member: &Member, rect: Rect, selected: bool) -> bool {
    // Interact
    let response = ui.interact(rect, egui::Id::unique(("matrix", &member.id)), Sense::click());
    let label = label(member);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, selected, format!("In the matrix: {label}"))
    });
    // Paint
    let palette = theme::palette(ui);
    let tone = match column.ends {
        Ends::Gone => Tone::Neutral,
        _ if member.is_target => Tone::Info,
        Ends::With(_) if member.ends_soon => Tone::Warn,
        _ => Tone::Neutral,
    };
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    if column.ends == Ends::Gone {
        child.multiply_opacity(GONE_OPACITY);
    }
    let shades = palette.tone(tone);
    let lit = response.hovered() || response.has_focus();
    let ground = if lit { palette.hover } else { shades.tint };
    let radius = CHIP / 2.0;
    child.painter().rect_filled(rect, radius, ground);
    if member.is_target {
        widgets::dashed_rect(
            child.painter(),
            rect,
            radius as u8,
            Stroke::new(size::HAIRLINE, palette.target_line),
        );
    }
    let figure = member.age.map(|age| age.to_string()).unwrap_or_default();
    let padding = if rect.width() > NARROW { size::GAP_S } else { size::GAP_XS };
    let inner = rect.shrink2(vec2(padding, 0.0));
    let (covered, _) =
        widgets::paint_text(&child, inner, Align2::RIGHT_CENTER, text::small(figure), palette.muted);
    let name =
        inner.with_max_x(if covered.width() > 0.0 { covered.left() - size::GAP_XS } else { inner.right() });
    // Two letters of a name say less than his initials.
    let words = text::small(&member.surname);
    let cut = name.width() < LEAST_NAME && widgets::text_width(ui, &words) > name.width();
    let words = if cut { text::small(widgets::initials(&member.name)) } else { words };
    widgets::paint_text(&child, name, Align2::LEFT_CENTER, words, shades.text);
    if selected {
        ui.painter().rect_stroke(
            rect,
            radius,
            Stroke::new(size::OUTLINE, palette.accent),
            StrokeKind::Inside,
        );
    }
    widgets::focus_ring(ui, &response, radius as u8);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.clone().on_hover_text(label);
    response.clicked()
}

/// `Joe Gomez, 28, contract to 30 Jun 2027`, and what becomes of him.
fn label(member: &Member) -> String {
    let age = member.age.map_or_else(|| "age not known".to_owned(), |age| age.to_string());
    let until = member.until.map_or_else(
        || "contract not known".to_owned(),
        |until| format!("contract to {}", words::date(until)),
    );
    let moves = if member.moves.is_empty() { String::new() } else { format!(", {}", member.moves) };
    format!("{}, {age}, {until}{moves}", member.name)
}

/// How faint those are who have gone.
const GONE_OPACITY: f32 = 0.6;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::sample;

    #[test]
    fn whose_age_is_not_known_stands_in_a_lane_below_all_ages() {
        let mut plan = sample();
        let scenario = plan.scenarios.first().unwrap().clone();
        let day = plan.as_of;
        assert!(lane(&Facts::of(&plan, &scenario, day), 400.0).abs() < 1e-4);
        std::sync::Arc::make_mut(plan.players.first_mut().unwrap()).born = None;
        let facts = Facts::of(&plan, &scenario, day);
        let unknown = lane(&facts, 400.0);
        assert!(unknown >= CHIP);
        let field = Rect::from_min_max(pos2(0.0, 0.0), pos2(300.0, 400.0));
        for column in &facts.seasons {
            let y_of = |age: i16| 400.0 - unknown - CHIP - f32::from(age - 15) * 8.0;
            for (member, rect) in places(column, field, &y_of) {
                let below = rect.center().y > 400.0 - unknown;
                assert_eq!(below, member.age.is_none(), "{}", member.name);
            }
        }
    }

    #[test]
    fn chips_stay_in_the_field_and_never_cover_each_other() {
        let plan = sample();
        let scenario = plan.scenarios.first().unwrap();
        let facts = Facts::of(&plan, scenario, plan.as_of);
        let model = facts.seasons.iter().find_map(|column| column.members.first()).unwrap().clone();
        for count in [1, 7, 30, 60] {
            let members = (0..count).map(|n| Member { age: Some(18 + n % 3), ..model.clone() }).collect();
            let column = Column { ends: Ends::Later, members };
            let field = Rect::from_min_max(pos2(0.0, 0.0), pos2(300.0, 400.0));
            let rects: Vec<Rect> = places(&column, field, &|age| 400.0 - f32::from(age - 15) * 20.0)
                .into_iter()
                .map(|(_, rect)| rect)
                .collect();
            assert_eq!(rects.len(), usize::try_from(count).unwrap());
            for (n, rect) in rects.iter().enumerate() {
                assert!(field.expand(1.0).contains_rect(*rect), "{count}: {rect:?}");
                let covers = |other: &Rect| other.shrink(1.0).intersects(rect.shrink(1.0));
                assert!(!rects[..n].iter().any(covers), "{count}: {rect:?}");
            }
        }
    }

    #[test]
    fn an_axis_of_ages_is_drawn_only_where_the_chips_stand_at_their_ages() {
        let plan = sample();
        let scenario = plan.scenarios.first().unwrap();
        let facts = Facts::of(&plan, scenario, plan.as_of);
        let model = facts.seasons.iter().find_map(|column| column.members.first()).unwrap().clone();
        let field = Rect::from_min_max(pos2(0.0, 0.0), pos2(300.0, 400.0));
        let y_of = |age: i16| 400.0 - f32::from(age - 15) * 20.0;
        let of = |count: i16| {
            let members = (0..count).map(|_| Member { age: Some(25), ..model.clone() }).collect();
            let facts = Facts {
                seasons: vec![Column { ends: Ends::Later, members }],
                ..Facts::of(&plan, scenario, plan.as_of)
            };
            is_true(&facts, field, &y_of)
        };
        assert!(of(2));
        assert!(!of(9));
    }
}
