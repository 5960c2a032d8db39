//! The comparison as a user sees it.

use egui::accesskit::Role;
use egui::{Key, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::model::Plan;
use crate::ui::screen::View;
use crate::ui::testing::{Window, click, sample, window};

fn shown(plan: Plan) -> Window {
    window(plan, View::Compare)
}

fn rebuild() -> Plan {
    serde_json::from_str(include_str!("../../../saves/real-madrid-2026-rebuild.json")).unwrap()
}

/// Every name of this role that begins like this.
fn names(window: &Window, role: Role, beginning: &str) -> Vec<String> {
    let nodes = window.get_all_by_role(role);
    let names = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or(node.value())
    });
    names.filter(|name| name.starts_with(beginning)).collect()
}

#[track_caller]
fn name(window: &Window, role: Role, beginning: &str) -> String {
    names(window, role, beginning).into_iter().next().unwrap_or_else(|| {
        panic!("no {role:?} begins with {beginning:?}: {:?}", names(window, role, ""));
    })
}

#[track_caller]
fn figure(window: &Window, beginning: &str) -> String {
    name(window, Role::Button, beginning)
}

fn sentence(window: &Window, beginning: &str) -> String {
    name(window, Role::Label, beginning)
}

#[test]
fn the_sentence_stands_first_and_the_columns_say_the_same() {
    let window = shown(sample());
    let said = sentence(&window, "January push costs");
    assert!(said.contains("more than Do nothing") && said.contains("more matchdays"), "{said}");
    assert!(figure(&window, "January push, Net spend").contains("£17.5m if done £35m, +£17.5m"));
    assert!(figure(&window, "Do nothing, Net spend").ends_with("£0"));
    for row in ["Season cost 2025", "Season cost 2026", "Matchdays with 3", "Short of 2", "Short of 3"] {
        for scenario in ["January push", "Summer free", "Do nothing"] {
            figure(&window, &format!("{scenario}, {row}"));
        }
    }
}

#[test]
fn every_figure_says_how_it_was_made() {
    let mut window = shown(sample());
    for (row, title) in [
        ("January push, Net spend", "Net spend, 25 Sep 2025 to 30 Jun 2027"),
        ("January push, Season cost 2026", "Amortisation and wages, 1 Jul 2026 to 30 Jun 2027"),
        ("Summer free, Matchdays with 3", "Matchdays with three centre-backs available"),
        ("Do nothing, Short of 2", "Short of 2 on some matchday"),
    ] {
        let name = figure(&window, row);
        click(&mut window, &name);
        window.get_by_value(title);
        window.key_press(Key::Escape);
        window.run();
        assert!(window.query_by_value(title).is_none(), "{title} stays open");
    }
    click(&mut window, "How made: cost");
    sentence(&window, "Difference in cost");
    click(&mut window, "Change assumptions");
    assert_eq!(window.state().desk.screen.view, View::Assumptions);
}

#[test]
fn how_a_figure_was_made_has_room_in_a_low_window() {
    let mut window = shown(sample());
    window.set_size(egui::vec2(1100.0, 620.0));
    window.run();
    let name = figure(&window, "January push, Season cost 2026");
    click(&mut window, &name);
    window.run_steps(4);
    let [top, bottom] = ["Close", "Change assumptions"].map(|name| window.get_by_label(name).rect());
    let popup = top.union(bottom);
    let inside = egui::Rect::from_min_size(pos2(0.0, 0.0), egui::vec2(1100.0, 620.0));
    assert!(inside.contains_rect(popup) && popup.height() > 250.0, "{popup}");
}

#[test]
fn a_move_for_another_unit_leads_to_it() {
    let text = include_str!("../../../saves/real-madrid-2024-25-january.json");
    let plan = crate::store::parse(text.as_bytes(), "the January sample").unwrap();
    let mut window = shown(plan);
    let said = |window: &Window| sentence(window, "January bid for Alexander-Arnold costs");
    assert!(said(&window).contains("The moves that differ are for another unit: Right-back."));
    click(&mut window, "Compare right-back");
    window.run();
    assert!(said(&window).contains("available at right-back"), "{}", said(&window));
    assert!(window.query_by_label("Compare right-back").is_none());
}

#[test]
fn the_slider_moves_the_sentence_live_and_commits_once() {
    let mut window = shown(rebuild());
    let before = sentence(&window, "Konaté free costs");
    assert_eq!(window.state().desk.session.revision(), 0, "looking at the slider changes nothing");
    let rail = window.get_by_label("Value of a covered matchday, slider").rect();
    let at = |share: f32| pos2(rail.left() + rail.width() * share, rail.center().y);
    window.hover_at(at(0.25));
    window.run();
    window.drag_at(at(0.25));
    window.run();
    window.hover_at(at(0.8));
    window.run();
    let during = sentence(&window, "Konaté free costs");
    assert_ne!(before, during);
    assert_eq!(window.state().desk.session.revision(), 0, "nothing is changed before the slider is let go");
    window.drop_at(at(0.8));
    window.run();
    assert_eq!(window.state().desk.session.revision(), 1);
    let set = window.state().desk.session.plan().money.covered_matchday_value.clone().unwrap();
    assert!(set.amount > 3_000_000, "{set:?}");
    assert_eq!(sentence(&window, "Konaté free costs"), during);
    click(&mut window, "Back to the assumption");
    assert_eq!(window.state().desk.session.plan().money.covered_matchday_value, None);
    assert_eq!(sentence(&window, "Konaté free costs"), before);
}

#[test]
fn the_value_is_typed_as_well() {
    let mut window = shown(sample());
    let field = |window: &Window| {
        window.get_by_role_and_label(Role::TextInput, "Value of a covered matchday").focus();
    };
    field(&window);
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Value of a covered matchday").type_text("400k");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let set = window.state().desk.session.plan().money.covered_matchday_value.clone();
    assert_eq!(set.map(|set| set.amount), Some(400_000));
    assert!(sentence(&window, "January push costs").contains("valued at £400k"));
}

#[test]
fn a_value_that_is_none_stays_to_be_mended() {
    let mut window = shown(sample());
    let name = "Value of a covered matchday";
    let typed = |window: &Window| window.get_by_role_and_label(Role::TextInput, name).value();
    let type_over = |window: &mut Window, words: &str| {
        window.get_by_role_and_label(Role::TextInput, name).focus();
        window.run();
        window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        window.run();
        window.get_by_role_and_label(Role::TextInput, name).type_text(words);
        window.run();
        window.key_press(Key::Enter);
        window.run();
    };
    type_over(&mut window, "a lot");
    assert_eq!(typed(&window).as_deref(), Some("a lot"));
    assert!(window.query_by_label("an amount, like 1.5m").is_some());
    assert!(!window.state().desk.session.is_dirty());
    type_over(&mut window, "2m");
    assert_eq!(typed(&window).as_deref(), Some("£2m"));
    assert!(window.query_by_label("an amount, like 1.5m").is_none());
}

#[test]
fn what_differs_leads_to_its_place() {
    let mut window = shown(sample());
    let line = figure(&window, "Go to: Right centre-back 3rd choice");
    click(&mut window, &line);
    let screen = &window.state().desk.screen;
    assert_eq!(screen.view, View::Board);
    assert_eq!(screen.scenario.as_str(), "january-push");
    assert_eq!(screen.selected.as_ref().unwrap().as_str(), "marc-guehi");
}

#[test]
fn another_baseline_is_one_click_away_and_brings_the_break_even() {
    let mut window = shown(sample());
    click(&mut window, "Make Summer free the baseline");
    assert_eq!(window.state().desk.session.plan().baseline.as_str(), "summer-free");
    let said = sentence(&window, "January push costs");
    assert!(said.contains("more than Summer free"), "{said}");
    assert!(said.contains("the plan says 25\u{a0}%"), "{said}");
    click(&mut window, "How made: break-even");
    sentence(&window, "Break-even chance");
}

#[test]
fn a_click_on_a_column_has_the_sentence_speak_of_it() {
    let mut window = shown(sample());
    // Beside the name: elsewhere stand figures with an answer of their own.
    let press = |window: &mut Window, name: &str| {
        let place = window.get_by_label(name).rect().left_top() + vec2(120.0, 26.0);
        window.drag_at(place);
        window.run();
        window.drop_at(place);
        window.run();
    };
    press(&mut window, "Speak of Summer free");
    sentence(&window, "Summer free costs");
    assert_eq!(window.state().desk.screen.scenario.as_str(), "summer-free", "it is the shown one everywhere");
    press(&mut window, "Speak of Do nothing");
    sentence(&window, "Do nothing costs");
    assert_eq!(window.state().desk.session.revision(), 0, "looking changes nothing");
}

#[test]
fn the_sentence_compares_with_any_other_column() {
    let mut window = shown(sample());
    click(&mut window, "The sentence compares with Do nothing");
    window.get_all_by_label("Summer free").last().unwrap().click();
    window.run();
    let said = sentence(&window, "January push costs");
    assert!(said.contains("than Summer free"), "{said}");
    assert_eq!(window.state().desk.session.plan().baseline.as_str(), "do-nothing");
}

#[test]
fn scenarios_are_switched_off_and_on_but_never_the_baseline() {
    let mut window = shown(sample());
    click(&mut window, "Compare Summer free");
    assert!(names(&window, Role::Button, "Summer free, ").is_empty());
    click(&mut window, "Compare January push");
    click(&mut window, "Compare Do nothing");
    assert!(!names(&window, Role::Button, "Do nothing, ").is_empty());
    click(&mut window, "Compare January push");
    sentence(&window, "January push costs");
}

#[test]
fn the_days_that_count_are_typed() {
    let mut window = shown(sample());
    let last = figure(&window, "Last day that counts");
    click(&mut window, &last);
    window.get_by_role_and_label(Role::TextInput, "Last day that counts").type_text("30 jun 2026");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let said = sentence(&window, "January push costs");
    assert!(said.contains("up to 30 Jun 2026"), "{said}");
    assert!(figure(&window, "January push, Net spend").contains("to Jun 2026"));
    click(&mut window, "Back to the usual days");
    assert!(figure(&window, "January push, Net spend").contains("to Jun 2027"));
}

#[test]
fn dragging_the_date_shows_it_everywhere_and_computes_nothing() {
    let mut window = shown(sample());
    let counted = |window: &Window| {
        let desk = &window.state().desk;
        (desk.derived().computed(), desk.compared_curves_drawn())
    };
    let before = counted(&window);
    let chart = window.get_by_label("Shown date").rect();
    let at = |share: f32| pos2(chart.left() + chart.width() * share, chart.top() + 40.0);
    window.hover_at(at(0.3));
    window.run();
    window.drag_at(at(0.3));
    window.run();
    let mut days = vec![window.state().desk.screen.date];
    for step in 1..=12_u8 {
        window.hover_at(at(0.3 + 0.04 * f32::from(step)));
        window.run();
        days.push(window.state().desk.screen.date);
    }
    window.drop_at(at(0.78));
    window.run();
    days.dedup();
    assert!(days.len() > 10, "{days:?}");
    assert_eq!(counted(&window), before);
    window.key_press(Key::Home);
    window.run();
    assert_eq!(window.state().desk.screen.date, window.state().desk.session.plan().as_of);
}

#[test]
fn an_edit_is_compared_anew_and_undoing_it_as_before() {
    let mut window = shown(sample());
    let before = figure(&window, "January push, Matchdays");
    let desk = &mut window.state_mut().desk;
    let scenario: crate::model::ScenarioId = "january-push".parse().unwrap();
    let mut mv = desk.session.plan().scenario(&scenario).unwrap().moves[0].clone();
    mv.chance = 0.9;
    desk.session.apply(&crate::edit::Edit::PutMove { scenario, mv: Box::new(mv) }).unwrap();
    window.run();
    assert_ne!(figure(&window, "January push, Matchdays"), before);
    window.state_mut().desk.session.undo();
    window.run();
    assert_eq!(figure(&window, "January push, Matchdays"), before);
}

#[test]
fn the_depth_charts_lead_to_the_player() {
    let mut window = shown(sample());
    let cell = name(&window, Role::Button, "January push: Marc Guéhi: 3rd choice, right centre-back");
    window.get_all_by_label(&cell).next().unwrap().scroll_to_me();
    window.run();
    window.get_all_by_label(&cell).next().unwrap().click();
    window.run();
    let screen = &window.state().desk.screen;
    assert_eq!((screen.view, screen.selected.as_ref().unwrap().as_str()), (View::Board, "marc-guehi"));
}

#[test]
fn one_scenario_alone_offers_to_be_duplicated_and_then_nothing_differs() {
    let mut plan = sample();
    plan.scenarios.truncate(1);
    plan.baseline = plan.scenarios[0].id.clone();
    let mut window = shown(plan);
    click(&mut window, "Duplicate scenario");
    assert_eq!(window.state().desk.session.plan().scenarios.len(), 2);
    window.run();
    window.get_by_value("Nothing differs: the same moves, charts and formation.");
    sentence(&window, "Nothing differs between");
}

#[test]
fn a_plan_without_matchdays_claims_no_cover() {
    let mut plan = sample();
    plan.matchdays.clear();
    let window = shown(plan);
    for row in ["Matchdays", "Short of 2", "Short of 3"] {
        let figure = figure(&window, &format!("January push, {row}"));
        assert!(figure.contains("no matchdays"), "{figure}");
    }
    let said = sentence(&window, "January push");
    assert!(said.contains("no matchdays"), "{said}");
}
