//! The question asked in place when targets join a scenario, on its chart or not: how, when, for how much, how likely.

mod moves;

use egui::{Area, Id, Order, Rect, Role, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2};

use super::Scene;
use super::drag::{DropPlace, place_name};
use crate::edit::Edit;
use crate::model::{Date, Move, MoveKind, Player, PlayerId, ScenarioId, SlotId, WindowId, words};
use crate::ui::command::dialog_keys;
use crate::ui::entry;
use crate::ui::focus::menu_has_keys;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, PrimaryButton};

/// Width of the question, points.
const WIDTH: f32 = 344.0;
/// The chance a new move starts with: the user's to change, and said to be an estimate.
const FIRST_CHANCE: &str = "50";
const ARRIVALS: [MoveKind; 4] =
    [MoveKind::Buy, MoveKind::FreeTransfer, MoveKind::PreContract, MoveKind::LoanIn];

/// What came of the question in this frame.
pub(in crate::ui) enum Answer {
    /// It still waits.
    Waiting,
    /// Nothing is to happen.
    Cancelled,
    /// What is to happen, where the first of them comes to stand, and who he is.
    Confirmed(Box<Edit>, Option<SlotId>, PlayerId),
}

/// An answer that is typed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Typed {
    Date,
    Fee,
    Chance,
}

impl Typed {
    /// For screen readers.
    fn name(self) -> &'static str {
        match self {
            Self::Date => "Date of the move",
            Self::Fee => "Fee",
            Self::Chance => "Chance in per cent",
        }
    }

    fn id(self) -> Id {
        Id::unique(("ask", self))
    }
}

/// Which answer is wrong, and how it is written.
type Wrong = (Typed, entry::Complaint);

/// A question waiting for its answer.
#[derive(Debug)]
pub(in crate::ui) struct Ask {
    /// The first of them.
    player: PlayerId,
    /// The others, who come the same way.
    others: Vec<PlayerId>,
    scenario: ScenarioId,
    /// The place on the chart that the first of them takes.
    place: Option<DropPlace>,
    anchor: Rect,
    kind: MoveKind,
    /// A window, or `None` for an exact date.
    window: Option<WindowId>,
    date: String,
    fee: String,
    chance: String,
    focused: bool,
}

impl Ask {
    /// Begins to ask, with the answers of a move that is planned already, or else the likeliest ones.
    pub(super) fn new(
        scene: Scene<'_>,
        player: PlayerId,
        others: Vec<PlayerId>,
        place: Option<DropPlace>,
        anchor: Rect,
    ) -> Self {
        let Scene { plan, scenario, screen, .. } = scene;
        let known = scene.player(&player);
        let planned = scenario.arrival_of(&player).filter(|_| others.is_empty());
        let from = plan.as_of.max(screen.date);
        let next_window = plan.windows.iter().filter(|window| window.closes >= from).min_by_key(|w| w.opens);
        // Somebody asks money for him: then he has a club, known or not.
        let free = known.is_some_and(|player| {
            player.club.is_none() && player.contract.is_none() && player.asking.is_none()
        });
        let kind = planned.map_or(if free { MoveKind::FreeTransfer } else { MoveKind::Buy }, |mv| mv.kind);
        let fee = match planned {
            Some(mv) => mv.fee.as_ref(),
            // Of several each comes for his own asking price, unless one fee is typed for all.
            None if !others.is_empty() => None,
            None => known.and_then(|player| player.asking.as_ref()),
        };
        let chance = planned.map_or_else(
            || FIRST_CHANCE.to_owned(),
            |mv| format!("{}", (mv.chance() * 1000.0).round() / 10.0),
        );
        let window = match planned {
            Some(mv) => mv.window.clone(),
            None => next_window.map(|window| window.id.clone()),
        };
        let date = match planned {
            Some(mv) => mv.date,
            None if window.is_none() => Some(from),
            None => None,
        };
        Self {
            player,
            others,
            scenario: scenario.id.clone(),
            place,
            anchor,
            kind,
            window,
            date: date.map(words::date).unwrap_or_default(),
            fee: fee.map(entry::range_text).unwrap_or_default(),
            chance,
            focused: false,
        }
    }

    /// Asks about targets that join a scenario without a place on its chart; `None` if none of them can.
    pub(in crate::ui) fn moves(scene: Scene<'_>, players: &[PlayerId], anchor: Rect) -> Option<Self> {
        let is_target = |id: &&PlayerId| scene.player(id).is_some_and(Player::is_target);
        let mut targets = players.iter().filter(is_target).cloned();
        Some(Self::new(scene, targets.next()?, targets.collect(), None, anchor))
    }

    /// Whose future it is about.
    pub(in crate::ui) fn scenario(&self) -> &ScenarioId {
        &self.scenario
    }

    /// Draws the question and says what came of it.
    pub(in crate::ui) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) -> Answer {
        let Some(player) = scene.player(&self.player) else { return Answer::Cancelled };
        if scene.scenario.id != self.scenario {
            return Answer::Cancelled;
        }
        let bounds = ui.ctx().content_rect();
        // In a window smaller than the question it begins at the corner.
        let corner = bounds.right_bottom() - vec2(WIDTH + 24.0, 260.0);
        let at = self.anchor.left_top().min(corner).max(bounds.left_top());
        let area = Area::new(Id::unique("ask target")).order(Order::Foreground).fixed_pos(at).constrain(true);
        let answer = area.show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).inner_margin(size::GAP_M).show(ui, |ui| {
                ui.set_width(WIDTH);
                self.form_ui(ui, scene, player)
            })
        });
        answer.inner.inner
    }

    fn form_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, player: &Player) -> Answer {
        self.heading_ui(ui, scene, player);
        let wrong = self.result(scene).err().map(|(typed, _)| typed);
        egui::Grid::new("ask fields").num_columns(2).spacing(vec2(size::GAP_M, size::GAP_S)).show(ui, |ui| {
            self.fields_ui(ui, scene, wrong);
        });
        let result = self.result(scene);
        outcome_ui(ui, scene, &result);
        ui.add_space(size::GAP_XS);
        let (confirmed, cancelled) = ui
            .horizontal(|ui| {
                let planned = self.others.is_empty() && scene.scenario.arrival_of(&self.player).is_some();
                let words = if planned {
                    "Change the move".to_owned()
                } else {
                    format!("Add to {}", scene.scenario.name)
                };
                let add = ui.add_enabled(result.is_ok(), PrimaryButton::new(&words)).clicked();
                (add, ui.button("Cancel").clicked())
            })
            .inner;
        let popup_open = menu_has_keys(ui.ctx());
        let (enter, escape) = ui.input_mut(|input| {
            let keys = |input: &mut egui::InputState, keys| !popup_open && input.consume_shortcut(&keys);
            (keys(input, dialog_keys::CONFIRM), keys(input, dialog_keys::CANCEL))
        });
        if cancelled || escape {
            return Answer::Cancelled;
        }
        match result {
            Ok(moves) if confirmed || enter => match self.edit(scene, moves) {
                Some(edit) => {
                    let slot = self.place.as_ref().map(|place| place.slot.clone());
                    Answer::Confirmed(Box::new(edit), slot, self.player.clone())
                }
                None => Answer::Cancelled,
            },
            Err((typed, _)) if enter => {
                self.type_over(ui, typed);
                Answer::Waiting
            }
            _ => Answer::Waiting,
        }
    }

    /// Who is asked about, and which place he takes.
    fn heading_ui(&self, ui: &mut Ui, scene: Scene<'_>, player: &Player) {
        let formation = scene.plan.formation_of(scene.scenario);
        let slot = self.place.as_ref().and_then(|place| Some((formation?.slot(&place.slot)?, place.rank)));
        ui.label(text::section(match self.others.len() {
            0 => format!("How does {} come?", player.name),
            1 => format!("How do {} and one more come?", player.name),
            others => format!("How do {} and {others} others come?", player.name),
        }));
        let words = match slot {
            Some((slot, rank)) => format!("{} · {}", scene.scenario.name, place_name(slot, rank)),
            None => format!("A move in {}", scene.scenario.name),
        };
        ui.label(text::second(words).weak());
        ui.add_space(size::GAP_XS);
    }

    fn fields_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, wrong: Option<Typed>) {
        let plan = scene.plan;
        let name = |ui: &mut Ui, words: &str| {
            ui.label(text::second(words).weak());
        };
        name(ui, "How");
        let how = widgets::combo_box("ask kind").width(200.0).selected_text(words::capital(self.kind.name()));
        let response = how
            .show_ui(ui, |ui| {
                for kind in ARRIVALS {
                    ui.selectable_value(&mut self.kind, kind, words::capital(kind.name()));
                }
            })
            .response;
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "How he comes"));
        ui.end_row();

        name(ui, "When");
        let chosen = self.window.as_ref().and_then(|id| plan.window(id));
        let words = chosen.map_or_else(|| "On a date".to_owned(), |window| window.name.clone());
        ui.horizontal(|ui| {
            let when = widgets::combo_box("ask window").width(124.0).selected_text(words);
            let response = when
                .show_ui(ui, |ui| {
                    for window in plan.windows.iter().filter(|window| window.closes >= plan.as_of) {
                        let words = format!("{} ({})", window.name, span(window.opens, window.closes));
                        ui.selectable_value(&mut self.window, Some(window.id.clone()), words);
                    }
                    ui.selectable_value(&mut self.window, None, "On a date");
                })
                .response;
            response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Window"));
            self.typed_ui(ui, Typed::Date, wrong, "day, if known", 110.0);
        });
        ui.end_row();

        if self.kind.has_fee() {
            name(ui, if self.others.is_empty() { "Fee" } else { "Fee, each" });
            let hint = if self.others.is_empty() {
                format!("{}, or 30m\u{2013}40m", words::money(35_000_000, plan.money.currency))
            } else {
                "what each is asked for".to_owned()
            };
            self.typed_ui(ui, Typed::Fee, wrong, &hint, 208.0);
            self.focus(ui, Typed::Fee);
            ui.end_row();
        }

        name(ui, "Chance");
        ui.horizontal(|ui| {
            self.typed_ui(ui, Typed::Chance, wrong, "", 48.0);
            self.focus(ui, Typed::Chance);
            ui.label(text::second("% \u{2013} your own estimate").weak());
        });
        ui.end_row();
    }

    /// A text that is typed; Enter leaves the keyboard in it. Red where it is `wrong`.
    fn typed_ui(&mut self, ui: &mut Ui, typed: Typed, wrong: Option<Typed>, hint: &str, width: f32) {
        let bad = theme::palette(ui).tone(Tone::Bad);
        let edit =
            TextEdit::singleline(self.words(typed)).id(typed.id()).hint_text(hint).desired_width(width);
        let edit = if wrong == Some(typed) { edit.text_color(bad.text) } else { edit };
        let response = ui.add(edit.return_key(None));
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, typed.name()));
        if wrong == Some(typed) {
            let stroke = Stroke::new(size::HAIRLINE, bad.mark);
            ui.painter().rect_stroke(response.rect, size::RADIUS_CONTROL, stroke, StrokeKind::Inside);
        }
    }

    /// An answer takes the keyboard, all of it selected.
    fn type_over(&mut self, ui: &Ui, typed: Typed) {
        widgets::type_over(ui.ctx(), typed.id(), self.words(typed));
    }

    fn words(&mut self, typed: Typed) -> &mut String {
        match typed {
            Typed::Date => &mut self.date,
            Typed::Fee => &mut self.fee,
            Typed::Chance => &mut self.chance,
        }
    }

    /// The first field that is there takes the keyboard.
    fn focus(&mut self, ui: &Ui, typed: Typed) {
        if !std::mem::replace(&mut self.focused, true) {
            self.type_over(ui, typed);
        }
    }
}

/// When the answers bring them, or what is wrong with one.
fn outcome_ui(ui: &mut Ui, scene: Scene<'_>, result: &Result<Vec<Move>, Wrong>) {
    match result {
        Ok(moves) => {
            let mut days: Vec<Date> = moves.iter().filter_map(|mv| mv.effective_date(scene.plan)).collect();
            days.sort_unstable();
            let words = match (days.first(), days.last()) {
                (Some(first), Some(last)) if first != last => {
                    format!("They arrive {}.", span(*first, *last))
                }
                (Some(day), _) => format!("Arrives {}.", words::date(*day)),
                _ if moves.is_empty() => "All of them have a move here already.".to_owned(),
                _ => "Choose a window or a date.".to_owned(),
            };
            ui.label(text::second(words).weak());
        }
        Err((_, complaint)) => {
            ui.label(text::second(complaint).color(theme::palette(ui).tone(Tone::Bad).text));
        }
    }
}

fn span(from: Date, until: Date) -> String {
    format!("{} \u{2013} {}", words::day_month(from), words::day_month(until))
}
