//! The pictures of the sample plans, made once on a thread of their own: no frame waits for them.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::Context;

use super::miniature::Miniature;
use crate::store::{SAMPLES, parse};

/// A miniature of every sample, as far as they are made.
#[derive(Debug, Default)]
pub struct Gallery {
    begun: bool,
    synchronous: bool,
    made: [Option<Miniature>; SAMPLES.len()],
    coming: Option<Receiver<(usize, Miniature)>>,
}

impl Gallery {
    /// Makes every picture at once: for pictures and tests.
    #[must_use]
    pub fn synchronous() -> Self {
        Self { synchronous: true, ..Self::default() }
    }

    /// Pictures are still being made.
    #[cfg(test)]
    pub(in crate::ui) fn is_waiting(&self) -> bool {
        self.coming.is_some()
    }

    /// The picture of a sample, once it is there.
    pub(super) fn miniature(&self, sample: usize) -> Option<&Miniature> {
        self.made.get(sample)?.as_ref()
    }

    /// Begins with the first call, and takes in what has been made since the last one.
    pub(super) fn advance(&mut self, ctx: &Context) {
        if !std::mem::replace(&mut self.begun, true) {
            self.coming = if self.synchronous { None } else { make_apart(ctx.clone()) };
            if self.coming.is_none() {
                // A system that has no thread left to give has them a moment later.
                self.made = std::array::from_fn(make);
            }
        }
        let Some(coming) = &self.coming else { return };
        loop {
            match coming.try_recv() {
                Ok((sample, miniature)) => {
                    if let Some(place) = self.made.get_mut(sample) {
                        *place = Some(miniature);
                    }
                }
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => break,
            }
        }
        self.coming = None;
    }
}

fn make(sample: usize) -> Option<Miniature> {
    let sample = SAMPLES.get(sample)?;
    Miniature::of(&parse(sample.json.as_bytes(), sample.file_name).ok()?)
}

fn make_apart(ctx: Context) -> Option<Receiver<(usize, Miniature)>> {
    let (done, coming) = channel();
    let work = move || {
        for sample in 0..SAMPLES.len() {
            let Some(miniature) = make(sample) else { continue };
            if done.send((sample, miniature)).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    };
    std::thread::Builder::new().name("sample pictures".to_owned()).spawn(work).ok()?;
    Some(coming)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_made_apart_are_those_made_at_once() {
        let ctx = Context::default();
        let (mut apart, mut at_once) = (Gallery::default(), Gallery::synchronous());
        at_once.advance(&ctx);
        assert!(at_once.made.iter().all(Option::is_some));
        let since = std::time::Instant::now();
        apart.advance(&ctx);
        while apart.coming.is_some() {
            assert!(since.elapsed().as_secs() < 60, "the pictures do not come");
            std::thread::yield_now();
            apart.advance(&ctx);
        }
        assert_eq!(apart.made, at_once.made);
    }
}
