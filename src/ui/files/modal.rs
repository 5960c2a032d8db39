//! The frame of every question: a title, some words, and buttons, the usual answer first.

use egui::{Context, Id, Label, Modal, ModalResponse, TextWrapMode, Ui};

use crate::ui::theme::{size, text};
use crate::ui::widgets::{PrimaryButton, dialog_frame};

/// Width of a question's words, points: five answers stand in a row.
const QUESTION_WIDTH: f32 = 460.0;

/// Shows `content` in the middle of the window, `width` points wide; the rest of the window waits.
pub(super) fn modal<R>(
    ctx: &Context,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let modal = Modal::new(Id::unique(("files", name))).frame(dialog_frame(ctx));
    let room = ctx.content_rect().width() - 4.0 * size::GAP_XL;
    modal.show(ctx, |ui| {
        ui.set_width(width.min(room));
        content(ui)
    })
}

/// The title of a dialog.
pub(super) fn title(ui: &mut Ui, words: &str) {
    let title = ui.add(Label::new(text::verdict(words)).wrap()).id.accesskit_id();
    ui.ctx().accesskit_node_builder(ui.layer_id().id, |dialog| dialog.push_labelled_by(title));
    ui.add_space(size::GAP_XS);
}

/// One of a question's answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer<'a> {
    /// What the button says.
    pub words: &'a str,
    /// Why it cannot be given, if it cannot.
    pub refused: Option<&'a str>,
}

impl<'a> Answer<'a> {
    /// An answer that can be given.
    pub(super) fn new(words: &'a str) -> Self {
        Self { words, refused: None }
    }
}

/// A row of buttons; the first is the usual answer. Returns the place of the one that was chosen.
///
/// With `take_focus` the first one gets the keyboard as long as nothing else in the window has it.
pub(super) fn answers(ui: &mut Ui, answers: &[Answer<'_>], take_focus: bool) -> Option<usize> {
    let mut chosen = None;
    ui.add_space(size::GAP_S);
    ui.horizontal_wrapped(|ui| {
        // An answer for which there is no room left goes to the next row as a whole.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for (place, answer) in answers.iter().enumerate() {
            let response = ui
                .add_enabled_ui(answer.refused.is_none(), |ui| {
                    if place == 0 {
                        ui.add(PrimaryButton::new(answer.words))
                    } else {
                        ui.button(answer.words)
                    }
                })
                .inner;
            if place == 0 && take_focus && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            let response = match answer.refused {
                Some(reason) => response.on_disabled_hover_text(reason),
                None => response,
            };
            if response.clicked() {
                chosen = Some(place);
            }
        }
    });
    chosen
}

/// A question in words. Returns the chosen answer; Escape and a click beside it count as the last one.
pub(super) fn question(
    ctx: &Context,
    name: &str,
    heading: &str,
    sentences: &[&str],
    choices: &[Answer<'_>],
) -> Option<usize> {
    let shown = modal(ctx, name, QUESTION_WIDTH, |ui| {
        title(ui, heading);
        for sentence in sentences {
            ui.add(Label::new(text::body(*sentence)).wrap().selectable(true));
        }
        answers(ui, choices, true)
    });
    let last = choices.len().saturating_sub(1);
    shown.inner.or_else(|| shown.should_close().then_some(last))
}
