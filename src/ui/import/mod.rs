//! Players on their way in.

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::edit::Edit;
use crate::model::Plan;

/// What came of the page in this frame.
#[derive(Debug)]
pub enum Brought {
    /// It is still open.
    Waiting,
    /// The user left it.
    Left,
    /// The user wants to choose a file.
    Browse,
    /// What comes into the plan, and what to say about it.
    Edit(Edit, String),
}

/// Imports.
#[derive(Debug)]
pub struct Importer {
    _path: Option<PathBuf>,
}

impl Importer {
    /// New.
    #[must_use]
    pub fn new(path: Option<PathBuf>, _ctx: &egui::Context) -> Self {
        Self { _path: path }
    }

    /// Takes.
    pub fn take_file(&mut self, _path: &Path, _ctx: &egui::Context) {}

    /// Draws.
    pub fn ui(&mut self, _ui: &mut Ui, _plan: &Plan, _waiting: bool) -> Brought {
        Brought::Left
    }
}
