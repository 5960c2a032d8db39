//! The share menu as a user opens it, and what he gets.

use egui::accesskit::Role;
use egui::{ColorImage, Key, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Card, CardShape, Taking};
use crate::model::Plan;
use crate::ui::command::{Action, Group};
use crate::ui::picture::{of_board, of_comparison};
use crate::ui::raster::Image;
use crate::ui::screen::Screen;
use crate::ui::testing::{Program, sample};
use crate::ui::theme::Theme;

/// What is on the clipboard.
#[derive(Debug)]
enum Copied {
    Picture(ColorImage),
    Words(String),
}

fn start(plan: &Plan) -> Program {
    let program = Program::start(Some(plan));
    program.window.get_by_role_and_label(Role::Button, "Share");
    program
}

/// Whether a line of the open menu does this; none if there is no such line.
fn line(program: &Program, action: Action) -> Option<bool> {
    let mut nodes = program.window.query_all_by_role(Role::Button);
    let is = |label: String| label.contains(action.text());
    let node = nodes.find(|node| node.accesskit_node().label().is_some_and(is))?;
    Some(!node.accesskit_node().is_disabled())
}

/// Opens the menu, in it the lines about what the view is not about if `within` names them, and takes a line.
#[track_caller]
fn choose(program: &mut Program, within: Option<&str>, action: Action) -> Option<Copied> {
    program.click("Share");
    if let Some(within) = within {
        program.click_containing(within);
    }
    let words = action.text();
    program
        .window
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|it| it.contains(words)))
        .click();
    // The command is carried out between this frame and the next.
    for _ in 0..4 {
        program.window.step();
        let copied =
            program.window.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(Copied::Words(text.clone())),
                OutputCommand::CopyImage(image) => Some(Copied::Picture(image.clone())),
                _ => None,
            });
        if copied.is_some() {
            program.window.run();
            return copied;
        }
    }
    program.window.run();
    None
}

#[test]
fn every_action_of_the_menu_but_the_view_s_picture_takes_something_along() {
    for action in Action::ALL {
        let shares = [Group::ShareBoard, Group::ShareComparison].contains(&action.group());
        assert_eq!(Taking::of(action).is_some(), shares, "{action:?}");
    }
    let all: Vec<Taking> = Action::ALL.into_iter().filter_map(Taking::of).collect();
    for (at, one) in all.iter().enumerate() {
        assert!(!all.iter().skip(at + 1).any(|other| other == one), "two lines do the same: {one:?}");
    }
}

#[test]
fn the_menu_begins_with_what_the_view_is_about_and_leads_to_the_other() {
    let mut program = start(&sample());
    program.click("Share");
    assert_eq!(line(&program, Action::CopyBoardWide), Some(true));
    assert_eq!(line(&program, Action::CopyComparisonWide), None);
    program.click_containing("Comparison");
    assert_eq!(line(&program, Action::CopyComparisonWide), Some(true));
    program.press(Key::Escape);
    program.press(Key::Escape);
    program.window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num5);
    program.window.run();
    program.click("Share");
    assert_eq!(line(&program, Action::CopyComparisonSquare), Some(true));
    assert_eq!(line(&program, Action::CopyBoardSquare), None);
    program.press(Key::Escape);
    program.window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num2);
    program.window.run();
    program.click("Share");
    assert_eq!(line(&program, Action::CopyPicture), Some(true));
    program.click_containing("Depth chart");
    assert_eq!(line(&program, Action::SaveBoardSquare), Some(true));
}

#[test]
fn both_cards_are_copied_in_both_shapes() {
    let mut program = start(&sample());
    for (within, action, pixels) in [
        (None, Action::CopyBoardWide, [3200, 1800]),
        (None, Action::CopyBoardSquare, [2160, 2160]),
        (Some("Comparison"), Action::CopyComparisonWide, [3200, 1800]),
        (Some("Comparison"), Action::CopyComparisonSquare, [2160, 2160]),
    ] {
        let Some(Copied::Picture(image)) = choose(&mut program, within, action) else {
            panic!("{action:?} copies no picture")
        };
        assert_eq!(image.size, pixels, "{action:?}");
        program.sees_value("is on the clipboard.");
    }
}

#[test]
fn texts_are_copied_from_the_same_menu_and_hold_no_link() {
    let mut plan = sample();
    plan.name = "Mine, see https://www.example.org/plan".to_owned();
    let mut program = start(&plan);
    for (within, action, words) in [
        (None, Action::CopyBoardText, "1. Virgil van Dijk"),
        (None, Action::CopyBoardMarkdown, "1. **Virgil van Dijk**"),
        (Some("Comparison"), Action::CopyComparisonText, "January push costs"),
        (Some("Comparison"), Action::CopyComparisonMarkdown, "| --- |"),
    ] {
        let Some(Copied::Words(text)) = choose(&mut program, within, action) else {
            panic!("{action:?} copies no text")
        };
        assert!(text.contains(words), "{action:?}: no {words:?} in\n{text}");
        assert!(text.contains("Newest reports") && text.contains("Marc Gu\u{e9}hi: "), "{text}");
        assert!(!text.contains("://") && text.contains("see example.org"), "{text}");
    }
}

#[test]
fn a_saved_card_is_a_picture_of_its_shape_and_the_remark_says_where_it_is() {
    let mut program = start(&sample());
    for (within, action, name, pixels) in [
        (None, Action::SaveBoardWide, "plan-depth-chart.png", (3200, 1800)),
        (None, Action::SaveBoardSquare, "plan-depth-chart-square.png", (2160, 2160)),
        (Some("Comparison"), Action::SaveComparisonWide, "plan-comparison.png", (3200, 1800)),
        (Some("Comparison"), Action::SaveComparisonSquare, "plan-comparison-square.png", (2160, 2160)),
    ] {
        assert!(choose(&mut program, within, action).is_none());
        program.sees_value("Save picture as");
        program.press(Key::Enter);
        let path = program.home.path().join(name);
        let png = std::fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let image = Image::from_png(&png).unwrap();
        assert_eq!((image.width, image.height), pixels, "{name}");
        program.sees_value(&format!("The picture is in {}.", path.display()));
        program.window.get_by_role_and_label(Role::Button, "Show folder");
    }
}

#[test]
fn the_comparison_is_saved_as_text_table_and_page() {
    let mut program = start(&sample());
    for (action, ending, words) in [
        (Action::SaveComparisonMarkdown, "md", "# "),
        (Action::SaveComparisonTable, "csv", "scenario,name"),
        (Action::SaveComparisonReport, "html", "<!DOCTYPE html>"),
    ] {
        assert!(choose(&mut program, Some("Comparison"), action).is_none());
        program.press(Key::Enter);
        let text = std::fs::read_to_string(program.home.path().join(format!("plan-comparison.{ending}")));
        let text = text.unwrap_or_else(|error| panic!("{ending}: {error}"));
        assert!(text.to_lowercase().starts_with(&words.to_lowercase()), "{ending}: {text:.80}");
    }
}

#[test]
fn one_scenario_alone_cannot_be_compared_and_the_menu_says_why() {
    let mut plan = sample();
    plan.scenarios.truncate(1);
    plan.baseline = plan.scenarios[0].id.clone();
    let mut program = start(&plan);
    program.click("Share");
    program.click_containing("Comparison");
    assert_eq!(line(&program, Action::CopyComparisonWide), Some(false));
    assert_eq!(line(&program, Action::CopyBoardWide), Some(true));
}

/// The rows from the top that two pictures have in common.
fn common_rows(one: &Image, other: &Image) -> u32 {
    let row = one.width as usize * 4;
    let rows = one.rgba.chunks(row).zip(other.rgba.chunks(row));
    u32::try_from(rows.take_while(|(one, other)| one == other).count()).unwrap()
}

#[test]
fn the_wordmark_stands_at_the_foot_and_can_be_left_off() {
    let plan = sample();
    let screen = Screen::of(&plan);
    for shape in [CardShape::Wide, CardShape::Square] {
        for of in [of_board, of_comparison] {
            let drawn = |wordmark| of(&plan, &screen, Card { shape, wordmark }, 1.0, Theme::Dark).unwrap();
            let (with, without) = (drawn(true), drawn(false));
            let common = common_rows(&with, &without);
            assert!(common < with.height, "{shape:?}: nothing changes");
            assert!(common > with.height - 60, "{shape:?}: more than the foot changes, from row {common} on");
        }
    }
}
