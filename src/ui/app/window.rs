//! The window of the desktop that the program lives in.

use super::{App, Launch};
use crate::store::{AppFolders, Settings};

/// The window when it first opens, and the least it can be, points.
const WINDOW: [f32; 2] = [1440.0, 900.0];

const LEAST_WINDOW: [f32; 2] = [900.0, 600.0];

/// Why no window could be opened.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// The desktop gave none.
    #[error("{0}")]
    Desktop(String),
    /// There is no home folder to keep settings in.
    #[error("this user has no home folder, so there is no place for settings; set HOME and start again")]
    NoHome,
}

/// Opens the window and stays in it until the user leaves.
///
/// # Errors
/// Why no window could be opened.
pub fn run(launch: Launch) -> Result<(), WindowError> {
    let folders = AppFolders::of_this_user().ok_or(WindowError::NoHome)?;
    let today = jiff::Zoned::now().date();
    let known = Settings::load(&folders).0.window;
    let window = known.map_or(WINDOW, |known| [known.width, known.height]);
    let viewport = egui::ViewportBuilder::default()
        .with_title("Backline")
        .with_app_id("backline")
        .with_icon(icon())
        .with_inner_size(window)
        .with_maximized(known.is_some_and(|known| known.maximized))
        .with_min_inner_size(LEAST_WINDOW)
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let app = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        Ok(Box::new(App::new(&cc.egui_ctx, launch, folders, today, None)))
    };
    eframe::run_native("backline", options, Box::new(app))
        .map_err(|error| WindowError::Desktop(in_words(&error)))
}

/// The program's icon; without one if it cannot be read, which a test rules out.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../../assets/icons/backline.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

/// What kept the window away. The words of the window crates name source files of theirs, which help nobody here.
fn in_words(error: &eframe::Error) -> String {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            "the display does not answer".to_owned()
        }
        eframe::Error::AppCreation(error) => error.to_string(),
        _ => "the display has no OpenGL that works; a build with the feature wgpu may do without".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_window_has_an_icon() {
        let icon = super::icon();
        assert_eq!((icon.width, icon.height), (256, 256));
    }
}
