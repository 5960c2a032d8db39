//! What takes the place of the open plan, or waits until it is safe.

use std::path::PathBuf;

use super::asked::Asked;
use super::{Files, Outcome};
use crate::edit::{Edit, Session};
use crate::model::Plan;
use crate::store::{self, Fingerprint, Opened, SAMPLES};

/// What waits until the open plan is safe.
#[derive(Clone, Debug)]
pub(super) enum Errand {
    Open(PathBuf),
    Sample(usize),
    Create(Box<Plan>, Vec<Edit>),
    /// Look at unsaved work that was left behind.
    Recover,
    Close,
    Quit,
}

impl Files {
    /// Opens a file unless it is broken; asks first if the open plan would be lost.
    pub(super) fn open(&mut self, path: PathBuf, session: &mut Option<Session>) -> Vec<Outcome> {
        // Named from the folder the program runs in, remembered from anywhere.
        let path = std::path::absolute(&path).unwrap_or(path);
        match store::open(&path) {
            Err(error) => self.fail("The plan could not be opened", error.to_string(), None),
            Ok(_) if is_dirty(session.as_ref()) => self.begin(Errand::Open(path), session),
            Ok(opened) => self.take_opened(opened, session),
        }
    }

    /// Does what would cost unsaved work only after asking.
    pub(super) fn begin(&mut self, errand: Errand, session: &mut Option<Session>) -> Vec<Outcome> {
        if is_dirty(session.as_ref()) {
            self.ask(Asked::Unsaved(errand))
        } else {
            self.carry_out(errand, session)
        }
    }

    pub(super) fn carry_out(&mut self, errand: Errand, session: &mut Option<Session>) -> Vec<Outcome> {
        match errand {
            Errand::Open(path) => match store::open(&path) {
                Ok(opened) => self.take_opened(opened, session),
                Err(error) => self.fail("The plan could not be opened", error.to_string(), None),
            },
            Errand::Sample(place) => {
                let Some(sample) = SAMPLES.get(place) else { return Vec::new() };
                match store::parse(sample.json.as_bytes(), sample.file_name) {
                    Ok(plan) => {
                        self.replace(Session::new(plan), None, true, session);
                        vec![Outcome::Opened]
                    }
                    Err(error) => self.fail("The sample could not be opened", error.to_string(), None),
                }
            }
            Errand::Create(plan, edits) => {
                self.replace(Session::new(*plan), None, false, session);
                if let Some(session) = session {
                    for edit in edits {
                        // A step that is refused leaves the plan as it is described.
                        drop(session.apply(&edit));
                    }
                    self.keeper.record(session);
                }
                vec![Outcome::Opened]
            }
            Errand::Recover => self.recover(),
            Errand::Close => {
                self.keeper.end(session.as_ref());
                *session = None;
                (self.on_disk, self.is_sample) = (None, false);
                let trouble = self.remember(|settings| settings.last_opened = None);
                [Outcome::Closed].into_iter().chain(trouble).collect()
            }
            Errand::Quit => {
                self.keeper.end(session.as_ref());
                vec![Outcome::Quit]
            }
        }
    }

    pub(super) fn take_opened(&mut self, opened: Opened, session: &mut Option<Session>) -> Vec<Outcome> {
        let Opened { plan, path, fingerprint } = opened;
        let is_sample = std::fs::read(&path).is_ok_and(|bytes| store::is_sample(&path, &bytes));
        self.replace(Session::opened(plan, path.clone()), Some(fingerprint), is_sample, session);
        let trouble = self.remember(|settings| settings.remember(&path));
        [Outcome::Opened].into_iter().chain(trouble).collect()
    }

    pub(super) fn replace(
        &mut self,
        fresh: Session,
        on_disk: Option<Fingerprint>,
        is_sample: bool,
        session: &mut Option<Session>,
    ) {
        self.keeper.end(session.as_ref());
        self.keeper.begin(session.insert(fresh), on_disk, is_sample);
        (self.on_disk, self.is_sample) = (on_disk, is_sample);
    }
}

fn is_dirty(session: Option<&Session>) -> bool {
    session.is_some_and(Session::is_dirty)
}
