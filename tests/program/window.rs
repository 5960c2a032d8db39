//! The program in a real window, with a real pointer and real keys.
//!
//! Where something stands on the screen is asked of a twin: the same app, drawn at the same size without a window. The
//! pointer then goes there in the real one.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use backline::store::{AppFolders, Settings};
use backline::ui::Launch;
use backline::ui::app::App;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, Node};
use serde_json::Value;
use tempfile::TempDir;

use crate::backline::leoni;
use crate::desktop::{Desktop, Window, until};

pub(crate) type Place = (f32, f32);

/// The app without a window, in the same state as the one with one.
pub(crate) struct Twin {
    harness: Harness<'static, App>,
    _home: TempDir,
}

impl Twin {
    pub(crate) fn of(plan: &Path, (width, height): (u32, u32)) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let folders = AppFolders::inside(home.path());
        let known = Settings { tour_seen: true, ..Settings::default() };
        known.save(&folders).expect("settings can be written");
        let launch = Launch { file: Some(plan.to_owned()) };
        let today = "2025-09-25".parse().expect("it is a day");
        let mut harness = Harness::builder()
            .with_size([width as f32, height as f32])
            .build_eframe(move |cc| App::new(&cc.egui_ctx, launch, folders, today, None));
        harness.run_ok();
        Self { harness, _home: home }
    }

    /// The middle of what is called so.
    #[track_caller]
    pub(crate) fn place_of(&self, name: &str) -> Place {
        middle(&self.harness.get_by_label_contains(name))
    }

    /// The middle of the scenario's tab.
    #[track_caller]
    pub(crate) fn tab_of(&self, name: &str) -> Place {
        middle(&self.harness.get_by_role_and_label(Role::Tab, name))
    }
}

fn middle(node: &Node<'_>) -> Place {
    let centre = node.rect().center();
    (centre.x, centre.y)
}

/// A plan of one's own on a desktop of one's own.
pub(crate) struct Seat {
    pub(crate) desktop: Desktop,
    pub(crate) plan: std::path::PathBuf,
}

impl Seat {
    pub(crate) fn new() -> Self {
        let desktop = Desktop::new();
        let plan = desktop.put("my plan.json", leoni());
        Self { desktop, plan }
    }

    pub(crate) fn open(&self) -> Window<'_> {
        self.desktop.start([&self.plan])
    }

    pub(crate) fn saved(&self) -> String {
        fs::read_to_string(&self.plan).expect("the plan is there")
    }
}

/// Saves, and waits until the file says what it should.
#[track_caller]
pub(crate) fn save_until(
    window: &Window<'_>,
    what: &str,
    path: &Path,
    says: impl Fn(&str) -> bool,
) -> String {
    window.key("ctrl+s");
    until(what, || fs::read_to_string(path).ok().filter(|text| says(text)))
}

fn scenario<'a>(plan: &'a Value, id: &str) -> &'a Value {
    let scenarios = plan["scenarios"].as_array().expect("a plan has scenarios");
    scenarios.iter().find(|scenario| scenario["id"] == id).expect("the sample has this scenario")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("what was saved is JSON")
}

/// Lines of `after` that `before` does not have, and the other way round.
fn changed_lines(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let only = |a: &str, b: &str| -> Vec<String> {
        let mut rest: Vec<&str> = b.lines().collect();
        let mut only = Vec::new();
        for line in a.lines() {
            match rest.iter().position(|other| *other == line) {
                Some(at) => drop(rest.swap_remove(at)),
                None => only.push(line.to_owned()),
            }
        }
        only
    };
    (only(before, after), only(after, before))
}

const AT_LCB: &str = r#""lcb": ["virgil-van-dijk", "joe-gomez", "marc-guehi", "giovanni-leoni"]"#;

#[test]
fn a_target_is_dragged_into_the_chart_undone_redone_and_saved() {
    let seat = Seat::new();
    let before = seat.saved();
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());

    window.drag(
        twin.place_of("Marc Guéhi, target"),
        twin.place_of("Giovanni Leoni, 3rd choice, left centre-back"),
    );
    // The question about window and fee stands with the fee in hand.
    window.key("ctrl+a");
    window.type_text("38m");
    window.key("Return");

    let dragged = save_until(&window, "the drag is saved", &seat.plan, |text| text.contains(AT_LCB));
    let january = parsed(&dragged);
    let moves = &scenario(&january, "january-push")["moves"];
    assert_eq!(moves.as_array().map(Vec::len), Some(1), "{moves}");
    assert_eq!(moves[0]["window"], "winter-2026");
    assert_eq!(moves[0]["fee"]["amount"], 38_000_000);
    let (gone, new) = changed_lines(&before, &dragged);
    assert!(gone.len() <= 2 && new.len() <= 2, "a small change is a small diff: {gone:?} became {new:?}");

    window.key("ctrl+z");
    save_until(&window, "undo gives back the same bytes", &seat.plan, |text| text == before);
    window.key("ctrl+shift+z");
    save_until(&window, "redo gives back the same bytes", &seat.plan, |text| text == dragged);

    let elsewhere = seat.desktop.path("other folder/another plan.json");
    fs::create_dir(elsewhere.parent().expect("it has a folder")).expect("it can be made");
    window.key("ctrl+shift+s");
    window.key("ctrl+a");
    window.type_text(elsewhere.to_str().expect("the temporary folder is called plainly"));
    window.key("Return");
    until("save as wrote the other file", || {
        fs::read_to_string(&elsewhere).ok().filter(|text| *text == dragged)
    });

    drop(window);
    let again = seat.desktop.start([&elsewhere]);
    let reopened = save_until(&again, "it opens again as it was", &elsewhere, |text| text == dragged);
    assert!(reopened.contains(AT_LCB));
}

#[test]
fn a_target_in_no_move_yet_becomes_one_and_cancel_leaves_everything_as_it_was() {
    let seat = Seat::new();
    let before = seat.saved();
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    let (guehi, third) =
        (twin.place_of("Marc Guéhi, target"), twin.place_of("Giovanni Leoni, 3rd choice, left centre-back"));
    window.click(twin.tab_of("Do nothing"));

    window.drag(guehi, third);
    window.key("Escape");
    save_until(&window, "cancelled", &seat.plan, |text| text == before);

    window.drag(guehi, third);
    window.key("Return");
    let saved = save_until(&window, "the move is saved", &seat.plan, |text| text.contains(AT_LCB));
    let plan = parsed(&saved);
    let mv = &scenario(&plan, "do-nothing")["moves"][0];
    assert_eq!((&mv["player"], &mv["kind"]), (&Value::from("marc-guehi"), &Value::from("buy")));
    assert_eq!(mv["window"], "winter-2026");
}

#[test]
fn escape_puts_a_carried_card_back() {
    let seat = Seat::new();
    let before = seat.saved();
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    let third = twin.place_of("Giovanni Leoni, 3rd choice, left centre-back");
    window.press(twin.place_of("Joe Gomez, second choice, left centre-back"));
    window.point_at((third.0, third.1 - 20.0));
    window.point_at(third);
    window.key("Escape");
    window.release();
    save_until(&window, "nothing has changed", &seat.plan, |text| text == before);
}

#[test]
fn the_keyboard_alone_moves_a_player_up_and_out() {
    let seat = Seat::new();
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    window.click(twin.place_of("Joe Gomez, second choice, left centre-back"));
    window.key("alt+Up");
    let first = r#""lcb": ["joe-gomez", "virgil-van-dijk", "giovanni-leoni"]"#;
    save_until(&window, "he is first choice", &seat.plan, |text| text.contains(first));
    window.key("Delete");
    let out = r#""lcb": ["virgil-van-dijk", "giovanni-leoni"]"#;
    save_until(&window, "he is off the chart", &seat.plan, |text| text.contains(out));
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let seat = Seat::new();
    let window = seat.open();
    // The one test that has to let time pass: it is about what happens in it.
    let before = window.work();
    thread::sleep(Duration::from_secs(10));
    assert_eq!(
        window.work(),
        before,
        "the drawing thread (nanoseconds worked, times woken) moved while idle"
    );
}

#[test]
fn it_starts_without_any_folder_of_its_own_and_with_a_broken_one() {
    let desktop = Desktop::new();
    let mut window = desktop.start::<&str>([]);
    assert!(window.colours() > 10, "the start screen is blank");
    assert!(window.title().contains("Backline"), "{}", window.title());
    window.key("ctrl+q");
    assert!(window.ended().success());
    drop(window);

    desktop.put("config/backline/settings.json", b"{\"theme\": [[[ \xff");
    let mut window = desktop.start::<&str>([]);
    assert!(window.colours() > 10, "the start screen is blank");
    let kept =
        fs::read(desktop.path("config/backline/settings.broken.json")).expect("the broken settings are kept");
    assert!(kept.starts_with(b"{\"theme\": [[["));
    window.key("ctrl+q");
    assert!(window.ended().success());
}

#[test]
fn a_hostile_file_on_the_command_line_costs_nothing_but_a_sentence() {
    let desktop = Desktop::new();
    for (name, contents) in
        [("empty.json", ""), ("cut.json", "{\"format\": \"backline-plan\","), ("deep.json", "[[[[[[")]
    {
        let path = desktop.put(name, contents);
        let mut window = desktop.start([&path]);
        assert!(window.colours() > 10, "{name}: the window is blank");
        assert!(window.is_running());
        assert!(!desktop.stderr().contains("panicked"), "{}", desktop.stderr());
        assert_eq!(fs::read_to_string(&path).expect("it is still there"), contents, "{name} was touched");
    }
}

#[test]
fn a_hostile_file_does_not_cost_the_open_plan() {
    let seat = Seat::new();
    let hostile = seat.desktop.put("hostile.json", "{\"format\": \"backline-plan\", \"version\": 1, ");
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    window.key("ctrl+o");
    window.key("ctrl+a");
    window.type_text(hostile.to_str().expect("the temporary folder is called plainly"));
    window.key("Return");
    // Once for the complaint, once for the dialog under it.
    window.key("Escape");
    window.key("Escape");
    window.click(twin.place_of("Joe Gomez, second choice, left centre-back"));
    window.key("alt+Up");
    let first = r#""lcb": ["joe-gomez", "virgil-van-dijk", "giovanni-leoni"]"#;
    save_until(&window, "the plan that was open is still at hand", &seat.plan, |text| text.contains(first));
}

#[test]
fn in_a_small_window_a_target_is_dragged_as_well() {
    let seat = Seat::new();
    let window = seat.open();
    window.resize(1100, 700);
    let twin = Twin::of(&seat.plan, window.size());
    window.drag(
        twin.place_of("Marc Guéhi, target"),
        twin.place_of("Giovanni Leoni, 3rd choice, left centre-back"),
    );
    window.key("Return");
    save_until(&window, "the drag is saved", &seat.plan, |text| text.contains(AT_LCB));
}

#[test]
fn a_small_window_still_shows_the_board() {
    let seat = Seat::new();
    let mut window = seat.open();
    for (width, height) in [(1100, 700), (900, 600), (320, 240), (1440, 900)] {
        window.resize(width, height);
        assert!(window.is_running(), "{width}x{height}: {}", seat.desktop.stderr());
        assert!(window.colours() > 10, "{width}x{height} is blank");
    }
}

#[test]
fn closing_with_unsaved_work_asks_first() {
    let seat = Seat::new();
    let before = seat.saved();
    let mut window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    window.click(twin.place_of("Joe Gomez, second choice, left centre-back"));
    window.key("alt+Up");
    window.key("ctrl+q");
    assert!(window.is_running(), "it left with unsaved work");
    window.key("Escape");
    assert!(window.is_running(), "Escape does not mean leave");
    assert_eq!(seat.saved(), before);
    let first = r#""lcb": ["joe-gomez", "virgil-van-dijk", "giovanni-leoni"]"#;
    save_until(&window, "the work is still there", &seat.plan, |text| text.contains(first));
    window.key("ctrl+q");
    assert!(window.ended().success(), "{}", seat.desktop.stderr());
}

#[test]
fn a_file_changed_by_someone_else_is_not_overwritten_unasked() {
    let seat = Seat::new();
    let window = seat.open();
    let twin = Twin::of(&seat.plan, window.size());
    window.click(twin.place_of("Joe Gomez, second choice, left centre-back"));
    window.key("alt+Up");
    let theirs = leoni().replacen("Liverpool 2025–26", "Liverpool of someone else", 1);
    fs::write(&seat.plan, &theirs).expect("it can be written");
    window.key("ctrl+s");
    assert_eq!(seat.saved(), theirs, "someone else's work was overwritten");
}
