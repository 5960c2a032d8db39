//! The whole desk in a window that tests can click in.

use egui::Pos2;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::app::{App, Launch};
use super::desk::Desk;
use super::files::Dialogs;
use super::screen::View;
use super::theme;
use crate::edit::Session;
use crate::model::Plan;
use crate::store::{AppFolders, Settings};

/// A desk, and what it said.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) desk: Desk,
    pub(super) said: Vec<String>,
}

/// A window of 1440 × 900 points.
pub(super) type Window = Harness<'static, Shown>;

/// The sample that most tests look at, with doing nothing as its baseline.
pub(super) fn sample() -> Plan {
    let text = include_str!("../../saves/liverpool-2025-26-leoni.json");
    let mut plan: Plan = serde_json::from_str(text).unwrap();
    plan.baseline = "do-nothing".parse().unwrap();
    plan
}

/// Shows `view` of a plan.
pub(super) fn window(plan: Plan, view: View) -> Window {
    // As for a picture: the season's figures are there at once.
    let mut desk = Desk::for_picture(Session::new(plan));
    desk.screen.view = view;
    let mut window =
        Harness::builder().with_size([1440.0, 900.0]).with_context_setup(theme::install).build_ui_state(
            |ui, Shown { desk, said }: &mut Shown| {
                desk.refresh(ui.ctx());
                let mut commands = Vec::new();
                desk.ui(ui, &mut commands);
                for command in commands {
                    said.extend(desk.act(command).map(|errand| format!("{errand:?}")));
                    ui.request_repaint();
                }
            },
            Shown { desk, said: Vec::new() },
        );
    window.run();
    window
}

/// The whole program in a window, with a home of its own, on 25 September 2025.
pub(super) struct Program {
    pub(super) window: Harness<'static, App>,
    pub(super) home: tempfile::TempDir,
}

impl Program {
    /// The program as it starts, on a plan in a file if one is given, for somebody who knows it.
    pub(super) fn start(plan: Option<&Plan>) -> Self {
        let known = Settings { tour_seen: true, ..Settings::default() };
        Self::start_with(plan, |folders| known.save(folders).unwrap())
    }

    /// The same after something was done to its folders.
    pub(super) fn start_with(plan: Option<&Plan>, prepare: impl FnOnce(&AppFolders)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = plan.map(|plan| {
            let path = home.path().join("plan.json");
            crate::store::save(&path, plan, None).unwrap();
            path
        });
        let folders = AppFolders::inside(home.path().join("own"));
        prepare(&folders);
        let today = "2025-09-25".parse().unwrap();
        let mut window =
            Harness::builder().with_size([1440.0, 900.0]).with_max_steps(64).build_eframe(move |cc| {
                App::new(&cc.egui_ctx, Launch { file }, folders, today, Some(Dialogs::InApp))
            });
        window.run();
        Self { window, home }
    }

    /// The open plan.
    pub(super) fn plan(&self) -> Plan {
        (**self.window.state().desk().unwrap().session.plan()).clone()
    }

    #[track_caller]
    pub(super) fn click(&mut self, name: &str) {
        self.window.get_by_label(name).click();
        self.window.run();
    }

    #[track_caller]
    pub(super) fn click_containing(&mut self, words: &str) {
        self.window.get_by_label_contains(words).click();
        self.window.run();
    }

    #[track_caller]
    pub(super) fn type_into(&mut self, name: &str, words: &str) {
        self.window.get_by_role_and_label(Role::TextInput, name).focus();
        self.window.run();
        self.window.event(egui::Event::Text(words.to_owned()));
        self.window.run();
    }

    /// Runs until nothing moves any more, or for as many frames as the window allows, and waits for the threads that
    /// work on what is shown: what is seen afterwards does not depend on how fast they are.
    pub(super) fn settle(&mut self) {
        let since = std::time::Instant::now();
        let _moving = self.window.try_run();
        while self.window.state().is_waiting() {
            assert!(since.elapsed().as_secs() < 60, "the figures do not come");
            std::thread::yield_now();
            let _moving = self.window.try_run();
        }
    }

    /// Waits until the preview has taken in what its threads work out.
    #[track_caller]
    pub(super) fn wait_for(&mut self, words: &str) {
        let since = std::time::Instant::now();
        while self.window.query_all_by_label_contains(words).next().is_none() {
            assert!(since.elapsed().as_secs() < 60, "nobody reads {words:?}");
            self.window.step();
            std::thread::yield_now();
        }
        self.window.run();
    }

    /// Waits until nobody reads these words any more.
    #[track_caller]
    pub(super) fn wait_until_gone(&mut self, words: &str) {
        let since = std::time::Instant::now();
        while self.window.query_all_by_label_contains(words).next().is_some() {
            assert!(since.elapsed().as_secs() < 60, "{words:?} stays");
            self.window.step();
            std::thread::yield_now();
        }
        self.window.run();
    }

    /// Drops a file on the window.
    pub(super) fn drop_file(&mut self, path: &std::path::Path) {
        self.window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.to_owned())));
        self.window.run();
    }

    pub(super) fn press(&mut self, key: egui::Key) {
        self.window.key_press(key);
        self.window.run();
    }

    /// Somewhere these words are written.
    #[track_caller]
    pub(super) fn sees_value(&self, words: &str) {
        let written = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.value().is_some_and(|value| value.contains(words))
        };
        assert!(self.window.query_all_by(written).next().is_some(), "nobody reads {words:?}");
    }

    #[track_caller]
    pub(super) fn sees(&self, words: &str) {
        assert!(self.window.query_all_by_label_contains(words).next().is_some(), "nobody reads {words:?}");
    }
}

/// A file that is dropped on a window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it here".to_owned())
    }
}

/// Fails unless what `draw` draws is, pixel by pixel, the kept picture of this name, in both themes.
#[track_caller]
pub(super) fn assert_pictures(name: &str, (width, height): (f32, f32), mut draw: impl FnMut(&mut egui::Ui)) {
    use super::raster::{Keep, Size, render};

    for theme in theme::Theme::ALL {
        let image = render(Size { width, height, scale: 1.0 }, theme, &mut draw).unwrap();
        let bless = std::env::var_os("BACKLINE_BLESS").is_some_and(|value| value == "1");
        let keep = if bless { Keep::New } else { Keep::Old };
        let expected = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/pictures")
            .join(format!("{name}_{}.png", theme.name()));
        if let Err(error) = image.check_against(&expected, keep) {
            panic!(
                "{error}\nIf the change is meant, run the test again with BACKLINE_BLESS=1 and look at it."
            );
        }
    }
}

/// Clicks what has this name.
#[track_caller]
pub(super) fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    window.run();
}

/// Types into the field of this name.
#[track_caller]
pub(super) fn type_into(window: &mut Window, name: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, name).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, name).type_text(words);
    window.run();
}

/// Drags what lies at `from` to `to`, by way of some points between.
pub(super) fn drag<S>(window: &mut Harness<'_, S>, from: Pos2, to: Pos2) {
    window.drag_at(from);
    window.step();
    for share in [0.1, 0.5, 1.0] {
        window.hover_at(from + (to - from) * share);
        window.step();
    }
    window.drop_at(to);
    window.run();
}

/// The board of a scenario of the [`sample`].
pub(super) fn board(scenario: &str) -> Window {
    let mut window = window(sample(), View::Board);
    window.state_mut().desk.screen.scenario = scenario.parse().unwrap();
    window.run();
    window
}
