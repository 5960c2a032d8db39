//! The keys of the actions.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::Action;

/// Keys in words, for this system: `Ctrl+,`.
#[must_use]
pub fn keys_text(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(keys);
    match keys.logical_key {
        // As it stands on the keyboard.
        Key::Comma => words.replace(Key::Comma.name(), ","),
        _ => words,
    }
}

impl Action {
    /// Every action in the order in which its keys are tried: of two that begin alike the longer one first.
    #[must_use]
    pub fn in_key_order() -> [Self; Self::ALL.len()] {
        let mut actions = Self::ALL;
        let plain = |keys: KeyboardShortcut| !keys.modifiers.shift;
        actions.sort_by_key(|action| action.shortcut().is_none_or(plain));
        actions
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::NewPlan => (Modifiers::COMMAND, Key::N),
            Self::OpenPlan => (Modifiers::COMMAND, Key::O),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (Modifiers::COMMAND | Modifiers::SHIFT, Key::S),
            Self::ClosePlan => (Modifiers::COMMAND, Key::W),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
            Self::PlanSettings => (Modifiers::COMMAND, Key::Comma),
            Self::Palette => (Modifiers::COMMAND, Key::K),
            Self::Find => (Modifiers::COMMAND, Key::F),
            Self::Board => (Modifiers::COMMAND, Key::Num1),
            Self::Timeline => (Modifiers::COMMAND, Key::Num2),
            Self::Targets => (Modifiers::COMMAND, Key::Num3),
            Self::Squad => (Modifiers::COMMAND, Key::Num4),
            Self::Compare => (Modifiers::COMMAND, Key::Num5),
            Self::Money => (Modifiers::COMMAND, Key::Num6),
            Self::Calendar => (Modifiers::COMMAND, Key::Num7),
            Self::Assumptions => (Modifiers::COMMAND, Key::Num8),
            Self::WholePitch => (Modifiers::COMMAND, Key::P),
            Self::NextScenario => (Modifiers::CTRL, Key::Tab),
            Self::PreviousScenario => (Modifiers::CTRL | Modifiers::SHIFT, Key::Tab),
            Self::DuplicateScenario => (Modifiers::COMMAND, Key::D),
            Self::ImportPlayers => (Modifiers::COMMAND, Key::I),
            Self::ShowAsOf => (Modifiers::COMMAND, Key::Num0),
            Self::NextDay => (Modifiers::COMMAND, Key::ArrowRight),
            Self::PreviousDay => (Modifiers::COMMAND, Key::ArrowLeft),
            Self::NextWeek => (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight),
            Self::PreviousWeek => (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft),
            Self::ExportPicture => (Modifiers::COMMAND, Key::E),
            Self::CopyPicture => (Modifiers::COMMAND | Modifiers::SHIFT, Key::C),
            Self::Keys => (Modifiers::NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// A second set of keys that some people expect.
    #[must_use]
    pub fn other_shortcut(self) -> Option<KeyboardShortcut> {
        match self {
            Self::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Y)),
            _ => None,
        }
    }

    /// These keys belong to a text field that has the focus.
    #[must_use]
    pub fn yields_to_text(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::NextDay
                | Self::PreviousDay
                | Self::NextWeek
                | Self::PreviousWeek
                | Self::CopyPicture
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_their_keys_or_their_words() {
        let mut keys: Vec<KeyboardShortcut> = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        for action in Action::ALL {
            for bound in action.shortcut().into_iter().chain(action.other_shortcut()) {
                assert!(!keys.contains(&bound), "{action:?} has the keys of another: {bound:?}");
                keys.push(bound);
            }
            assert!(!words.contains(&action.text()), "{action:?} has the words of another");
            words.push(action.text());
        }
    }

    #[test]
    fn keys_read_as_they_stand_on_the_keyboard() {
        let ctx = Context::default();
        ctx.set_os(egui::os::OperatingSystem::Nix);
        let read = |action: Action| keys_text(&ctx, &action.shortcut().unwrap());
        assert_eq!(read(Action::PlanSettings), "Ctrl+,");
        assert_eq!(read(Action::Board), "Ctrl+1");
        assert_eq!(read(Action::SaveAs), "Ctrl+Shift+S");
    }

    #[test]
    fn of_two_keys_that_begin_alike_the_longer_is_tried_first() {
        let order = Action::in_key_order();
        let place = |action| order.iter().position(|known| *known == action).unwrap();
        assert!(place(Action::SaveAs) < place(Action::Save));
        assert!(place(Action::Redo) < place(Action::Undo));
        assert!(place(Action::PreviousScenario) < place(Action::NextScenario));
    }
}
