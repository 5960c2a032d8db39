//! The season's figures, worked out on a thread of their own: seconds at worst, and no frame waits for them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use egui::Context;

use crate::forecast::{Short, UnitForecast};
use crate::model::{Date, ScenarioId};

/// What is asked of a scenario's unit: the chance of fewer than each of `depths` on some matchday in `days`.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) forecast: Arc<UnitForecast>,
    pub(super) depths: Vec<usize>,
    pub(super) days: (Date, Date),
}

impl Question {
    fn is(&self, other: &Self) -> bool {
        let Self { forecast, depths, days } = self;
        Arc::ptr_eq(forecast, &other.forecast) && *depths == other.depths && *days == other.days
    }

    fn answer(&self) -> Vec<Short> {
        let (from, to) = self.days;
        self.forecast.shorts(&self.depths, from, to)
    }
}

pub(super) type Questions = BTreeMap<ScenarioId, Question>;
type Answer = (ScenarioId, Question, Vec<Short>);

/// P(short on some matchday) of a unit in several scenarios.
///
/// One thread at a time: work that a change has overtaken stops at the next scenario, and only then does the work
/// that counts begin. However fast a user edits, threads do not pile up.
#[derive(Debug, Default)]
pub(super) struct SeasonFigures {
    synchronous: bool,
    computed: u64,
    /// What was answered, and to which question.
    known: BTreeMap<ScenarioId, (Question, Vec<Short>)>,
    /// What is still to be worked out.
    wanted: Questions,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    answers: Receiver<Answer>,
    overtaken: Arc<AtomicBool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.overtaken.store(true, Ordering::Relaxed);
    }
}

impl SeasonFigures {
    pub(super) fn synchronous() -> Self {
        Self { synchronous: true, ..Self::default() }
    }

    /// Answers are still to come.
    #[cfg(test)]
    pub(super) fn is_waiting(&self) -> bool {
        self.running.is_some()
    }

    /// How many figures were asked for.
    pub(super) fn computed(&self) -> u64 {
        self.computed
    }

    pub(super) fn shorts(&self, scenario: &ScenarioId) -> Option<&[Short]> {
        self.known.get(scenario).map(|(_, shorts)| shorts.as_slice())
    }

    /// From now on the answers to `questions` count. Those to a question that is still the same are kept.
    pub(super) fn follow(&mut self, questions: &Questions, ctx: &Context) {
        self.known.retain(|id, (asked, _)| questions.get(id).is_some_and(|question| question.is(asked)));
        let missing = questions.iter().filter(|(id, _)| !self.known.contains_key(*id));
        self.wanted = missing.map(|(id, question)| (id.clone(), question.clone())).collect();
        if let Some(running) = &self.running {
            running.overtaken.store(true, Ordering::Relaxed);
        }
        self.start(ctx);
    }

    /// Takes in what the thread has worked out since the last frame.
    pub(super) fn collect(&mut self, ctx: &Context) {
        let Some(running) = &self.running else { return };
        loop {
            match running.answers.try_recv() {
                Ok((id, question, shorts)) => {
                    // An answer that came too late is about a forecast nobody wants any more.
                    if self.wanted.get(&id).is_some_and(|wanted| wanted.is(&question)) {
                        self.wanted.remove(&id);
                        self.known.insert(id, (question, shorts));
                    }
                }
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => break,
            }
        }
        let overtaken = running.overtaken.load(Ordering::Relaxed);
        self.running = None;
        if overtaken {
            self.start(ctx);
        }
    }

    fn start(&mut self, ctx: &Context) {
        if self.wanted.is_empty() || self.running.is_some() {
            return;
        }
        self.computed += self.wanted.len() as u64;
        if !self.synchronous {
            self.running = spawn(self.wanted.clone(), ctx.clone());
        }
        if self.running.is_none() {
            // A synchronous desk, or a system that has no thread left to give.
            for (id, question) in std::mem::take(&mut self.wanted) {
                let shorts = question.answer();
                self.known.insert(id, (question, shorts));
            }
        }
    }
}

fn spawn(wanted: Questions, ctx: Context) -> Option<Running> {
    let (answer, answers) = channel();
    let overtaken = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&overtaken);
    let work = move || {
        answer_all(wanted, &answer, &stop, &ctx);
        // The channel closes before the frame is asked for: that frame shall see that this thread is done.
        drop(answer);
        ctx.request_repaint();
    };
    std::thread::Builder::new().name("season figures".to_owned()).spawn(work).ok()?;
    Some(Running { answers, overtaken })
}

fn answer_all(wanted: Questions, answer: &Sender<Answer>, stop: &AtomicBool, ctx: &Context) {
    for (id, question) in wanted {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let shorts = question.answer();
        if answer.send((id, question, shorts)).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}
