//! A line that is typed in, and the keyboard in it.

use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Context, Id, Response, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::ui::command::dialog_keys;
use crate::ui::theme::size;

/// A line as wide as its place and as high as a button; `hint` stands in it while it is empty.
pub fn text_field(ui: &mut Ui, name: &str, hint: &str, typed: &mut String) -> Response {
    let field = TextEdit::singleline(typed)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, size::CONTROL_HEIGHT))
        .align(Align2::LEFT_CENTER);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, ui.is_enabled(), name));
    type_over_by_key(&response, typed);
    response
}

/// Whoever comes to a line by keyboard types over its words; a click puts the cursor where it falls.
pub fn type_over_by_key(line: &Response, words: &str) {
    let by_key = line.ctx.input(|input| !input.pointer.any_down() && !input.pointer.any_released());
    if line.gained_focus() && by_key {
        type_over(&line.ctx, line.id, words);
    }
}

/// Gives the keyboard to a line that holds these words, all of them selected.
pub fn type_over(ctx: &Context, line: Id, words: &str) {
    ctx.memory_mut(|memory| memory.request_focus(line));
    let mut state = TextEdit::load_state(ctx, line).unwrap_or_default();
    let end = CCursor::new(words.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    state.store(ctx, line);
}

/// What was typed is refused: whoever confirmed it with a key is about to correct it.
pub fn refused(line: &Response, words: &str) {
    if line.ctx.input(|input| input.key_pressed(dialog_keys::CONFIRM.logical_key)) {
        type_over(&line.ctx, line.id, words);
    }
}
