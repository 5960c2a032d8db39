//! What is searched for is found, and found again where it stands.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::model::{Absence, AbsenceKind, Extra, Injury, Plan};
use crate::ui::command::Action;
use crate::ui::screen::View;
use crate::ui::testing::{self, Program};

/// A plan with one text of each kind that nothing else has.
fn plan() -> Plan {
    let mut plan = testing::sample();
    plan.notes = "Ask the board about ZEBRA.".to_owned();
    plan.scenarios[1].notes = "Only after the GIRAFFE is sold.".to_owned();
    plan.scenarios[0].moves[0].notes = "His agent is an OCELOT.".to_owned();
    let player = std::sync::Arc::make_mut(&mut plan.players[2]);
    player.notes = "Trains with the LLAMA group.".to_owned();
    let mut injury = Injury::starting("2025-03-01".parse().unwrap());
    injury.description = Some("bitten by a WALRUS".to_owned());
    player.injuries.push(injury);
    player.absences.push(Absence {
        kind: AbsenceKind::Suspension,
        from: "2025-10-01".parse().unwrap(),
        until: "2025-10-02".parse().unwrap(),
        note: Some("called the referee a PENGUIN".to_owned()),
        extra: Extra::new(),
    });
    let report = std::sync::Arc::make_mut(&mut plan.reports[0]);
    report.claim = "He was seen with an AARDVARK.".to_owned();
    report.outlet = "The Daily YAK".to_owned();
    plan
}

fn look_for(program: &mut Program, typed: &str) {
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    program.window.run();
    program.window.event(egui::Event::Text(typed.to_owned()));
    program.window.run();
    program.window.key_press(Key::Enter);
    // Not to the end: the ring fades.
    program.window.run_steps(5);
}

/// What of this name is seen: within the window, not cut off.
fn is_in_sight(program: &Program, words: &str) -> bool {
    let shown = program.window.query_all_by_label_contains(words).chain(program.window.query_all(
        egui_kittest::kittest::by().predicate(|node| node.value().is_some_and(|value| value.contains(words))),
    ));
    let below = 700.0 - crate::ui::theme::size::DATE_BAR_HEIGHT;
    shown.into_iter().any(|node| node.rect().top() >= 48.0 && node.rect().bottom() <= below)
}

fn ring(program: &Program) -> bool {
    let accent = crate::ui::theme::palette_of(&program.window.ctx).accent;
    program.window.output().shapes.iter().any(|shape| {
        matches!(&shape.shape, egui::Shape::Rect(rect)
            if rect.stroke.color == accent && rect.stroke_kind == egui::StrokeKind::Outside)
    })
}

#[test]
fn every_kind_of_text_leads_to_its_place_in_sight_and_with_a_ring() {
    let plan = plan();
    let (player, about) = (&plan.players[2], plan.reports[0].player.clone());
    let (mover, first, second) =
        (plan.scenarios[0].moves[0].player.clone(), &plan.scenarios[0].id, &plan.scenarios[1].id);
    for (typed, words, selected, scenario) in [
        ("aardvark", "AARDVARK", Some(about.clone()), first),
        ("daily yak", "Daily YAK", Some(about), first),
        ("llama", "LLAMA", Some(player.id.clone()), first),
        ("walrus", "WALRUS", Some(player.id.clone()), first),
        ("penguin", "PENGUIN", Some(player.id.clone()), first),
        ("ocelot", "OCELOT", Some(mover), first),
        ("giraffe", "GIRAFFE", None, second),
        ("zebra", "ZEBRA", None, first),
    ] {
        let mut program = Program::start(Some(&plan));
        program.window.set_size(egui::vec2(1100.0, 700.0));
        program.window.run();
        // From anywhere, not from the board alone.
        program.window.key_press_modifiers(Modifiers::COMMAND, Key::Num6);
        program.window.run();
        look_for(&mut program, typed);
        let screen = &program.window.state().desk().unwrap().screen;
        assert_eq!(
            (screen.view, &screen.selected, &screen.scenario),
            (View::Board, &selected, scenario),
            "{typed}"
        );
        assert!(is_in_sight(&program, words), "{typed} is out of sight");
        assert!(ring(&program), "{typed} does not stand out");
        program.window.run_steps(12);
        assert!(!ring(&program), "{typed} stands out for ever");
    }
}

#[test]
fn a_player_is_found_and_selected_from_any_view() {
    for view in View::ALL {
        let mut program = Program::start(Some(&plan()));
        program.window.key_press_modifiers(Modifiers::COMMAND, view.action().shortcut().unwrap().logical_key);
        program.window.run();
        look_for(&mut program, "konate");
        let screen = &program.window.state().desk().unwrap().screen;
        assert_eq!(screen.selected, Some("ibrahima-konate".parse().unwrap()), "{}", view.name());
        assert_eq!(screen.view, View::Board);
    }
}

#[test]
fn the_find_keys_begin_a_search_everywhere() {
    let keys = Action::Find.shortcut().unwrap();
    let begin = |program: &mut Program| {
        program.window.key_press_modifiers(keys.modifiers, keys.logical_key);
        program.window.run();
        let fields = program.window.query_all_by_role(Role::TextInput);
        let focused = fields.into_iter().find(egui_kittest::Node::is_focused);
        focused.and_then(|field| field.accesskit_node().label()).unwrap_or_default()
    };
    let palette = "Search or run a command";
    assert_eq!(begin(&mut Program::start(None)), palette);
    for view in View::ALL {
        let mut program = Program::start(Some(&plan()));
        program.window.key_press_modifiers(Modifiers::COMMAND, view.action().shortcut().unwrap().logical_key);
        program.window.run();
        let expected = match view {
            View::Targets => "Look for",
            View::Squad => "Filter players",
            View::Assumptions => "Filter assumptions",
            _ => palette,
        };
        assert_eq!(begin(&mut program), expected, "{}", view.name());
    }
}
