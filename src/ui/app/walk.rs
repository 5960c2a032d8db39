//! A walk through the whole window without a pointer and without eyes: everything has a name, and the keyboard gets
//! everywhere and back again.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{Action as Deed, Role};
use egui::epaint::ClippedShape;
use egui::{Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::store::{SAMPLES, parse};
use crate::ui::command::{Action, Command, Group};
use crate::ui::screen::View;
use crate::ui::testing::{self, Program};

/// The window in which the keyboard has the longest way: little is in sight at once.
const SMALL: egui::Vec2 = vec2(1100.0, 700.0);
/// More stops than any view has.
const MOST_STOPS: usize = 600;
/// Letters of the icon font.
const ICONS: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';

/// Something a user can act on, as a screen reader knows it.
#[derive(Clone, Debug, PartialEq)]
struct Control {
    role: Role,
    name: String,
    /// What it stands in, as far as that has a name.
    within: String,
    rect: Rect,
    disabled: bool,
    focused: bool,
}

impl std::fmt::Display for Control {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { role, name, rect, .. } = self;
        write!(f, "{role:?} {name:?} at {rect:?}")
    }
}

impl Control {
    /// It, if it can be acted on. Text that can only be marked and copied is no control.
    fn of(node: &Node<'_>) -> Option<Self> {
        let known = node.accesskit_node();
        let data = known.data();
        let takes = data.supports_action(Deed::Focus);
        let acts = takes || data.supports_action(Deed::Click);
        let read_only = !takes && (known.role() == Role::Label || data.is_read_only());
        if known.is_hidden() || !acts || read_only {
            return None;
        }
        let above = std::iter::successors(node.parent(), Node::parent);
        let within = above.filter_map(|above| {
            let above = above.accesskit_node();
            // What floats above the rest is a place of its own.
            let floats = matches!(above.role(), Role::Dialog | Role::Menu);
            if floats { Some(format!("{:?}", above.id())) } else { above.label() }
        });
        Some(Self {
            role: known.role(),
            name: known.label().or_else(|| data.placeholder().map(str::to_owned)).unwrap_or_default(),
            within: within.collect::<Vec<_>>().join(", "),
            rect: known.raw_bounds().map_or(Rect::NOTHING, |_| node.rect()),
            disabled: known.is_disabled(),
            focused: known.is_focused(),
        })
    }

    /// The Tab key leads to it.
    fn is_stop(&self) -> bool {
        // The rows of the table are gone through with the arrow keys.
        !self.disabled && !matches!(self.role, Role::ScrollBar | Role::Row)
    }

    fn is_on_one_line_with(&self, other: &Self) -> bool {
        let shared = self.rect.y_range().intersection(other.rect.y_range()).span();
        shared >= 0.6 * self.rect.height().max(other.rect.height())
    }
}

/// Every control on the screen, in the order of the tree.
fn controls(program: &Program) -> Vec<Control> {
    program.window.root().children_recursive().filter_map(|node| Control::of(&node)).collect()
}

/// What a screen reader could not say of these controls. A scroll bar is known by its role.
fn unsaid(controls: &[Control]) -> Vec<String> {
    let spoken = controls.iter().filter(|control| control.role != Role::ScrollBar);
    let mut complaints = Vec::new();
    let mut known: BTreeMap<String, Vec<&Control>> = BTreeMap::new();
    for control in spoken {
        if !control.name.chars().any(char::is_alphanumeric) {
            complaints.push(format!("nameless: {control}"));
        } else if control.name.contains(|letter| ICONS.contains(&letter)) {
            complaints.push(format!("an icon in its name: {control}"));
        } else if !control.disabled {
            let key = format!("{:?} {} in {}", control.role, control.name, control.within);
            known.entry(key).or_default().push(control);
        }
    }
    for twins in known.values().filter(|twins| twins.len() > 1) {
        complaints.extend(twins.iter().map(|twin| format!("one of {} alike: {twin}", twins.len())));
    }
    complaints
}

/// What has been complained of, each thing once.
#[derive(Default)]
struct Complaints(BTreeMap<String, String>);

impl Complaints {
    fn listen(&mut self, place: &str, program: &Program) {
        for complaint in unsaid(&controls(program)) {
            let what = complaint.split(" at [").next().unwrap_or_default().to_owned();
            self.0.entry(what).or_insert_with(|| format!("{place}: {complaint}"));
        }
    }

    #[track_caller]
    fn assert_none(self) {
        let all: Vec<String> = self.0.into_values().collect();
        assert!(all.is_empty(), "a screen reader would be at a loss:\n{}", all.join("\n"));
    }
}

fn run(program: &mut Program) {
    // What moves for a while is looked at while it moves.
    program.settle();
}

fn press(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.window.key_press_modifiers(modifiers, key);
    run(program);
}

fn go(program: &mut Program, view: View) {
    press(program, Modifiers::COMMAND, view.action().shortcut().unwrap().logical_key);
}

fn ask(program: &mut Program, action: Action) {
    program.window.state_mut().commands.push(Command::Do(action));
    run(program);
}

#[test]
fn everything_has_a_name_in_every_view_of_every_sample() {
    let mut complaints = Complaints::default();
    let mut program = Program::start(None);
    complaints.listen("start screen", &program);
    ask(&mut program, Action::Palette);
    complaints.listen("palette without a plan", &program);
    for sample in &SAMPLES {
        let plan = parse(sample.json.as_bytes(), "sample").unwrap();
        let mut program = Program::start(Some(&plan));
        for view in View::ALL {
            go(&mut program, view);
            complaints.listen(&format!("{}, {}", plan.name, view.name()), &program);
        }
    }
    complaints.assert_none();
}

#[test]
fn everything_has_a_name_in_what_an_action_opens() {
    let mut complaints = Complaints::default();
    let plan = testing::sample();
    // A picture is drawn by other tests; it opens nothing but the question where to.
    let drawn =
        |action: &Action| matches!(action.group(), Group::Share | Group::ShareBoard | Group::ShareComparison);
    for action in Action::ALL.into_iter().filter(|action| !drawn(action)) {
        for plan in [None, Some(&plan)] {
            if plan.is_some() || action.needs_no_plan() {
                let mut program = Program::start(plan);
                ask(&mut program, action);
                complaints.listen(action.text(), &program);
                let mut dialogs = program.window.query_all_by_role(Role::Dialog);
                assert!(
                    dialogs.all(|dialog| dialog.accesskit_node().label().is_some()),
                    "the dialog of {action:?} has no name"
                );
            }
        }
    }
    complaints.assert_none();
}

#[test]
fn everything_has_a_name_in_what_a_click_opens() {
    let mut complaints = Complaints::default();
    let mut program = Program::start(Some(&testing::sample()));
    for view in View::ALL {
        go(&mut program, view);
        let opens = |one: &Control| matches!(one.role, Role::Button | Role::ComboBox) && !one.disabled;
        let mut doors: Vec<Control> = controls(&program).into_iter().filter(opens).collect();
        // Of what stands under each other in the same shape, one is enough.
        let mut shapes = BTreeSet::new();
        doors.retain(|door| {
            let Rect { min, max } = door.rect;
            shapes.insert([min.x, max.x, max.y - min.y].map(|length| length.round() as i32))
        });
        assert!(!doors.is_empty(), "{} has nothing to click", view.name());
        for door in doors {
            let found: Vec<Node<'_>> =
                program.window.query_all_by_role_and_label(door.role, &door.name).collect();
            // What another click has taken away for good is not waited for.
            let Some(node) = found.first() else { continue };
            node.click();
            drop(found);
            run(&mut program);
            complaints.listen(&format!("{}, {}", view.name(), door.name), &program);
            for _ in 0..3 {
                press(&mut program, Modifiers::NONE, Key::Escape);
            }
            if program.window.state().desk().unwrap().session.history().undo_label().is_some() {
                ask(&mut program, Action::Undo);
            }
            go(&mut program, view);
        }
    }
    complaints.assert_none();
}

/// The control that has the keyboard, what was drawn with it, and where.
struct Stop {
    control: Control,
    shapes: Vec<ClippedShape>,
}

fn stop(program: &Program) -> Option<Stop> {
    let control = controls(program).into_iter().find(|control| control.focused)?;
    Some(Stop { control, shapes: program.window.output().shapes.clone() })
}

/// Presses Tab until it is back where it began, and says what is wrong on the way.
fn round(program: &mut Program, place: &str) -> (Vec<Control>, Vec<String>) {
    let window = Rect::from_min_size(Pos2::ZERO, SMALL).expand(1.0);
    let (mut visited, mut wrong): (Vec<Control>, Vec<String>) = (Vec::new(), Vec::new());
    let mut before: Option<Stop> = None;
    for step in 0..MOST_STOPS {
        press(program, Modifiers::NONE, Key::Tab);
        let Some(now) = stop(program) else {
            wrong.push(format!("{place}: after {step} stops nothing has the keyboard"));
            before = None;
            continue;
        };
        let control = &now.control;
        if !window.contains_rect(control.rect) {
            wrong.push(format!("{place}: out of sight: {control}"));
        }
        if let Some(before) = &before {
            let was = &before.control;
            // What was scrolled meanwhile stands elsewhere now.
            let stayed = controls(program).iter().any(|one| one.name == was.name && one.rect == was.rect);
            if stayed && was.is_on_one_line_with(control) && control.rect.right() <= was.rect.left() {
                wrong.push(format!("{place}: from {was} back to {control}"));
            }
            let ring = |shape: &&ClippedShape| shape.shape.visual_bounding_rect().intersects(was.rect);
            if before.shapes.iter().filter(ring).all(|shape| now.shapes.contains(shape)) {
                wrong.push(format!("{place}: looks the same with the keyboard and without: {was}"));
            }
        }
        if visited.first().is_some_and(|first| first.role == control.role && first.name == control.name) {
            return (visited, wrong);
        }
        visited.push(control.clone());
        before = Some(now);
    }
    wrong.push(format!("{place}: Tab does not come round"));
    (visited, wrong)
}

#[test]
fn tab_goes_through_every_view_from_left_to_right_in_sight_and_round() {
    let mut wrong = Vec::new();
    for view in View::ALL {
        let mut program = Program::start(Some(&testing::sample()));
        program.window.set_size(SMALL);
        run(&mut program);
        go(&mut program, view);
        let there = controls(&program);
        let (visited, complaints) = round(&mut program, view.name());
        wrong.extend(complaints);
        let reached = |one: &&Control| visited.iter().any(|at| at.role == one.role && at.name == one.name);
        let missed = there.iter().filter(|one| one.is_stop()).filter(|one| !reached(one));
        wrong.extend(missed.map(|one| format!("{}: never reached: {one}", view.name())));
        // And back by the same way.
        for expected in visited.iter().rev().take(12) {
            press(&mut program, Modifiers::SHIFT, Key::Tab);
            let at = stop(&program).map(|stop| stop.control.name).unwrap_or_default();
            if at != expected.name {
                wrong.push(format!("{}: back from Tab is {at:?}, not {expected}", view.name()));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tab_goes_through_the_steps_of_a_new_plan() {
    let mut wrong = Vec::new();
    for squad in [None, Some("From a file or the clipboard"), Some("Type it"), Some("Later")] {
        let mut program = Program::start(None);
        program.window.set_size(SMALL);
        run(&mut program);
        ask(&mut program, Action::NewPlan);
        // The club has the keyboard: what is next comes when it has a name.
        program.type_into("Club", "Brentford");
        if let Some(way) = squad {
            program.click("Next: squad");
            program.click(way);
        }
        run(&mut program);
        let place = squad.unwrap_or("Club and season");
        let there = controls(&program);
        let (visited, complaints) = round(&mut program, place);
        wrong.extend(complaints);
        let reached = |one: &&Control| visited.iter().any(|at| at.role == one.role && at.name == one.name);
        let missed = there.iter().filter(|one| one.is_stop()).filter(|one| !reached(one));
        wrong.extend(missed.map(|one| format!("{place}: never reached: {one}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tab_goes_on_from_a_line_that_was_entered() {
    for (modifiers, expected) in
        [(Modifiers::NONE, "Pick a day: Contract until"), (Modifiers::SHIFT, "More about Virgil van Dijk")]
    {
        let mut program = Program::start(Some(&testing::sample()));
        program.type_into("Contract until", "2029");
        press(&mut program, Modifiers::NONE, Key::Enter);
        assert!(stop(&program).is_none(), "what is typed is done");
        press(&mut program, modifiers, Key::Tab);
        assert_eq!(stop(&program).map(|stop| stop.control.name).unwrap_or_default(), expected);
    }
}

#[test]
fn escape_closes_the_topmost_and_the_keyboard_returns_to_where_it_was() {
    let mut program = Program::start(Some(&testing::sample()));
    let name = "Ibrahima Konaté, first choice, right centre-back";
    let has_keyboard = |program: &Program| stop(program).map(|stop| stop.control.name).unwrap_or_default();
    for action in [Action::Palette, Action::Keys, Action::PlanSettings, Action::Preferences, Action::SaveAs] {
        program.window.get_by_label_contains(name).focus();
        run(&mut program);
        ask(&mut program, action);
        press(&mut program, Modifiers::NONE, Key::Tab);
        let inside = has_keyboard(&program);
        assert!(!inside.is_empty() && !inside.contains(name), "{action:?} gets no keyboard, but {inside:?}");
        press(&mut program, Modifiers::NONE, Key::Escape);
        assert!(has_keyboard(&program).contains(name), "after {action:?}: {:?}", has_keyboard(&program));
    }
    for menu in ["Menu", "Share", "More units"] {
        program.window.get_by_label(menu).focus();
        run(&mut program);
        press(&mut program, Modifiers::NONE, Key::Enter);
        for step in 0..3 {
            press(&mut program, Modifiers::NONE, if step == 0 { Key::Tab } else { Key::ArrowDown });
        }
        assert_ne!(has_keyboard(&program), menu, "its lines get no keyboard");
        press(&mut program, Modifiers::NONE, Key::Escape);
        assert_eq!(has_keyboard(&program), menu);
    }
}
