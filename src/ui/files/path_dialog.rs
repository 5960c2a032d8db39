//! Asks for a file inside the window, by typing or by choosing; for desktops that offer no dialog of their own.
//!
//! Everything goes by keyboard alone: Tab completes, the arrow keys choose, Enter takes, Escape leaves.

mod field;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::{Context, FocusDirection, Label, ScrollArea, Ui};

use super::folder::{self, Entry, Listing};
use super::modal::{self, Answer};
use crate::ui::command::{ExportKind, Wanted};
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::ListRow;

/// Width of the dialog.
const WIDTH: f32 = 600.0;
/// Rows of the list that are seen at once.
const ROWS: f32 = 9.0;

/// What came of the dialog.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PathAnswer {
    /// This file.
    Chosen(PathBuf),
    /// None.
    Cancelled,
}

/// A question for a file to open, or for a place to save to.
#[derive(Debug)]
pub(super) struct PathDialog {
    saving: bool,
    /// Title and button, while opening.
    opening: (&'static str, &'static str),
    wanted: Option<Wanted>,
    typed: String,
    base: PathBuf,
    home: Option<PathBuf>,
    listing: Listing,
    highlighted: Option<usize>,
    trouble: Option<String>,
    /// The name offered at first, while saving.
    suggested: String,
    /// The ending that a name without one gets.
    ending: String,
    /// The file that would be replaced, and when it was changed last.
    replaces: Option<(String, String)>,
    /// What of `typed` to select before the next frame, in characters.
    select: Option<(usize, usize)>,
    scroll_to_highlighted: bool,
    /// Where the keyboard goes from the field before the next frame.
    leave: Option<FocusDirection>,
}

impl PathDialog {
    /// Asks for a file to open, beginning in `folder`.
    pub(super) fn to_open(
        folder: &Path,
        opening: (&'static str, &'static str),
        wanted: Option<Wanted>,
        home: Option<&Path>,
    ) -> Self {
        Self { opening, ..Self::new(false, folder, "", wanted, home) }
    }

    /// Asks for a place to save to, beginning in `folder` with the file name `name`.
    pub(super) fn to_save(folder: &Path, name: &str, home: Option<&Path>) -> Self {
        Self::new(true, folder, name, None, home)
    }

    fn new(saving: bool, folder: &Path, name: &str, wanted: Option<Wanted>, home: Option<&Path>) -> Self {
        let mut dialog = Self {
            saving,
            opening: ("Open a plan", "Open"),
            wanted,
            typed: String::new(),
            base: folder.to_owned(),
            home: home.map(Path::to_owned),
            listing: Listing::default(),
            highlighted: None,
            trouble: None,
            ending: ExportKind::of_name(name).map_or("json", ExportKind::ending).to_owned(),
            suggested: name.to_owned(),
            replaces: None,
            select: None,
            scroll_to_highlighted: false,
            leave: None,
        };
        dialog.put_folder(folder);
        if !saving || cfg!(windows) {
            // What is typed takes the place of all of it; while saving, a path typed over the name starts over too.
            dialog.select = Some((0, dialog.typed.chars().count()));
        }
        dialog
    }

    /// Shows the dialog and returns its answer once there is one.
    pub(super) fn ui(&mut self, ctx: &Context) -> Option<PathAnswer> {
        let shown = modal::modal(ctx, "path", WIDTH, |ui| self.contents_ui(ui));
        let left = shown.should_close();
        shown.inner.or_else(|| left.then_some(PathAnswer::Cancelled))
    }

    fn contents_ui(&mut self, ui: &mut Ui) -> Option<PathAnswer> {
        let (title, open) = self.opening;
        let title = if self.saving { format!("Save {} as", self.kind()) } else { title.to_owned() };
        modal::title(ui, &title);
        let confirmed = self.field_ui(ui);
        self.remark_ui(ui);
        let chosen = self.list_ui(ui);
        let verb = match (self.saving, &self.replaces) {
            (false, _) => open,
            (true, None) => "Save",
            (true, Some(_)) => "Replace",
        };
        match modal::answers(ui, &[Answer::new(verb), Answer::new("Cancel")], false) {
            Some(0) => self.accept(),
            Some(_) => Some(PathAnswer::Cancelled),
            None if confirmed => self.accept(),
            None => chosen,
        }
    }

    /// What is saved: a plan, a picture, a table.
    fn kind(&self) -> &'static str {
        ExportKind::of_name(&self.suggested).map_or("plan", ExportKind::name)
    }

    fn highlight(&mut self, place: Option<usize>) {
        self.highlighted = place;
        self.scroll_to_highlighted = true;
    }

    /// What there is to say about what is typed.
    fn remark_ui(&self, ui: &mut Ui) {
        let palette = theme::palette(ui);
        let (icon, words, colour) = if let Some(trouble) = &self.trouble {
            (icons::WARNING_CIRCLE, trouble.clone(), palette.tone(Tone::Bad).text)
        } else if let Some((name, changed)) = &self.replaces {
            let words = format!("{name} is there already, changed {changed}. Saving replaces it.");
            (icons::WARNING, words, palette.tone(Tone::Warn).text)
        } else {
            let verb = match self.wanted {
                _ if self.saving => "saves",
                Some(Wanted::PlansFolder) => "chooses",
                _ => "opens",
            };
            let words = format!("Tab completes, the arrow keys choose, Enter {verb}, Escape leaves.");
            (icons::KEYBOARD, words, palette.muted)
        };
        ui.horizontal(|ui| {
            ui.label(text::icon(icon, text::SECTION_SIZE).color(colour));
            ui.add(Label::new(text::second(words).color(colour)).wrap());
        });
    }

    fn list_ui(&mut self, ui: &mut Ui) -> Option<PathAnswer> {
        let for_folder = self.is_for_folder();
        let Listing { entries, others, trouble } = &self.listing;
        let count = entries.len();
        // Title, field, remark and buttons need the rest of a small window.
        let room = ui.ctx().content_rect().height() - 9.0 * size::CONTROL_HEIGHT;
        let height = (ROWS * size::CONTROL_HEIGHT).min(room).max(2.0 * size::CONTROL_HEIGHT);
        let now = SystemTime::now();
        let mut clicked = None;
        let mut taken = false;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_height(height);
            if count == 0 {
                let words = match (trouble, others, self.saving) {
                    (Some(trouble), ..) => trouble.clone(),
                    _ if for_folder => "There is no folder in here.".to_owned(),
                    (None, _, true) if self.replaces.is_some() => String::new(),
                    (None, _, true) => "The name is free.".to_owned(),
                    (None, 0, false) => "Nothing here has such a name.".to_owned(),
                    (None, 1, _) => "Nothing to open here, but one other file.".to_owned(),
                    (None, more, _) => format!("Nothing to open here, but {more} other files."),
                };
                ui.add_space(size::GAP_S);
                ui.label(text::second(words));
                return;
            }
            let mut area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
            if std::mem::take(&mut self.scroll_to_highlighted)
                && let Some(at) = self.highlighted
            {
                let middle = (at as f32 + 0.5) * size::CONTROL_HEIGHT - height / 2.0;
                area = area.vertical_scroll_offset(
                    middle.min(count as f32 * size::CONTROL_HEIGHT - height).max(0.0),
                );
            }
            area.show_rows(ui, size::CONTROL_HEIGHT, count, |ui, visible| {
                for at in visible {
                    let Some(entry) = entries.get(at) else { continue };
                    let icon = if entry.is_folder { icons::FOLDER } else { icons::FILE };
                    let changed = entry.changed.filter(|_| !entry.is_folder);
                    let changed = changed.map_or_else(String::new, |then| folder::ago(then, now));
                    let row = ListRow::new(icon, &entry.name)
                        .end(&changed)
                        .highlighted(self.highlighted == Some(at));
                    let response = ui.add(row);
                    if response.clicked() {
                        clicked = Some(entry.clone());
                    }
                    taken |= response.double_clicked();
                }
            });
        });
        let entry = clicked?;
        self.put(&entry);
        (taken && !entry.is_folder && !self.saving).then_some(PathAnswer::Chosen(entry.path))
    }

    /// Takes what is highlighted or typed; a folder is gone into instead.
    fn accept(&mut self) -> Option<PathAnswer> {
        if let Some(entry) = self.highlighted.and_then(|at| self.listing.entries.get(at)).cloned() {
            if !entry.is_folder && !self.saving {
                return Some(PathAnswer::Chosen(entry.path));
            }
            self.put(&entry);
            return None;
        }
        let path = self.target()?;
        if path.is_dir() {
            if self.is_for_folder() {
                return Some(PathAnswer::Chosen(path));
            }
            self.put_folder(&path);
            return None;
        }
        let is_folder_name = self.typed.trim_end().ends_with(std::path::is_separator);
        self.trouble = if is_folder_name || self.is_for_folder() {
            Some("There is no such folder.".to_owned())
        } else if self.saving && !path.parent().is_some_and(Path::is_dir) {
            Some("Its folder is not there. Choose one that is, or make it first.".to_owned())
        } else if !self.saving && !path.exists() {
            Some("There is no file of this name.".to_owned())
        } else {
            None
        };
        self.trouble.is_none().then_some(PathAnswer::Chosen(path))
    }

    fn is_for_folder(&self) -> bool {
        self.wanted == Some(Wanted::PlansFolder)
    }

    /// The file that is meant by what is typed, with the ending that plans have.
    fn target(&self) -> Option<PathBuf> {
        if self.typed.trim().is_empty() {
            return None;
        }
        let path = folder::meant(&self.typed, &self.base, self.home.as_deref());
        let ended = || {
            let mut with_ending = path.clone().into_os_string();
            with_ending.push(".");
            with_ending.push(&self.ending);
            PathBuf::from(with_ending)
        };
        let has_ending = path.extension().is_some() || self.typed.ends_with(std::path::is_separator);
        let lacks_ending =
            if self.saving { !has_ending && !path.is_dir() } else { !path.exists() && ended().is_file() };
        Some(if lacks_ending { ended() } else { path })
    }

    /// Looks at the disk again after the text has changed.
    fn look(&mut self) {
        self.highlighted = None;
        self.trouble = None;
        let (in_folder, name) = folder::split(&self.typed);
        // The name that was only offered is no wish to see files of that name.
        let wanted = if self.saving && name == self.suggested { in_folder } else { &self.typed };
        self.listing = folder::list(wanted, &self.base, self.wanted, self.home.as_deref());
        self.replaces = self.target().filter(|_| self.saving).and_then(|path| {
            let metadata = std::fs::metadata(&path).ok().filter(std::fs::Metadata::is_file)?;
            let changed = metadata
                .modified()
                .map_or_else(|_| "some time ago".to_owned(), |then| folder::ago(then, SystemTime::now()));
            Some((path.file_name()?.to_string_lossy().into_owned(), changed))
        });
    }

    fn go_up(&mut self) {
        let (folder, _) = folder::split(&self.typed);
        let folder = folder::meant(folder, &self.base, self.home.as_deref());
        if let Some(above) = folder.parent() {
            self.put_folder(above);
        }
    }

    /// Makes an entry the text.
    fn put(&mut self, entry: &Entry) {
        if entry.is_folder {
            self.put_folder(&entry.path);
        } else {
            self.put_text(folder::shown(&entry.path, self.home.as_deref()));
        }
    }

    /// Goes into a folder; the suggested name goes along, to be typed over.
    fn put_folder(&mut self, folder: &Path) {
        let mut typed = folder_text(folder, self.home.as_deref());
        let from = typed.chars().count();
        typed.push_str(&self.suggested);
        self.put_text(typed);
        self.select = Some((from, self.typed.chars().count()));
    }

    fn put_text(&mut self, typed: String) {
        let end = typed.chars().count();
        self.typed = typed;
        self.select = Some((end, end));
        self.look();
    }
}

/// A folder as it stands in the field, ready for a name.
fn folder_text(folder: &Path, home: Option<&Path>) -> String {
    let mut typed = folder::shown(folder, home);
    if !typed.ends_with(std::path::is_separator) {
        typed.push(std::path::MAIN_SEPARATOR);
    }
    typed
}
