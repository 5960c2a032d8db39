//! The desktop's own file dialogs, on a thread of their own so that no frame waits for them.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::{Context, Poll, Wake};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use crate::ui::command::{ExportKind, Wanted};

/// Nobody cancels a dialog faster than this: without an answer it never appeared.
const FASTEST_USER: Duration = Duration::from_millis(900);

/// What the dialog asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    /// A place to save to, with this name suggested; otherwise a file to open.
    pub save_as: Option<String>,
    /// The title of a dialog for a file to open, and its button.
    pub opening: (&'static str, &'static str),
    /// What the file is for, if it is no plan.
    pub wanted: Option<Wanted>,
    /// Where to begin.
    pub folder: PathBuf,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    /// The user chose this.
    Chosen(PathBuf),
    /// The user chose nothing.
    Cancelled,
    /// No dialog ever appeared.
    Unavailable,
}

/// A dialog that is on the screen, or about to be.
#[derive(Debug)]
pub(super) struct NativeDialog {
    answer: Receiver<Option<PathBuf>>,
    since: Instant,
    /// What it asks for, should another dialog have to ask instead.
    pub request: Request,
}

impl NativeDialog {
    /// Opens a dialog; `ctx` is woken when it has an answer.
    pub(super) fn open(request: Request, ctx: &egui::Context) -> Self {
        let export = request.save_as.as_deref().and_then(ExportKind::of_name);
        let of_export = export.map(|export| [export.ending()]);
        let (kind, endings): (&str, &[&str]) = match (export.zip(of_export.as_ref()), request.wanted) {
            (Some((export, ending)), _) => (export.name(), ending),
            (None, Some(Wanted::Players)) => ("Tables of players", &super::folder::TABLES),
            (None, Some(Wanted::Fixtures)) => ("Season of fixtures", &["json"]),
            (None, Some(Wanted::PlansFolder) | None) => ("Backline plan", &["json"]),
        };
        let mut dialog = rfd::AsyncFileDialog::new().set_directory(&request.folder);
        if request.wanted != Some(Wanted::PlansFolder) {
            dialog = dialog.add_filter(kind, endings).add_filter("All files", &["*"]);
        }
        let (tell, answer) = channel();
        let ctx = ctx.clone();
        let finish = move |chosen: Option<rfd::FileHandle>| {
            // Nobody listens any more if the program went on without the answer.
            drop(tell.send(chosen.map(|file| file.path().to_owned())));
            ctx.request_repaint();
        };
        // The dialog is made here, as some systems want it on the main thread, and waited for elsewhere. If no
        // thread can be had, the sender is dropped and `poll` finds the dialog unavailable.
        let thread = thread::Builder::new();
        drop(if let Some(name) = &request.save_as {
            let future = dialog
                .set_title(format!("Save {} as", export.map_or("plan", ExportKind::name)))
                .set_file_name(name)
                .save_file();
            thread.spawn(move || finish(wait(future)))
        } else if request.wanted == Some(Wanted::PlansFolder) {
            let future = dialog.set_title("Folder for plans").pick_folder();
            thread.spawn(move || finish(wait(future)))
        } else {
            let future = dialog.set_title(request.opening.0).pick_file();
            thread.spawn(move || finish(wait(future)))
        });
        Self { answer, since: Instant::now(), request }
    }

    /// The answer, once there is one.
    pub(super) fn poll(&self) -> Option<Answer> {
        self.heard_after(self.since.elapsed())
    }

    /// The answer, if it is there when the dialog has been asked for so long ago.
    fn heard_after(&self, age: Duration) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(Some(path)) => Some(Answer::Chosen(path)),
            Ok(None) if age < FASTEST_USER => Some(Answer::Unavailable),
            Ok(None) => Some(Answer::Cancelled),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Answer::Unavailable),
        }
    }
}

/// Waits on this thread until `future` has its result.
fn wait<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let mut future = pin!(future);
    let waker = Arc::new(Unpark(thread::current())).into();
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(result) => return result,
            Poll::Pending => thread::park(),
        }
    }
}

/// The desktop seems to have file dialogs to offer.
///
/// On Linux and its kin: a portal on the session bus, or the helper `zenity`. Elsewhere the system has its own.
pub(super) fn seem_available() -> bool {
    !cfg!(all(unix, not(target_os = "macos"))) || portal_seems_available() || helper_is_installed()
}

fn portal_seems_available() -> bool {
    let variable = std::env::var_os;
    let bus = variable("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty())
        || variable("XDG_RUNTIME_DIR").is_some_and(|folder| PathBuf::from(folder).join("bus").exists());
    if !bus {
        return false;
    }
    // The bus starts the portal when it is asked for; this file tells it how. A sandbox has its portal outside.
    let sandboxed = variable("SNAP").is_some() || PathBuf::from("/.flatpak-info").exists();
    let shared = variable("XDG_DATA_DIRS").filter(|folders| !folders.is_empty());
    let shared = shared.unwrap_or_else(|| "/usr/local/share:/usr/share:/run/current-system/sw/share".into());
    let own = variable("XDG_DATA_HOME").map(PathBuf::from);
    sandboxed
        || std::env::split_paths(&shared)
            .chain(own)
            .any(|folder| folder.join("dbus-1/services/org.freedesktop.portal.Desktop.service").is_file())
}

fn helper_is_installed() -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file()))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::Sender;

    use super::*;

    /// A dialog, and the end of the wire on which it answers.
    fn opened() -> (NativeDialog, Sender<Option<PathBuf>>) {
        let (tell, answer) = channel();
        let opening = ("Open a plan", "Open");
        let request = Request { save_as: None, opening, wanted: None, folder: PathBuf::new() };
        (NativeDialog { answer, since: Instant::now(), request }, tell)
    }

    #[test]
    fn an_empty_answer_that_comes_at_once_means_that_no_dialog_appeared() {
        for (age, answer, expected) in [
            (Duration::ZERO, None, Answer::Unavailable),
            (FASTEST_USER, None, Answer::Cancelled),
            (Duration::ZERO, Some(PathBuf::from("/a.json")), Answer::Chosen("/a.json".into())),
        ] {
            let (dialog, tell) = opened();
            assert_eq!(dialog.heard_after(age), None, "no answer yet");
            tell.send(answer).unwrap();
            assert_eq!(dialog.heard_after(age), Some(expected));
        }
    }

    #[test]
    fn a_dialog_whose_thread_is_gone_is_unavailable() {
        let (dialog, tell) = opened();
        drop(tell);
        assert_eq!(dialog.poll(), Some(Answer::Unavailable));
    }

    #[test]
    fn waiting_returns_what_another_thread_brings() {
        let (tell, ear) = channel();
        let other = thread::spawn(move || wait(async move { ear.recv().unwrap() }));
        tell.send(7).unwrap();
        assert_eq!(other.join().unwrap(), 7);
    }
}
