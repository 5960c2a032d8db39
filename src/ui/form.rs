//! A dialog whose fields make one edit: applied or left, with a sentence where they make none.

use egui::{Context, Id, Label, Ui};

use crate::edit::Edit;
use crate::model::Plan;

use super::theme::{self, Tone, size, text};
use super::widgets::{PrimaryButton, dialog, dialog_body};

/// Height of title, complaint, buttons and margins, and room kept around the dialog, points.
const AROUND: f32 = 210.0;

/// What came of the dialog in this frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Settled {
    /// It is still open.
    Open,
    /// It was left.
    Left,
    /// It was applied; `None` if nothing was changed.
    Applied(Box<Option<Edit>>),
}

/// What is being filled in.
pub(in crate::ui) trait Form {
    /// What the dialog is called.
    const TITLE: &str;
    /// How wide it is, points.
    const WIDTH: f32;

    /// Draws the fields.
    fn fields_ui(&mut self, ui: &mut Ui, plan: &Plan);

    /// The edit that makes the plan as it is filled in, or what is wrong with it.
    fn edit(&self, plan: &Plan) -> Result<Option<Edit>, String>;

    /// What was wrong when it was last applied.
    fn trouble(&mut self) -> &mut Option<String>;
}

/// Draws a form over everything.
pub(in crate::ui) fn form_ui<F: Form>(ctx: &Context, form: &mut F, plan: &Plan) -> Settled {
    let shown = dialog(ctx, Id::unique(F::TITLE), F::TITLE, F::WIDTH, |ui| {
        ui.label(text::verdict(F::TITLE));
        ui.add_space(size::GAP_XS);
        dialog_body(ui, AROUND, |ui| form.fields_ui(ui, plan));
        if let Some(trouble) = form.trouble() {
            let color = theme::palette(ui).tone(Tone::Bad).text;
            ui.add(Label::new(text::second(trouble.as_str()).color(color)).wrap());
        }
        ui.add_space(size::GAP_S);
        ui.horizontal(|ui| {
            let apply = ui.add(PrimaryButton::new("Apply")).clicked();
            (apply, ui.button("Cancel").clicked())
        })
        .inner
    });
    let (apply, cancel) = shown.inner;
    if apply {
        match form.edit(plan) {
            Ok(edit) => return Settled::Applied(Box::new(edit)),
            Err(trouble) => *form.trouble() = Some(trouble),
        }
    }
    if cancel || shown.should_close() { Settled::Left } else { Settled::Open }
}
