//! Which rules of registration count for the plan, and their figures. One edit when it is applied.

use egui::{Context, Label, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::edit::Edit;
use crate::model::{Extra, Plan, RegistrationRules, words};
use crate::report::{known_rules, rules_of};
use crate::ui::form::{Form, Settled, form_ui};
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets::IconButton;

/// Width of the names of the fields, points.
const NAMES: f32 = 300.0;
/// Width of a figure, points.
const FIGURE: f32 = 60.0;

/// A set of rules as typed.
#[derive(Clone, Debug)]
struct Draft {
    rules: RegistrationRules,
    name: String,
    figures: [String; 6],
}

/// The dialog while it is open.
#[derive(Clone, Debug)]
pub(super) struct RulesDialog {
    drafts: Vec<Draft>,
    trouble: Option<String>,
}

/// What each figure is. Only the first must be there.
const FIGURES: [&str; 6] = [
    "Places on the list",
    "Of them only for home-grown players",
    "Of those only for players the club has trained",
    "Goalkeepers needed",
    "Young players: greatest age in the year the season begins",
    "Young players: years at the club before they count as young",
];

impl Draft {
    fn of(rules: &RegistrationRules) -> Self {
        let RegistrationRules {
            places,
            home_grown,
            club_trained,
            goalkeepers,
            young_years,
            young_years_at_club,
            ..
        } = rules;
        let optional = [home_grown, club_trained, goalkeepers, young_years, young_years_at_club];
        let mut figures: [String; 6] = Default::default();
        let said = std::iter::once(places.to_string())
            .chain(optional.map(|figure| figure.map(|figure| figure.to_string()).unwrap_or_default()));
        for (figure, said) in figures.iter_mut().zip(said) {
            *figure = said;
        }
        Self { rules: rules.clone(), name: rules.name.clone(), figures }
    }

    fn read(&self) -> Result<RegistrationRules, String> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err("Name the set of rules.".to_owned());
        }
        let mut read = [None; 6];
        for ((figure, typed), what) in read.iter_mut().zip(&self.figures).zip(FIGURES) {
            *figure = match typed.trim() {
                "" => None,
                typed => Some(typed.parse::<u8>().map_err(|_| {
                    format!("{name}, \u{201c}{what}\u{201d}: type a whole number up to 255, or nothing.")
                })?),
            };
        }
        let [places, home_grown, club_trained, goalkeepers, young_years, young_years_at_club] = read;
        let fits = |what: &str, part: Option<u8>, whole: u8| match part {
            Some(part) if part > whole => {
                Err(format!("{name}, \u{201c}{what}\u{201d}: {part} do not fit into {whole}."))
            }
            _ => Ok(()),
        };
        let places =
            places.filter(|places| *places > 0).ok_or(format!("{name}: how many places are there?"))?;
        let [_, of_home_grown, of_club_trained, of_goalkeepers, ..] = FIGURES;
        fits(of_home_grown, home_grown, places)?;
        fits(of_club_trained, club_trained, home_grown.unwrap_or(places))?;
        fits(of_goalkeepers, goalkeepers, places)?;
        Ok(RegistrationRules {
            name: name.to_owned(),
            places,
            home_grown,
            club_trained,
            goalkeepers,
            young_years,
            young_years_at_club,
            ..self.rules.clone()
        })
    }
}

impl RulesDialog {
    pub(super) fn new(plan: &Plan) -> Self {
        Self { drafts: rules_of(plan).into_iter().map(Draft::of).collect(), trouble: None }
    }

    pub(super) fn ui(&mut self, ctx: &Context, plan: &Plan) -> Settled {
        form_ui(ctx, self, plan)
    }

    fn sets_ui(&mut self, ui: &mut Ui) {
        let mut gone = None;
        for (n, draft) in self.drafts.iter_mut().enumerate() {
            ui.push_id(("rules", n), |ui| {
                ui.horizontal(|ui| {
                    ui.add(TextEdit::singleline(&mut draft.name).desired_width(NAMES))
                        .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the rules"));
                    if ui
                        .add(IconButton::new(icons::TRASH, &format!("Do not count {}", draft.rules.name)))
                        .clicked()
                    {
                        gone = Some(n);
                    }
                });
                for (what, typed) in FIGURES.iter().zip(&mut draft.figures) {
                    ui.horizontal(|ui| {
                        ui.allocate_ui(vec2(NAMES, size::CONTROL_HEIGHT), |ui| {
                            ui.set_min_width(NAMES);
                            ui.add(Label::new(text::second(*what).weak()).wrap());
                        });
                        let field = TextEdit::singleline(typed).desired_width(FIGURE).hint_text("none");
                        ui.add(field).widget_info(|| WidgetInfo::labeled(Role::TextInput, true, *what));
                    });
                }
                source_ui(ui, draft);
                ui.add_space(size::GAP_M);
            });
        }
        if let Some(gone) = gone {
            self.drafts.remove(gone);
        }
    }

    /// What else can be counted.
    fn more_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for rules in known_rules() {
                if self.drafts.iter().any(|draft| draft.rules.name == rules.name) {
                    continue;
                }
                let add = ui.button(format!("{}  {}", icons::ADD, rules.name));
                if add.accessible_name(format!("Count {}", rules.name)).clicked() {
                    self.drafts.push(Draft::of(rules));
                }
            }
            let own = ui.button(format!("{}  Rules of your own", icons::ADD));
            if own.accessible_name("Rules of your own").clicked() {
                self.drafts.push(Draft::of(&own_rules()));
            }
        });
    }
}

impl Form for RulesDialog {
    const TITLE: &str = "Rules of registration";
    const WIDTH: f32 = 560.0;

    fn fields_ui(&mut self, ui: &mut Ui, _plan: &Plan) {
        let words =
            "Counted in the squad view, never enforced. Figures you change are the plan\u{2019}s own.";
        ui.add(Label::new(text::second(words).weak()).wrap());
        ui.add_space(size::GAP_XS);
        self.sets_ui(ui);
        self.more_ui(ui);
    }

    /// The edit that makes these the plan's rules; `None` if they are already. What the club's league says by itself
    /// is not written into the plan.
    fn edit(&self, plan: &Plan) -> Result<Option<Edit>, String> {
        let rules = self.drafts.iter().map(Draft::read).collect::<Result<Vec<_>, _>>()?;
        let before: Vec<RegistrationRules> = rules_of(plan).into_iter().cloned().collect();
        if rules == before {
            return Ok(None);
        }
        let by_itself: Vec<&RegistrationRules> =
            known_rules().iter().filter(|known| known.bind(&plan.club)).collect();
        let usual = rules.iter().collect::<Vec<_>>() == by_itself;
        Ok(Some(Edit::SetRegistration(if usual { Vec::new() } else { rules })))
    }

    fn trouble(&mut self) -> &mut Option<String> {
        &mut self.trouble
    }
}

fn own_rules() -> RegistrationRules {
    RegistrationRules {
        name: "Our own rules".to_owned(),
        league: None,
        country: None,
        places: 25,
        home_grown: None,
        club_trained: None,
        goalkeepers: None,
        young_years: None,
        young_years_at_club: None,
        note: String::new(),
        source: String::new(),
        dated: None,
        check: String::new(),
        extra: Extra::new(),
    }
}

/// Where the rules are from, and what nobody has checked.
fn source_ui(ui: &mut Ui, draft: &Draft) {
    let rules = &draft.rules;
    let mut lines = Vec::new();
    let known = known_rules().iter().find(|known| known.name == rules.name);
    if known.is_some_and(|known| Draft::of(known).figures != draft.figures) {
        lines.push("Your figures differ from the rules that the lines below describe.".to_owned());
    }
    if !rules.note.is_empty() {
        lines.push(rules.note.clone());
    }
    if !rules.source.is_empty() {
        let day = rules.dated.map(|day| format!(", as of {}", words::date(day))).unwrap_or_default();
        lines.push(format!("Source: {}{day}.", rules.source));
    }
    if !rules.check.is_empty() {
        lines.push(format!("To be checked: {}.", rules.check));
    }
    for line in lines {
        ui.add(Label::new(text::second(line).weak()).wrap());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::ui::testing::sample;

    #[test]
    fn what_the_league_says_by_itself_is_not_written_into_the_plan() {
        let plan = sample();
        let mut dialog = RulesDialog::new(&plan);
        assert_eq!(dialog.edit(&plan), Ok(None));
        dialog
            .drafts
            .push(Draft::of(known_rules().iter().find(|rules| rules.name == "UEFA List A").unwrap()));
        let with_uefa = apply(&plan, &dialog.edit(&plan).unwrap().unwrap()).unwrap();
        assert_eq!(with_uefa.registration.len(), 2);
        let mut dialog = RulesDialog::new(&with_uefa);
        dialog.drafts.pop();
        let back = apply(&with_uefa, &dialog.edit(&with_uefa).unwrap().unwrap()).unwrap();
        assert_eq!(back, plan);
    }

    #[test]
    fn figures_that_are_none_are_refused_with_their_name() {
        let plan = sample();
        let mut dialog = RulesDialog::new(&plan);
        dialog.drafts[0].figures[1] = "many".to_owned();
        assert!(dialog.edit(&plan).unwrap_err().contains("only for home-grown"), "{:?}", dialog.edit(&plan));
        dialog.drafts[0].figures[1].clear();
        dialog.drafts[0].figures[0] = "0".to_owned();
        assert!(dialog.edit(&plan).unwrap_err().contains("how many places"));
        for (places, home_grown, trained, keepers, expected) in [
            ("25", "99", "", "", "99 do not fit into 25"),
            ("25", "8", "9", "", "9 do not fit into 8"),
            ("25", "", "", "26", "26 do not fit into 25"),
        ] {
            let figures = [places, home_grown, trained, keepers, "", ""];
            dialog.drafts[0].figures = figures.map(str::to_owned);
            let complaint = dialog.edit(&plan).unwrap_err();
            assert!(complaint.contains(expected), "{complaint}");
        }
    }
}
