//! Pictures, cards and texts that are taken along.

use egui::Context;

use super::App;
use crate::ui::command::{Action, Command, Export, ExportKind, FileCommand};
use crate::ui::picture;
use crate::ui::raster::{Image, Size};
use crate::ui::share::{Made, Taking};
use crate::ui::theme::Theme;

/// Pixels per point of a copied or exported picture.
const PICTURE_SCALE: f32 = 2.0;

impl App {
    /// A picture of what the window shows.
    pub(super) fn take_picture(&mut self, ctx: &Context, action: Action) {
        let Some(desk) = &self.desk else { return };
        let window = ctx.content_rect().size();
        let size = Size { width: window.x, height: window.y, scale: PICTURE_SCALE };
        match picture::of_screen(desk.session.plan(), &desk.screen, size, Theme::from(ctx.theme())) {
            Ok(image) if action == Action::CopyPicture => {
                self.copy_image(ctx, &image, "picture of this view");
            }
            Ok(image) => self.save_image(ctx, &image, None),
            Err(error) => self.say(ctx, error.to_string()),
        }
    }

    /// The depth chart or the comparison, as a card or as words.
    pub(super) fn take_along(&mut self, ctx: &Context, taking: Taking) {
        let Some(desk) = &self.desk else { return };
        let wordmark = self.files.settings().wordmark;
        match taking.make(ctx, desk.session.plan(), &desk.screen, wordmark) {
            Ok(Made::Picture(image)) if taking.copy => {
                self.copy_image(ctx, &image, &format!("card of the {}", taking.about()));
            }
            Ok(Made::Picture(image)) => self.save_image(ctx, &image, Some(taking.named())),
            Ok(Made::Words(words)) if taking.copy => {
                ctx.copy_text(words);
                self.say(ctx, format!("The {} is on the clipboard.", taking.about()));
            }
            Ok(Made::Words(words)) => self.save(taking.kind(), Some(taking.named()), words.into_bytes()),
            Err(sentence) => self.say(ctx, sentence),
        }
    }

    fn copy_image(&mut self, ctx: &Context, image: &Image, what: &str) {
        let pixels = [image.width as usize, image.height as usize];
        ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(pixels, &image.rgba));
        self.say(ctx, format!("The {what} is on the clipboard."));
    }

    fn save_image(&mut self, ctx: &Context, image: &Image, about: Option<&'static str>) {
        match image.to_png() {
            Ok(png) => self.save(ExportKind::Picture, about, png),
            Err(error) => self.say(ctx, error.to_string()),
        }
    }

    /// To a file whose suggested name says what it is about.
    fn save(&mut self, kind: ExportKind, about: Option<&'static str>, bytes: Vec<u8>) {
        let export = Export { kind, about, bytes: bytes.into() };
        self.commands.push(Command::File(FileCommand::Export(export)));
    }
}
