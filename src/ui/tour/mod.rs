//! The guided tour: four steps that point at the real thing. Doing it moves the tour on; it blocks nothing.

mod marks;
mod paint;
mod place;
mod step;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use egui::{Align, Area, Context, DragAndDrop, Id, Layout, Order, Popup, Rect, Ui, Vec2, vec2};

pub(in crate::ui) use marks::{Mark, is_marked, mark, marked};

use super::command::{Action, Command, FileCommand, Group, dialog_keys, keys_text};
use super::screen::{Screen, View};
use super::theme::{self, size, text};
use super::widgets::PrimaryButton;
use crate::model::Plan;
use step::{Before, DONE, Shown, Step};

/// Width of the panel, points.
const WIDTH: f32 = 272.0;
/// Its height before it was drawn once, points.
const HEIGHT: f32 = 170.0;

/// A tour under way, or offered.
#[derive(Debug)]
pub(super) struct Tour {
    /// The step; none while the tour is only offered.
    at: Option<usize>,
    /// How the shown step found everything.
    before: Option<Before>,
    /// Escape belonged to somebody else when the last frame ended.
    engaged: bool,
    /// The button that goes on takes the keyboard when it is next drawn.
    focus: bool,
    /// What the user took along.
    took: bool,
    size: Vec2,
}

/// Whether the tour goes on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Going {
    /// It does.
    On,
    /// It was left, or it is done.
    Over,
}

/// What was pressed on the panel.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Pressed {
    Nothing,
    Leave,
    Back,
    Next,
}

impl Tour {
    /// Asks first whether the user wants it.
    #[must_use]
    pub(super) fn offered() -> Self {
        let size = vec2(WIDTH, HEIGHT);
        Self { at: None, before: None, engaged: true, focus: false, took: false, size }
    }

    /// Begins with the first step.
    #[must_use]
    pub(super) fn begun() -> Self {
        Self { at: Some(0), focus: true, ..Self::offered() }
    }

    /// Another plan is open: the step finds everything as it is there.
    pub(super) fn look_anew(&mut self) {
        self.before = None;
    }

    /// A question stands over everything: the tour waits, and Escape is not for it.
    pub(super) fn wait(&mut self) {
        self.engaged = true;
    }

    /// Hears what the user asked for: taking a picture along is the last thing to do.
    pub(super) fn hear(&mut self, command: &Command) {
        self.took |= match command {
            Command::Do(action) => {
                matches!(action.group(), Group::Share | Group::ShareBoard | Group::ShareComparison)
            }
            Command::File(FileCommand::Export(_)) => true,
            _ => false,
        };
    }

    /// Draws the panel and what it points with, over everything drawn in this frame.
    pub(super) fn ui(
        &mut self,
        ctx: &Context,
        plan: &Arc<Plan>,
        screen: &Screen,
        commands: &mut Vec<Command>,
    ) -> Going {
        let engaged = std::mem::replace(&mut self.engaged, is_engaged(ctx));
        let pressed_escape = || ctx.input_mut(|input| input.consume_shortcut(&dialog_keys::CANCEL));
        if !engaged && !self.engaged && pressed_escape() {
            return leave(commands);
        }
        let carrying = DragAndDrop::has_any_payload(ctx);
        let Some(step) = self.at.and_then(|at| Step::ALL.get(at)).copied() else {
            return if carrying { Going::On } else { self.offer_ui(ctx) };
        };
        if self.before.is_none() {
            step.begin(screen, commands);
            self.before = Some(Before::of(plan, screen));
        }
        if self.is_done(step, plan, screen) && !engaged && !self.engaged {
            return self.go(step, screen, commands);
        }
        let shown = step.show(ctx, screen);
        paint::pointers(ctx, shown.ring, shown.goal);
        // While something is dragged the panel is out of the way.
        if carrying || ctx.dragged_id().is_some() {
            return Going::On;
        }
        match self.panel_ui(ctx, step, &shown) {
            Pressed::Nothing => Going::On,
            Pressed::Leave => leave(commands),
            Pressed::Back => {
                self.turn_to(self.at.map_or(0, |at| at.saturating_sub(1)));
                ctx.request_repaint();
                Going::On
            }
            Pressed::Next if step.is_away(screen) => {
                commands.push(Command::Show(View::Board));
                Going::On
            }
            Pressed::Next => {
                ctx.request_repaint();
                self.go(step, screen, commands)
            }
        }
    }

    fn is_done(&self, step: Step, plan: &Arc<Plan>, screen: &Screen) -> bool {
        let taken = step == Step::Compare && self.took;
        taken || self.before.as_ref().is_some_and(|before| step.is_done(before, plan, screen))
    }

    /// On to what comes after `step`.
    fn go(&mut self, step: Step, screen: &Screen, commands: &mut Vec<Command>) -> Going {
        if step != Step::Compare {
            self.turn_to(self.at.map_or(0, |at| at + 1));
        } else if screen.view == View::Compare || self.took {
            commands.push(Command::Say("That was the tour. The rest is yours.".to_owned()));
            return Going::Over;
        } else {
            commands.push(Command::Show(View::Compare));
        }
        Going::On
    }

    fn turn_to(&mut self, step: usize) {
        (self.at, self.before, self.took) = (Some(step), None, false);
    }

    /// Asks in a corner, once.
    fn offer_ui(&mut self, ctx: &Context) -> Going {
        let bounds = bounds(ctx);
        let corner = marked(ctx, Mark::DateBar).map_or(bounds.bottom(), |bar| bar.top() - size::GAP_S);
        let place = Rect::from_min_size(egui::pos2(bounds.left(), corner - self.size.y), self.size);
        let (start, leave) = self.area_ui(ctx, place, None, |ui| {
            ui.label(text::section("New to Backline?"));
            ui.label(text::body(
                "Four short steps show how a plan is made: drag, move the date, branch, compare. Leave \
                 whenever you like.",
            ));
            ui.add_space(size::GAP_XS);
            foot_ui(ui, |ui| {
                let start = ui.add(PrimaryButton::new("Show me"));
                let with_keys = start.has_focus();
                (start.clicked().then_some(with_keys), ui.button("No, thanks").clicked())
            })
        });
        if let Some(with_keys) = start {
            self.turn_to(0);
            self.focus = with_keys;
            ctx.request_repaint();
        }
        if leave { Going::Over } else { Going::On }
    }

    fn panel_ui(&mut self, ctx: &Context, step: Step, shown: &Shown) -> Pressed {
        let bounds = bounds(ctx);
        let ring = shown.ring.unwrap_or(Rect::from_center_size(bounds.center(), Vec2::ZERO));
        let place = place::beside(ring, self.size, bounds, &shown.free);
        let focus = std::mem::take(&mut self.focus);
        let at = Step::ALL.iter().position(|known| *known == step).unwrap_or(0);
        let (pressed, with_keys) = self.area_ui(ctx, place, shown.ring, |ui| {
            ui.label(text::small(format!("Tour \u{b7} {} of {}", at + 1, Step::ALL.len())).weak());
            ui.label(text::section(shown.heading));
            ui.label(text::body(shown.words));
            if !shown.keys.is_empty() {
                ui.label(text::second(&shown.keys).weak());
            }
            ui.add_space(size::GAP_XS);
            foot_ui(ui, |ui| buttons_ui(ui, shown.next, at > 0, focus))
        });
        // Who goes on with the keyboard goes on with it.
        self.focus = with_keys && pressed == Pressed::Next;
        pressed
    }

    /// Draws a panel at `place`, with a corner towards `ring`.
    fn area_ui<R>(
        &mut self,
        ctx: &Context,
        place: Rect,
        ring: Option<Rect>,
        content: impl FnOnce(&mut Ui) -> R,
    ) -> R {
        let area = Area::new(Id::unique("tour")).order(Order::Middle).fixed_pos(place.min).constrain(false);
        let shown = area.show(ctx, |ui| {
            let palette = theme::palette(ui);
            let frame =
                egui::Frame::popup(ui.style()).inner_margin(size::GAP_M).stroke((1.0, palette.accent));
            frame.show(ui, |ui| {
                ui.set_width(WIDTH.min(bounds(ctx).width()) - 2.0 * size::GAP_M - 2.0);
                content(ui)
            })
        });
        if let Some(ring) = ring {
            paint::corner(ctx, shown.response.rect, ring);
        }
        // Its place follows from its size, which is known once it is drawn.
        if self.size != shown.response.rect.size() {
            self.size = shown.response.rect.size();
            ctx.request_repaint();
        }
        shown.inner.inner
    }
}

/// The tour was left; says where it is to be found again.
fn leave(commands: &mut Vec<Command>) -> Going {
    let words =
        format!("The tour is over. \u{201c}{}\u{201d} in the menu brings it back.", Action::Tour.text());
    commands.push(Command::Say(words));
    Going::Over
}

/// Keys and pointer are busy with something that Escape would end, or that should end first.
fn is_engaged(ctx: &Context) -> bool {
    ctx.text_edit_focused()
        || Popup::is_any_open(ctx)
        || DragAndDrop::has_any_payload(ctx)
        || ctx.dragged_id().is_some()
        || ctx.input(|input| input.pointer.any_down())
}

fn bounds(ctx: &Context) -> Rect {
    ctx.content_rect().shrink(size::GAP_S)
}

/// A row of buttons, the first at the right end.
fn foot_ui<R>(ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), buttons).inner
}

/// What goes on, Back and Skip; says too whether the first has the keyboard.
fn buttons_ui(ui: &mut Ui, next: &str, back: bool, focus: bool) -> (Pressed, bool) {
    let ends = next == DONE;
    let next = ui.add(PrimaryButton::new(next));
    if focus {
        next.request_focus();
    }
    let mut pressed = if next.clicked() { Pressed::Next } else { Pressed::Nothing };
    if back && ui.button("Back").clicked() {
        pressed = Pressed::Back;
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let skip = egui::Button::new("Skip").frame_when_inactive(false);
        let keys = keys_text(ui.ctx(), &dialog_keys::CANCEL);
        if !ends && ui.add(skip).on_hover_text(keys).clicked() {
            pressed = Pressed::Leave;
        }
    });
    (pressed, next.has_focus())
}
