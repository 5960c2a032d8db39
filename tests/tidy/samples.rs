//! Small files that each check must or must not complain about.

use crate::checks::{CHECKS, LINES_AT_MOST, foreign_words};
use crate::source::Source;

/// What the check called `name` says about `text` at `path`.
fn complaints(name: &str, path: &str, text: &str) -> Vec<String> {
    let check = CHECKS.iter().find(|check| check.name == name).expect("the sample names a check");
    (check.run)(&Source::new(path, text)).iter().map(ToString::to_string).collect()
}

#[track_caller]
fn refused(name: &str, path: &str, text: &str, says: &str) {
    let said = complaints(name, path, text);
    assert!(said.iter().any(|line| line.contains(says)), "{name} says {said:?} about {text:?} at {path}");
}

#[track_caller]
fn accepted(name: &str, path: &str, text: &str) {
    assert_eq!(complaints(name, path, text), Vec::<String>::new(), "{text:?} at {path}");
}

#[test]
fn a_floor_may_not_use_a_higher_one() {
    refused(
        "floors",
        "src/model/plan.rs",
        "\nuse crate::edit::Edit;",
        "src/model/plan.rs:2: `model` uses `edit`",
    );
    refused("floors", "src/model.rs", "fn f(x: crate::ui::App) {}", "`model` uses `ui`");
    refused("floors", "src/store/mod.rs", "use crate::{model::{Plan, Id}, cli};", "`store` uses `cli`");
    refused("floors", "src/store/a.rs", "use crate::{\n    model::Plan,\n    ui::App,\n};", "a.rs:3:");
    refused("floors", "src/forecast/a/b.rs", "use super::super::super::report::Row;", "`report`");
    refused("floors", "src/edit/mod.rs", "use super::forecast;", "`forecast`");
    refused("floors", "src/ui/app.rs", "crate::cli::run();", "`ui` uses `cli`");
}

#[test]
fn a_floor_may_use_itself_and_what_the_map_allows() {
    accepted("floors", "src/edit/apply.rs", "use crate::{edit::Edit, model::{Plan, ui}};");
    accepted("floors", "src/cli/mod.rs", "crate::ui::open();");
    accepted("floors", "src/model/a.rs", "//! Drawn by [`crate::ui`].\nlet text = \"crate::ui\";");
    accepted("floors", "src/model/a/b.rs", "use super::super::edit;");
    accepted("floors", "src/lib.rs", "pub use crate::ui::open;");
}

#[test]
fn only_ui_knows_the_screen() {
    refused("graphics", "src/report/a.rs", "use egui::Ui;", "report/a.rs:1: `egui` outside src/ui");
    refused("graphics", "src/cli/mod.rs", "eframe::run_native();", "`eframe`");
    refused("graphics", "src/store/a.rs", "rfd::FileDialog::new()", "`rfd`");
    accepted("graphics", "src/ui/app.rs", "use egui::Ui;");
    accepted("graphics", "src/store/a.rs", "// unlike egui");
}

#[test]
fn colours_are_named_in_the_theme() {
    let view = "src/ui/board/card.rs";
    refused("colours", view, "let c = Color32::from_rgb(1, 2, 3);", "card.rs:1: a colour is made");
    refused("colours", view, "egui::Color32::from_rgba_unmultiplied(0, 0, 0, 9)", "a colour is made");
    refused("colours", view, "ui.visuals().fill = Color32::LIGHT_RED;", "`Color32::LIGHT_RED`");
    refused("colours", "src/model/scenario.rs", "let c = \"#35cfc0\";", "in hex");
    refused("colours", view, "hex_color!(\"0d1211\")", "hex_color!");
    accepted("colours", "src/ui/theme/palette.rs", "Color32::from_rgb(1, 2, 3)");
    accepted("colours", view, "Color32::from_rgb(pixel.r, pixel.g, pixel.b)");
    accepted("colours", view, "let c: Color32 = theme.ok; Color32::TRANSPARENT; \"#1 choice\"; \"#main\"");
    accepted("colours", view, "#[cfg(test)]\nmod tests { fn f() { Color32::from_rgb(1, 2, 3); } }");
}

#[test]
fn sizes_are_named_in_the_theme() {
    let view = "src/ui/board/card.rs";
    refused("sizes", view, "FontId::proportional(13.0)", "the size 13.0");
    refused("sizes", view, "FontId::new( 9.5, family)", "the size 9.5");
    refused("sizes", view, "frame.corner_radius(8)", "the size 8");
    refused("sizes", view, "CornerRadius::same(12)", "the size 12");
    refused("sizes", view, "ui.add_space(4.0)", "the size 4.0");
    accepted(
        "sizes",
        view,
        "CornerRadius::same(0); ui.add_space(theme::GAP); FontId::proportional(size::BODY)",
    );
    accepted("sizes", "src/ui/theme/mod.rs", "FontId::proportional(13.0)");
    accepted("sizes", view, "Stroke::new(0.0, c); \"size(12)\"");
}

#[test]
fn keys_are_bound_in_one_file() {
    refused("keys", "src/ui/board/mod.rs", "i.key_pressed(egui::Key::Escape)", "ui/command.rs");
    refused(
        "keys",
        "src/ui/app.rs",
        "use egui::KeyboardShortcut; KeyboardShortcut::new(m, k)",
        "ui/command.rs",
    );
    accepted("keys", "src/ui/command.rs", "Key::Escape");
    accepted("keys", "src/ui/app.rs", "SortKey::Name");
    accepted("keys", "src/ui/app.rs", "#[cfg(test)]\nmod tests { fn f() { Key::Escape } }");
}

#[test]
fn lower_floors_read_no_clock_and_no_surroundings() {
    refused("clock", "src/model/a.rs", "std::time::SystemTime::now()", "`SystemTime`");
    refused("clock", "src/forecast/a.rs", "let start = Instant::now();", "`Instant`");
    refused("clock", "src/edit/a.rs", "std::env::var(\"HOME\")", "`std::env`");
    refused("clock", "src/report/a.rs", "jiff::Zoned::now()", "`Zoned::now`");
    accepted("clock", "src/store/a.rs", "SystemTime::now()");
    accepted("clock", "src/model/a.rs", "// SystemTime\nlet instantaneous = Instantly;");
}

#[test]
fn a_file_is_short_and_says_what_it_is_for() {
    let long = |lines: usize| format!("//! Sample.\n{}", "\n".repeat(lines - 1));
    refused("length", "src/model/a.rs", &long(LINES_AT_MOST + 1), "601 lines");
    accepted("length", "src/model/a.rs", &long(LINES_AT_MOST));
    refused("opening", "src/model/a.rs", "use std::fmt;\n", "a.rs:1:");
    refused("opening", "src/model/a.rs", "//!\n", "does not open");
    accepted("opening", "src/model/a.rs", "//! Sample.\n");
}

#[test]
fn nothing_unwraps_and_nothing_is_unfinished() {
    refused("unwrap", "src/store/a.rs", "let x = read()\n    .unwrap();", "a.rs:2: `unwrap()`");
    accepted(
        "unwrap",
        "src/store/a.rs",
        "x.unwrap_or(1); // unwrap()\n#[cfg(test)]\nmod tests { x.unwrap() }",
    );
    accepted("unwrap", "tests/cli.rs", "x.unwrap()");
    refused("unfinished", "src/store/a.rs", concat!("tod", "o!()"), "Finish it");
    refused("unfinished", "tests/cli.rs", concat!("unimplement", "ed!()"), "Finish it");
}

#[test]
fn a_file_declared_as_a_test_is_one() {
    let mut source = Source::new("src/model/tests.rs", "//! Tests.\nx.unwrap()");
    let check = CHECKS.iter().find(|check| check.name == "unwrap").expect("there is such a check");
    assert_eq!((check.run)(&source).len(), 1);
    source.mark_as_test();
    assert_eq!((check.run)(&source).len(), 0);
}

#[test]
fn a_declared_test_is_found_where_its_parent_says() {
    let declared = |path: &str, text: &str| Source::new(path, text).test_modules();
    assert_eq!(declared("src/store/open.rs", "#[cfg(test)]\nmod tests;"), ["src/store/open/tests"]);
    assert_eq!(declared("src/store/mod.rs", "#[cfg(test)]\nmod tests;"), ["src/store/tests"]);
    let beside = "#[cfg(test)]\n#[path = \"open_tests.rs\"]\nmod tests;";
    assert_eq!(declared("src/store/open.rs", beside), ["src/store/open_tests"]);
    assert_eq!(declared("src/store/open.rs", "#[cfg(test)]\nmod tests { mod a; }"), Vec::<String>::new());
}

#[test]
fn foreign_words_are_found_as_words() {
    let found = |line: &str| !foreign_words("README.md", line).is_empty();
    assert!(found(concat!("open /ro", "ot/plan.json")) && !found("open /home/anna/plan.json"));
    assert!(found(concat!("see ", env!("CARGO_MANIFEST_DIR"), " for more")));
    assert!(found(concat!("see iss", "ue #3")) && found(concat!("Iss", "ue 12 asks")));
    assert!(found(concat!("made by an A", "I.")));
    assert!(found(concat!("index.cra", "tes.io")));
    assert!(!found("https://example.org/home/news and PAIR and the issue is 3 players short, issues 3"));
    let complaint = foreign_words("docs/a.md", concat!("fine\n/ro", "ot/x")).first().map(ToString::to_string);
    assert!(complaint.expect("there is one").starts_with("docs/a.md:2: "));
}
