//! A picture of every view in both themes, drawn by our own rasteriser and compared pixel by pixel.

#![cfg(feature = "ui")]

mod support;

use backline::edit::Session;
use backline::model::Plan;
use backline::ui::command::{Action, Command};
use backline::ui::desk::Desk;
use backline::ui::picture::{of_board, of_comparison, of_screen};
use backline::ui::raster::{Size, render};
use backline::ui::screen::{Screen, View};
use backline::ui::share::{Card, CardShape};
use backline::ui::theme::Theme;

fn plan() -> Plan {
    let text = include_str!("../saves/liverpool-2025-26-leoni.json");
    backline::store::parse(text.as_bytes(), "the Leoni sample").expect("the sample opens")
}

/// The screen of a story's turning point: the shown day lies inside the winter window.
fn screen(plan: &Plan, view: View) -> Screen {
    let mut screen = Screen::of(plan);
    screen.view = view;
    screen.date = "2026-01-24".parse().expect("a day");
    screen
}

/// A plan with four scenarios.
fn rebuild() -> Plan {
    let text = include_str!("../saves/real-madrid-2026-rebuild.json");
    backline::store::parse(text.as_bytes(), "the rebuild sample").expect("the sample opens")
}

fn assert_view(name: &str, change: impl Fn(&mut Screen), view: View, size: (f32, f32)) {
    let plan = plan();
    let mut screen = screen(&plan, view);
    change(&mut screen);
    assert_screen(name, &plan, &screen, size);
}

fn assert_screen(name: &str, plan: &Plan, screen: &Screen, (width, height): (f32, f32)) {
    for theme in Theme::ALL {
        let size = Size { width, height, scale: 1.0 };
        let image = of_screen(plan, screen, size, theme).expect("a picture of that size");
        support::assert_picture(&format!("{name}_{}", theme.name()), &image);
    }
}

const WIDE: (f32, f32) = (1440.0, 900.0);

#[test]
fn the_board_in_a_wide_window() {
    assert_view("board", |_| {}, View::Board, WIDE);
}

#[test]
fn the_board_in_a_small_window() {
    assert_view("board_small", |_| {}, View::Board, (1100.0, 700.0));
}

#[test]
fn the_whole_pitch() {
    assert_view("pitch", |screen| screen.whole_pitch = true, View::Board, WIDE);
}

#[test]
fn the_timeline() {
    assert_view("timeline", |_| {}, View::Timeline, WIDE);
}

#[test]
fn the_calendar() {
    assert_view("calendar", |_| {}, View::Calendar, WIDE);
}

#[test]
fn the_assumptions() {
    assert_view("assumptions", |_| {}, View::Assumptions, WIDE);
}

/// What three offers for one player cost, against a budget.
#[test]
fn the_money() {
    let text = include_str!("../saves/real-madrid-2025-konate-now-or-2026.json");
    let mut plan = backline::store::parse(text.as_bytes(), "the Konaté sample").expect("the sample opens");
    let currency = plan.money.currency;
    let mut money = serde_json::to_value(&plan.money).expect("money");
    money["budgets"] = serde_json::json!([
        {"window": plan.windows[0].id, "budget": {"amount": 40_000_000, "currency": currency}}
    ]);
    plan.money = serde_json::from_value(money).expect("money");
    let mut screen = Screen::of(&plan);
    screen.view = View::Money;
    assert_screen("money", &plan, &screen, WIDE);
}

#[test]
fn the_comparison() {
    assert_view("compare", |_| {}, View::Compare, WIDE);
}

#[test]
fn the_comparison_of_four_in_a_small_window() {
    let plan = rebuild();
    let mut screen = screen(&plan, View::Compare);
    screen.date = "2026-07-24".parse().expect("a day");
    assert_screen("compare_small", &plan, &screen, (1100.0, 700.0));
}

/// Every shape of a card, with its name and its pixels.
const SHAPES: [(CardShape, &str, (u32, u32)); 2] =
    [(CardShape::Wide, "wide", (1600, 900)), (CardShape::Square, "square", (1080, 1080))];

#[test]
fn the_comparison_as_a_card() {
    let mut two = plan();
    two.scenarios.retain(|scenario| scenario.id != "do-nothing");
    for (name, plan) in
        [("compare_card", plan()), ("compare_card_of_two", two), ("compare_card_of_four", rebuild())]
    {
        for theme in Theme::ALL {
            for (shape, called, pixels) in SHAPES {
                let card = of_comparison(&plan, &Screen::of(&plan), Card::new(shape), 1.0, theme);
                let card = card.expect("a card");
                assert_eq!((card.width, card.height), pixels);
                support::assert_picture(&format!("{name}_{called}_{}", theme.name()), &card);
            }
        }
    }
}

#[test]
fn the_targets() {
    // A plan with several of them.
    let plan = rebuild();
    assert_screen("targets", &plan, &screen(&plan, View::Targets), WIDE);
}

#[test]
fn the_squad() {
    assert_view("squad", |_| {}, View::Squad, WIDE);
}

#[test]
fn the_squad_in_a_small_window() {
    assert_view("squad_small", |_| {}, View::Squad, (1100.0, 700.0));
}

/// A plan in which two people have moved apart.
fn conflicted() -> Plan {
    let mut plan = plan();
    let player =
        plan.players.iter().find(|player| player.id == "rhys-williams").expect("he is in the sample");
    let player = serde_json::to_value(player).expect("a value");
    let conflicts = serde_json::json!([
        {
            "path": "/scenarios/january-push/charts/lcb",
            "base": ["virgil-van-dijk", "joe-gomez", "marc-guehi"],
            "ours": ["virgil-van-dijk", "marc-guehi", "joe-gomez"],
            "theirs": ["marc-guehi", "virgil-van-dijk", "joe-gomez"],
        },
        {
            "path": "/scenarios/january-push/moves/buy-guehi/chance",
            "base": 0.4,
            "ours": 0.5,
            "theirs": 0.25,
        },
        {
            "path": "/notes",
            "base": "Buy, wait or do nothing?",
            "ours": "Buy in January: the gap is too wide until summer.",
            "theirs": "Wait until summer. Ask again in December, when the plan for the winter window is made, and \
                       compare what both would cost by then.",
        },
        {"path": "/players/rhys-williams", "base": player, "ours": player},
    ]);
    plan.conflicts = serde_json::from_value(conflicts).expect("conflicts");
    plan
}

#[test]
fn two_versions_side_by_side() {
    for theme in Theme::ALL {
        for (name, width, height) in [("conflicts", 1440.0, 900.0), ("conflicts_small", 1100.0, 700.0)] {
            let mut desk = Desk::for_picture(Session::new(conflicted()));
            let errand = desk.act(Command::Do(Action::ResolveConflicts));
            assert_eq!(errand, None);
            let image = render(Size { width, height, scale: 1.0 }, theme, &mut |ui| {
                desk.refresh(ui.ctx());
                desk.ui(ui, &mut Vec::new());
            });
            let name = format!("{name}_{}", theme.name());
            support::assert_picture(&name, &image.expect("a picture of that size"));
        }
    }
}

/// A plan in which names are long and eight stand in the unit.
fn deep() -> Plan {
    let mut plan = plan();
    let squad: Vec<_> =
        plan.players.iter().filter(|player| !player.is_target()).map(|player| player.id.clone()).collect();
    let names = ["Pierre-Emerick Aubameyang", "Sokratis Papastathopoulos", "Trent Alexander-Arnold"];
    for (player, name) in plan.players.iter_mut().zip(names) {
        name.clone_into(&mut std::sync::Arc::make_mut(player).name);
    }
    let slots: Vec<_> = plan.formations.iter().flat_map(|formation| &formation.slots).cloned().collect();
    for scenario in &mut plan.scenarios {
        for (at, slot) in slots.iter().enumerate() {
            // Eight different centre-backs, and elsewhere as many as come.
            let (from, count) = match slot.short.as_str() {
                "LCB" => (0, 4),
                "RCB" => (4, 4),
                _ => (at % squad.len(), 1 + at % 4),
            };
            let players = squad.iter().cycle().skip(from).take(count.min(squad.len()));
            scenario.charts.insert(slot.id.clone(), players.cloned().collect());
        }
    }
    plan
}

/// A plan with one player a place and no colours.
fn thin() -> Plan {
    let mut plan = plan();
    plan.club.colours = None;
    for chart in plan.scenarios.iter_mut().flat_map(|scenario| scenario.charts.values_mut()) {
        chart.truncate(1);
    }
    plan
}

#[test]
fn the_board_as_a_card() {
    for (name, plan, whole_pitch) in [
        ("board_card", plan(), false),
        ("board_card_thin", thin(), false),
        ("board_card_deep", deep(), false),
        ("board_card_pitch", deep(), true),
    ] {
        let mut screen = screen(&plan, View::Board);
        screen.whole_pitch = whole_pitch;
        for theme in Theme::ALL {
            for (shape, called, pixels) in SHAPES {
                let card = of_board(&plan, &screen, Card::new(shape), 1.0, theme).expect("a card");
                assert_eq!((card.width, card.height), pixels);
                support::assert_picture(&format!("{name}_{called}_{}", theme.name()), &card);
            }
        }
    }
}

/// What the documents show is what the program draws today: a view of a sample each.
#[test]
fn the_pictures_of_the_documents() {
    const LEONI: &str = include_str!("../saves/liverpool-2025-26-leoni.json");
    const REBUILD: &str = include_str!("../saves/real-madrid-2026-rebuild.json");
    const KONATE: &str = include_str!("../saves/real-madrid-2025-konate-now-or-2026.json");
    let (dark, light) = (Theme::Dark, Theme::Light);
    for (name, sample, view, day, theme) in [
        ("board", LEONI, View::Board, "2026-01-24", dark),
        ("timeline", LEONI, View::Timeline, "2026-01-24", dark),
        ("targets", REBUILD, View::Targets, "2025-10-08", dark),
        ("squad", LEONI, View::Squad, "2026-01-24", light),
        ("compare", LEONI, View::Compare, "2026-01-24", dark),
        ("money", KONATE, View::Money, "2025-07-11", light),
        ("calendar", LEONI, View::Calendar, "2026-01-24", light),
        ("assumptions", LEONI, View::Assumptions, "2026-01-24", light),
    ] {
        let plan = backline::store::parse(sample.as_bytes(), name).expect("the sample opens");
        let mut screen = Screen::of(&plan);
        (screen.view, screen.date) = (view, day.parse().expect("a day"));
        let size = Size { width: WIDE.0, height: WIDE.1, scale: 1.0 };
        let image = of_screen(&plan, &screen, size, theme).expect("a picture of that size");
        support::assert_picture_in("docs/pictures", name, &image);
    }
    let plan = plan();
    let card =
        of_comparison(&plan, &Screen::of(&plan), Card::new(CardShape::Wide), 1.0, dark).expect("a card");
    support::assert_picture_in("docs/pictures", "card", &card);
}
