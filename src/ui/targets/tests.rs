//! The table as a user works with it: sorting, filtering, selecting, dragging.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::model::{Club, Currency, Foot, MoneyRange, Plan, Player, PlayerId, PlayerKind, Position};
use crate::ui::screen::View;
use crate::ui::testing::{Window, click, sample, type_into, window};

/// The sample with three more targets, of whom little is known.
fn plan() -> Plan {
    let mut plan = sample();
    for (name, club, born, asking) in [
        ("Ábel Zentai", "Club Brugge", Some("2004-03-01"), Some(12)),
        ("Bruno Ybarra", "Ajax", Some("2001-03-01"), None),
        ("Çelal Xhaka", "Ajax", None, Some(40)),
    ] {
        let mut player = Player::new(PlayerId::new_for(name, |_| false), name, PlayerKind::Target);
        player.club = Some(Club::named(club));
        player.born = born.map(|day: &str| day.parse().unwrap());
        player.positions = vec![Position::Lb];
        player.foot = Some(Foot::Left);
        player.asking = asking.map(|millions| MoneyRange::exactly(millions * 1_000_000, Currency::GBP));
        plan.players.push(player.into());
    }
    plan
}

fn table() -> Window {
    window(plan(), View::Targets)
}

/// The names in the rows, from the top.
fn names(window: &Window) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = window
        .get_all_by_role(Role::Row)
        .map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default()))
        .collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    rows.into_iter().map(|(_, label)| label.split(", ").next().unwrap_or_default().to_owned()).collect()
}

fn selected(window: &Window) -> Vec<String> {
    let rows = window.get_all_by_role(Role::Row);
    let selected = rows.filter(|row| row.accesskit_node().toggled() == Some(Toggled::True));
    selected
        .map(|row| {
            row.accesskit_node().label().unwrap_or_default().split(", ").next().unwrap_or_default().to_owned()
        })
        .collect()
}

fn middle(window: &Window, name: &str) -> Pos2 {
    window.get_by_label_contains(name).rect().center()
}

fn click_row(window: &mut Window, name: &str, modifiers: Modifiers) {
    window.get_by_label_contains(&format!("{name}, target")).click_modifiers(modifiers);
    window.run();
}

fn drag(window: &mut Window, from: Pos2, stops: &[Pos2]) {
    window.drag_at(from);
    window.step();
    window.hover_at(from + egui::vec2(20.0, 6.0));
    window.step();
    for stop in stops {
        window.hover_at(*stop);
        window.step();
        window.step();
    }
    window.drop_at(*stops.last().unwrap());
    window.run();
}

fn moves(window: &Window, scenario: &str) -> Vec<String> {
    let plan = window.state().desk.session.plan();
    let scenario = plan.scenario(&scenario.parse().unwrap()).unwrap();
    scenario.moves.iter().map(|mv| mv.player.to_string()).collect()
}

#[test]
fn a_head_sorts_and_what_is_not_known_comes_last_either_way() {
    let mut window = table();
    let by_name = names(&window);
    assert_eq!(by_name.first().unwrap(), "Ábel Zentai", "accents do not send a name to the end");
    click(&mut window, "Sort by age");
    let ages = names(&window);
    assert_eq!(
        (ages.first().unwrap().as_str(), ages.last().unwrap().as_str()),
        ("Ábel Zentai", "Çelal Xhaka")
    );
    click(&mut window, "Sort by age");
    let ages = names(&window);
    assert_eq!(ages.last().unwrap(), "Çelal Xhaka", "his age is not known");
    assert_ne!(ages.first().unwrap(), "Ábel Zentai");
    click(&mut window, "Sort by asking");
    assert_eq!(names(&window).first().unwrap(), "Çelal Xhaka", "the dearest first");
}

#[test]
fn typing_finds_names_clubs_and_positions_without_their_accents_and_letters_in_a_row() {
    for (typed, expected) in [
        ("celal", vec!["Çelal Xhaka"]),
        ("ajax", vec!["Bruno Ybarra", "Çelal Xhaka"]),
        ("lb ajax bruno", vec!["Bruno Ybarra"]),
        ("zntai", vec!["Ábel Zentai"]),
        ("nobody at all", vec![]),
    ] {
        let mut window = table();
        type_into(&mut window, "Look for", typed);
        let found: Vec<String> = if expected.is_empty() {
            window.query_all_by_role(Role::Row).map(|_| String::new()).collect()
        } else {
            names(&window)
        };
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn filters_of_columns_are_listed_and_taken_away_one_by_one() {
    let mut window = table();
    let all = names(&window).len();
    click(&mut window, "Filter by column");
    type_into(&mut window, "Club contains", "ajax");
    type_into(&mut window, "Youngest", "20");
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(names(&window), ["Bruno Ybarra"], "an age that is not known is not over 20");
    click(&mut window, "Without the filter 20 or older");
    assert_eq!(names(&window), ["Bruno Ybarra", "Çelal Xhaka"]);
    click(&mut window, "Without the filter club: ajax");
    assert_eq!(names(&window).len(), all);
}

#[test]
fn an_age_that_cannot_be_read_says_so_and_asks_for_nothing() {
    let mut window = table();
    let all = names(&window);
    click(&mut window, "Filter by column");
    type_into(&mut window, "Youngest", "twenty");
    window.get_by_value("An age in whole years, like 23.");
    assert_eq!(names(&window), all);
}

#[test]
fn the_switch_lists_the_squad_or_everybody() {
    let mut window = table();
    let targets = names(&window).len();
    // The button of the view has the same name: the segment is the radio button.
    window.get_by_role_and_label(Role::RadioButton, "Squad").click();
    window.run();
    assert!(names(&window).contains(&"Virgil van Dijk".to_owned()));
    window.get_by_role_and_label(Role::RadioButton, "All").click();
    window.run();
    let players = window.state().desk.session.plan().players.len();
    assert_eq!(names(&window).len(), players);
    assert!(targets < players);
}

#[test]
fn clicks_and_keys_select_rows_and_enter_opens_the_player_beside_the_table() {
    let mut window = table();
    click_row(&mut window, "Ábel Zentai", Modifiers::NONE);
    assert_eq!(selected(&window), ["Ábel Zentai"]);
    click_row(&mut window, "Çelal Xhaka", Modifiers::COMMAND);
    assert_eq!(selected(&window), ["Ábel Zentai", "Çelal Xhaka"]);
    click_row(&mut window, "Ábel Zentai", Modifiers::NONE);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run();
    assert_eq!(selected(&window), ["Ábel Zentai", "Bruno Ybarra"]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    assert_eq!(selected(&window), names(&window));
    window.key_press(Key::Home);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().desk.screen.selected.as_ref().unwrap(), &"abel-zentai");
    window.get_by_label("Details");
}

#[test]
fn the_selected_leave_the_plan_in_one_step() {
    let mut window = table();
    click_row(&mut window, "Ábel Zentai", Modifiers::NONE);
    click_row(&mut window, "Bruno Ybarra", Modifiers::COMMAND);
    click(&mut window, "Remove the selected from the plan");
    let history = window.state().desk.session.history();
    assert_eq!((history.steps(), history.undo_label()), (1, Some("remove 2 players")));
    window.state_mut().desk.session.undo();
    assert_eq!(**window.state().desk.session.plan(), plan());
}

#[test]
fn several_get_a_move_with_one_question() {
    let mut window = table();
    click_row(&mut window, "Ábel Zentai", Modifiers::NONE);
    click_row(&mut window, "Çelal Xhaka", Modifiers::COMMAND);
    let before = moves(&window, "january-push");
    click(&mut window, "Add a move");
    assert!(window.state().desk.is_asking());
    window.get_by_label("How do Ábel Zentai and one more come?");
    click(&mut window, "Add to January push");
    assert!(!window.state().desk.is_asking());
    let plan_now = window.state().desk.session.plan().clone();
    let scenario = plan_now.scenario(&"january-push".parse().unwrap()).unwrap();
    assert_eq!(scenario.moves.len(), before.len() + 2);
    let fees: Vec<i64> =
        scenario.moves.iter().skip(before.len()).map(|mv| mv.fee.as_ref().unwrap().low).collect();
    assert_eq!(fees, [12_000_000, 40_000_000], "each comes for his own asking price");
    assert_eq!(window.state().desk.session.history().steps(), 1);
    window.state_mut().desk.session.undo();
    assert_eq!(**window.state().desk.session.plan(), plan());
}

#[test]
fn rows_dragged_onto_a_tab_join_that_scenario_after_one_question() {
    let mut window = table();
    click_row(&mut window, "Ábel Zentai", Modifiers::NONE);
    click_row(&mut window, "Bruno Ybarra", Modifiers::COMMAND);
    let (from, tab) = (middle(&window, "Ábel Zentai, target"), middle(&window, "Do nothing"));
    drag(&mut window, from, &[tab]);
    assert!(moves(&window, "do-nothing").is_empty(), "nothing happens before the answer");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(moves(&window, "do-nothing"), ["abel-zentai", "bruno-ybarra"]);
    assert_eq!(window.state().desk.screen.scenario, "january-push", "the shown scenario stays");
}

#[test]
fn a_row_let_go_elsewhere_or_a_question_left_changes_nothing() {
    let mut window = table();
    let (from, tab) = (middle(&window, "Ábel Zentai, target"), middle(&window, "Do nothing"));
    drag(&mut window, from, &[from + egui::vec2(0.0, 300.0)]);
    assert!(!window.state().desk.is_asking());
    drag(&mut window, from, &[tab]);
    assert!(window.state().desk.is_asking());
    window.key_press(Key::Escape);
    window.run();
    assert!(!window.state().desk.is_asking());
    assert_eq!(window.state().desk.session.history().steps(), 0);
}

#[test]
fn a_row_carried_over_the_board_button_is_dropped_into_a_slot() {
    let mut window = table();
    window.state_mut().desk.screen.scenario = "do-nothing".parse().unwrap();
    window.run();
    let (from, button) = (
        middle(&window, "Ábel Zentai, target"),
        window.get_by_role_and_label(Role::Tab, "Board").rect().center(),
    );
    window.drag_at(from);
    window.step();
    window.hover_at(from + egui::vec2(20.0, 6.0));
    window.step();
    window.hover_at(button);
    window.step();
    window.step();
    assert_eq!(window.state().desk.screen.view, View::Board, "the board comes while he is carried");
    let slot = middle(&window, "Giovanni Leoni, 3rd choice, left centre-back");
    window.hover_at(slot);
    window.step();
    window.drop_at(slot);
    window.run();
    window.get_by_label("Add to Do nothing").click();
    window.run();
    let plan = window.state().desk.session.plan().clone();
    let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
    let chart = scenario.chart(&"lcb".parse().unwrap());
    assert!(chart.iter().any(|id| *id == "abel-zentai"), "{chart:?}");
    assert_eq!(moves(&window, "do-nothing"), ["abel-zentai"]);
}

#[test]
fn who_is_removed_with_a_key_is_spoken_of_and_comes_back_with_undo() {
    for (names, said) in [
        (&["Ábel Zentai"][..], "Ábel Zentai is removed from the whole plan"),
        (&["Ábel Zentai", "Bruno Ybarra"], "2 players are removed from the whole plan"),
    ] {
        let mut window = table();
        for name in names {
            click_row(&mut window, name, Modifiers::COMMAND);
        }
        window.key_press(Key::Delete);
        window.run();
        let left = &window.state().desk.session.plan().players;
        assert_eq!(left.len(), plan().players.len() - names.len());
        let words = window.state().said.join(" ");
        assert!(words.contains(said) && words.contains("Undo brings"), "{words}");
        window.state_mut().desk.session.undo();
        assert_eq!(**window.state().desk.session.plan(), plan());
    }
}

#[test]
fn a_squad_player_on_a_tab_is_refused_with_the_reason() {
    let mut window = table();
    window.get_by_role_and_label(Role::RadioButton, "Squad").click();
    window.run();
    let (from, tab) = (middle(&window, "Virgil van Dijk, squad"), middle(&window, "Do nothing"));
    drag(&mut window, from, &[tab]);
    let said = window.state().said.join(" ");
    assert!(said.contains("van Dijk belongs to the squad already"), "{said}");
}

#[test]
fn columns_are_chosen_and_remembered() {
    let mut window = table();
    assert!(window.query_by_label("Sort by foot").is_some());
    click(&mut window, "Columns");
    window.get_by_role_and_label(Role::CheckBox, "Foot").click();
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Sort by foot").is_none());
    let settings = window.state().desk.table_settings();
    assert!(settings.columns.iter().any(|column| column.name == "foot" && !column.shown));
    let mut other = table();
    other.state_mut().desk.lay_out_table(&settings);
    other.run();
    assert!(other.query_by_label("Sort by foot").is_none());
}

#[test]
fn a_plan_without_targets_says_what_to_do() {
    let mut empty = sample();
    empty.players.retain(|player| !player.is_target());
    let mut window = window(empty, View::Targets);
    click(&mut window, "Add a target");
    let plan = window.state().desk.session.plan().clone();
    assert_eq!(plan.players.iter().filter(|player| player.is_target()).count(), 1);
}

#[test]
fn rows_are_kept_while_nothing_changes() {
    let mut window = table();
    let made = window.state_mut().desk.targets_mut().rows_made();
    window.hover_at(egui::pos2(600.0, 300.0));
    window.run_steps(5);
    assert_eq!(window.state_mut().desk.targets_mut().rows_made(), made);
}

#[test]
fn the_copied_text_says_what_the_table_shows() {
    use super::column::{Column, Line};
    let plan = plan();
    let player = plan.player(&"celal-xhaka".parse().unwrap()).unwrap();
    let line = Line { plan: &plan, player, arrival: None, newest: None, day: plan.as_of };
    let columns = [Column::Name, Column::Club, Column::Age, Column::Asking];
    assert_eq!(super::copy::text(&columns, &[line]), "Çelal Xhaka · Ajax · asking £40m");
    assert_eq!(super::copy::csv(&columns, &[line]), "Name,Club,Age,Asking\nÇelal Xhaka,Ajax,,£40m\n");
}

#[test]
fn only_what_is_seen_of_ten_thousand_targets_is_drawn_in_the_table_and_on_the_shelf() {
    let mut plan = sample();
    for n in 0..10_000 {
        let id: PlayerId = format!("p-{n}").parse().unwrap();
        plan.players.push(Player::new(id, format!("Target {n}"), PlayerKind::Target).into());
    }
    let mut window = window(plan, View::Targets);
    assert!((10..60).contains(&names(&window).len()), "{} rows", names(&window).len());
    window.state_mut().desk.screen.view = View::Board;
    window.run();
    let cards = window.get_all_by_label_contains("Target ").count();
    assert!((3..60).contains(&cards), "{cards} cards on the shelf");
}
