//! Something said in passing: it stands over nothing that changes with an edit, and leaves with the next thing the
//! user does.

use std::path::PathBuf;

use egui::accesskit::Live;
use egui::{Align2, Area, Context, Event, Id, Label, Order, Rect, Ui, vec2};

use super::App;
use crate::ui::command::{Action, Command, keys_text};
use crate::ui::files::reveal;
use crate::ui::theme::{size, text};
use crate::ui::tour::{self, Mark};

/// How long a remark stays while the user does nothing, and how long it stays at least, seconds.
const SECONDS: f64 = 6.0;
const LEAST_SECONDS: f64 = 1.0;
/// How wide it may get, and the room of its button, points.
const WIDTH: f32 = 420.0;
const BUTTON: f32 = 110.0;

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Remark {
    pub(super) words: String,
    /// When it was said, seconds of the window's clock.
    since: f64,
    /// What can be done about it from here.
    offer: Option<Offer>,
    /// Where it was drawn last.
    place: Option<Rect>,
}

/// What a remark has a button for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Offer {
    /// Undo the last step, as long as the plan has this revision.
    Undo(u64),
    /// Show where this file lies.
    Show(PathBuf),
}

impl Offer {
    fn words(&self) -> &'static str {
        match self {
            Self::Undo(_) => Action::Undo.text(),
            Self::Show(_) => "Show folder",
        }
    }

    fn keys(&self, ctx: &Context) -> String {
        let keys = Action::Undo.shortcut().filter(|_| matches!(self, Self::Undo(_)));
        keys.map(|keys| keys_text(ctx, &keys)).unwrap_or_default()
    }
}

impl App {
    pub(super) fn say(&mut self, ctx: &Context, words: String) {
        let since = ctx.input(|input| input.time);
        self.remark = Some(Remark { words, since, offer: None, place: None });
        ctx.request_repaint();
    }

    /// Gives the remark a button.
    pub(super) fn offer(&mut self, offer: Offer) {
        if let Some(remark) = &mut self.remark {
            remark.offer = Some(offer);
        }
    }

    /// A remark made since the plan had the revision `before` is about what has changed it since.
    pub(super) fn offer_undo(&mut self, before: Option<u64>, said_before: Option<&Remark>) {
        let Some(desk) = &self.desk else { return };
        let revision = desk.session.revision();
        let can_undo = desk.session.history().undo_label().is_some();
        if let Some(remark) = &mut self.remark
            && said_before != Some(&*remark)
            && before.is_some_and(|before| before < revision)
            && can_undo
        {
            remark.offer.get_or_insert(Offer::Undo(revision));
        }
    }

    pub(super) fn remark_ui(&mut self, ctx: &Context) {
        let Some(remark) = &self.remark else { return };
        let stayed = ctx.input(|input| input.time) - remark.since;
        if stayed >= SECONDS {
            self.remark = None;
            return;
        }
        ctx.request_repaint_after_secs((SECONDS - stayed) as f32);
        let current = self.revision();
        let stands = |offer: &&Offer| match offer {
            Offer::Undo(revision) => Some(*revision) == current,
            Offer::Show(_) => true,
        };
        let offer = remark.offer.as_ref().filter(stands).cloned();
        let area = Area::new(Id::unique("remark")).order(Order::Foreground).interactable(offer.is_some());
        let area = area.pivot(Align2::CENTER_BOTTOM).fixed_pos(foot(ctx)).constrain(true);
        let shown = area.show(ctx, |ui| {
            // An area is as wide as what it last held.
            ui.set_max_width(WIDTH.min(ctx.content_rect().width() - 2.0 * size::GAP_XL));
            let margin = egui::Margin::symmetric(size::GAP_M as i8, size::GAP_S as i8);
            let frame = egui::Frame::popup(ui.style()).inner_margin(margin);
            frame.show(ui, |ui| remark_line_ui(ui, &remark.words, offer.as_ref()))
        });
        if let Some(remark) = &mut self.remark {
            remark.place = Some(shown.response.rect);
        }
        match offer.filter(|_| shown.inner.inner) {
            Some(Offer::Undo(_)) => self.commands.push(Command::Do(Action::Undo)),
            Some(Offer::Show(file)) => match reveal(&file) {
                Ok(()) => self.remark = None,
                Err(sentence) => self.say(ctx, sentence),
            },
            None => {}
        }
    }

    /// The user goes on: what was said may go. To be called before anybody takes the keys.
    pub(super) fn outlive_remark(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        self.remark.take_if(|remark| {
            let read = now - remark.since >= LEAST_SECONDS;
            read && remark.place.is_some_and(|place| does_something_else(ctx, place))
        });
    }
}

/// The words, and the button beside them; true if that is pressed.
fn remark_line_ui(ui: &mut Ui, words: &str, offer: Option<&Offer>) -> bool {
    ui.horizontal(|ui| {
        let room = ui.available_width() - if offer.is_some() { BUTTON } else { 0.0 };
        let said = ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(Label::new(text::body(words)).wrap())
        });
        ui.ctx().accesskit_node_builder(said.inner.id, |node| node.set_live(Live::Polite));
        offer.is_some_and(|offer| ui.button(offer.words()).on_hover_text(offer.keys(ui.ctx())).clicked())
    })
    .inner
}

/// Where remarks stand: on the board over the cover panel, whose figures are what one looks at after a drop; elsewhere at
/// the bottom.
fn foot(ctx: &Context) -> egui::Pos2 {
    let whole = ctx.content_rect();
    let above = tour::marked(ctx, Mark::Cover)
        .unwrap_or(Rect::from_x_y_ranges(whole.x_range(), whole.bottom() - size::GAP_M..=whole.bottom()));
    above.center_top() - vec2(0.0, size::GAP_S)
}

/// A key, or a press of the pointer elsewhere than on the remark at `place`.
fn does_something_else(ctx: &Context, place: Rect) -> bool {
    ctx.input(|input| {
        input.events.iter().any(|event| match event {
            Event::Key { pressed, .. } => *pressed,
            Event::PointerButton { pos, pressed, .. } => *pressed && !place.contains(*pos),
            _ => false,
        })
    })
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers, Rect};
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::testing::{Program, sample};

    const GONE: &str = "Done: delete the scenario January push.";

    /// A scenario was deleted, and the remark says so.
    fn deleted() -> Program {
        let mut program = Program::start(Some(&sample()));
        program.window.key_press_modifiers(Modifiers::COMMAND, Key::K);
        program.window.run();
        program.window.event(Event::Text("delete scenario".to_owned()));
        program.window.run();
        program.press(Key::Enter);
        assert_eq!(program.plan().scenarios.len(), sample().scenarios.len() - 1);
        program
    }

    /// Lets `seconds` pass in which the user does nothing.
    fn wait(program: &mut Program, seconds: f64) {
        let now = |program: &Program| program.window.ctx.input(|input| input.time);
        let until = now(program) + seconds;
        while now(program) < until {
            program.window.step();
        }
    }

    fn is_said(program: &Program) -> bool {
        program.window.query_by_label(GONE).is_some()
    }

    #[test]
    fn what_was_taken_away_is_said_and_brought_back_with_a_click() {
        let mut program = deleted();
        assert!(is_said(&program));
        program.click("Undo");
        assert_eq!(program.plan(), sample());
        program.sees("Undone: delete the scenario January push.");
        assert!(program.window.query_by_label("Undo").is_none(), "undoing is not offered for an undo");
    }

    #[test]
    fn a_remark_leaves_with_the_next_thing_that_is_done() {
        let mut program = deleted();
        wait(&mut program, LEAST_SECONDS);
        assert!(is_said(&program));
        program.window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
        program.window.run();
        assert!(!is_said(&program));
    }

    #[test]
    fn a_remark_leaves_by_itself() {
        let mut program = deleted();
        wait(&mut program, SECONDS - 1.0);
        assert!(is_said(&program));
        wait(&mut program, 1.5);
        assert!(!is_said(&program));
    }

    #[test]
    fn a_remark_covers_nothing_of_what_an_edit_changes_in_figures() {
        for (width, height) in [(900.0, 600.0), (1440.0, 900.0)] {
            let mut program = deleted();
            program.window.set_size(vec2(width, height));
            program.window.step();
            program.window.step();
            let remark = program.window.get_by_label(GONE).rect();
            let cover = program.window.get_all_by_label_contains("at least").map(|node| node.rect());
            let bar = program.window.get_by_label("Shown date").rect();
            let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(width, height));
            assert!(window.contains_rect(remark));
            assert!(cover.chain([bar]).all(|rect| !rect.intersects(remark)), "{remark}");
        }
    }
}
