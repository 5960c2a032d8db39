//! What the tireless user does next: edits of every kind, keys, clicks anywhere, words, windows of any size.

use std::path::{Path, PathBuf};

use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2, pos2,
    vec2,
};
use jiff::ToSpan as _;
use proptest::strategy::{BoxedStrategy, Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::edit::Edit;
use crate::edit::any::any_edit;
use crate::forecast::Random;
use crate::model::{
    Absence, Contract, Currency, Date, Injury, MoneyRange, Move, MoveId, MoveKind, Plan, Player, ScenarioId,
};
use crate::store::SAMPLES;
use crate::store::any_plan::any_plan;
use crate::ui::app::App;
use crate::ui::command::{Action, Command, FileCommand};
use crate::ui::compare::Choice;
use crate::ui::screen::View;

/// Lists stop growing at this length.
const MANY: usize = 60;
const MANY_SCENARIOS: usize = 8;

/// One thing a user does.
#[derive(Debug)]
pub(super) enum Deed {
    /// As if a view had asked for it.
    Ask(Command),
    /// Events, frame by frame.
    Frames(Vec<Vec<Event>>),
    /// Makes the window so large, with so many pixels to a point.
    Resize(Vec2, f32),
    /// The program is gone without a word, and starts again.
    Restart,
}

pub(super) struct User {
    random: Random,
    runner: TestRunner,
    edits: BoxedStrategy<Edit>,
    plans: BoxedStrategy<Plan>,
    plan: PathBuf,
    size: Vec2,
    number: usize,
}

impl User {
    pub(super) fn seeded(seed: u64, plan: &Path) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        Self {
            random: Random::seeded(seed),
            runner: TestRunner::new_with_rng(Config::default(), random),
            edits: any_edit().boxed(),
            plans: any_plan().boxed(),
            plan: plan.to_owned(),
            size: vec2(1440.0, 900.0),
            number: 0,
        }
    }

    pub(super) fn next(&mut self, app: &App) -> Deed {
        self.number += 1;
        if app.files.is_asking() {
            // Names are typed, but no folder is chosen: what is written stays in this one.
            return match self.below(4) {
                0 => press(Key::Enter, Modifiers::NONE),
                1 => self.type_words(),
                _ => press(Key::Escape, Modifiers::NONE),
            };
        }
        let Some(desk) = &app.desk else { return self.without_a_plan() };
        let plan = desk.session.plan().clone();
        match self.below(100) {
            0..14 => Deed::Ask(Command::Edit(self.any_edit(&plan))),
            14..30 => self.sensible_edit(&plan).map_or(Deed::Restart, |edit| Deed::Ask(Command::Edit(edit))),
            30..38 => Deed::Ask(Command::Do(self.of(&[Action::Undo, Action::Undo, Action::Redo]))),
            38..46 => Deed::Ask(Command::Show(self.of(&View::ALL))),
            46..52 => Deed::Ask(self.show(&plan)),
            52..58 => self.shortcut(),
            58..76 => self.click(),
            76..80 => self.drag(),
            80..84 => self.wheel(),
            84..88 => self.type_words(),
            88..92 => {
                let keys = [Key::Escape, Key::Escape, Key::Enter, Key::Tab, Key::ArrowDown, Key::ArrowUp];
                press(self.of(&keys), Modifiers::NONE)
            }
            92..94 => self.resize(),
            94..96 => Deed::Ask(Command::File(FileCommand::Save)),
            96 => Deed::Ask(Command::Do(self.of(&Action::ALL))),
            97 => Deed::Ask(Command::File(self.file_command())),
            98 => Deed::Ask(Command::Do(Action::SwitchTheme)),
            _ if self.below(4) == 0 => Deed::Restart,
            _ => Deed::Ask(Command::Do(Action::ProposeCharts)),
        }
    }

    fn without_a_plan(&mut self) -> Deed {
        match self.below(3) {
            0 => self.click(),
            1 => Deed::Ask(Command::File(FileCommand::OpenSample(self.below(SAMPLES.len())))),
            _ => Deed::Ask(Command::File(FileCommand::OpenPath(self.plan.clone()))),
        }
    }

    fn below(&mut self, count: usize) -> usize {
        ((self.random.share() * count as f64) as usize).min(count.saturating_sub(1))
    }

    fn of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    fn day(&mut self, near: Date) -> Date {
        let far = if self.below(20) == 0 { 20_000.0 } else { 600.0 };
        near.saturating_add((((self.random.share() - 0.3) * far) as i64).days())
    }

    fn any_edit(&mut self, plan: &Plan) -> Edit {
        if self.below(12) == 0 || plan.players.len() > MANY || plan.scenarios.len() > MANY_SCENARIOS {
            let plan = self.plans.new_tree(&mut self.runner).unwrap().current();
            return Edit::ReplacePlan { plan: plan.into(), label: "take another plan".to_owned() };
        }
        self.edits.new_tree(&mut self.runner).unwrap().current()
    }

    /// One that speaks of what is in the plan.
    fn sensible_edit(&mut self, plan: &Plan) -> Option<Edit> {
        let scenario: ScenarioId = self.some(&plan.scenarios)?.id.clone();
        let mut player: Player = (*self.some(&plan.players)?).as_ref().clone();
        let (number, as_of) = (self.number, plan.as_of);
        let change = |player: Player| Edit::PutPlayer { player: player.into(), what: "data".to_owned() };
        Some(match self.below(9) {
            0 => {
                let mut injury = Injury::starting(self.day(as_of));
                if self.below(2) == 0 {
                    injury.returned = Some(self.day(injury.start));
                }
                player.injuries.truncate(4);
                player.injuries.push(injury);
                change(player)
            }
            1 => {
                player.contract = Some(Contract { until: Some(self.day(as_of)), ..Contract::default() });
                change(player)
            }
            2 => {
                player.absences = vec![
                    serde_json::from_value::<Absence>(serde_json::json!({
                        "kind": "suspension", "from": self.day(as_of), "until": self.day(as_of),
                    }))
                    .ok()?,
                ];
                change(player)
            }
            3 => {
                player.asking = Some(MoneyRange::between(
                    self.below(90) as i64 * 1_000_000,
                    self.below(90) as i64 * 1_000_000,
                    self.of(&[Currency::GBP, Currency::EUR]),
                ));
                player.born = Some(self.day(as_of.saturating_sub(25.years())));
                change(player)
            }
            4 | 5 => {
                let id: MoveId = MoveId::new_for(&format!("move {}", self.below(6)), |_| false);
                let mut mv = Move::new(id, player.id, self.of(&MoveKind::ALL));
                mv.date = Some(self.day(as_of));
                mv.until = Some(self.day(as_of));
                mv.chance = self.random.share();
                Edit::PutMove { scenario, mv: mv.into() }
            }
            6 | 7 => {
                let slots =
                    plan.scenario(&scenario).map(|scenario| plan.slots_of(scenario, &plan.units[0].id));
                let slots = slots.filter(|slots| !slots.is_empty())?;
                let slot = slots[self.below(slots.len())].id.clone();
                Edit::Place { scenario, player: player.id, slot, rank: self.below(4) }
            }
            _ => Edit::SetPlanNotes(format!("Step {number}\n\u{202e}\t")),
        })
    }

    fn some<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    fn show(&mut self, plan: &Plan) -> Command {
        let scenario = self.some(&plan.scenarios).map(|scenario| scenario.id.clone());
        let player = self.some(&plan.players).map(|player| player.id.clone());
        let unit = self.some(&plan.units).map(|unit| unit.id.clone());
        match self.below(8) {
            0 => Command::ShowScenario(scenario.unwrap_or_else(|| plan.baseline.clone())),
            1 if let Some(unit) = unit => Command::ShowUnit(unit),
            2 => Command::ShowWholePitch(self.below(2) == 0),
            3 => Command::ShowComparison(Choice {
                scenarios: Some(plan.scenarios.iter().rev().map(|scenario| scenario.id.clone()).collect()),
                against: scenario,
                from: Some(self.day(plan.as_of)),
                to: Some(self.day(plan.as_of)),
            }),
            4 | 5 => Command::Select(player),
            6 if let (Some(scenario), Some(player)) = (scenario, player) => Command::AskMoves {
                scenario,
                players: vec![player],
                anchor: egui::Rect::from_min_size(self.point(), vec2(40.0, 20.0)),
            },
            _ => Command::ShowDate(self.day(plan.as_of)),
        }
    }

    fn file_command(&mut self) -> FileCommand {
        match self.below(7) {
            0 => FileCommand::Close,
            1 => FileCommand::Quit,
            2 => FileCommand::OpenSample(self.below(SAMPLES.len())),
            3 => FileCommand::OpenPath(self.plan.clone()),
            4 => FileCommand::EarlierVersions,
            5 => FileCommand::New,
            _ => FileCommand::SaveAs,
        }
    }

    fn shortcut(&mut self) -> Deed {
        // A picture takes a while; the whole list has its turn elsewhere.
        let drawn = [Action::ExportPicture, Action::CopyPicture];
        let action = self.of(&Action::ALL);
        match action.shortcut().filter(|_| !drawn.contains(&action)) {
            Some(keys) => press(keys.logical_key, keys.modifiers),
            None => press(Key::K, Modifiers::COMMAND),
        }
    }

    fn point(&mut self) -> Pos2 {
        pos2(self.random.share() as f32 * self.size.x, self.random.share() as f32 * self.size.y)
    }

    fn click(&mut self) -> Deed {
        let pos = self.point();
        let button = if self.below(8) == 0 { PointerButton::Secondary } else { PointerButton::Primary };
        let modifiers = if self.below(10) == 0 { Modifiers::CTRL } else { Modifiers::NONE };
        let hold = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        let once = [vec![hold(true)], vec![hold(false)]];
        let mut frames = vec![vec![Event::PointerMoved(pos)]];
        frames.extend(once.iter().cloned());
        if self.below(6) == 0 {
            frames.extend(once);
        }
        Deed::Frames(frames)
    }

    fn drag(&mut self) -> Deed {
        let (from, over, to) = (self.point(), self.point(), self.point());
        let hold = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let mut frames =
            vec![vec![Event::PointerMoved(from)], vec![hold(from, true)], vec![Event::PointerMoved(over)]];
        frames.push(vec![Event::PointerMoved(to)]);
        if self.below(5) == 0 {
            frames.push(vec![Event::PointerGone]);
        }
        frames.push(vec![hold(to, false)]);
        Deed::Frames(frames)
    }

    fn wheel(&mut self) -> Deed {
        let delta = vec2(0.0, (self.random.share() as f32 - 0.5) * 2_000.0);
        let modifiers = self.of(&[Modifiers::NONE, Modifiers::NONE, Modifiers::COMMAND, Modifiers::SHIFT]);
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers,
        };
        Deed::Frames(vec![vec![Event::PointerMoved(self.point()), wheel]])
    }

    fn type_words(&mut self) -> Deed {
        let words = [
            "gu\u{e9}hi",
            "12",
            "2026-01-24",
            "x",
            "-",
            "\u{202e}\u{1f468}\u{200d}\u{1f467}",
            "9e99",
            "board",
        ];
        Deed::Frames(vec![vec![Event::Text(self.of(&words).to_owned())]])
    }

    fn resize(&mut self) -> Deed {
        let sizes = [(1440.0, 900.0), (1100.0, 700.0), (900.0, 600.0), (2560.0, 1440.0), (320.0, 240.0)];
        let (width, height) = self.of(&sizes);
        self.size = vec2(width, height);
        Deed::Resize(self.size, self.of(&[1.0, 1.0, 1.5, 2.0]))
    }
}

fn press(key: Key, modifiers: Modifiers) -> Deed {
    let hold = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    Deed::Frames(vec![vec![hold(true)], vec![hold(false)]])
}
