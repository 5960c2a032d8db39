//! Transfer windows and breaks: named spans of days, edited in place.

use egui::{Align, Layout, Ui, vec2};

use super::{Answer, answers, complaint, field, heading};
use crate::edit::Edit;
use crate::model::{Break, Date, Extra, Plan, Window, WindowId, words};
use crate::ui::command::Command;
use crate::ui::entry;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// Width of a day to type, points.
const DAY: f32 = 104.0;

/// What a form is about.
#[derive(Clone, Debug, PartialEq)]
enum About {
    NewWindow,
    Window(WindowId),
    NewBreak,
    /// As it stands in the plan: its place changes when another is removed.
    Break(Break),
}

/// A window or a break that is being typed.
#[derive(Clone, Debug)]
pub(super) struct SpanForm {
    about: About,
    name: String,
    from: String,
    to: String,
    note: String,
    focused: bool,
}

/// A span as typed.
struct Span {
    name: String,
    from: Date,
    to: Date,
    note: Option<String>,
}

impl SpanForm {
    fn new(about: About) -> Self {
        let [name, from, to, note] = [const { String::new() }; 4];
        Self { about, name, from, to, note, focused: false }
    }

    fn of_window(window: &Window) -> Self {
        Self {
            name: window.name.clone(),
            from: words::date(window.opens),
            to: words::date(window.closes),
            note: window.note.clone().unwrap_or_default(),
            ..Self::new(About::Window(window.id.clone()))
        }
    }

    fn of_break(known: &Break) -> Self {
        Self {
            name: known.name.clone(),
            from: words::date(known.from),
            to: words::date(known.until),
            ..Self::new(About::Break(known.clone()))
        }
    }

    fn is_window(&self) -> bool {
        matches!(self.about, About::NewWindow | About::Window(_))
    }

    fn read(&self) -> Result<Span, String> {
        if self.name.trim().is_empty() {
            return Err("Give it a name.".to_owned());
        }
        let day = |text: &str, which: &str, example: &str| {
            entry::date(text)?.ok_or_else(|| format!("Type its {which} day, like {}.", entry::like(example)))
        };
        let from = day(&self.from, "first", "1 Jan 2026")?;
        let to = day(&self.to, "last", "2 Feb 2026")?;
        if to < from {
            return Err("Its last day is before its first.".to_owned());
        }
        let note = Some(self.note.trim().to_owned()).filter(|note| !note.is_empty());
        Ok(Span { name: self.name.trim().to_owned(), from, to, note })
    }

    fn ui(&mut self, ui: &mut Ui) -> Answer {
        let answer = widgets::card_frame(theme::palette(ui)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let (hint, first, last) = if self.is_window() {
                ("Name, like Winter 2026", "Opens", "Closes")
            } else {
                ("Name, like October internationals", "From", "Until")
            };
            let width = ui.available_width();
            let name = field(ui, &mut self.name, "Name", hint, width);
            if !self.focused {
                widgets::type_over(ui.ctx(), name.id, &self.name);
                self.focused = true;
            }
            ui.horizontal(|ui| {
                ui.label(text::second(first));
                field(ui, &mut self.from, first, &entry::like("1 Jan 2026"), DAY);
                ui.label(text::second(last));
                field(ui, &mut self.to, last, &entry::like("2 Feb 2026"), DAY);
            });
            if self.is_window() {
                field(ui, &mut self.note, "Note", "Note", width);
            }
            let result = self.read();
            let untouched = self.name.is_empty() && self.from.is_empty() && self.to.is_empty();
            if let Err(words) = &result
                && !untouched
            {
                complaint(ui, words);
            }
            let verb = match (&self.about, self.is_window()) {
                (About::NewWindow | About::NewBreak, true) => "Add window",
                (About::NewWindow | About::NewBreak, false) => "Add break",
                _ => "Save",
            };
            answers(ui, verb, result.is_ok())
        });
        ui.add_space(size::GAP_S);
        answer.inner
    }

    fn edit(&self, plan: &Plan) -> Option<Edit> {
        let Span { name, from, to, note } = self.read().ok()?;
        let window =
            |id, extra| Window { id, name: name.clone(), opens: from, closes: to, note: note.clone(), extra };
        let span = |extra| Break { name: name.clone(), from, until: to, extra };
        Some(match &self.about {
            About::NewWindow => {
                let id = WindowId::new_for(&name, |id| plan.windows.iter().any(|known| known.id == *id));
                Edit::PutWindow(window(id, Extra::new()))
            }
            About::Window(id) => Edit::PutWindow(window(id.clone(), plan.window(id)?.extra.clone())),
            About::NewBreak => {
                let mut breaks = plan.breaks.clone();
                breaks.push(span(Extra::new()));
                set_breaks(breaks)
            }
            About::Break(before) => {
                let mut breaks = plan.breaks.clone();
                let known = breaks.iter_mut().find(|known| *known == before)?;
                *known = span(known.extra.clone());
                set_breaks(breaks)
            }
        })
    }
}

fn set_breaks(mut breaks: Vec<Break>) -> Edit {
    breaks.sort_by_key(|known| known.from);
    Edit::SetBreaks(breaks)
}

/// Draws the form if it is about this, and carries out what came of it. Says whether it was drawn.
fn form_ui(
    ui: &mut Ui,
    plan: &Plan,
    form: &mut Option<SpanForm>,
    about: &About,
    commands: &mut Vec<Command>,
) -> bool {
    let Some(open) = form.as_mut().filter(|form| form.about == *about) else { return false };
    match open.ui(ui) {
        Answer::Waiting => {}
        Answer::Cancelled => *form = None,
        Answer::Confirmed => {
            commands.extend(open.edit(plan).map(Command::Edit));
            *form = None;
        }
    }
    true
}

/// The list of windows.
pub(super) fn windows_ui(ui: &mut Ui, plan: &Plan, form: &mut Option<SpanForm>, commands: &mut Vec<Command>) {
    heading(ui, ("Windows", "when players can be registered"), 0.0, |ui| {
        if ui.button("Add window").clicked() {
            *form = Some(SpanForm::new(About::NewWindow));
        }
    });
    form_ui(ui, plan, form, &About::NewWindow, commands);
    if plan.windows.is_empty() && form.is_none() {
        ui.label(text::second("No windows yet. Moves can still be planned for a day."));
    }
    for window in &plan.windows {
        if form_ui(ui, plan, form, &About::Window(window.id.clone()), commands) {
            continue;
        }
        let note = window.note.as_deref().unwrap_or_default();
        match span_ui(ui, &window.name, (window.opens, window.closes), note) {
            Some(Verb::Edit) => *form = Some(SpanForm::of_window(window)),
            Some(Verb::Remove) => commands.push(Command::Edit(Edit::RemoveWindow(window.id.clone()))),
            None => {}
        }
    }
}

/// The list of breaks.
pub(super) fn breaks_ui(ui: &mut Ui, plan: &Plan, form: &mut Option<SpanForm>, commands: &mut Vec<Command>) {
    heading(ui, ("Breaks", "internationals and the like"), 0.0, |ui| {
        if ui.button("Add break").clicked() {
            *form = Some(SpanForm::new(About::NewBreak));
        }
    });
    form_ui(ui, plan, form, &About::NewBreak, commands);
    if plan.breaks.is_empty() && form.is_none() {
        ui.label(text::second("No breaks yet. Generated matchdays keep clear of them."));
    }
    for (place, known) in plan.breaks.iter().enumerate() {
        if form_ui(ui, plan, form, &About::Break(known.clone()), commands) {
            continue;
        }
        match span_ui(ui, &known.name, (known.from, known.until), "") {
            Some(Verb::Edit) => *form = Some(SpanForm::of_break(known)),
            Some(Verb::Remove) => {
                let mut breaks = plan.breaks.clone();
                breaks.remove(place);
                commands.push(Command::Edit(Edit::SetBreaks(breaks)));
            }
            None => {}
        }
    }
}

enum Verb {
    Edit,
    Remove,
}

fn span_ui(ui: &mut Ui, name: &str, (from, to): (Date, Date), note: &str) -> Option<Verb> {
    let mut verb = None;
    // Days that have no room beside the name stand under it.
    let mut under = None;
    ui.spacing_mut().item_spacing.y = size::GAP_XS / 2.0;
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    let days = format!("{} \u{2013} {}", words::date(from), words::date(to));
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_XS;
        if ui.add(IconButton::new(icons::TRASH, &format!("Remove {name}"))).clicked() {
            verb = Some(Verb::Remove);
        }
        if ui.add(IconButton::new(icons::EDIT, &format!("Change {name}"))).clicked() {
            verb = Some(Verb::Edit);
        }
        let room = ui.available_width() - widgets::text_width(ui, &text::card_name(name)) - size::GAP_S;
        under = (widgets::text_width(ui, &text::body(&days)) > room).then(|| days.clone());
        if under.is_none() {
            ui.label(text::body(&days));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            widgets::elided(ui, text::card_name(name));
        });
    });
    if let Some(days) = under {
        ui.label(text::body(days));
    }
    if !note.is_empty() {
        ui.label(text::second(note));
    }
    let stroke = egui::Stroke::new(size::HAIRLINE, theme::palette(ui).line);
    let y = ui.cursor().top() + size::GAP_XS / 2.0;
    ui.painter().hline(ui.max_rect().x_range(), y, stroke);
    ui.add_space(size::GAP_S);
    verb
}
