//! The real window, killed with unsaved work, started twice, closed by its own button: nothing is lost.

use std::fs;

use crate::backline::leoni;
use crate::desktop::{Desktop, Window, until};
use crate::window::{Seat, Twin, save_until};

const FIRST: &str = r#""lcb": ["joe-gomez", "virgil-van-dijk", "giovanni-leoni"]"#;
const OUT: &str = r#""lcb": ["virgil-van-dijk", "giovanni-leoni"]"#;

/// What the journals in the program's own folder say.
fn journals(seat: &Seat) -> Vec<String> {
    let Ok(entries) = fs::read_dir(seat.desktop.path("data/backline/journals")) else { return Vec::new() };
    entries.flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok()).collect()
}

/// Waits until a change is in a journal: then it counts as acknowledged.
#[track_caller]
fn written_down(seat: &Seat, change: &str) {
    until(change, || journals(seat).iter().any(|journal| journal.contains(change)).then_some(()));
}

/// Duplicates the scenario, and waits until that is written down.
#[track_caller]
fn duplicate(seat: &Seat, window: &Window<'_>) {
    window.key("ctrl+d");
    written_down(seat, "duplicate a scenario");
    window.key("Return");
}

#[track_caller]
fn saved_until(seat: &Seat, window: &Window<'_>, keys: &[&str], says: impl Fn(&str) -> bool) -> String {
    window.keys_until("the file says it", keys, || Some(seat.saved()).filter(|text| says(text)))
}

#[test]
fn a_killed_window_brings_its_unsaved_work_back_with_its_history() {
    let seat = Seat::new();
    let before = seat.saved();
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    window.click(twin.place_of("Joe Gomez, second choice, left centre-back"));
    window.key("alt+Up");
    written_down(&seat, "\"shift\"");
    window.key("Delete");
    written_down(&seat, "\"unplace\"");
    // Without a word to the program.
    drop(window);
    assert_eq!(seat.saved(), before);

    // Killed again while the question stands.
    drop(seat.open());

    let window = seat.open();
    saved_until(&seat, &window, &["Return", "ctrl+s"], |text| text.contains(OUT));
    assert_eq!(journals(&seat), [""; 0], "saved is saved");
    duplicate(&seat, &window);
    drop(window);

    let window = seat.open();
    saved_until(&seat, &window, &["Return", "ctrl+s"], |text| text.contains("January push copy"));
    saved_until(&seat, &window, &["ctrl+z", "ctrl+s"], |text| !text.contains("January push copy"));
    assert!(seat.saved().contains(OUT));
}

#[test]
fn deciding_later_after_a_kill_leaves_the_file_alone_and_the_work_where_it_is() {
    let seat = Seat::new();
    let before = seat.saved();
    let window = seat.open();
    duplicate(&seat, &window);
    drop(window);
    let mut window = seat.open();
    window.key("Escape");
    window.key("ctrl+q");
    assert!(window.ended().success(), "{}", seat.desktop.stderr());
    drop(window);
    assert_eq!(seat.saved(), before);
    let window = seat.open();
    saved_until(&seat, &window, &["Return", "ctrl+s"], |text| text.contains("January push copy"));
}

#[test]
fn the_second_window_on_a_plan_saves_elsewhere() {
    let seat = Seat::new();
    let before = seat.saved();
    let first = seat.open();
    let second = seat.open();
    duplicate(&seat, &second);
    let copy = seat.desktop.path("my plan-copy.json");
    second.keys_until("the copy is written", &["ctrl+s", "Return"], || copy.exists().then_some(()));
    assert_eq!(seat.saved(), before, "the first window's file was written by the second");
    drop(second);
    drop(first);
    // Killed windows hold nothing.
    let third = seat.open();
    let twin = Twin::of(&seat.plan, third.size());
    third.click(twin.place_of("Joe Gomez, second choice, left centre-back"));
    third.key("alt+Up");
    written_down(&seat, "\"shift\"");
    save_until(&third, "the plan is this window's again", &seat.plan, |text| text.contains(FIRST));
}

#[test]
fn closing_by_the_windows_own_button_asks_first_as_well() {
    let seat = Seat::new();
    let mut window = seat.open();
    duplicate(&seat, &window);
    window.close();
    assert!(window.is_running(), "it left with unsaved work: {}", seat.desktop.stderr());
    window.key("Escape");
    assert!(window.is_running(), "Escape does not mean leave");
    until("it ends", || {
        window.close();
        window.key("Return");
        (!window.is_running()).then_some(())
    });
    assert!(seat.saved().contains("January push copy"), "it was saved on the way out");
    assert_eq!(journals(&seat), [""; 0]);
}

#[test]
fn small_windows_show_the_plan_at_every_scale() {
    for (scale, pixels) in [("1.0", (1024, 640)), ("1.5", (1536, 960)), ("2.0", (2048, 1280))] {
        let desktop = Desktop::sized(2200, 1400);
        let plan = desktop.put("my plan.json", leoni());
        let seat = Seat { desktop, plan };
        let mut window = seat.desktop.start_scaled(&seat.plan, scale);
        let draws = |window: &Window<'_>| (window.colours() > 10).then_some(());
        until(&format!("it draws at scale {scale}"), || draws(&window));
        window.resize(pixels.0, pixels.1);
        until(&format!("it draws at scale {scale}, larger"), || draws(&window));
        assert!(window.is_running(), "scale {scale}: {}", seat.desktop.stderr());
        duplicate(&seat, &window);
        save_until(&window, "it hears the keys", &seat.plan, |text| text.contains("January push copy"));
    }
}
