//! What is chosen is seen at once, everywhere.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::model::Plan;
use crate::ui::screen::View;
use crate::ui::testing::{Program, sample};

/// Does `work` at a program; what it chose for this thread ends with it.
fn at_program(plan: Option<&Plan>, work: impl FnOnce(&mut Program)) {
    words::in_style(Style::default(), || work(&mut Program::start(plan)));
}

fn open(program: &mut Program) {
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    program.window.run();
    program.window.event(egui::Event::Text("Preferences".to_owned()));
    program.window.run();
    program.press(Key::Enter);
    program.sees("Usual settings");
}

fn settings(program: &Program) -> Settings {
    program.window.state().settings().clone()
}

/// Everything painted in the window, text by text.
fn painted(program: &Program) -> Vec<String> {
    fn read(shape: &Shape, texts: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => texts.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| read(shape, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for clipped in &program.window.output().shapes {
        read(&clipped.shape, &mut texts);
    }
    texts
}

/// The orders in which the dates of a text are written; none for `Jun 26`, which is a month of a year where days come
/// first.
fn orders(text: &str, style: DateStyle) -> Vec<DateStyle> {
    let month = |word: &str| (1..=12).any(|n| words::month(jiff::civil::date(2026, n, 1)) == word);
    let number = |word: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let text = text.replace('(', " | ");
    let mut parts: Vec<&str> = text.split([' ', '\u{a0}', ',', '.', ':', ')']).collect();
    parts.retain(|part| !part.is_empty());
    parts.push("");
    let days = parts.windows(3).filter_map(|three| match three {
        [day, name, _] if number(day, 1..=2) && month(name) => Some(DateStyle::DayFirst),
        [name, day, year] if month(name) && number(day, 1..=2) => {
            (style != DateStyle::DayFirst || number(year, 4..=4)).then_some(DateStyle::MonthFirst)
        }
        _ => None,
    });
    let iso = parts.iter().filter(|part| part.len() == 10 && part.parse::<crate::model::Date>().is_ok());
    days.chain(iso.map(|_| DateStyle::YearFirst)).collect()
}

/// A plan in which much is wrong with dates and money, so that its problems name them.
fn troubled() -> Plan {
    let mut plan = sample();
    for report in plan.reports.iter_mut().take(3) {
        std::sync::Arc::make_mut(report).date = "2026-10-01".parse().unwrap();
    }
    plan
}

#[test]
fn a_choice_is_in_the_settings_at_once_and_usual_settings_take_it_back() {
    at_program(None, |program| {
        open(program);
        for choice in ["Light", "Large", "Nothing moves", "2026-01-24", "55m\u{a0}€", "Sunday"] {
            program.click(choice);
        }
        let chosen = settings(program);
        assert_eq!((chosen.theme, chosen.text_size, chosen.reduced_motion), (ThemeChoice::Light, 1.15, true));
        let reading =
            Style { date: DateStyle::YearFirst, currency: CurrencyStyle::SignAfter, week: WeekStart::Sunday };
        assert_eq!(chosen.reading, reading);
        program.sees("2026-01-24 · 55m\u{a0}€ · 20m–25m\u{a0}€ · −825k\u{a0}€");
        program.click("Usual settings");
        assert_eq!(settings(program), Settings { tour_seen: true, ..Settings::default() });
        program.sees("24 Jan 2026 · €55m · €20m–25m · −€825k");
        program.press(Key::Escape);
        assert!(program.window.query_by_label("Usual settings").is_none());
    });
}

#[test]
fn text_made_larger_by_key_keeps_its_size_when_something_else_is_chosen() {
    at_program(None, |program| {
        program.window.ctx.set_zoom_factor(1.1);
        program.window.run();
        open(program);
        program.click("Saturday");
        let sizes = (settings(program).text_size, program.window.ctx.zoom_factor());
        assert_eq!(sizes, (1.1, 1.1));
    });
}

#[test]
fn dates_and_money_read_as_chosen_in_every_view_of_a_plan_that_was_open_before() {
    let plan = troubled();
    at_program(Some(&plan), |program| {
        let mut dated = Vec::new();
        for (order, money) in [
            (DateStyle::DayFirst, CurrencyStyle::SignBefore),
            (DateStyle::MonthFirst, CurrencyStyle::CodeBefore),
            (DateStyle::YearFirst, CurrencyStyle::SignAfter),
        ] {
            open(program);
            let style = Style { date: order, currency: money, ..Style::default() };
            let (date, amount) = words::in_style(style, || (entry::example_date(), super::money(55_000_000)));
            program.click(&date);
            program.click(&amount);
            program.press(Key::Escape);
            for view in View::ALL {
                program.window.get_by_role_and_label(Role::Tab, view.name()).click();
                program.window.run();
                program.wait_for("about this plan");
                dated.push((view, look(program, style)));
            }
            program.click_containing("about this plan");
            let (dates, _) = look(program, style);
            assert!(dates > 0, "the problems name a day");
            program.press(Key::Escape);
        }
        for (view, (dates, _)) in &dated {
            assert!(*dates > 0 || *view == View::Assumptions, "{view:?} shows no date");
        }
        assert!(dated.iter().filter(|(_, (_, amounts))| *amounts > 0).count() >= 9, "{dated:?}");
    });
}

/// Fails on a date or an amount in another style; says how many are in the right one.
#[track_caller]
fn look(program: &Program, style: Style) -> (usize, usize) {
    // What somebody has written into the plan is his own.
    let plan = serde_json::to_string(&program.plan()).unwrap();
    let texts = painted(program)
        .into_iter()
        .filter(|text| text.len() == 10 || !plan.contains(text.trim_end_matches('…')));
    let (mut dates, mut amounts) = (0, 0);
    for text in texts {
        for order in orders(&text, style.date) {
            // Without a year the month stands first in the order of years too.
            let day_and_month = style.date == DateStyle::YearFirst && order == DateStyle::MonthFirst;
            assert!(order == style.date || day_and_month, "{text:?} where dates are {:?}", style.date);
            dates += 1;
        }
        let code = text.contains("GBP\u{a0}") || text.contains("EUR\u{a0}");
        let after = text.contains("\u{a0}£") || text.contains("\u{a0}€");
        let before = text.char_indices().any(|(at, c)| {
            "£€$".contains(c) && text[at + c.len_utf8()..].starts_with(|next: char| next.is_ascii_digit())
        });
        let expected = match style.currency {
            CurrencyStyle::SignBefore => !code && !after,
            CurrencyStyle::CodeBefore => !before && !after,
            CurrencyStyle::SignAfter => !before && !code,
        };
        assert!(expected, "{text:?} where money is {:?}", style.currency);
        amounts += usize::from(code || after || before);
    }
    (dates, amounts)
}

#[test]
fn a_folder_is_typed_or_chosen_and_one_that_is_gone_is_said() {
    at_program(None, |program| {
        let home = program.home.path().to_owned();
        let folder = home.join("plans");
        std::fs::create_dir(&folder).unwrap();
        open(program);
        choose(program, &home.join("nowhere"));
        program.sees("There is no such folder.");
        assert_eq!(settings(program).plans_folder, None);
        choose(program, &folder);
        assert_eq!(settings(program).plans_folder.as_deref(), Some(folder.as_path()));
        program.sees("Open and Save begin here");

        std::fs::remove_dir(&folder).unwrap();
        program.press(Key::Escape);
        open(program);
        program.sees("This folder is not there now");

        program.click("Browse\u{2026}");
        program.sees("Enter chooses");
        choose(program, &home);
        assert_eq!(settings(program).plans_folder.as_deref(), Some(home.as_path()));
        program.sees("Usual settings");
    });
}

/// Types a folder into the field of the dialog in front.
fn choose(program: &mut Program, folder: &Path) {
    let fields = program.window.get_all_by_role_and_label(Role::TextInput, "Folder for plans");
    fields.last().unwrap().focus();
    program.window.run();
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.window.event(egui::Event::Text(folder.display().to_string()));
    program.window.run();
    program.press(Key::Enter);
}

#[test]
fn everything_is_within_reach_in_the_smallest_window_with_the_largest_text() {
    at_program(None, |program| {
        program.window.set_size(egui::vec2(900.0, 600.0) / 1.5);
        program.window.ctx.set_zoom_factor(1.5);
        program.window.run();
        open(program);
        let window = program.window.ctx.content_rect();
        for (role, name) in
            [(Role::Label, "Preferences"), (Role::Button, "Close"), (Role::Button, "Usual settings")]
        {
            let rect = program.window.get_by_role_and_label(role, name).rect();
            assert!(window.contains_rect(rect), "{name} at {rect:?} in {window:?}");
        }
        let right = program.window.get_by_label("Nothing moves").rect().right();
        assert!(right < window.right() - size::GAP_XL, "the choices end at {right}");
    });
}

#[test]
fn the_dialog_in_the_smallest_window() {
    let home = tempfile::tempdir().unwrap();
    let (files, _) = Files::new(crate::store::AppFolders::inside(home.path()));
    words::in_style(Style::default(), || {
        crate::ui::testing::assert_pictures("preferences", (900.0, 600.0), |ui| {
            let mut dialog = Preferences { open: true, ..Preferences::default() };
            let mut settings =
                Settings { plans_folder: Some(Path::new("/").to_owned()), ..Settings::default() };
            settings.reading.currency = CurrencyStyle::SignAfter;
            dialog.ui(ui.ctx(), &mut settings, &files, &mut Vec::new());
        });
    });
}
