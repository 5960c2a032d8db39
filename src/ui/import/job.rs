//! Work on a thread of its own that says how far it is and can be stopped: no frame waits for it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};

use egui::Context;

use crate::model::words;
use crate::store::import::{Progress, Watch};

/// Work under way. Dropping it stops it.
#[derive(Debug)]
pub(super) struct Job<T> {
    answer: Receiver<T>,
    progress: Arc<Mutex<Option<Progress>>>,
    stop: Arc<AtomicBool>,
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl<T: Send + 'static> Job<T> {
    /// Begins `work`; `ctx` is woken when it is further and when it is done.
    pub(super) fn begin(ctx: &Context, work: impl FnOnce(Watch<'_>) -> T + Send + 'static) -> Self {
        let (tell, answer) = channel();
        let progress = Arc::new(Mutex::new(None));
        let stop = Arc::new(AtomicBool::new(false));
        let style = words::style();
        let (far, stopped, ctx) = (Arc::clone(&progress), Arc::clone(&stop), ctx.clone());
        let run = move || {
            let watch = |now: Progress| {
                if let Ok(mut far) = far.lock() {
                    *far = Some(now);
                }
                ctx.request_repaint();
                if stopped.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            // Nobody listens any more if the work was given up.
            drop(tell.send(words::in_style(style, || work(&watch))));
            ctx.request_repaint();
        };
        // If no thread can be had the sender is dropped, and `poll` says so.
        drop(std::thread::Builder::new().name("import".to_owned()).spawn(run));
        Self { answer, progress, stop }
    }

    /// The answer once there is one; an error if there will never be one.
    pub(super) fn poll(&self) -> Result<Option<T>, NoThread> {
        match self.answer.try_recv() {
            Ok(answer) => Ok(Some(answer)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(NoThread),
        }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Option<Progress> {
        self.progress.lock().ok().and_then(|progress| *progress)
    }
}

/// The system had no thread to give, or the work broke off.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("The system gave no room to read in the background. Close other programs and try again.")]
pub(super) struct NoThread;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::{DateStyle, Style};

    #[test]
    fn work_words_things_as_the_window_does() {
        let style = Style { date: DateStyle::YearFirst, ..Style::default() };
        let job = words::in_style(style, || Job::begin(&Context::default(), |_| words::style()));
        let answer = loop {
            if let Some(answer) = job.poll().unwrap() {
                break answer;
            }
            std::thread::yield_now();
        };
        assert_eq!(answer, style);
    }
}
