//! A scenario as a plan of its own, and scenarios of another plan.

use super::*;

#[test]
fn a_scenario_becomes_a_file_and_the_open_plan_stays_what_it_is() {
    let mut window = Window::new().with_unsaved("Liverpool");
    let alone = plan("Liverpool \u{2013} January push");
    window.act(FileCommand::SaveCopy(alone.clone().into()));
    window.press(Key::Enter);
    let file = window.file("liverpool-january-push.json");
    assert_eq!(store::open(&file).unwrap().plan, alone);
    let Desk { session, outcomes, .. } = window.harness.state();
    let said = |outcome: &Outcome| matches!(outcome, Outcome::Said(words) if words.contains("is a plan in"));
    assert!(outcomes.iter().any(said), "{outcomes:?}");
    let session = session.as_ref().unwrap();
    assert!(session.is_dirty() && session.path().is_none());
}

#[test]
fn a_plan_is_read_for_its_scenarios_and_one_that_is_broken_says_why() {
    let mut window = Window::new().with_unsaved("Liverpool");
    let other = plan("Real Madrid");
    let path = window.lay("madrid.json", &other);
    window.act(FileCommand::ImportScenario);
    window.type_text("madrid.json");
    window.press(Key::Enter);
    let wanted = Outcome::Scenarios(Box::new(other), path);
    assert!(window.harness.state().outcomes.contains(&wanted), "{:?}", window.harness.state().outcomes);

    fs::write(window.file("broken.json"), "{").unwrap();
    window.act(FileCommand::ImportScenario);
    window.type_text("broken.json");
    window.press(Key::Enter);
    let failed =
        |outcome: &Outcome| matches!(outcome, Outcome::Failed(words) if words.contains("broken.json"));
    assert!(window.harness.state().outcomes.iter().any(failed));
}
