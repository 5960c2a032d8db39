//! What is found, and where it leads.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::store::{SAMPLES, parse};
use crate::ui::screen::View;

struct Desk {
    plan: Arc<Plan>,
    palette: Palette,
    commands: Vec<Command>,
}

fn open() -> Harness<'static, Desk> {
    let plan = Arc::new(parse(SAMPLES[0].json.as_bytes(), "sample").unwrap());
    let mut palette = Palette::default();
    palette.toggle(Some(&plan));
    let desk = Desk { plan, palette, commands: Vec::new() };
    let mut harness = Harness::builder()
        .with_size([1100.0, 700.0])
        .with_context_setup(theme::install)
        .build_ui_state(|ui, Desk { palette, commands, .. }| palette.ui(ui, commands), desk);
    harness.run();
    harness
}

fn type_text(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

#[test]
fn a_player_is_shown_by_a_few_letters_and_enter() {
    let mut harness = open();
    type_text(&mut harness, "gueh");
    harness.key_press(Key::Enter);
    harness.run();
    let id = "marc-guehi".parse().unwrap();
    assert_eq!(harness.state().commands, [Command::Show(View::Board), Command::Select(Some(id))]);
    assert!(!harness.state().palette.is_open());
}

#[test]
fn a_report_leads_to_whom_it_is_about() {
    let mut harness = open();
    type_text(&mut harness, "teamtalk ready press");
    harness.key_press(Key::Enter);
    harness.run();
    let id = "marc-guehi".parse().unwrap();
    let commands = &harness.state().commands;
    assert_eq!(commands[..2], [Command::Show(View::Board), Command::Select(Some(id))]);
    assert!(matches!(commands[2..], [Command::Reveal(_)]), "{commands:?}");
}

#[test]
fn a_date_stands_first() {
    let mut harness = open();
    type_text(&mut harness, "24 jan");
    assert!(harness.query_by_label_contains("Show 24 Jan 2026").is_some());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().commands, [Command::ShowDate("2026-01-24".parse().unwrap())]);
}

#[test]
fn the_arrow_keys_go_round_the_list_and_escape_does_nothing_else() {
    let mut harness = open();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().commands, [Command::Do(Action::OpenPlan)]);

    let mut harness = open();
    harness.key_press(Key::ArrowUp);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().commands.is_empty() && !harness.state().palette.is_open());
}

#[test]
fn a_line_can_be_clicked_and_nonsense_is_answered_in_words() {
    let mut harness = open();
    type_text(&mut harness, "nobody at all");
    assert!(harness.query_by_label_contains("Nothing is called").is_some());

    let mut harness = open();
    harness.get_by_label_contains("Close plan").click();
    harness.run();
    assert_eq!(harness.state().commands, [Command::Do(Action::ClosePlan)]);
}

#[test]
fn what_was_run_lately_stands_first_the_next_time_and_nothing_is_read_twice() {
    let mut harness = open();
    type_text(&mut harness, "save as");
    harness.key_press(Key::Enter);
    harness.run();
    let Desk { plan, palette, .. } = harness.state_mut();
    let known = palette.index.as_ref().unwrap().entries.as_ptr();
    palette.toggle(Some(plan));
    let search = palette.open.as_ref().unwrap();
    assert_eq!(search.entry(0).unwrap().commands, [Command::Do(Action::SaveAs)]);
    assert_eq!(search.found.len(), search.index.entries.len());
    assert_eq!(search.index.entries.as_ptr(), known);
    palette.close();
    let changed = Arc::new(Plan { name: "Another".to_owned(), ..(**plan).clone() });
    palette.toggle(Some(&changed));
    assert!(palette.open.as_ref().unwrap().index.is_of(Some(&changed)));
}
