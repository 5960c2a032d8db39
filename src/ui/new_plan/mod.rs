//! A new plan in two steps: the club and its season, then its squad. It ends on the board with charts proposed.

mod club;
mod squad;
#[cfg(test)]
mod tests;
mod typed;

use std::path::{Path, PathBuf};

use egui::Ui;

use self::club::ClubStep;
use self::squad::SquadStep;
use super::flow::{self, Chrome, Leaving, Pressed};
use super::import::{KnownColumns, Wish};
use crate::edit::{Edit, apply, propose_charts};
use crate::model::{Club, Currency, Date, Plan};
use crate::store::import::ColumnMap;

/// The steps, in their order.
const STEPS: [&str; 2] = ["Club and season", "Squad"];
const CLUB: usize = 0;
const SQUAD: usize = 1;

/// A plan that is being set up. Going back and forth loses nothing.
#[derive(Debug)]
pub struct NewPlan {
    at: usize,
    club: ClubStep,
    squad: SquadStep,
    /// The players come before the club.
    squad_first: bool,
    /// The club's name as a table gave it.
    named: Option<String>,
    leaving: Leaving,
}

/// What came of the page in this frame.
#[derive(Debug)]
pub enum Made {
    /// It is still being filled in.
    Waiting,
    /// The user left it.
    Left,
    /// The user wants to choose a file of players.
    Browse,
    /// The file of players turned out to be a plan.
    Open(PathBuf),
    /// The plan, and what is then done to it in steps that can be undone.
    Plan(Box<Plan>, Vec<Edit>),
}

impl NewPlan {
    /// Begins with the club.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            at: CLUB,
            club: ClubStep::new(today),
            squad: SquadStep::default(),
            squad_first: false,
            named: None,
            leaving: Leaving::default(),
        }
    }

    /// Takes what is known of the columns of earlier tables.
    pub fn remember(&mut self, known: KnownColumns) {
        self.squad.table.remember(known);
    }

    /// What the user has corrected of a table's columns, to be remembered.
    #[must_use]
    pub fn learned(&self) -> Option<(String, ColumnMap)> {
        self.squad.table.learned()
    }

    /// Goes to the players first: a `path` if there is one already.
    pub fn begin_with_players(&mut self, path: Option<PathBuf>, ctx: &egui::Context) {
        (self.at, self.squad_first) = (SQUAD, true);
        if let Some(path) = path {
            self.take_file(&path, ctx);
        }
    }

    /// Reads a file of players, chosen or dropped.
    pub fn take_file(&mut self, path: &Path, ctx: &egui::Context) {
        self.at = SQUAD;
        self.squad.take_file(path, ctx);
    }

    /// Leaving would lose something; asks whether the user means to.
    pub fn holds_back(&mut self) -> bool {
        let unsaved = self.club.is_touched() || self.squad.is_touched();
        if unsaved {
            self.leaving.raise();
        }
        unsaved
    }

    /// Draws the page. `waiting` while another question stands over it.
    pub fn ui(&mut self, ui: &mut Ui, waiting: bool) -> Made {
        let plan = self.club.plan();
        let as_of = self.club.day();
        // Until the club is named, people are looked for in a plan that has none.
        let base = plan.clone().unwrap_or_else(|_| Plan::new("", Club::default(), as_of, Currency::EUR));
        let read = self.squad.follow(&base, ui.ctx());
        let missing = plan.err();
        let refused = match (self.at, self.squad_first) {
            (CLUB, false) => missing,
            (CLUB, true) => missing.or_else(|| self.squad.refusal()),
            _ => self.squad.refusal().or(missing.filter(|_| !self.squad_first)),
        };
        let next = match (self.at, self.squad_first) {
            (CLUB, false) => "Next: squad",
            (SQUAD, true) => "Next: club and season",
            _ => "Create plan",
        };
        let remark = if next == "Create plan" { self.squad.remark() } else { String::new() };
        let chrome = Chrome {
            title: "New plan",
            steps: &STEPS,
            at: self.at,
            next,
            refused: refused.as_deref(),
            remark: &remark,
            unsaved: self.club.is_touched() || self.squad.is_touched(),
        };
        let mut wish = Wish::None;
        let Self { at, club, squad, leaving, .. } = self;
        let pressed = flow::page(ui, &chrome, leaving, waiting, |ui| match *at {
            CLUB => club.ui(ui),
            _ => wish = squad.ui(ui, &base),
        });
        self.name_club();
        for wish in [read, wish] {
            match wish {
                Wish::None => {}
                Wish::Browse => return Made::Browse,
                Wish::Plan(path) => return Made::Open(path),
                Wish::Fixtures(_) => self.squad.complain_of_fixtures(),
            }
        }
        match pressed {
            Pressed::Stay => return Made::Waiting,
            Pressed::Leave => return Made::Left,
            Pressed::Step(step) => self.at = step,
            Pressed::Next if next == "Create plan" => return self.made(),
            Pressed::Next => self.at = if self.at == CLUB { SQUAD } else { CLUB },
        }
        Made::Waiting
    }

    /// The one club whose players were chosen in a table is the plan's, as long as nobody has typed another.
    fn name_club(&mut self) {
        let typed = !self.club.club.trim().is_empty() && self.named.as_ref() != Some(&self.club.club);
        if let Some(club) = self.squad.club()
            && !typed
        {
            self.club.club.clone_from(&club);
            self.named = Some(club);
        }
    }

    fn made(&mut self) -> Made {
        let Ok(plan) = self.club.plan() else {
            self.at = CLUB;
            return Made::Waiting;
        };
        match self.squad.join(plan) {
            Ok(plan) => {
                let proposed = plan.scenarios.first().and_then(|first| propose_charts(&plan, &first.id));
                Made::Plan(Box::new(plan), proposed.into_iter().collect())
            }
            Err(complaint) => {
                self.squad.complain(complaint);
                Made::Waiting
            }
        }
    }
}

/// The plan with these edits, as it is when it is handed over.
fn with_edit(plan: &Plan, edit: &Edit) -> Result<Plan, String> {
    apply(plan, edit).map_err(|error| error.to_string())
}
