//! `backline picture`: a view of a plan as a PNG, without a window.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::model::{Date, Plan, ScenarioId, UnitId};
use crate::store;

use super::answer::{Answer, Exit};
use super::check;
use super::chosen::choose;
use super::plain;

/// The largest picture, in pixels along one side and altogether.
const MAX_SIDE: f32 = 16_384.0;
const MAX_PIXELS: f32 = 67_108_864.0;

/// Draw a view of a plan to a PNG file, without a window.
///
/// The same plan gives the same picture on every machine.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  backline picture plan.json --view board -o board.png\n  \
                        backline picture plan.json --view timeline --scenario january-push --theme light -o t.png\n  \
                        backline picture plan.json --view board --date 2026-02-01 --size 1100x700 --scale 1 -o b.png")]
pub(super) struct Picture {
    /// The plan.
    file: PathBuf,

    /// Which view.
    #[arg(long, value_enum)]
    view: PictureView,

    /// Which scenario, by its id; left out, the first.
    #[arg(long, value_name = "ID")]
    scenario: Option<ScenarioId>,

    /// Which unit, by its id; left out, the first.
    #[arg(long, value_name = "ID")]
    unit: Option<UnitId>,

    /// The whole pitch instead of a unit, on the board and its cards.
    #[arg(long)]
    pitch: bool,

    /// The shown day, as 2026-01-24; left out, the plan's own.
    #[arg(long, value_name = "DAY")]
    date: Option<Date>,

    /// Width and height of the window it shows, in points.
    #[arg(long, value_name = "WxH", default_value = "1440x900", value_parser = size)]
    size: (u32, u32),

    /// Pixels per point, 0.5 to 4.
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    scale: f32,

    /// Dark or light.
    #[arg(long, value_enum, default_value_t)]
    theme: PictureTheme,

    /// Leave the program's name off a card.
    #[arg(long)]
    no_wordmark: bool,

    /// The PNG file to write.
    #[arg(short, long, value_name = "OUT.png")]
    output: PathBuf,
}

/// What can be drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum PictureView {
    /// The depth chart.
    Board,
    /// Players over time.
    Timeline,
    /// Everyone who might come.
    Targets,
    /// The squad by position, contract and age.
    Squad,
    /// Scenarios side by side.
    Compare,
    /// Scenarios side by side as a card fit to be posted: 1600 × 900 pixels times the scale, whatever the size.
    CompareCard,
    /// The same in a square: 1080 × 1080 pixels times the scale.
    CompareCardSquare,
    /// The depth chart as a card fit to be posted: 1600 × 900 pixels times the scale, whatever the size.
    BoardCard,
    /// The same in a square: 1080 × 1080 pixels times the scale.
    BoardCardSquare,
    /// What every scenario costs.
    Money,
    /// Windows, matchdays and breaks.
    Calendar,
    /// Every default behind the figures.
    Assumptions,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum PictureTheme {
    /// Dark.
    #[default]
    Dark,
    /// Light.
    Light,
}

/// A picture that was asked for, with everything that was left out filled in and checked against the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureRequest {
    /// The view.
    pub view: PictureView,
    /// A scenario of the plan.
    pub scenario: ScenarioId,
    /// A unit of the plan.
    pub unit: UnitId,
    /// The whole pitch instead of the unit.
    pub whole_pitch: bool,
    /// The shown day.
    pub date: Date,
    /// Width and height in points.
    pub size: (u32, u32),
    /// Pixels per point.
    pub scale: f32,
    /// The colours.
    pub theme: PictureTheme,
    /// The program's name stands on a card.
    pub wordmark: bool,
}

impl Picture {
    pub(super) fn answer(self) -> Answer {
        let plan = match check::plan_of(&self.file) {
            Ok(plan) => plan,
            Err(answer) => return answer,
        };
        let request = match self.request(&plan) {
            Ok(request) => request,
            Err(message) => return Answer::failed(plain(&message), Exit::Unreadable),
        };
        let png = match draw(&plan, &request) {
            Ok(png) => png,
            Err((message, exit)) => return Answer::failed(plain(&message), exit),
        };
        match store::write_atomically(&self.output, &png, None) {
            Ok(()) => Answer::default(),
            Err(error) => Answer::failed(plain(&error.to_string()), Exit::Errors),
        }
    }

    fn request(&self, plan: &Plan) -> Result<PictureRequest, String> {
        let Self { view, pitch: whole_pitch, date, size, scale, theme, no_wordmark, .. } = *self;
        let (width, height) = (size.0 as f32 * scale, size.1 as f32 * scale);
        if width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS {
            return Err(format!(
                "The picture would be {width:.0} × {height:.0} pixels. Ask for a smaller --size or --scale."
            ));
        }
        let scenarios: Vec<&ScenarioId> = plan.scenarios.iter().map(|scenario| &scenario.id).collect();
        let units: Vec<&UnitId> = plan.units.iter().map(|unit| &unit.id).collect();
        Ok(PictureRequest {
            view,
            scenario: choose("scenario", self.scenario.as_ref(), &scenarios)?,
            unit: choose("unit", self.unit.as_ref(), &units)?,
            whole_pitch,
            date: date.unwrap_or(plan.as_of),
            size,
            scale,
            theme,
            wordmark: !no_wordmark,
        })
    }
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once(['x', 'X', '×']).and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    sides
        .filter(|(w, h)| (100..=8192).contains(w) && (100..=8192).contains(h))
        .ok_or_else(|| "write width and height between 100 and 8192, for example 1440x900".to_owned())
}

fn scale(text: &str) -> Result<f32, String> {
    text.parse()
        .ok()
        .filter(|scale| (0.5..=4.0).contains(scale))
        .ok_or_else(|| "write a number from 0.5 to 4".to_owned())
}

/// The PNG of a picture.
#[cfg(feature = "ui")]
fn draw(plan: &Plan, request: &PictureRequest) -> Result<Vec<u8>, (String, Exit)> {
    use crate::ui::screen::{Screen, View};
    use crate::ui::share::{Card, CardShape};
    use crate::ui::{picture, raster, theme};

    // What a view shows, and as a card of which shape if it is one.
    let (view, shape) = match request.view {
        PictureView::Board => (View::Board, None),
        PictureView::BoardCard => (View::Board, Some(CardShape::Wide)),
        PictureView::BoardCardSquare => (View::Board, Some(CardShape::Square)),
        PictureView::Timeline => (View::Timeline, None),
        PictureView::Targets => (View::Targets, None),
        PictureView::Squad => (View::Squad, None),
        PictureView::Compare => (View::Compare, None),
        PictureView::CompareCard => (View::Compare, Some(CardShape::Wide)),
        PictureView::CompareCardSquare => (View::Compare, Some(CardShape::Square)),
        PictureView::Money => (View::Money, None),
        PictureView::Calendar => (View::Calendar, None),
        PictureView::Assumptions => (View::Assumptions, None),
    };
    let mut screen = Screen::of(plan);
    screen.view = view;
    screen.scenario.clone_from(&request.scenario);
    screen.unit.clone_from(&request.unit);
    screen.date = request.date;
    screen.whole_pitch = request.whole_pitch;
    let theme = match request.theme {
        PictureTheme::Dark => theme::Theme::Dark,
        PictureTheme::Light => theme::Theme::Light,
    };
    let (width, height) = (request.size.0 as f32, request.size.1 as f32);
    let size = raster::Size { width, height, scale: request.scale };
    let failed = |words: String| (words, Exit::Errors);
    if view == View::Compare && shape.is_some() && plan.scenarios.len() < 2 {
        return Err(failed("A comparison needs two scenarios, and this plan has one.".to_owned()));
    }
    let image = match shape.map(|shape| Card { shape, wordmark: request.wordmark }) {
        Some(card) if view == View::Compare => {
            picture::of_comparison(plan, &screen, card, request.scale, theme)
        }
        Some(card) => picture::of_board(plan, &screen, card, request.scale, theme),
        None => picture::of_screen(plan, &screen, size, theme),
    };
    let image = image.map_err(|error| failed(error.to_string()))?;
    image.to_png().map_err(|error| failed(error.to_string()))
}

/// The PNG of a picture.
#[cfg(not(feature = "ui"))]
fn draw(_: &Plan, _: &PictureRequest) -> Result<Vec<u8>, (String, Exit)> {
    let message =
        "This Backline was built without the window, and pictures are drawn by it. Use a complete build.";
    Err((message.to_owned(), Exit::NoWindow))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::model::{Club, Currency};

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        picture: Picture,
    }

    fn request(more: &[&str]) -> Result<PictureRequest, String> {
        let plan = Plan::new("Test", Club::named("Home"), "2025-09-25".parse().unwrap(), Currency::GBP);
        let line = ["picture", "plan.json", "-o", "out.png", "--view", "board"].iter().chain(more);
        let line = Line::try_parse_from(line).map_err(|error| error.to_string())?;
        line.picture.request(&plan)
    }

    #[test]
    fn what_is_left_out_is_the_first_of_the_plan_on_its_day() {
        let request = request(&[]).unwrap();
        assert_eq!((request.scenario.as_str(), request.unit.as_str()), ("plan-a", "centre-backs"));
        assert_eq!(
            (request.date.to_string().as_str(), request.size, request.scale),
            ("2025-09-25", (1440, 900), 2.0)
        );
        assert_eq!((request.view, request.theme), (PictureView::Board, PictureTheme::Dark));
    }

    #[test]
    fn an_unknown_scenario_is_answered_with_the_known_ones() {
        assert_eq!(
            request(&["--scenario", "none"]).unwrap_err(),
            "The plan has no scenario \"none\". It has: plan-a."
        );
        assert!(request(&["--unit", "none"]).unwrap_err().contains("centre-backs, full-backs"));
    }

    #[test]
    fn sizes_scales_and_days_that_make_no_sense_are_refused() {
        for wrong in [
            ["--size", "1440"],
            ["--size", "0x900"],
            ["--size", "99999x900"],
            ["--scale", "0"],
            ["--scale", "NaN"],
            ["--date", "2025-13-01"],
            ["--theme", "pink"],
            ["--scenario", "Not An Id"],
        ] {
            assert!(request(&wrong).is_err(), "{wrong:?}");
        }
        assert!(request(&["--size", "8192x8192"]).unwrap_err().contains("smaller --size"));
    }
}
