//! A table that has been read: whose players it holds on the left, what comes of its rows on the right.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::{Preview, Tab};
use crate::model::{Plan, PlayerKind};
use crate::store::import::{About, Understood};
use crate::ui::import::changes::{changes_ui, unsure_ui};
use crate::ui::import::columns::columns_ui;
use crate::ui::import::intake::Loaded;
use crate::ui::import::source::grouped;
use crate::ui::import::summary::summary_ui;
use crate::ui::import::table::{Lines, Rows};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{self, segmented};

/// Width of the list of clubs, points.
const CLUBS: f32 = 240.0;

impl Preview {
    pub(super) fn loaded_ui(&mut self, ui: &mut Ui, plan: &Plan) {
        let area = ui.available_rect_before_wrap().shrink2(vec2(size::GAP_XL, size::GAP_M));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(area));
        let ui = &mut inside;
        let Some(loaded) = self.intake.loaded.clone() else { return };
        let again = self.intake.is_reading() || self.people.is_looking();
        if summary_ui(ui, &loaded, again) {
            self.clear();
            return;
        }
        ui.add_space(size::GAP_S);
        let rest = ui.available_rect_before_wrap();
        let mut right = rest;
        if let Ok(rows) = &loaded.rows {
            let left = Rect::from_min_max(rest.min, pos2(rest.left() + CLUBS, rest.bottom()));
            right.min.x = left.right() + size::GAP_XL;
            let mut list = ui.new_child(UiBuilder::new().max_rect(left).id_salt("club list"));
            if self.whose_ui(&mut list, rows) {
                self.decided = true;
                self.look(plan, list.ctx());
            }
        }
        let mut main = ui.new_child(UiBuilder::new().max_rect(right).id_salt("rows"));
        self.tabs_ui(&mut main);
        self.tab_ui(&mut main, plan, &loaded);
    }

    /// Which clubs, or whose players these are; says whether it changed.
    fn whose_ui(&mut self, ui: &mut Ui, rows: &Understood) -> bool {
        let mut changed = false;
        if !rows.names_clubs && rows.about == About::Players {
            widgets::section_heading(ui, "These players are", "");
            let kinds = [(PlayerKind::Squad, "Our squad"), (PlayerKind::Target, "Targets")];
            changed |= segmented(ui, "Whose players these are", &mut self.without_club, &kinds).changed();
        }
        if let Some(newest) = rows.newest_season {
            let season = crate::model::Season(newest);
            let words = format!("Also who was last seen before {season}");
            changed |= ui.checkbox(&mut self.former, words).changed();
        }
        if rows.names_clubs {
            changed |= self.clubs.ui(ui, rows);
        }
        changed
    }

    fn tabs_ui(&mut self, ui: &mut Ui) {
        let lists = &self.people.lists;
        let counted = [
            (Tab::New, "New", lists.new.len()),
            (Tab::Changed, "Changed", lists.changed),
            (Tab::Unsure, "Unsure", lists.unsure.len()),
            (Tab::Unchanged, "Unchanged", lists.unchanged.len()),
            (Tab::LeftOut, "Left out", lists.left_out.len()),
            (Tab::Refused, "Refused", lists.refused.len()),
        ];
        let mut names: Vec<(Tab, String)> = counted
            .into_iter()
            .filter(|(tab, _, count)| *count > 0 || *tab == Tab::New || *tab == self.tab)
            .map(|(tab, name, count)| (tab, format!("{name} {}", grouped(count))))
            .collect();
        names.push((Tab::Columns, "Columns".to_owned()));
        let choices: Vec<(Tab, &str)> = names.iter().map(|(tab, name)| (*tab, name.as_str())).collect();
        let doubtful = lists.doubtful.len();
        ui.horizontal(|ui| {
            segmented(ui, "What is shown", &mut self.tab, &choices);
            if self.tab == Tab::New && doubtful > 0 {
                ui.add_space(size::GAP_S);
                ui.checkbox(&mut self.only_doubtful, format!("Only the doubtful ({})", grouped(doubtful)));
            }
        });
        ui.add_space(size::GAP_XS);
    }

    fn tab_ui(&mut self, ui: &mut Ui, plan: &Plan, loaded: &Loaded) {
        let (tab, only_doubtful) = (self.tab, self.only_doubtful);
        let rows = match &loaded.rows {
            Ok(rows) if tab != Tab::Columns => rows,
            _ => return self.columns_ui(ui, loaded),
        };
        if tab == Tab::Unsure {
            let Some(import) = self.people.import() else { return };
            if let Some((update, decision)) = unsure_ui(ui, import, &self.people.lists.unsure) {
                self.people.decide(plan, update, decision);
                self.decided = true;
            }
            return;
        }
        let Some((import, lists)) = self.people.parts() else { return };
        let (sheet, clubs) = (&loaded.sheet, &lists.clubs);
        let one_club = tab != Tab::Refused && (self.clubs.single(rows).is_some() || !rows.names_clubs);
        let mut rows_ui = |lines| Rows { sheet, understood: rows, lines, clubs, one_club }.ui(ui);
        let changed = match tab {
            Tab::Changed => changes_ui(ui, import, plan, &lists.changes),
            Tab::New if lists.new.is_empty() => {
                let words = if self.clubs.is_empty() {
                    "Choose on the left whose players come in."
                } else {
                    "Nobody in it is new to the plan."
                };
                widgets::empty_state(ui, icons::USERS, words, None);
                false
            }
            Tab::New => {
                rows_ui(Lines::Updates(import, if only_doubtful { &lists.doubtful } else { &lists.new }))
            }
            Tab::Unchanged => rows_ui(Lines::Idle(import, &lists.unchanged)),
            Tab::LeftOut => rows_ui(Lines::Idle(import, &lists.left_out)),
            _ => rows_ui(Lines::Refused(&lists.refused)),
        };
        if changed {
            self.decided = true;
            self.people.count();
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui, loaded: &Loaded) {
        if let Some(map) = columns_ui(ui, loaded) {
            self.decided = true;
            self.intake.reread(map, ui.ctx());
        }
    }
}
