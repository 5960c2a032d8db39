//! Where dialogs begin.

use std::path::{Path, PathBuf};

use super::{Files, Session};
use crate::ui::command::Wanted;

/// Where a dialog begins, and what there is to say about it.
///
/// Beside the open plan. For a plan without a file, and for none, in the folder for plans; what is no plan is looked
/// for where the last dialog ended.
pub(super) fn starting_folder(
    files: &Files,
    wanted: Option<Wanted>,
    session: Option<&Session>,
) -> (PathBuf, Option<String>) {
    let chosen = files.settings.plans_folder.as_deref();
    let beside = session
        .and_then(Session::path)
        .filter(|_| !files.is_sample && wanted != Some(Wanted::PlansFolder))
        .and_then(|path| path.parent());
    if let Some(beside) = beside.filter(|folder| folder.is_dir()) {
        return (beside.to_owned(), None);
    }
    let sample = session.and_then(Session::path).filter(|_| files.is_sample).and_then(|path| path.parent());
    let last = files.settings.last_folder.as_deref().filter(|last| Some(*last) != sample && last.is_dir());
    let otherwise = || last.map_or_else(|| usual(files), Path::to_owned);
    match (chosen, wanted) {
        (None, _) | (_, Some(Wanted::Players | Wanted::Fixtures)) => (otherwise(), None),
        (Some(chosen), _) if chosen.is_dir() => (chosen.to_owned(), None),
        (Some(chosen), _) => {
            let folder = otherwise();
            let remark = format!(
                "The folder for plans is not there, so this begins in {}. Preferences choose another. Folder: {}",
                files.shown(&folder),
                files.shown(chosen)
            );
            (folder, Some(remark))
        }
    }
}

/// The user's documents, else the user's own folder, else where the program runs.
pub(super) fn usual(files: &Files) -> PathBuf {
    let documents = directories::UserDirs::new().and_then(|known| known.document_dir().map(Path::to_owned));
    documents
        .into_iter()
        .chain(files.home.clone())
        .find(|folder| folder.is_dir())
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_default()
}
