//! Files dropped on the window.

use std::path::PathBuf;

use egui::{Align2, Context, Id, LayerId, Order, Painter, Rect, Stroke, vec2};

use super::folder::file_name;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::dashed_rect;

/// Size of the icon over the words.
const ICON_SIZE: f32 = 40.0;

/// The first file dropped on the window in this frame, and what to say if there were more.
#[must_use]
pub fn dropped(ctx: &Context) -> Option<(PathBuf, Option<String>)> {
    let paths: Vec<PathBuf> =
        ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    let more = paths.len().checked_sub(1)?;
    let first = paths.into_iter().next()?;
    let name = file_name(&first);
    let remark = match more {
        0 => None,
        1 => Some(format!("Two files were dropped: {name} opens, the other one does not.")),
        _ => Some(format!("{} files were dropped: {name} opens, the others do not.", more + 1)),
    };
    Some((first, remark))
}

/// Says over the whole window that a file held over it can be dropped.
pub fn drop_overlay(ctx: &Context) {
    let names: Vec<String> = ctx.input(|input| {
        let held = input.raw.hovered_files.iter();
        held.map(|file| file.path.as_deref().map(file_name).unwrap_or_default()).collect()
    });
    let Some(first) = names.first() else { return };
    let palette = theme::palette_of(ctx);
    let painter: Painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("drop a plan")));
    let window = ctx.content_rect();
    painter.rect_filled(window, 0.0, palette.bg.gamma_multiply(0.86));
    let inner = window.shrink(size::GAP_XL);
    painter.rect_filled(inner, f32::from(size::RADIUS_PANEL), palette.drop_ground);
    dashed_rect(&painter, inner, size::RADIUS_PANEL, Stroke::new(size::FOCUS_RING, palette.accent));
    let place = |dy: f32| Rect::from_center_size(inner.center() + vec2(0.0, dy), vec2(inner.width(), 1.0));
    let write = |dy: f32, words: &str, font: egui::FontId, colour| {
        painter.text(place(dy).center(), Align2::CENTER_CENTER, words, font, colour);
    };
    write(-ICON_SIZE, icons::FOLDER_OPEN, text::font(ICON_SIZE, text::Weight::Regular), palette.accent);
    let verdict = text::font(text::VERDICT_SIZE, text::Weight::Semibold);
    write(size::GAP_S, "Drop to open or import", verdict, palette.text);
    let second = text::font(text::BODY_SIZE, text::Weight::Regular);
    let line = if names.len() > 1 { format!("{first}, the first of {}", names.len()) } else { first.clone() };
    write(size::GAP_XL + size::GAP_L, &line, second, palette.muted);
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use egui::{DroppedFile, RawInput};

    use super::*;

    #[derive(Debug)]
    struct Dropped(PathBuf);

    impl DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("nobody reads it here".to_owned())
        }
    }

    fn drop(names: &[&str]) -> Option<(PathBuf, Option<String>)> {
        let ctx = Context::default();
        let mut input = RawInput::default();
        for name in names {
            input.dropped_files.push(Arc::new(Dropped(PathBuf::from(name))));
        }
        let mut found = None;
        let mut output = ctx.run_ui(input, |ui| found = found.take().or_else(|| dropped(ui.ctx())));
        output.textures_delta.clear();
        found
    }

    #[test]
    fn the_first_of_several_dropped_files_opens_and_the_rest_are_mentioned() {
        assert_eq!(drop(&[]), None);
        assert_eq!(drop(&["/a.json"]), Some(("/a.json".into(), None)));
        let (path, remark) = drop(&["/a.json", "/b.json", "/c.json"]).unwrap();
        assert_eq!(path, Path::new("/a.json"));
        assert_eq!(remark.unwrap(), "3 files were dropped: a.json opens, the others do not.");
    }
}
