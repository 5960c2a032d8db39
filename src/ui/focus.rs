//! The way of the keyboard through the window.
//!
//! egui hands it on in the order in which things are drawn. On top of that: Tab goes through a line from left to right
//! even where the right end is drawn first, what has the keyboard is brought into sight, and when a dialog or a menu
//! closes the keyboard returns to where it was. A line of a menu that is chosen with a key closes the menu, as a click does.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::containers::menu::{MenuState, SubMenu};
use egui::{
    Context, Event, Id, IdMap, KeyboardShortcut, LayerId, Plugin, Popup, RawInput, Rect, Ui, WidgetRects,
};

use super::command::walk_keys;

/// Two things stand on one line if they share so much of the higher one's height.
const SAME_LINE: f32 = 0.6;
/// What is cut off by less is in sight, points.
const CUT: f32 = 1.0;

/// Follows what has the keyboard, and corrects where it goes.
#[derive(Debug, Default)]
pub(super) struct Focus {
    last: Option<Id>,
    /// The line that Enter took it from: Tab goes on from there.
    entered: Option<Id>,
    /// Where it was last on each layer: the window itself, and what floats above it.
    remembered: IdMap<(LayerId, Id)>,
    /// The layer it was on last.
    layer: Option<LayerId>,
    popup: bool,
    /// A dialog kept it from the window itself.
    blocked: bool,
    /// What is asked of the next frame.
    asked: Vec<(Id, Action)>,
}

/// A menu that a key leaves open.
#[derive(Clone, Copy, Debug)]
struct StaysOpen;

/// Chosen lines leave the menu around `ui` open: it is for several answers.
pub(super) fn stays_open(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(ui.layer_id().id, StaysOpen));
}

/// A menu is open, or was until a key of this frame closed it: Enter and Escape are meant for it alone.
pub(super) fn menu_has_keys(ctx: &Context) -> bool {
    let was_open = || ctx.plugin_opt::<Focus>().is_some_and(|focus| focus.lock().popup);
    Popup::is_any_open(ctx) || was_open()
}

impl Plugin for Focus {
    fn debug_name(&self) -> &'static str {
        "the way of the keyboard"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        input.events.extend(self.asked.drain(..).map(|(id, action)| {
            Event::AccessKitActionRequest(ActionRequest {
                action,
                target_tree: TreeId::ROOT,
                target_node: id.accesskit_id(),
                data: None,
            })
        }));
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        let focused = ctx.memory(egui::Memory::focused);
        // Where nothing is drawn, nothing has it.
        let now = focused.filter(|id| ctx.viewport(|viewport| viewport.this_pass.widgets.contains(*id)));
        let pressed = Pressed::of(ctx);
        if pressed == Pressed::Choose && self.last.is_some_and(|id| closes_menu(ctx, id)) {
            Popup::close_all(ctx);
            ctx.request_repaint();
        }
        let popup = Popup::is_any_open(ctx);
        let reachable = |layer| ctx.memory(|memory| memory.allows_interaction(layer));
        let blocked = !reachable(LayerId::background());
        let left_on_purpose = self.layer.is_some_and(reachable);
        let (back, asked) = ctx.viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let corrected = self.corrected(now, pressed, widgets).map(|id| (id, Action::Focus));
            let unseen = || Some((self.unseen(now, pressed, widgets)?, Action::ScrollIntoView));
            let back = self.kept(now, pressed).or_else(|| self.returned(now, blocked, widgets));
            (back, corrected.or_else(unseen))
        });
        if let Some(id) = back {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        if back.is_some() || asked.is_some() {
            ctx.request_repaint();
        }
        self.asked.extend(asked);
        ctx.viewport(|viewport| self.remember(now, left_on_purpose, &viewport.this_pass.widgets));
        self.entered = match (now, pressed) {
            (Some(_), _) | (None, Pressed::Pointer) => None,
            (None, Pressed::Choose) => self.last.or(self.entered),
            (None, _) => self.entered,
        };
        (self.last, self.popup, self.blocked) = (now, popup, blocked);
    }
}

/// What was pressed in this frame.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Pressed {
    /// Tab.
    Next,
    /// Tab with Shift.
    Previous,
    /// Escape.
    Escape,
    /// What a click on the focused line would do.
    Choose,
    /// The pointer, or it was let go.
    Pointer,
    /// Nothing of these.
    Else,
}

impl Pressed {
    fn of(ctx: &Context) -> Self {
        ctx.input(|input| {
            let pressed = |wanted: KeyboardShortcut| {
                input.events.iter().any(|event| {
                    matches!(event, Event::Key { key, pressed: true, modifiers, .. }
                        if *key == wanted.logical_key && modifiers.matches_exact(wanted.modifiers))
                })
            };
            if pressed(walk_keys::NEXT) {
                Self::Next
            } else if pressed(walk_keys::PREVIOUS) {
                Self::Previous
            } else if pressed(walk_keys::LEAVE) {
                Self::Escape
            } else if walk_keys::CHOOSE.into_iter().any(pressed) {
                Self::Choose
            } else if input.pointer.any_pressed() || input.pointer.any_released() {
                Self::Pointer
            } else {
                Self::Else
            }
        })
    }
}

impl Focus {
    /// Where Tab leads instead, if egui leads elsewhere.
    fn corrected(&self, now: Option<Id>, pressed: Pressed, widgets: &WidgetRects) -> Option<Id> {
        let from = self.last.or(self.entered);
        let from = from.filter(|_| matches!(pressed, Pressed::Next | Pressed::Previous))?;
        let forth = pressed == Pressed::Next;
        let layer = widgets.get(from)?.layer_id;
        if forth && (now == Some(from) || now.is_some_and(|to| layer_of(widgets, to) != Some(layer))) {
            return None;
        }
        let order = reading_order(widgets, layer);
        let at = order.iter().position(|id| *id == from)?;
        let to = if forth { at + 1 } else { at + order.len() - 1 } % order.len();
        order.get(to).copied().filter(|to| Some(*to) != now)
    }

    /// Escape closes a menu, and leaves the keyboard where it is.
    fn kept(&self, now: Option<Id>, pressed: Pressed) -> Option<Id> {
        self.last.filter(|_| pressed == Pressed::Escape && self.popup && now.is_none())
    }

    /// What it was on lies beneath something that is gone.
    fn returned(&self, now: Option<Id>, blocked: bool, widgets: &WidgetRects) -> Option<Id> {
        let gone = self.layer.filter(|layer| widgets.get_layer(*layer).next().is_none());
        let freed = self.blocked && !blocked;
        if now.is_some() || (gone.is_none() && !freed) {
            return None;
        }
        let here =
            self.remembered.values().filter(|(layer, id)| gone != Some(*layer) && widgets.contains(*id));
        here.max_by_key(|(layer, _)| layer.order).map(|(_, id)| *id)
    }

    /// It has gone to something that is cut off.
    fn unseen(&self, now: Option<Id>, pressed: Pressed, widgets: &WidgetRects) -> Option<Id> {
        let id = now.filter(|id| self.last != Some(*id) && pressed != Pressed::Pointer)?;
        let widget = widgets.get(id)?;
        let cut = widget.rect.size() - widget.interact_rect.size();
        (cut.max_elem() > CUT).then_some(id)
    }

    fn remember(&mut self, now: Option<Id>, left_on_purpose: bool, widgets: &WidgetRects) {
        let exists = |layer: LayerId| widgets.get_layer(layer).next().is_some();
        if let Some((id, layer)) = now.and_then(|id| Some((id, layer_of(widgets, id)?))) {
            self.remembered.insert(layer.id, (layer, id));
            self.layer = Some(layer);
        } else if let Some(layer) = self.layer.filter(|layer| exists(*layer)) {
            // Nobody is to be led back there.
            if left_on_purpose {
                self.remembered.remove(&layer.id);
            }
        } else {
            self.layer = None;
        }
        self.remembered.retain(|_, (layer, _)| exists(*layer));
    }
}

/// What was chosen is a line of a menu, and not one that opens a menu of its own.
fn closes_menu(ctx: &Context, chosen: Id) -> bool {
    let Some(layer) = ctx.viewport(|viewport| layer_of(&viewport.this_pass.widgets, chosen)) else {
        return false;
    };
    let layers: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
    let Some(root) = layers.into_iter().find(|layer| Popup::is_id_open(ctx, layer.id)) else { return false };
    let within = |menu: Id| MenuState::from_id(ctx, menu, |state| state.open_item);
    let opens_another = within(layer.id) == Some(SubMenu::id_from_widget_id(chosen));
    let stays = ctx.data(|data| data.get_temp::<StaysOpen>(root.id)).is_some();
    let mut menus = std::iter::successors(Some(root.id), |menu| within(*menu));
    !opens_another && !stays && menus.any(|menu| menu == layer.id)
}

fn layer_of(widgets: &WidgetRects, id: Id) -> Option<LayerId> {
    widgets.get(id).map(|widget| widget.layer_id)
}

/// What can have the keyboard on a layer: as it is drawn, but each line from left to right.
fn reading_order(widgets: &WidgetRects, layer: LayerId) -> Vec<Id> {
    let takes = widgets.get_layer(layer).filter(|widget| {
        widget.enabled && widget.visible && widget.sense.is_focusable() && widget.rect.is_positive()
    });
    let mut places: Vec<(Rect, Id)> = takes.map(|widget| (widget.rect, widget.id)).collect();
    for line in places.chunk_by_mut(|one, other| on_one_line(one.0, other.0)) {
        line.sort_by(|one, other| one.0.left().total_cmp(&other.0.left()));
    }
    places.into_iter().map(|(_, id)| id).collect()
}

fn on_one_line(one: Rect, other: Rect) -> bool {
    let shared = one.y_range().intersection(other.y_range()).span();
    shared >= SAME_LINE * one.height().max(other.height())
}
