//! Windows as tinted bands.

use egui::{Color32, Rect, Ui, pos2};

use super::Axis;
use crate::model::{Date, Plan, words};
use crate::ui::theme::{self, size};

/// What is narrower than this at the end of an axis looks like a mistake, points.
const SLIVER: f32 = 9.0;

/// A window as it lies on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// First and last day.
    pub span: (Date, Date),
    winter: bool,
}

/// The windows of a plan, the earliest first. One that closes before it opens is shown the right way round.
#[must_use]
pub fn bands(plan: &Plan) -> Vec<Band> {
    let mut bands: Vec<Band> = plan
        .windows
        .iter()
        .map(|window| {
            let span = (window.opens.min(window.closes), window.opens.max(window.closes));
            let winter = matches!(span.0.month(), 1..=3 | 12);
            Band { name: window.name.clone(), span, winter }
        })
        .collect();
    bands.sort_by_key(|band| band.span);
    bands
}

impl Band {
    /// Where it lies between `top` and `bottom`; none if no more than a sliver of it lies on the axis.
    #[must_use]
    pub fn rect(&self, axis: &Axis, top: f32, bottom: f32) -> Option<Rect> {
        let left = axis.x(self.span.0).max(axis.left());
        let right = axis.x_end(self.span.1).min(axis.right());
        (right - left > SLIVER).then(|| Rect::from_min_max(pos2(left, top), pos2(right, bottom)))
    }

    /// Tints its place, with a line at either end, and returns the place.
    #[expect(clippy::must_use_candidate, reason = "painting is the effect; the place is for who wants it")]
    pub fn paint(&self, ui: &Ui, axis: &Axis, top: f32, bottom: f32) -> Option<Rect> {
        let rect = self.rect(axis, top, bottom)?;
        let [winter, summer] = theme::palette(ui).windows;
        let fill = if self.winter { winter } else { summer };
        ui.painter().rect_filled(rect, 0.0, fill);
        for (x, day) in [(rect.left(), self.span.0), (rect.right(), self.span.1)] {
            if axis.first() <= day && day <= axis.last() {
                ui.painter().vline(x, rect.y_range(), (size::HAIRLINE, fill));
            }
        }
        Some(rect)
    }

    /// The colour of its name.
    #[must_use]
    pub fn color(&self, ui: &Ui) -> Color32 {
        let [winter, summer] = theme::palette(ui).on_windows;
        if self.winter { winter } else { summer }
    }

    /// `Winter window 1 Jan – 2 Feb`.
    #[must_use]
    pub fn full_name(&self) -> String {
        let (from, until) = self.span;
        format!("{} {} \u{2013} {}", self.name, words::day_month(from), words::day_month(until))
    }
}
