//! The shelf: targets and squad players who are not on the chart, ready to be dragged onto it.

use std::rc::Rc;

use egui::{Align2, DragAndDrop, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::card::{self, Look, RowFacts};
use super::drag::shelve;
use super::stack::{card_id, carry, explains};
use super::taken::shown_slots;
use super::{Board, DragCard, Over, Scene, empty, menu};
use crate::model::{MoveKind, Player, PlayerId, Position, ScenarioId, UnitId, fold, words};
use crate::ui::command::{Action, Command, card_keys};
use crate::ui::theme::{self, size, text};
use crate::ui::tour::{self, Mark};
use crate::ui::widgets;

/// What the button at the foot says, and the room it needs for it, points.
const ADD_BOTH: &str = "Add player or target";
const ROOM_FOR_BOTH: f32 = 190.0;
/// Height of a group's heading, points.
const HEAD: f32 = 30.0;
/// From the top of one row to the top of the next, points.
const STEP: f32 = size::ROW_HEIGHT + size::GAP_S;

/// A line of the shelf.
#[derive(Clone, Debug)]
enum Line {
    Head {
        words: &'static str,
        remark: String,
    },
    /// A player, by his place in the plan.
    Player(usize),
    Words(&'static str),
}

/// The lines of the shelf, kept until the plan, the chart or what is typed changes: a plan may have thousands.
#[derive(Debug, Default)]
pub(super) struct Lines {
    key: Option<Key>,
    lines: Rc<Vec<Line>>,
}

/// What the lines were made for.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    version: u64,
    scenario: ScenarioId,
    unit: UnitId,
    whole_pitch: bool,
    filter: String,
}

impl Lines {
    fn get(&mut self, filter: &str, scene: Scene<'_>) -> Rc<Vec<Line>> {
        let screen = scene.screen;
        let current = self.key.as_ref().is_some_and(|key| {
            key.version == scene.derived.version()
                && key.scenario == scene.scenario.id
                && key.unit == screen.unit
                && key.whole_pitch == screen.whole_pitch
                && key.filter == filter
        });
        if !current {
            self.lines = Rc::new(lines(filter, scene));
            self.key = Some(Key {
                version: scene.derived.version(),
                scenario: scene.scenario.id.clone(),
                unit: screen.unit.clone(),
                whole_pitch: screen.whole_pitch,
                filter: filter.to_owned(),
            });
        }
        Rc::clone(&self.lines)
    }
}

impl Line {
    fn height(&self) -> f32 {
        match self {
            Self::Head { .. } => HEAD,
            Self::Player(_) => STEP,
            Self::Words(_) => HEAD + size::GAP_S,
        }
    }
}

pub(super) fn shelf_ui(board: &mut Board, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let whole = ui.max_rect();
    let filter = egui::TextEdit::singleline(&mut board.filter).hint_text("Filter players\u{2026}");
    ui.add_sized(vec2(ui.available_width(), size::CONTROL_HEIGHT), filter)
        .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Filter players"));
    ui.add_space(size::GAP_XS);

    let footer = size::CONTROL_HEIGHT + size::GAP_M;
    let list = ui.available_rect_before_wrap();
    let list = Rect::from_min_max(list.min, pos2(list.right(), list.bottom() - footer));
    let lines = board.lines.get(&board.filter, scene);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(list).id_salt("shelf"));
    list_ui(board, &mut inside, scene, &lines, commands);
    drop_here(board, ui, scene, whole, commands);

    let foot =
        Rect::from_min_max(pos2(list.left(), list.bottom() + size::GAP_M), list.max + vec2(0.0, footer));
    tour::mark(ui, Mark::AddPlayer, foot);
    let mut foot = ui.new_child(egui::UiBuilder::new().max_rect(foot));
    let words = if foot.available_width() < ROOM_FOR_BOTH { "Add player" } else { ADD_BOTH };
    let words = format!("{}  {words}", theme::icons::ADD);
    let button = egui::Button::new(words).min_size(vec2(foot.available_width(), size::CONTROL_HEIGHT));
    let config = egui::containers::menu::MenuConfig::new().style(theme::menu_style);
    let menu = egui::containers::menu::MenuButton::from_button(button).config(config);
    let (response, _) = menu.ui(&mut foot, |ui| {
        for action in [Action::AddPlayer, Action::AddTarget, Action::ImportPlayers] {
            if ui.button(action.text()).clicked() {
                commands.push(Command::Do(action));
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, ADD_BOTH));
}

fn list_ui(board: &mut Board, ui: &mut Ui, scene: Scene<'_>, lines: &[Line], commands: &mut Vec<Command>) {
    let total: f32 = lines.iter().map(Line::height).sum();
    ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
        let bar = if total > ui.clip_rect().height() { size::GAP_S } else { 0.0 };
        let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width() - bar, total), Sense::hover());
        // Whoever is carried, or is to have the keyboard, is drawn even where he is not seen.
        let carried = DragAndDrop::payload::<DragCard>(ui.ctx())
            .filter(|card| card.from.is_none())
            .map(|card| card.player.clone());
        let wanted =
            board.focus.as_ref().filter(|(slot, _)| slot.is_none()).map(|(_, player)| player.clone());
        let anyway =
            |player: &Player| carried.as_ref() == Some(&player.id) || wanted.as_ref() == Some(&player.id);
        let mut top = 0.0;
        for line in lines {
            let (from, until) = (top, top + line.height());
            top = until;
            let player = match line {
                Line::Player(place) => scene.plan.players.get(*place).map(|player| &**player),
                _ => None,
            };
            // A little more than is seen: Tab leads on to it.
            let near = 2.0 * size::ROW_HEIGHT;
            let unseen = until < seen.top() - near || from > seen.bottom() + near;
            let nobody_waits = carried.is_none() && wanted.is_none();
            if unseen && (nobody_waits || !player.is_some_and(anyway)) {
                continue;
            }
            let rect = Rect::from_min_size(
                pos2(whole.left(), whole.top() + from),
                vec2(whole.width(), until - from),
            );
            match line {
                Line::Head { words, remark } => head_ui(ui, rect, words, remark),
                Line::Words(words) => {
                    let color = theme::palette(ui).muted;
                    widgets::paint_text(ui, rect, Align2::LEFT_TOP, text::second(*words), color);
                }
                Line::Player(_) => {
                    let Some(player) = player else { continue };
                    let rect = Rect::from_min_size(rect.min, vec2(rect.width(), size::ROW_HEIGHT));
                    row_ui(board, ui, scene, player, rect, commands);
                }
            }
        }
    });
}

fn lines(filter: &str, scene: Scene<'_>) -> Vec<Line> {
    let Scene { plan, scenario, screen, .. } = scene;
    let wanted = fold(filter.trim());
    let matches = |player: &Player| {
        wanted.is_empty()
            || fold(&player.name).contains(&wanted)
            || player.club.as_ref().is_some_and(|club| fold(&club.name).contains(&wanted))
            || player.positions.iter().any(|position| position.short().eq_ignore_ascii_case(&wanted))
    };
    let slots = plan.slots_of(scenario, &screen.unit);
    let fits = |player: &Player| {
        player.positions.iter().any(|known| slots.iter().any(|slot| slot.position == *known))
    };
    let shown = shown_slots(scene);
    let on_chart = |id: &PlayerId| shown.iter().any(|slot| scenario.chart(&slot.id).contains(id));
    let everyone = || {
        let placed = plan.players.iter().enumerate().map(|(place, player)| (place, &**player));
        placed.filter(|(_, player)| matches(player))
    };
    let mut targets: Vec<(usize, &Player)> = everyone().filter(|(_, player)| player.is_target()).collect();
    let mut squad: Vec<(usize, &Player)> =
        everyone().filter(|(_, player)| !player.is_target() && !on_chart(&player.id)).collect();
    if !screen.whole_pitch {
        targets.sort_by_key(|(_, player)| !fits(player));
        squad.sort_by_key(|(_, player)| !fits(player));
    }

    let remark = match targets.len() {
        0 => "0".to_owned(),
        count => format!("{count} · drag onto the chart"),
    };
    let mut lines = vec![Line::Head { words: "Targets", remark }];
    if targets.is_empty() {
        lines.push(Line::Words(empty::no_target(!wanted.is_empty())));
    }
    lines.extend(targets.into_iter().map(|(place, _)| Line::Player(place)));
    lines.push(Line::Head { words: "Squad, not on this chart", remark: squad.len().to_string() });
    if squad.is_empty() {
        let players = plan.players.iter().map(|player| &**player);
        lines.push(Line::Words(empty::no_squad(players, !wanted.is_empty())));
    }
    lines.extend(squad.into_iter().map(|(place, _)| Line::Player(place)));
    lines
}

fn head_ui(ui: &Ui, rect: Rect, words: &str, remark: &str) {
    let palette = theme::palette(ui);
    let line = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - 2.0));
    let brief = words.split_once(", ").map_or(words, |(_, brief)| brief);
    let taken = widgets::text_width(ui, &text::label(brief)) + size::GAP_S;
    // The heading goes before what is remarked behind its number.
    let remark = match remark.split_once(" \u{b7} ") {
        Some((number, _)) if taken + widgets::text_width(ui, &text::small(remark)) > line.width() => number,
        _ => remark,
    };
    let (right, _) = widgets::paint_text(ui, line, Align2::RIGHT_CENTER, text::small(remark), palette.muted);
    let left = Rect::from_min_max(line.min, pos2(right.left() - size::GAP_S, line.bottom()));
    let fits = widgets::text_width(ui, &text::label(words)) <= left.width();
    let words = text::label(if fits { words } else { brief });
    widgets::paint_text(ui, left, Align2::LEFT_CENTER, words, palette.muted);
}

fn row_ui(
    board: &mut Board,
    ui: &mut Ui,
    scene: Scene<'_>,
    player: &Player,
    rect: Rect,
    commands: &mut Vec<Command>,
) {
    let Some(facts) = scene.facts(&player.id, None) else { return };
    let row = row_facts(scene, player);
    let id = card_id(None, &player.id);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| {
        let kind = if player.is_target() { "target" } else { "not on this chart" };
        let label = format!("{}, {kind}, {}, {} {}", facts.name, row.second, row.right, row.right_second);
        WidgetInfo::labeled(Role::Button, true, label.trim_end_matches([',', ' ']))
    });
    carry(ui, &response, rect, &player.id, None);
    if board.wants_focus(&player.id) {
        response.request_focus();
        response.scroll_to_me(None);
        board.focus = None;
    }
    if response.clicked() {
        commands.push(Command::Select(Some(player.id.clone())));
        response.request_focus();
    }
    if response.has_focus() {
        keys(board, ui, scene, player, rect, commands);
    }
    menu::card_menu(board, &response, scene, &player.id, None, commands);
    mark_first(ui, scene, player, rect);
    let look = Look {
        selected: scene.screen.selected.as_ref() == Some(&player.id),
        lit: (response.hovered() || response.has_focus()) && ui.ctx().dragged_id().is_none(),
        carried: is_carried(ui, &player.id),
    };
    card::paint_row(ui, rect, &facts, &row, look);
    widgets::focus_ring(ui, &response, size::RADIUS_CARD);
    if explains(board, ui, rect) {
        response.on_hover_text(format!(
            "{}, {}\n{}\nDrag onto the chart, or Alt+\u{2192} puts him there.",
            facts.name, row.second, facts.reason
        ));
    }
}

/// The tour points at the first player who does not stand in the first slot yet.
fn mark_first(ui: &Ui, scene: Scene<'_>, player: &Player, rect: Rect) {
    let first = || scene.plan.slots_of(scene.scenario, &scene.screen.unit).first().copied();
    let is_free = || first().is_some_and(|slot| !scene.scenario.chart(&slot.id).contains(&player.id));
    if !tour::is_marked(ui.ctx(), Mark::Shelf) && is_free() {
        tour::mark(ui, Mark::Shelf, rect);
    }
}

/// Alt with an arrow puts a player of the shelf at the end of the first or the last slot of the unit.
fn keys(
    board: &mut Board,
    ui: &Ui,
    scene: Scene<'_>,
    player: &Player,
    rect: Rect,
    commands: &mut Vec<Command>,
) {
    let id = card_id(None, &player.id);
    let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let pressed = |keys| ui.input_mut(|input| input.consume_shortcut(&keys));
    if pressed(card_keys::OPEN) {
        commands.push(Command::Select(Some(player.id.clone())));
    }
    if pressed(card_keys::MENU) {
        menu::open(ui.ctx(), id);
    }
    let slots = scene.plan.slots_of(scene.scenario, &scene.screen.unit);
    let free = |slot: &&&crate::model::Slot| !scene.scenario.chart(&slot.id).contains(&player.id);
    let place = if pressed(card_keys::RIGHT) {
        slots.iter().find(free)
    } else if pressed(card_keys::LEFT) {
        slots.iter().rev().find(free)
    } else {
        return;
    };
    let Some(slot) = place else {
        commands.push(Command::Say(format!("{} stands in every place of this unit.", player.name)));
        return;
    };
    let rank = scene.scenario.chart(&slot.id).len();
    let place = super::DropPlace { slot: slot.id.clone(), rank, refusal: None };
    let card = DragCard::named(&player.id);
    board.put(scene, &card, &place, rect, commands);
}

fn row_facts(scene: Scene<'_>, player: &Player) -> RowFacts {
    let Scene { plan, scenario, screen, .. } = scene;
    let mut second: Vec<String> = Vec::new();
    second.extend(player.age_on(screen.date).map(|age| age.to_string()));
    if !player.is_target() {
        if let Some(until) = player.contract_until() {
            second.push(format!("contract {}", words::month_year(until)));
        }
        let right = player.positions.first().map(|position| Position::short(*position).to_owned());
        return RowFacts {
            brief: second.join(" · ").replace("contract ", "to "),
            second: second.join(" · "),
            right: String::new(),
            right_second: right.unwrap_or_default(),
        };
    }
    second.push(player.club.as_ref().map_or("without a club", |club| &club.name).to_owned());
    let arrival = scenario.arrival_of(&player.id);
    let right = match arrival {
        Some(mv) if matches!(mv.kind, MoveKind::FreeTransfer | MoveKind::PreContract) => "free".to_owned(),
        Some(mv) => mv.fee.as_ref().map_or_else(|| "no fee".to_owned(), words::money_range),
        None => player.asking.as_ref().map(words::money_range).unwrap_or_default(),
    };
    let right_second = match arrival {
        Some(mv) => words::percent_whole(mv.chance()),
        None if player.asking.is_some() => "asking".to_owned(),
        None => {
            let until = player.contract_until().filter(|until| *until >= plan.as_of);
            until.map(|until| format!("to {}", words::month_year(until))).unwrap_or_default()
        }
    };
    let second = second.join(" · ");
    RowFacts { brief: second.clone(), second, right, right_second }
}

/// A card dropped on the shelf leaves its slot.
fn drop_here(board: &mut Board, ui: &Ui, scene: Scene<'_>, whole: Rect, commands: &mut Vec<Command>) {
    let Some(card) = DragAndDrop::payload::<DragCard>(ui.ctx()) else { return };
    let over = ui.ctx().pointer_interact_pos().is_some_and(|pointer| whole.contains(pointer));
    board.over = if over { Over::Shelf } else { Over::Nothing };
    let Some(from) = card.from.as_ref().filter(|_| over) else { return };
    let stroke = egui::Stroke::new(size::OUTLINE, theme::palette(ui).accent);
    widgets::dashed_rect(ui.painter(), whole.shrink(size::GAP_XS), size::RADIUS_CARD, stroke);
    if ui.input(|input| input.pointer.any_released())
        && DragAndDrop::take_payload::<DragCard>(ui.ctx()).is_some()
    {
        commands.push(Command::Edit(shelve(scene.scenario, &card.player, from)));
    }
}

fn is_carried(ui: &Ui, player: &PlayerId) -> bool {
    DragAndDrop::payload::<DragCard>(ui.ctx())
        .is_some_and(|card| card.from.is_none() && card.player == *player)
}

impl Board {
    fn wants_focus(&self, player: &PlayerId) -> bool {
        self.focus.as_ref().is_some_and(|(slot, wanted)| slot.is_none() && wanted == player)
    }
}
