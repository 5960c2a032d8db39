//! The four steps: what each says, what it points at, and when it is done.

use std::sync::Arc;

use egui::{Context, KeyboardShortcut, Rect};

use super::marks::{Mark, marked};
use crate::model::Plan;
use crate::ui::command::{Action, Command, card_keys, keys_text, time_keys};
use crate::ui::screen::{Screen, View};

/// The button that ends it.
pub(super) const DONE: &str = "Done";

/// A step of the tour.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// A target from the shelf onto the chart.
    Drag,
    /// Another day.
    Date,
    /// Another scenario.
    Futures,
    /// The comparison and its picture.
    Compare,
}

/// What a step looks like just now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) heading: &'static str,
    pub(super) words: &'static str,
    /// How the same is done with keys; empty where nothing is to be done.
    pub(super) keys: String,
    /// The button that goes on.
    pub(super) next: &'static str,
    /// What is pointed at.
    pub(super) ring: Option<Rect>,
    /// Where it is to be taken.
    pub(super) goal: Option<Rect>,
    /// What the panel keeps out of.
    pub(super) free: Vec<Rect>,
}

impl Shown {
    /// Points at `ring` and goes on with a button; the keys and what else it shows come from the step.
    fn new(heading: &'static str, words: &'static str, ring: Option<Rect>) -> Self {
        Self { heading, words, keys: String::new(), next: "Next", ring, goal: None, free: Vec::new() }
    }
}

/// The plan and the screen as a step found them.
#[derive(Clone, Debug)]
pub(super) struct Before {
    plan: Arc<Plan>,
    screen: Screen,
}

impl Before {
    pub(super) fn of(plan: &Arc<Plan>, screen: &Screen) -> Self {
        Self { plan: Arc::clone(plan), screen: screen.clone() }
    }
}

impl Step {
    pub(super) const ALL: [Self; 4] = [Self::Drag, Self::Date, Self::Futures, Self::Compare];

    /// What brings its things on the screen.
    pub(super) fn begin(self, screen: &Screen, commands: &mut Vec<Command>) {
        if self == Self::Compare {
            return;
        }
        if screen.view != View::Board {
            commands.push(Command::Show(View::Board));
        }
        if self == Self::Drag && screen.whole_pitch {
            commands.push(Command::ShowWholePitch(false));
        }
    }

    /// The user has done it.
    pub(super) fn is_done(self, before: &Before, plan: &Arc<Plan>, screen: &Screen) -> bool {
        match self {
            Self::Drag => {
                let charts = |plan: &Plan| -> usize {
                    plan.scenarios.iter().flat_map(|scenario| scenario.charts.values()).map(Vec::len).sum()
                };
                !Arc::ptr_eq(&before.plan, plan) && charts(plan) > charts(&before.plan)
            }
            Self::Date => screen.date != before.screen.date,
            Self::Futures => {
                screen.scenario != before.screen.scenario
                    || plan.scenarios.len() > before.plan.scenarios.len()
            }
            // Taking it along is heard of as a command.
            Self::Compare => false,
        }
    }

    /// It is about the board, and another view is shown.
    pub(super) fn is_away(self, screen: &Screen) -> bool {
        self != Self::Compare && screen.view != View::Board
    }

    /// Where the user went from a step about the board: the way back to it.
    fn show_away(self, ctx: &Context) -> Shown {
        let words = match self {
            Self::Drag => "The tour waits there, to drag a player onto the chart.",
            Self::Date => "The tour waits there, to move the date.",
            Self::Futures | Self::Compare => "The tour waits there, to open another future.",
        };
        let ring = marked(ctx, Mark::View(View::Board));
        Shown { next: "Open the board", ..Shown::new("Back on the board", words, ring) }
    }

    /// What it says and points at.
    pub(super) fn show(self, ctx: &Context, screen: &Screen) -> Shown {
        if self.is_away(screen) {
            return self.show_away(ctx);
        }
        let at = |mark| marked(ctx, mark);
        match self {
            Self::Drag => show_drag(ctx),
            Self::Date => Shown {
                keys: with_keys(ctx, &time_keys::DAY, " on the handle"),
                free: [Mark::DateBar, Mark::Cover].into_iter().filter_map(at).collect(),
                ..Shown::new(
                    "Move the date",
                    "Drag this handle along the season. Each card says the chance that he is available on that \
                     day, and the panel under the chart how well the unit is covered.",
                    at(Mark::Date),
                )
            },
            Self::Futures => Shown {
                keys: with_keys(ctx, Action::NextScenario.shortcut().as_slice(), ""),
                ..Shown::new(
                    "Open another future",
                    "Every tab is a scenario with moves and charts of its own. Open another one, or add one with \
                     the plus. The date bar shows the cover of each.",
                    at(Mark::Tabs),
                )
            },
            Self::Compare if screen.view == View::Compare => Shown {
                next: DONE,
                free: at(Mark::Verdict).into_iter().collect(),
                ..Shown::new(
                    "Take it along",
                    "The sentence on top is the verdict: what one future costs more, and what it covers more. \
                     Share takes it along, as a picture or as text.",
                    at(Mark::Take),
                )
            },
            Self::Compare => Shown {
                next: "Open Compare",
                ..Shown::new(
                    "Compare, and take it along",
                    "Compare holds the futures against each other, in money and in cover.",
                    at(Mark::View(View::Compare)),
                )
            },
        }
    }
}

/// The first step; a shelf on which nobody stands is filled first.
fn show_drag(ctx: &Context) -> Shown {
    let at = |mark| marked(ctx, mark);
    let heading = "Drag a player onto the chart";
    let Some(shelf) = at(Mark::Shelf) else {
        let words =
            "Add somebody here. Then drag him from the shelf onto the chart, to the rank he would have.";
        return Shown::new(heading, words, at(Mark::AddPlayer));
    };
    Shown {
        keys: with_keys(ctx, &[card_keys::RIGHT], " on his row"),
        goal: at(Mark::Place),
        free: [Mark::Place, Mark::Cover, Mark::DateBar].into_iter().filter_map(at).collect(),
        ..Shown::new(
            heading,
            "Take him from the shelf and drop him at a rank. Of a target Backline asks how he comes: when, and for \
             how much. Undo takes him out again.",
            Some(shelf),
        )
    }
}

/// `With keys: Left and Right on the handle`.
fn with_keys(ctx: &Context, keys: &[KeyboardShortcut], on: &str) -> String {
    let keys: Vec<String> = keys.iter().map(|keys| keys_text(ctx, keys)).collect();
    format!("With keys: {}{on}", keys.join(" and "))
}
