//! The inspector as a user works with it: over a plan, with edits carried out between frames.

mod lists;

use std::sync::Arc;

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::edit::{Edit, Session};
use crate::model::{
    Amount, Club, Contract, Currency, Extra, Injury, LayoffUnit, MoneyRange, Player, PlayerKind,
    ReportedLayoff, Source, Wage, WagePeriod, Window,
};

/// A window with nothing but the inspector.
struct Desktop {
    session: Session,
    screen: Screen,
    inspector: Inspector,
    facts: Facts,
    opened: Vec<String>,
}

impl Desktop {
    fn frame(&mut self, ui: &mut Ui) {
        let plan = Arc::clone(self.session.plan());
        let mut commands = Vec::new();
        self.inspector.ui(ui, &plan, &self.screen, &self.facts, &mut commands);
        for command in commands {
            match command {
                Command::Edit(edit) => self.session.apply(&edit).unwrap(),
                Command::Select(selected) => self.screen.selected = selected,
                other => panic!("{other:?}"),
            }
        }
        self.screen.settle(self.session.plan());
        self.opened.extend(ui.output(|output| {
            let url = |command: &egui::OutputCommand| match command {
                egui::OutputCommand::OpenUrl(open) => Some(open.url.clone()),
                _ => None,
            };
            output.commands.iter().filter_map(url).collect::<Vec<_>>()
        }));
    }

    fn player(&self, id: &str) -> &Player {
        self.session.plan().player(&id.parse().unwrap()).unwrap()
    }

    fn select(&mut self, id: &str) {
        self.screen.selected = Some(id.parse().unwrap());
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn plan() -> Plan {
    let mut plan = Plan::new("Liverpool 2025–26", Club::named("Liverpool"), day("2025-09-25"), Currency::GBP);
    let squad = |id: &str, name: &str| {
        let mut player = Player::new(id.parse().unwrap(), name, PlayerKind::Squad);
        player.contract = Some(Contract { until: Some(day("2027-06-30")), ..Contract::default() });
        Arc::new(player)
    };
    plan.players.push(squad("virgil-van-dijk", "Virgil van Dijk"));
    plan.players.push(squad("ibrahima-konate", "Ibrahima Konaté"));
    let mut guehi = Player::new("marc-guehi".parse().unwrap(), "Marc Guéhi", PlayerKind::Target);
    guehi.club = Some(Club::named("Crystal Palace"));
    plan.players.push(Arc::new(guehi));
    plan.windows.push(Window {
        id: "winter-2026".parse().unwrap(),
        name: "Winter 2026".to_owned(),
        opens: day("2026-01-01"),
        closes: day("2026-02-02"),
        note: None,
        extra: Extra::new(),
    });
    plan
}

fn window(plan: Plan, selected: &str) -> Harness<'static, Desktop> {
    let mut screen = Screen::of(&plan);
    screen.selected = Some(selected.parse().unwrap());
    let desktop = Desktop {
        session: Session::new(plan),
        screen,
        inspector: Inspector::default(),
        facts: Facts::default(),
        opened: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(326.0, 1400.0))
        .with_context_setup(crate::ui::theme::install)
        .build_ui_state(|ui, desktop: &mut Desktop| desktop.frame(ui), desktop);
    harness.run();
    harness
}

/// Puts the keyboard into the field of this name, its whole text selected, and types over it.
fn type_into(harness: &mut Harness<'_, Desktop>, name: &str, words: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.get_by_label(name).type_text(words);
    harness.run();
}

fn press(harness: &mut Harness<'_, Desktop>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn click(harness: &mut Harness<'_, Desktop>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn shown(harness: &Harness<'_, Desktop>, name: &str) -> String {
    harness.get_by_label(name).value().unwrap_or_default()
}

#[test]
fn a_typed_contract_end_is_no_longer_from_the_source_of_the_old_one() {
    let mut imported = plan();
    let mut player = (*imported.players[0]).clone();
    let source = Source { name: "import (the clipboard)".into(), date: None, extra: Extra::new() };
    player.sources.insert("contract".into(), source.into());
    imported.players[0] = player.into();
    let mut harness = window(imported, "virgil-van-dijk");
    harness.get_by_label_contains("import (the clipboard)");
    type_into(&mut harness, "Contract until", "2029");
    press(&mut harness, Key::Enter);
    assert!(harness.state().player("virgil-van-dijk").sources.is_empty());
    assert!(harness.query_by_label_contains("import (the clipboard)").is_none());
}

#[test]
fn a_typed_contract_end_is_one_step_that_can_be_undone() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Contract until", "30/6/2028");
    assert_eq!(harness.state().session.history().steps(), 0, "nothing is committed while typing");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().player("virgil-van-dijk").contract_until(), Some(day("2028-06-30")));
    assert_eq!(shown(&harness, "Contract until"), "30 Jun 2028");
    assert_eq!(harness.state().session.history().steps(), 1);

    assert_eq!(harness.state_mut().session.undo().as_deref(), Some("change van Dijk’s contract"));
    harness.run();
    assert_eq!(shown(&harness, "Contract until"), "30 Jun 2027");
}

#[test]
fn escape_restores_and_an_empty_text_means_unknown() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Contract until", "1 Jan 2030");
    press(&mut harness, Key::Escape);
    assert_eq!(shown(&harness, "Contract until"), "30 Jun 2027");
    assert_eq!(harness.state().session.history().steps(), 0);

    harness.get_by_label("Contract until").focus();
    harness.run();
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().player("virgil-van-dijk").contract, None);
}

#[test]
fn nonsense_stays_in_the_field_with_a_sentence_until_the_plan_changes_under_it() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Contract until", "soon");
    press(&mut harness, Key::Tab);
    assert_eq!(shown(&harness, "Contract until"), "soon");
    assert!(harness.query_by_label_contains("Write it like 24 Jan 2026").is_some());
    assert_eq!(harness.state().session.history().steps(), 0);

    let mut changed = harness.state().player("virgil-van-dijk").clone();
    changed.contract = None;
    let edit = Edit::PutPlayer { player: changed.into(), what: "contract".to_owned() };
    harness.state_mut().session.apply(&edit).unwrap();
    harness.run();
    assert_eq!(shown(&harness, "Contract until"), "");
    assert!(harness.query_by_label_contains("Write it like").is_none());
}

#[test]
fn the_keyboard_stays_in_a_field_that_was_refused_and_what_is_typed_next_replaces_it() {
    let mut harness = window(plan(), "marc-guehi");
    type_into(&mut harness, "Asking price", "35 quid");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("This is no amount").is_some());
    assert!(harness.get_by_label("Asking price").is_focused());
    harness.get_by_label("Asking price").type_text("35m");
    harness.run();
    assert!(harness.query_by_label_contains("This is no amount").is_none());
    press(&mut harness, Key::Enter);
    assert_eq!(shown(&harness, "Asking price"), "\u{a3}35m");
    assert!(!harness.get_by_label("Asking price").is_focused());
}

#[test]
fn a_contract_ends_with_a_year_or_a_month_and_it_is_said_how_that_is_understood() {
    for (typed, until) in [("2028", "2028-06-30"), ("February 2029", "2029-02-28")] {
        let mut harness = window(plan(), "virgil-van-dijk");
        type_into(&mut harness, "Contract until", typed);
        let meant = format!("That is {}.", crate::model::words::date(day(until)));
        assert!(harness.query_by_label(&meant).is_some(), "{typed}");
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().player("virgil-van-dijk").contract_until(), Some(day(until)));
        assert!(harness.query_by_label(&meant).is_none(), "{typed}");
    }
}

#[test]
fn a_known_wage_leaves_everything_inside_a_narrow_pane() {
    let width = 286.0;
    let mut plan = plan();
    let mut dijk = Player::clone(&plan.players[0]);
    let wage = Wage {
        amount: Amount::new(350_000, Currency::GBP),
        per: WagePeriod::Week,
        estimate: false,
        extra: Extra::new(),
    };
    dijk.contract.get_or_insert_default().wage = Some(wage);
    dijk.kind = PlayerKind::Target;
    dijk.asking = Some(MoneyRange {
        likely: Some(120_000_000),
        ..MoneyRange::between(100_000_000, 150_000_000, Currency::GBP)
    });
    plan.players[0] = Arc::new(dijk);
    let mut harness = window(plan, "virgil-van-dijk");
    harness.set_size(vec2(width, 1400.0));
    harness.run();
    for name in
        ["Add a report", "More about Virgil van Dijk", "Wage is an estimate", "Asking price is an estimate"]
    {
        let right = harness.get_by_label(name).rect().right();
        assert!(right <= width - f32::from(MARGIN), "{name} ends at {right}");
    }
    click(&mut harness, "Wage is an estimate");
    let contract = harness.state().player("virgil-van-dijk").contract.clone();
    assert!(contract.and_then(|contract| contract.wage).is_some_and(|wage| wage.estimate));
}

#[test]
fn every_place_of_a_player_is_named() {
    let mut plan = plan();
    let scenario = &mut plan.scenarios[0];
    for (slot, chart) in [("gk", &["virgil-van-dijk"][..]), ("rcb", &["ibrahima-konate", "virgil-van-dijk"])]
    {
        scenario.charts.insert(slot.parse().unwrap(), chart.iter().map(|id| id.parse().unwrap()).collect());
    }
    let harness = window(plan, "virgil-van-dijk");
    harness.get_by_label("First choice goalkeeper");
    harness.get_by_label("Second choice right centre-back");
}

#[test]
fn what_was_being_typed_goes_to_the_player_it_was_typed_for() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Contract until", "30 Jun 2029");
    harness.state_mut().select("ibrahima-konate");
    harness.run();
    assert_eq!(harness.state().player("virgil-van-dijk").contract_until(), Some(day("2029-06-30")));
    assert_eq!(harness.state().player("ibrahima-konate").contract_until(), Some(day("2027-06-30")));
    assert_eq!(shown(&harness, "Contract until"), "30 Jun 2027");
    assert_eq!(harness.state().session.history().steps(), 1);
}

#[test]
fn nonsense_is_dropped_when_another_player_is_selected() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Contract until", "whenever");
    harness.state_mut().select("ibrahima-konate");
    harness.run();
    harness.state_mut().select("virgil-van-dijk");
    harness.run();
    assert_eq!(shown(&harness, "Contract until"), "30 Jun 2027");
    assert_eq!(harness.state().session.history().steps(), 0);
}

#[test]
fn saving_takes_what_is_still_being_typed_along() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Wage", "£350k a year");
    let state = harness.state_mut();
    let mut commands = Vec::new();
    state.inspector.flush(&Arc::clone(state.session.plan()), &mut commands);
    assert!(matches!(&commands[..], [Command::Edit(Edit::PutPlayer { what, .. })] if what == "wage"));
}

#[test]
fn a_new_player_is_named_first() {
    let mut plan = plan();
    plan.players.push(Arc::new(Player::new(
        "new-player".parse().unwrap(),
        NEW_PLAYER_NAME,
        PlayerKind::Target,
    )));
    let mut harness = window(plan, "new-player");
    assert!(harness.get_by_label("Name").is_focused());
    harness.get_by_label("Name").type_text("Pierre-Emerick Aubameyang");
    harness.run();
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().player("new-player").name, "Pierre-Emerick Aubameyang");
}

#[test]
fn a_name_cannot_be_emptied() {
    let mut harness = window(plan(), "virgil-van-dijk");
    type_into(&mut harness, "Name", " ");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().player("virgil-van-dijk").name, "Virgil van Dijk");
    assert!(harness.query_by_label("A player needs a name.").is_some());
}

#[test]
fn a_player_is_removed_from_the_menu_and_the_notes_are_shown_instead() {
    let mut harness = window(plan(), "virgil-van-dijk");
    click(&mut harness, "More about Virgil van Dijk");
    harness.get_by_label_contains("Remove from the plan").click();
    harness.run();
    assert_eq!(harness.state().session.plan().players.len(), 2);
    assert!(harness.query_by_label_contains("Select a player").is_some());
    type_into(&mut harness, "Plan notes", "What now?");
    harness.get_by_label("Scenario notes").focus();
    harness.run();
    assert_eq!(harness.state().session.plan().notes, "What now?");
}

#[test]
fn tab_walks_through_the_fields_in_the_order_they_are_read() {
    let mut harness = window(plan(), "virgil-van-dijk");
    harness.get_by_label("Contract until").focus();
    harness.run();
    let mut order = Vec::new();
    for _ in 0..5 {
        press(&mut harness, Key::Tab);
        let focused = harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        order.push(focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
    }
    assert_eq!(
        order,
        ["Pick a day: Contract until", "Joined", "Pick a day: Joined", "Wage", "Add an injury"]
    );
}

#[test]
fn the_line_under_a_targets_name_leads_to_his_club() {
    let mut plan = plan();
    let mut guehi = Player::clone(&plan.players[2]);
    guehi.club = None;
    plan.players[2] = Arc::new(guehi);
    let mut harness = window(plan, "marc-guehi");
    click(&mut harness, "without a club");
    assert!(harness.get_by_label("Club").is_focused());
    harness.get_by_label("Club").type_text("Crystal Palace");
    harness.run();
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().player("marc-guehi").club.as_ref().unwrap().name, "Crystal Palace");
}

#[test]
fn fields_of_a_newer_version_survive_typing_over_their_neighbours() {
    let mut plan = plan();
    let mut dijk = Player::clone(&plan.players[0]);
    let mut injury = Injury::starting(day("2025-09-01"));
    let mut layoff = ReportedLayoff { min: 1, max: 2, unit: LayoffUnit::Weeks, extra: Extra::new() };
    layoff.extra.insert("who".into(), "club".into());
    injury.layoff = Some(layoff);
    dijk.injuries.push(injury);
    let mut value = Amount::new(20_000_000, Currency::EUR);
    value.extra.insert("method".into(), "crowd".into());
    dijk.market_value = Some(value);
    plan.players[0] = Arc::new(dijk);
    let id: PlayerId = "virgil-van-dijk".parse().unwrap();
    let after = |field: Field, text: &str| {
        let edit = field.write(&plan, text).unwrap();
        crate::edit::apply(&plan, &edit).unwrap().player(&id).unwrap().clone()
    };
    let longer = after(Field::Injury(id.clone(), 0, field::InjuryField::Layoff), "3 weeks");
    assert!(longer.injuries[0].layoff.as_ref().unwrap().extra.contains_key("who"));
    let dearer = after(Field::Player(id.clone(), PlayerField::MarketValue), "25m");
    let value = dearer.market_value.unwrap();
    assert_eq!((value.amount, value.currency), (25_000_000, Currency::EUR), "the currency stays");
    assert!(value.extra.contains_key("method"));
}

#[test]
fn two_commits_in_one_frame_do_not_overwrite_each_other() {
    let plan = plan();
    let mut commands = Vec::new();
    let mut desk = Desk::new(&plan, &mut commands);
    let id: PlayerId = "virgil-van-dijk".parse().unwrap();
    let typed = Field::Player(id.clone(), PlayerField::Height).write(desk.plan(), "193").unwrap();
    desk.edit(typed).unwrap();
    desk.player(&id, "notes", |player| "Captain".clone_into(&mut player.notes));
    let mut session = Session::new(plan.clone());
    for command in commands {
        let Command::Edit(edit) = command else { panic!("{command:?}") };
        session.apply(&edit).unwrap();
    }
    let dijk = session.plan().player(&id).unwrap();
    assert_eq!((dijk.height_cm, dijk.notes.as_str()), (Some(193), "Captain"));
}
