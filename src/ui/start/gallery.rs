//! The pictures of plans on the start screen, made on a thread of their own: no frame waits for them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::SystemTime;

use egui::Context;

use super::miniature::Miniature;
use crate::store::{self, SAMPLES, parse};
use crate::ui::files::RecentPlan;

/// A miniature of every sample and of the plans opened lately, as far as they are made.
#[derive(Debug, Default)]
pub struct Gallery {
    synchronous: bool,
    /// What cannot be drawn is kept as well, so that nobody tries again in every frame.
    made: BTreeMap<Subject, Option<Miniature>>,
    coming: Option<Receiver<(Subject, Option<Miniature>)>>,
}

/// Whose picture it is.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Subject {
    /// That of a sample, by its place in [`SAMPLES`].
    Sample(usize),
    /// That of a file, as it was when it was written at this time.
    File(PathBuf, Option<SystemTime>),
}

impl Subject {
    /// The file of a plan opened lately; none if it is no longer there.
    pub(super) fn of(plan: &RecentPlan) -> Option<Self> {
        plan.changed.is_some().then(|| Self::File(plan.path.clone(), plan.modified))
    }

    fn draw(&self) -> Option<Miniature> {
        let plan = match self {
            Self::Sample(place) => {
                let sample = SAMPLES.get(*place)?;
                parse(sample.json.as_bytes(), sample.file_name).ok()?
            }
            Self::File(path, _) => store::open(path).ok()?.plan,
        };
        Miniature::of(&plan)
    }
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

    /// The picture, once it is there.
    pub(super) fn miniature(&self, subject: &Subject) -> Option<&Miniature> {
        self.made.get(subject)?.as_ref()
    }

    /// Takes in what has been made since the last call, and begins with what is missing.
    pub(super) fn advance(&mut self, ctx: &Context, recent: &[RecentPlan]) {
        self.take_in();
        if self.coming.is_some() {
            return;
        }
        // The samples first: a disk that does not answer holds up only what comes from it.
        let samples = (0..SAMPLES.len()).map(Subject::Sample);
        let wanted = samples.chain(recent.iter().filter_map(Subject::of));
        let missing: Vec<Subject> = wanted.filter(|subject| !self.made.contains_key(subject)).collect();
        if missing.is_empty() {
            return;
        }
        if !self.synchronous {
            self.coming = draw_apart(missing.clone(), ctx.clone());
        }
        if self.coming.is_none() {
            // A system that has no thread left to give has them a moment later.
            self.made.extend(missing.into_iter().map(|subject| (subject.clone(), subject.draw())));
        }
    }

    fn take_in(&mut self) {
        let Some(coming) = &self.coming else { return };
        loop {
            match coming.try_recv() {
                Ok((subject, miniature)) => self.made.insert(subject, miniature),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => break,
            };
        }
        self.coming = None;
    }
}

fn draw_apart(subjects: Vec<Subject>, ctx: Context) -> Option<Receiver<(Subject, Option<Miniature>)>> {
    let (done, coming) = channel();
    let work = move || {
        for subject in subjects {
            let miniature = subject.draw();
            if done.send((subject, miniature)).is_err() {
                return;
            }
            ctx.request_repaint();
        }
        // Once more when nothing else comes, for what is wanted since.
        drop(done);
        ctx.request_repaint();
    };
    std::thread::Builder::new().name("pictures of plans".to_owned()).spawn(work).ok()?;
    Some(coming)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// Calls it until no picture is missing.
    fn wait(gallery: &mut Gallery, recent: &[RecentPlan]) {
        let ctx = Context::default();
        let since = std::time::Instant::now();
        gallery.advance(&ctx, recent);
        while gallery.coming.is_some() {
            assert!(since.elapsed().as_secs() < 60, "the pictures do not come");
            std::thread::yield_now();
            gallery.advance(&ctx, recent);
        }
    }

    fn recent(path: PathBuf, modified: u64) -> RecentPlan {
        RecentPlan {
            name: "Plan".to_owned(),
            folder: String::new(),
            changed: Some("just now".to_owned()),
            modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(modified)),
            path,
        }
    }

    #[test]
    fn pictures_made_apart_are_those_made_at_once() {
        let (mut apart, mut at_once) = (Gallery::default(), Gallery::synchronous());
        at_once.advance(&Context::default(), &[]);
        assert!(at_once.made.len() == SAMPLES.len() && at_once.made.values().all(Option::is_some));
        wait(&mut apart, &[]);
        assert_eq!(apart.made, at_once.made);
    }

    #[test]
    fn a_plan_opened_lately_has_its_picture_and_a_broken_or_missing_one_none() {
        let folder = tempfile::tempdir().unwrap();
        let (whole, broken) = (folder.path().join("whole.json"), folder.path().join("broken.json"));
        std::fs::write(&whole, SAMPLES.first().unwrap().json).unwrap();
        std::fs::write(&broken, "{").unwrap();
        let gone = RecentPlan { changed: None, ..recent(folder.path().join("gone.json"), 1) };
        let plans = [recent(whole, 1), recent(broken, 1), gone.clone()];
        let mut gallery = Gallery::default();
        wait(&mut gallery, &plans);
        let pictures: Vec<_> = plans
            .iter()
            .map(|plan| Subject::of(plan).and_then(|subject| gallery.miniature(&subject)))
            .collect();
        assert_eq!(pictures, [gallery.miniature(&Subject::Sample(0)), None, None]);
        assert_eq!(Subject::of(&gone), None);
    }

    #[test]
    fn a_plan_written_since_gets_another_picture_and_an_unchanged_one_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let mut gallery = Gallery::synchronous();
        let mut picture = |sample: usize, modified| {
            std::fs::write(&path, SAMPLES.get(sample).unwrap().json).unwrap();
            let plan = recent(path.clone(), modified);
            gallery.advance(&Context::default(), std::slice::from_ref(&plan));
            let shown = gallery.miniature(&Subject::of(&plan).unwrap()).cloned();
            (0..SAMPLES.len()).position(|at| gallery.miniature(&Subject::Sample(at)) == shown.as_ref())
        };
        assert_eq!(picture(0, 1), Some(0));
        assert_eq!(picture(1, 1), Some(0), "nothing says that it was written");
        assert_eq!(picture(1, 2), Some(1));
    }
}
