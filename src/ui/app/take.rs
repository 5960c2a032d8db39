//! Pictures, cards and texts that are taken along.

use egui::Context;

use super::App;
use crate::store::export::{depth_chart_markdown, depth_chart_text};
use crate::ui::board::{CardShape, Scene, taken_along};
use crate::ui::command::{Action, Command, Export, ExportKind, FileCommand};
use crate::ui::picture;
use crate::ui::raster::{Image, RasterError, Size};
use crate::ui::theme::Theme;

/// Pixels per point of a copied or exported picture, and how many times larger than its named size a card is.
const PICTURE_SCALE: f32 = 2.0;

impl App {
    /// A picture of what the window shows.
    pub(super) fn take_picture(&mut self, ctx: &Context, action: Action) {
        let Some(desk) = &self.desk else { return };
        let window = ctx.content_rect().size();
        let size = Size { width: window.x, height: window.y, scale: PICTURE_SCALE };
        let image = picture::of_screen(desk.session.plan(), &desk.screen, size, Theme::from(ctx.theme()));
        self.take_image(ctx, image, action == Action::CopyPicture, None);
    }

    /// The depth chart, as a card or as words.
    pub(super) fn take_board(&mut self, ctx: &Context, action: Action) {
        let Some(desk) = &self.desk else { return };
        let plan = desk.session.plan();
        let shape = match action {
            Action::CopyBoardText | Action::CopyBoardMarkdown => {
                let Some(scenario) = desk.screen.scenario(plan) else { return };
                let scene = Scene { plan, scenario, screen: &desk.screen, derived: desk.derived() };
                let chart = taken_along(scene);
                let as_text = action == Action::CopyBoardText;
                ctx.copy_text(if as_text { depth_chart_text(&chart) } else { depth_chart_markdown(&chart) });
                self.say(ctx, "The depth chart is on the clipboard.".to_owned());
                return;
            }
            Action::ExportBoardSquare => CardShape::Square,
            _ => CardShape::Wide,
        };
        let theme = Theme::from(ctx.theme());
        let image = picture::of_board(plan, &desk.screen, shape, PICTURE_SCALE, theme);
        self.take_image(ctx, image, action == Action::CopyBoardCard, Some("depth chart"));
    }

    /// On the clipboard, or to a file whose suggested name says what it is about.
    fn take_image(
        &mut self,
        ctx: &Context,
        image: Result<Image, RasterError>,
        copy: bool,
        about: Option<&'static str>,
    ) {
        let image = match image {
            Ok(image) => image,
            Err(error) => return self.say(ctx, error.to_string()),
        };
        if copy {
            let pixels = [image.width as usize, image.height as usize];
            ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(pixels, &image.rgba));
            return self.say(ctx, "The picture is on the clipboard.".to_owned());
        }
        match image.to_png() {
            Ok(png) => {
                let export = Export { kind: ExportKind::Picture, about, bytes: png.into() };
                self.commands.push(Command::File(FileCommand::Export(export)));
            }
            Err(error) => self.say(ctx, error.to_string()),
        }
    }
}
