//! The program in a window that is nowhere: what it would do with events and commands, without a display.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Event, Pos2, RawInput, Rect, Vec2, ViewportId, vec2};

use super::user::Deed;
use crate::model::Plan;
use crate::store::{self, AppFolders, Settings, to_json};
use crate::ui::app::{App, Launch};
use crate::ui::command::{Command, FileCommand};
use crate::ui::files::Dialogs;

/// The program in a window that is nowhere.
pub(super) struct Desktop {
    ctx: Context,
    frame: eframe::Frame,
    app: Option<App>,
    folder: PathBuf,
    pub(super) plan: PathBuf,
    size: Vec2,
    scale: f32,
    time: f64,
}

impl Desktop {
    /// The program as it starts on this plan, in a file in `folder`.
    pub(super) fn new(folder: &Path, on: &Plan) -> Self {
        let plan = folder.join("plan.json");
        store::save(&plan, on, None).unwrap();
        let mut desktop = Self {
            ctx: Context::default(),
            frame: eframe::Frame::_new_kittest(),
            app: None,
            folder: folder.to_owned(),
            plan,
            size: vec2(1440.0, 900.0),
            scale: 1.0,
            time: 0.0,
        };
        desktop.start();
        desktop
    }

    /// Ends the program, if it runs, and starts it again on the plan.
    fn start(&mut self) {
        self.app = None;
        self.ctx = Context::default();
        let folders = AppFolders::inside(self.folder.join("own"));
        Settings { tour_seen: true, ..Settings::default() }.save(&folders).unwrap();
        let today = "2025-09-25".parse().unwrap();
        let launch = Launch { file: Some(self.plan.clone()) };
        self.app = Some(App::new(&self.ctx, launch, folders, today, Some(Dialogs::InApp)));
    }

    pub(super) fn app(&mut self) -> &mut App {
        self.app.as_mut().unwrap()
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 0.1;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(self.scale);
        let Self { ctx, frame, app, .. } = self;
        let app = app.as_mut().unwrap();
        let mut output = ctx.run_ui(input, |ui| {
            eframe::App::logic(app, &ui.ctx().clone(), frame);
            eframe::App::ui(app, ui, frame);
        });
        output.textures_delta.clear();
        std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        if app.closing {
            self.start();
        }
    }

    pub(super) fn carry_out(&mut self, deed: Deed) {
        match deed {
            Deed::Ask(command) => {
                self.app().commands.push(command);
                self.frame(Vec::new());
            }
            Deed::Frames(frames) => frames.into_iter().for_each(|events| self.frame(events)),
            Deed::Resize(size, scale) => {
                (self.size, self.scale) = (size, scale);
                self.frame(Vec::new());
            }
            Deed::Restart => self.start(),
        }
    }

    pub(super) fn plan(&self) -> Option<Arc<Plan>> {
        Some(self.app.as_ref()?.desk()?.session.plan().clone())
    }

    /// The plan is what its file would say, and once saved, what its file says.
    pub(super) fn check(&mut self) {
        let Some(desk) = &mut self.app().desk else { return };
        desk.flush();
        let plan = desk.session.plan().clone();
        let reloaded = store::parse(to_json(&plan).as_bytes(), "the reloaded plan").unwrap();
        assert!(reloaded == *plan, "the plan differs from its reload");
        let Some(path) = desk.session.path().cloned() else { return };
        if self.app().files.is_asking() || self.app().files.is_sample() {
            return;
        }
        self.carry_out(Deed::Ask(Command::File(FileCommand::Save)));
        if !self.app().files.is_asking() {
            let saved = store::open(&path).unwrap().plan;
            assert!(saved == *plan, "the plan differs from its file");
        }
    }
}
