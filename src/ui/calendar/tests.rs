//! The calendar as a user works in it.

use std::path::Path;

use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::model::{Break, Extra, Matchday, MatchdayOrigin, Plan, words};
use crate::ui::command::{Action, Command};
use crate::ui::screen::View;
use crate::ui::testing::{Window, click, sample, type_into, window};

fn plan(window: &Window) -> &Plan {
    window.state().desk.session.plan()
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

fn undo(window: &mut Window) {
    window.state_mut().desk.act(Command::Do(Action::Undo));
    window.run();
}

#[test]
fn a_window_is_added_changed_and_removed() {
    let mut window = window(sample(), View::Calendar);
    let before = plan(&window).windows.len();
    click(&mut window, "Add window");
    type_into(&mut window, "Name", "Summer 2027");
    type_into(&mut window, "Opens", "14 Jun 2027");
    type_into(&mut window, "Closes", "1.9.2027");
    press(&mut window, Key::Enter);
    assert_eq!(plan(&window).windows.len(), before + 1);
    let added = plan(&window).windows.last().unwrap();
    assert_eq!((added.id.as_str(), added.opens.to_string().as_str()), ("summer-2027", "2027-06-14"));

    click(&mut window, "Change Summer 2027");
    type_into(&mut window, "Note", "Dates to be confirmed.");
    press(&mut window, Key::Enter);
    let changed = plan(&window).windows.last().unwrap();
    assert_eq!(changed.note.as_deref(), Some("Dates to be confirmed."));

    click(&mut window, "Remove Summer 2027");
    assert_eq!(plan(&window).windows.len(), before);
}

#[test]
fn a_window_that_closes_before_it_opens_is_not_taken() {
    let mut window = window(sample(), View::Calendar);
    click(&mut window, "Add window");
    type_into(&mut window, "Name", "Odd");
    type_into(&mut window, "Opens", "1 Sep 2027");
    type_into(&mut window, "Closes", "1 Jun 2027");
    window.get_by_value("Its last day is before its first.");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().desk.session.revision(), 0);
}

#[test]
fn generated_matchdays_are_marked_and_come_in_one_step() {
    let mut empty = sample();
    empty.matchdays.clear();
    let mut window = window(empty, View::Calendar);
    click(&mut window, "Generate weekly\u{2026}");
    let verb = "Generate 78 matchdays";
    click(&mut window, verb);
    let matchdays = &plan(&window).matchdays;
    assert_eq!(matchdays.len(), 78);
    assert!(matchdays.iter().all(|one| one.origin == MatchdayOrigin::Generated));
    window.get_by_value("78 generated");
    undo(&mut window);
    assert!(plan(&window).matchdays.is_empty());
}

#[test]
fn a_calendar_without_matchdays_offers_both_ways_until_one_is_taken() {
    let mut empty = sample();
    empty.matchdays.clear();
    let mut window = window(empty, View::Calendar);
    window.get_by_label("Import fixtures");
    click(&mut window, "Generate weekly");
    assert!(window.query_by_label("Import fixtures").is_none(), "a second primary button");
    click(&mut window, "Cancel");
    click(&mut window, "Import fixtures");
    assert!(window.state().desk.is_asking());
}

#[test]
fn a_cup_match_is_typed_and_taken_out_again() {
    let mut window = window(sample(), View::Calendar);
    let before = plan(&window).matchdays.len();
    click(&mut window, "Add");
    type_into(&mut window, "Day of the match", "16 Aug 2025");
    type_into(&mut window, "Competition", "FA Cup");
    press(&mut window, Key::Enter);
    let typed = plan(&window).matchdays.iter().find(|one| one.origin == MatchdayOrigin::Typed).unwrap();
    assert_eq!(typed.competition.as_deref(), Some("FA Cup"));
    click(&mut window, "Remove Sat 16 Aug 2025");
    assert_eq!(plan(&window).matchdays.len(), before);
}

#[test]
fn a_form_stays_with_its_own_line_when_another_is_removed() {
    let mut plan_of_three = sample();
    let span = |name: &str, from: &str, until: &str| Break {
        name: name.to_owned(),
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        extra: Extra::new(),
    };
    plan_of_three.breaks = vec![
        span("First", "2025-10-06", "2025-10-14"),
        span("Second", "2025-11-10", "2025-11-18"),
        span("Third", "2026-03-23", "2026-03-31"),
    ];
    let mut window = window(plan_of_three.clone(), View::Calendar);
    click(&mut window, "Change Second");
    click(&mut window, "Remove First");
    type_into(&mut window, "Name", " of them");
    press(&mut window, Key::Enter);
    let third = &plan_of_three.breaks[2];
    let [changed, other] = plan(&window).breaks.as_slice() else { panic!("two breaks are left") };
    assert_eq!((changed.from, other), (plan_of_three.breaks[1].from, third));
    assert!(changed.name.contains("of them"));

    let [first, other] = [0, 1].map(|at| plan(&window).matchdays[at].clone());
    let day = |one: &Matchday| format!("{} {}", one.date.strftime("%a"), words::date(one.date));
    click(&mut window, &format!("Change {}", day(&other)));
    click(&mut window, &format!("Remove {}", day(&first)));
    type_into(&mut window, "Competition", "FA Cup");
    press(&mut window, Key::Enter);
    let changed = &plan(&window).matchdays[0];
    assert_eq!(changed.date, other.date);
    assert!(changed.competition.as_deref().is_some_and(|words| words.contains("FA Cup")));
}

#[test]
fn a_season_file_is_imported_for_the_plans_club() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("season.json");
    let season = r#"{"name": "Testers' League", "matches": [
        {"round": "Matchday 1", "date": "2027-08-14", "team1": "Liverpool FC", "team2": "Saltmarsh"},
        {"round": "Matchday 2", "date": "2027-08-21", "team1": "Saltmarsh", "team2": "Liverpool FC", "status": "postponed"}]}"#;
    std::fs::write(&file, season).unwrap();
    let mut window = window(sample(), View::Board);
    let before = plan(&window).matchdays.len();
    window.state_mut().desk.import_fixtures(&file);
    window.run();
    window.get_by_value("Matchday 2: Saltmarsh \u{2013} Liverpool FC \u{2013} postponed, was on 21 Aug 2027");
    click(&mut window, "Import 1 matchday");
    assert_eq!(plan(&window).matchdays.len(), before + 1);
    let undo = window.state().desk.session.history().undo_label();
    assert_eq!(undo, Some("import 1 matchday"));
}

#[test]
fn a_file_that_is_no_season_says_so_and_changes_nothing() {
    let mut window = window(sample(), View::Board);
    window.state_mut().desk.import_fixtures(Path::new("/nowhere/season.json"));
    window.run();
    window.get_by_value(
        "There is no such file. Check the path, or choose another file. File: /nowhere/season.json",
    );
    press(&mut window, Key::Escape);
    assert_eq!(window.state().desk.session.revision(), 0);
}
