//! Fields that read as text until the pointer or the keyboard is on them.

use egui::epaint::RectShape;
use egui::{
    Color32, CornerRadius, FontId, Frame, Id, Margin, Response, RichText, Shape, Stroke, StrokeKind,
    TextEdit, Ui, vec2,
};

use crate::ui::command::dialog_keys;
use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, Tone, size};
use crate::ui::widgets::{paint_text, refused, text_width, type_over_by_key};

use super::calendar;
use super::choice::{mark_ui, mark_width};
use super::field::Field;
use super::pane::{FIELD_PADDING, FIELD_RADIUS, Pane, ROW};
use super::reveal::Spot;
use crate::ui::entry;

/// Width at least of a field that is being typed in.
const TYPING: f32 = 104.0;

/// The form of a typed value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    /// One line, as wide as the place.
    Line,
    /// One line, only as wide as its words, so that something can stand beside them.
    Snug,
    /// Framed; wraps, but Enter commits.
    Sentence,
    /// Framed; Enter begins a new line.
    Paragraphs,
}

impl Form {
    fn is_framed(self) -> bool {
        matches!(self, Self::Sentence | Self::Paragraphs)
    }

    /// Lines at least.
    fn lines(self) -> usize {
        match self {
            Self::Line | Self::Snug => 1,
            Self::Sentence => 2,
            Self::Paragraphs => 3,
        }
    }
}

/// How a typed value looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// For screen readers.
    pub(super) name: &'a str,
    /// What stands there while nothing is known.
    pub(super) hint: &'a str,
    /// Size and weight of the letters.
    pub(super) font: (f32, Weight),
    /// No wider than this, in points.
    pub(super) at_most: f32,
    pub(super) form: Form,
    /// A day: a calendar can be opened beside it.
    pub(super) day: bool,
}

impl<'a> Look<'a> {
    /// A value beside its label.
    pub(super) fn value(name: &'a str, hint: &'a str) -> Self {
        let font = (text::BODY_SIZE, Weight::Medium);
        Self { name, hint, font, at_most: f32::INFINITY, form: Form::Line, day: false }
    }

    /// A value with something beside it.
    pub(super) fn snug(name: &'a str, hint: &'a str) -> Self {
        Self { form: Form::Snug, ..Self::value(name, hint) }
    }

    /// A day beside its label.
    pub(super) fn day(name: &'a str, hint: &'a str) -> Self {
        Self { day: true, ..Self::snug(name, hint) }
    }

    /// A text of paragraphs in a frame.
    pub(super) fn notes(name: &'a str, hint: &'a str) -> Self {
        Self { form: Form::Paragraphs, font: (text::BODY_SIZE, Weight::Regular), ..Self::value(name, hint) }
    }

    /// A sentence that wraps.
    pub(super) fn sentence(name: &'a str, hint: &'a str) -> Self {
        Self { form: Form::Sentence, ..Self::notes(name, hint) }
    }

    fn font(&self) -> FontId {
        text::font(self.font.0, self.font.1)
    }

    /// `words` are wider than a line of this width has room for: while nobody types, it ends in "…".
    fn is_cut(&self, ui: &Ui, words: &str, width: f32) -> bool {
        let room = width.min(ui.available_width()) - 2.0 * f32::from(FIELD_PADDING);
        !self.form.is_framed() && text_width(ui, &RichText::new(words).font(self.font())) > room
    }

    /// How wide the field with `words` is in what is left of `ui`.
    fn width(&self, ui: &Ui, words: &str, focused: bool) -> f32 {
        let calendar = if self.day { ROW } else { 0.0 };
        let most = (ui.available_width() - calendar).min(self.at_most);
        if self.form != Form::Snug {
            return most;
        }
        let shown = if words.is_empty() { self.hint } else { words };
        let words = text_width(ui, &RichText::new(shown).font(self.font()));
        let natural = words.ceil() + 2.0 * f32::from(FIELD_PADDING) + size::GAP_XS;
        let least = if focused { TYPING } else { 0.0 };
        most.min(natural.max(least))
    }
}

impl Pane<'_> {
    /// A text of the plan that can be typed over.
    ///
    /// Enter and leaving commit, Escape restores. What cannot be read stays and adds to `complaints`.
    pub(super) fn typed(&mut self, ui: &mut Ui, field: &Field, look: Look<'_>) -> Response {
        let id = Id::unique(("inspector", field));
        let plan_says = field.read(self.plan).unwrap_or_default();
        let focused = ui.memory(|memory| memory.has_focus(id));
        let (mut words, complaint) = self.drafts.text(field, &plan_says, focused);

        let wrong = complaint.is_some();

        // Size
        let width = look.width(ui, &words, focused);
        let shortened = !focused && look.is_cut(ui, &words, width);

        // Allocate, interact, paint
        let palette = theme::palette(ui);
        let ink = if wrong { palette.tone(Tone::Bad).text } else { palette.text };
        let ground = ui.painter().add(Shape::Noop);
        let edit_ink = if shortened { Color32::TRANSPARENT } else { ink };
        let response = edit_ui(ui, id, look, &mut words, width, edit_ink);
        let focused = self.keyboard(ui, field, look, &words, &response);
        let framed = look.form.is_framed();
        ui.painter().set(ground, field_frame(ui, &response, [focused, framed, wrong]));
        if shortened {
            let inner = response.rect.shrink2(vec2(f32::from(FIELD_PADDING), 0.0));
            paint_text(ui, inner, egui::Align2::LEFT_CENTER, RichText::new(&words).font(look.font()), ink);
        }
        if let Some(spot) = Spot::of(field) {
            self.reveal(ui, &spot, response.rect);
        }

        self.commit_or_restore(ui, field, (&words, &plan_says), &response);
        self.remark_on(field, &words, focused && words != plan_says);
        if look.day {
            self.calendar(ui, field, look.name, &words, focused || response.hovered());
        }
        if shortened { response.on_hover_text(words) } else { response }
    }

    /// Gives the keyboard to the field if it is its turn; says whether it has it.
    fn keyboard(&mut self, ui: &Ui, field: &Field, look: Look<'_>, words: &str, response: &Response) -> bool {
        if self.open.focus.as_ref() == Some(field) {
            self.open.focus = None;
            response.request_focus();
            response.scroll_to_me(None);
        }
        let focused = response.has_focus();
        let confirmed = ui.input(|input| input.key_pressed(dialog_keys::CONFIRM.logical_key));
        if look.form == Form::Sentence && focused && confirmed {
            response.surrender_focus();
        }
        if !look.form.is_framed() {
            type_over_by_key(response, words);
        }
        focused
    }

    fn commit_or_restore(
        &mut self,
        ui: &Ui,
        field: &Field,
        (words, plan_says): (&str, &str),
        response: &Response,
    ) {
        if response.changed() {
            self.drafts.typed(field, plan_says, words.to_owned());
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(dialog_keys::CANCEL.logical_key)) {
            self.drafts.restore(field);
        } else if (response.lost_focus() || (response.changed() && !response.has_focus()))
            && !self.drafts.commit(field, &mut self.desk)
        {
            refused(response, words);
        }
    }

    /// Says what is wrong with a field, or how a day that is being `typed` is understood.
    fn remark_on(&mut self, field: &Field, words: &str, typed: bool) {
        let complaint = self.drafts.complaint(field);
        if typed && complaint.is_none() {
            let day = field.understood(self.desk.plan(), words).map(crate::model::words::date);
            self.remark = day.filter(|day| *day != words.trim()).map(|day| format!("That is {day}."));
        }
        self.complaints.extend(complaint);
    }

    /// A row whose value may be an estimate: where the mark does not fit beside it, it stands below.
    ///
    /// `estimate` is none while there is no value. Returns whether the mark was clicked.
    pub(super) fn estimated_row(
        &mut self,
        ui: &mut Ui,
        label: &str,
        name: &str,
        estimate: Option<bool>,
        value: impl FnOnce(&mut Ui, &mut Self) -> Response,
    ) -> bool {
        let words = "estimate";
        let mark = |ui: &mut Ui, beside| {
            let mark = |on| mark_ui(ui, &format!("{name} is an estimate"), words, on, beside);
            estimate.is_some_and(mark)
        };
        let (mut marked, mut below) = (false, false);
        self.row(ui, label, |ui, pane| {
            let response = value(ui, pane);
            below = ui.available_width() < mark_width(ui, words);
            if !below {
                marked = mark(ui, response.has_focus() || response.hovered());
            }
        });
        if below && estimate.is_some() {
            self.row(ui, "", |ui, _| {
                ui.add_space(f32::from(FIELD_PADDING));
                marked = mark(ui, true);
            });
        }
        marked
    }

    fn calendar(&mut self, ui: &mut Ui, field: &Field, name: &str, words: &str, lit: bool) {
        let start = entry::date(words).ok().flatten();
        let picked =
            calendar::button_ui(ui, Id::unique(("calendar", field)), name, start, self.screen.date, lit);
        let Some(day) = picked else { return };
        self.drafts.restore(field);
        match field.write(self.desk.plan(), &crate::model::words::date(day)) {
            Ok(edit) => self.desk.ask(edit),
            Err(complaint) => self.complaints.push(complaint),
        }
    }
}

/// What is typed in, without its ground.
fn edit_ui(ui: &mut Ui, id: Id, look: Look<'_>, words: &mut String, width: f32, ink: Color32) -> Response {
    let framed = look.form.is_framed();
    let edit = if framed {
        TextEdit::multiline(words).desired_rows(look.form.lines())
    } else {
        TextEdit::singleline(words)
    };
    let edit = if look.form == Form::Sentence { edit.return_key(None) } else { edit };
    let margin =
        if framed { Margin::symmetric(FIELD_PADDING + 2, 5) } else { Margin::symmetric(FIELD_PADDING, 3) };
    let edit = edit
        .id(id)
        .font(look.font())
        .text_color(ink)
        .hint_text(look.hint.to_owned())
        .frame(Frame::new().inner_margin(margin))
        .min_size(vec2(0.0, ROW))
        .desired_width(width);
    ui.add(edit).accessible_name(look.name)
}

/// The ground of a field: as quiet as text until the pointer or the keyboard is on it, or something in it is `wrong`.
fn field_frame(ui: &Ui, response: &Response, [focused, framed, wrong]: [bool; 3]) -> RectShape {
    let palette = theme::palette(ui);
    let stroke = match (focused, wrong, framed) {
        (true, ..) => Stroke::new(size::FOCUS_RING, palette.accent),
        (false, true, _) => Stroke::new(size::HAIRLINE, palette.tone(Tone::Bad).mark),
        (false, false, true) => Stroke::new(size::HAIRLINE, palette.line),
        (false, false, false) => Stroke::NONE,
    };
    let fill = match (focused || framed, response.hovered()) {
        (true, _) => palette.bg,
        (false, true) => palette.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    let radius = CornerRadius::same(if framed { size::RADIUS_CONTROL } else { FIELD_RADIUS });
    let mut frame = RectShape::new(response.rect, radius, fill, stroke, StrokeKind::Inside);
    frame.round_to_pixels = Some(true);
    frame
}
