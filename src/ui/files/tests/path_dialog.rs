//! The dialog inside the window, by keys and by typing.

use super::*;

#[test]
fn a_plan_without_a_file_is_saved_where_the_dialog_says_by_typing_alone() {
    let mut window = Window::new().with_unsaved("Guéhi now");
    assert!(window.act(FileCommand::Save).is_empty());
    window.sees("Save plan as");

    window.press(Key::Enter);

    let path = window.file("guehi-now.json");
    assert_eq!(window.came(), [Outcome::Saved(path.clone())], "the slug of its name was offered");
    assert_eq!(Window::name_in(&path), "Guéhi now");
    assert!(!window.harness.state().session.as_ref().unwrap().is_dirty());
    window.asks_nothing();
}

#[test]
fn an_absolute_path_typed_into_the_dialog_is_taken_as_it_is() {
    let mut window = Window::new().with_unsaved("Plan");
    let path = window.home.path().join("elsewhere.json");
    window.act(FileCommand::SaveAs);
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter);
    assert_eq!(window.came(), [Outcome::Saved(path.clone())]);
    assert!(path.is_file());

    window.act(FileCommand::Close);
    window.act(FileCommand::Open);
    window.type_text("~/else");
    window.press(Key::Tab);
    window.press(Key::Enter);
    assert_eq!(window.came(), [Outcome::Opened]);
    assert_eq!(window.open_name(), "Plan");
}

#[test]
fn text_and_enter_in_one_frame_still_mean_the_text() {
    let mut window = Window::new().with_unsaved("Plan");
    window.act(FileCommand::SaveAs);
    window.harness.event(egui::Event::Text("quick".to_owned()));
    window.harness.key_press(Key::Enter);
    window.harness.run();
    assert_eq!(window.came(), [Outcome::Saved(window.file("quick.json"))]);
}

#[test]
fn the_arrow_keys_choose_and_enter_goes_into_folders() {
    let mut window = Window::new();
    fs::create_dir(window.file("archive")).unwrap();
    window.lay("archive/old.json", &plan("Old"));
    window.lay("new.json", &plan("New"));
    window.act(FileCommand::Open);

    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);

    assert_eq!(window.came(), [Outcome::Opened]);
    assert_eq!(window.open_name(), "Old");
}

#[test]
fn replacing_a_file_is_said_before_it_happens() {
    let mut window = Window::new().with_unsaved("Guéhi now");
    let path = window.lay("guehi-now.json", &plan("What was there"));
    window.act(FileCommand::SaveAs);
    window.sees("guehi-now.json is there already");
    assert_eq!(Window::name_in(&path), "What was there");
    window.click("Replace");
    assert_eq!(Window::name_in(&path), "Guéhi now");
}

#[test]
fn a_name_that_cannot_be_opened_is_said_in_place_and_escape_leaves() {
    let mut window = Window::new();
    window.act(FileCommand::Open);
    window.type_text("/nowhere/plan.json");
    window.press(Key::Enter);
    window.sees("There is no file of this name");
    window.press(Key::Escape);
    window.asks_nothing();
    assert!(window.came().is_empty());
}

#[test]
fn a_folder_of_other_files_is_no_obstacle_to_saving() {
    let mut window = Window::new().with_unsaved("Mine");
    fs::write(window.file("notes.txt"), "call the agent").unwrap();
    window.act(FileCommand::SaveAs);
    window.sees("The name is free.");
}

#[test]
fn shift_tab_leaves_the_path_field() {
    let mut window = Window::new();
    window.act(FileCommand::Open);
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.harness.run();
    let field = window.harness.get_by_role(Role::TextInput);
    assert!(!field.is_focused());
}
