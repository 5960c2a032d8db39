//! The keyboard in a line that is typed in.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, Response, TextEdit};

use crate::ui::command::dialog_keys;

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
