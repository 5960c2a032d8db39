//! Which file is wanted, and what is done with the one that was chosen.

use std::path::{Path, PathBuf};

use egui::Context;

use super::asked::{Asked, Purpose};
use super::merging;
use super::native::{NativeDialog, Request};
use super::path_dialog::PathDialog;
use super::start_folder::starting_folder;
use super::{Dialogs, Files, Outcome};
use crate::edit::Session;
use crate::model::slug;
use crate::store;
use crate::ui::command::Wanted;

impl Files {
    pub(super) fn ask_for_file(
        &mut self,
        purpose: Purpose,
        session: Option<&Session>,
        ctx: &Context,
    ) -> Vec<Outcome> {
        let save_as = match &purpose {
            Purpose::Open
            | Purpose::Scenarios
            | Purpose::Read(_)
            | Purpose::Merge
            | Purpose::MergeBase(_) => None,
            Purpose::Copy(plan) => Some(format!("{}.json", slug(&plan.name))),
            Purpose::SaveAs(_) if self.keeper.open_elsewhere().is_some() => {
                Some(suggested_name(session, Some("copy"), "json"))
            }
            Purpose::SaveAs(_) => Some(suggested_name(session, None, "json")),
            Purpose::Earlier(_) => Some(suggested_name(session, Some("earlier"), "json")),
            Purpose::Export(export) => Some(suggested_name(session, export.about, export.kind.ending())),
        };
        let wanted = match purpose {
            Purpose::Read(wanted) => Some(wanted),
            _ => None,
        };
        let (folder, remark) = starting_folder(self, wanted, session);
        let request = Request { save_as, opening: purpose.opening(), wanted, folder };
        let mut outcomes = match self.dialogs {
            Dialogs::Native => self.ask(Asked::Native(NativeDialog::open(request, ctx), purpose)),
            Dialogs::InApp => self.ask_in_app(&request, purpose),
        };
        outcomes.extend(remark.map(Outcome::Said));
        outcomes
    }

    pub(super) fn ask_in_app(&mut self, request: &Request, purpose: Purpose) -> Vec<Outcome> {
        let home = self.home.as_deref();
        let dialog = match &request.save_as {
            Some(name) => PathDialog::to_save(&request.folder, name, home),
            None => PathDialog::to_open(&request.folder, request.opening, request.wanted, home),
        };
        self.ask(Asked::Path(Box::new(dialog), purpose))
    }

    pub(super) fn file_chosen(
        &mut self,
        path: PathBuf,
        purpose: Purpose,
        session: &mut Option<Session>,
        ctx: &Context,
    ) -> Vec<Outcome> {
        match purpose {
            Purpose::Open => self.open(path, session),
            Purpose::Scenarios => match store::open(&path) {
                Ok(opened) => vec![Outcome::Scenarios(Box::new(opened.plan), path)],
                Err(error) => self.fail("The plan could not be read", error.to_string(), None),
            },
            Purpose::Copy(plan) => {
                let open = session.as_ref().and_then(Session::path);
                if open.is_some_and(|open| *open == path) {
                    let sentence = "This is the file of the open plan. Choose another name.".to_owned();
                    return self.fail("The scenario is not saved", sentence, Some(Purpose::Copy(plan)));
                }
                match store::save(&path, &plan, None) {
                    Ok(_) => vec![Outcome::Said(format!("The scenario is a plan in {}.", path.display()))],
                    Err(error) => {
                        self.fail("The scenario is not saved", error.to_string(), Some(Purpose::Copy(plan)))
                    }
                }
            }
            Purpose::Read(Wanted::PlansFolder) => {
                ctx.request_repaint();
                vec![Outcome::Chosen(Wanted::PlansFolder, path)]
            }
            Purpose::Read(wanted) => {
                ctx.request_repaint();
                let folder = path.parent().map(Path::to_owned);
                let trouble =
                    self.remember(|settings| settings.last_folder = folder.or(settings.last_folder.take()));
                [Outcome::Chosen(wanted, path)].into_iter().chain(trouble).collect()
            }
            Purpose::Merge => merging::other_chosen(self, &path),
            Purpose::MergeBase(merging) => merging::base_chosen(self, &path, *merging),
            Purpose::SaveAs(then) => {
                ctx.request_repaint();
                let path = std::path::absolute(&path).unwrap_or(path);
                self.write(path, None, then, session)
            }
            Purpose::Export(export) => match store::write_atomically(&path, &export.bytes, None) {
                Ok(()) => vec![Outcome::Exported(export.kind, path)],
                Err(error) => {
                    self.fail(&format!("The {} is not saved", export.kind.name()), error.to_string(), None)
                }
            },
            Purpose::Earlier(bytes) => match store::write_atomically(&path, &bytes, None) {
                Ok(()) => vec![Outcome::Said(format!("The earlier version is in {}.", path.display()))],
                Err(error) => self.fail("The copy is not saved", error.to_string(), None),
            },
        }
    }
}

/// A name for a file of the open plan, about something in it, with this ending.
fn suggested_name(session: Option<&Session>, about: Option<&str>, ending: &str) -> String {
    let of_file = session.and_then(Session::path).and_then(|path| path.file_stem());
    let stem = match (of_file, session) {
        (Some(name), _) if ending == "json" => name.to_string_lossy().into_owned(),
        // What is posted or sent has a name without blanks.
        (Some(name), _) => slug(&name.to_string_lossy()),
        (None, Some(session)) => slug(&session.plan().name),
        (None, None) => "plan".to_owned(),
    };
    let about = about.map_or_else(String::new, |about| format!("-{about}"));
    format!("{stem}{about}.{ending}")
}
