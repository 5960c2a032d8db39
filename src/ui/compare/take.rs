//! Taking the comparison along: on the clipboard, as a picture, as a text, a table or a report.

use egui::Ui;

use super::band::Take;
use crate::report::compare::{Comparison, Shorts};
use crate::store::export::{ComparisonFormat, comparison};
use crate::ui::board::Scene;
use crate::ui::command::{Command, Export, ExportKind, FileCommand};
use crate::ui::derived::Compared;
use crate::ui::picture::of_comparison;
use crate::ui::raster::Image;
use crate::ui::theme::Theme;

/// The card is drawn so many times larger than 1600 × 900 pixels.
const SCALE: f32 = 2.0;
/// What the suggested name of a file says after the plan's.
const ABOUT: &str = "comparison";

/// Does what a button asked for.
pub(super) fn take_along(
    ui: &Ui,
    take: Take,
    scene: Scene<'_>,
    compared: &Compared,
    commands: &mut Vec<Command>,
) {
    let written = |format| comparison(scene.plan, &with_shorts(scene, compared), format);
    let text = |kind, format| save(kind, written(format).into_bytes());
    commands.push(match take {
        Take::CopyText => {
            ui.ctx().copy_text(written(ComparisonFormat::Text));
            Command::Say("The comparison is on the clipboard.".to_owned())
        }
        Take::Markdown => text(ExportKind::Markdown, ComparisonFormat::Markdown),
        Take::Csv => text(ExportKind::Csv, ComparisonFormat::Csv),
        Take::Html => text(ExportKind::Html, ComparisonFormat::Html),
        Take::CopyCard => match card(ui, scene) {
            Ok(image) => {
                let pixels = [image.width as usize, image.height as usize];
                ui.ctx().copy_image(egui::ColorImage::from_rgba_unmultiplied(pixels, &image.rgba));
                Command::Say("The picture is on the clipboard.".to_owned())
            }
            Err(sentence) => Command::Say(sentence),
        },
        Take::SaveCard => {
            let png = card(ui, scene).and_then(|image| image.to_png().map_err(|error| error.to_string()));
            match png {
                Ok(png) => save(ExportKind::Picture, png),
                Err(sentence) => Command::Say(sentence),
            }
        }
    });
}

fn save(kind: ExportKind, bytes: Vec<u8>) -> Command {
    Command::File(FileCommand::Export(Export { kind, about: Some(ABOUT), bytes: bytes.into() }))
}

fn card(ui: &Ui, scene: Scene<'_>) -> Result<Image, String> {
    let theme = Theme::from(ui.ctx().theme());
    of_comparison(scene.plan, scene.screen, SCALE, theme).map_err(|error| error.to_string())
}

/// The comparison with the chances of being short, as far as they are worked out.
fn with_shorts(scene: Scene<'_>, compared: &Compared) -> Comparison {
    let mut comparison = Comparison::clone(&compared.comparison);
    for column in &mut comparison.columns {
        if let Some([needed, target]) = scene.derived.compared_shorts(&column.scenario) {
            column.short_somewhere = Some(Shorts { needed: *needed, target: *target });
        }
    }
    comparison
}
