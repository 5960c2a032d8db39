//! The season's figures, worked out on a thread of their own: seconds at worst, and no frame waits for them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use egui::Context;

use crate::forecast::{Short, UnitForecast};
use crate::model::{Date, ScenarioId};

use super::short_depths;

type Forecasts = BTreeMap<ScenarioId, Arc<UnitForecast>>;
type Answer = (ScenarioId, Arc<UnitForecast>, Vec<Short>);

/// P(short on some matchday) of the shown unit in every scenario.
///
/// One thread at a time: work that a change has overtaken stops at the next scenario, and only then does the work
/// that counts begin. However fast a user edits, threads do not pile up.
#[derive(Debug, Default)]
pub(super) struct SeasonFigures {
    synchronous: bool,
    computed: u64,
    until: Option<Date>,
    /// What was answered, and for which forecast.
    known: BTreeMap<ScenarioId, (Arc<UnitForecast>, Vec<Short>)>,
    /// What is still to be worked out.
    wanted: Forecasts,
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

    /// How many figures were asked for.
    pub(super) fn computed(&self) -> u64 {
        self.computed
    }

    pub(super) fn shorts(&self, scenario: &ScenarioId) -> Option<&[Short]> {
        self.known.get(scenario).map(|(_, shorts)| shorts.as_slice())
    }

    /// From now on the figures of `forecasts` count, to `until`. Those of a forecast that is still the same are kept.
    pub(super) fn follow(&mut self, forecasts: &Forecasts, until: Date, ctx: &Context) {
        if self.until.replace(until) != Some(until) {
            self.known.clear();
        }
        let same = |known: &Arc<UnitForecast>, id: &ScenarioId| {
            forecasts.get(id).is_some_and(|forecast| Arc::ptr_eq(forecast, known))
        };
        self.known.retain(|id, (forecast, _)| same(forecast, id));
        let missing = forecasts.iter().filter(|(id, _)| !self.known.contains_key(*id));
        self.wanted = missing.map(|(id, forecast)| (id.clone(), Arc::clone(forecast))).collect();
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
                Ok((id, forecast, shorts)) => {
                    // An answer that came too late is about a forecast nobody wants any more.
                    if self.wanted.get(&id).is_some_and(|wanted| Arc::ptr_eq(wanted, &forecast)) {
                        self.wanted.remove(&id);
                        self.known.insert(id, (forecast, shorts));
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
        let Some(until) = self.until else { return };
        if self.wanted.is_empty() || self.running.is_some() {
            return;
        }
        self.computed += self.wanted.len() as u64;
        if !self.synchronous {
            self.running = spawn(self.wanted.clone(), until, ctx.clone());
        }
        if self.running.is_none() {
            // A synchronous desk, or a system that has no thread left to give.
            for (id, forecast) in std::mem::take(&mut self.wanted) {
                let shorts = shorts(&forecast, until);
                self.known.insert(id, (forecast, shorts));
            }
        }
    }
}

fn spawn(wanted: Forecasts, until: Date, ctx: Context) -> Option<Running> {
    let (answer, answers) = channel();
    let overtaken = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&overtaken);
    let work = move || {
        answer_all(wanted, until, &answer, &stop, &ctx);
        // The channel closes before the frame is asked for: that frame shall see that this thread is done.
        drop(answer);
        ctx.request_repaint();
    };
    std::thread::Builder::new().name("season figures".to_owned()).spawn(work).ok()?;
    Some(Running { answers, overtaken })
}

fn answer_all(wanted: Forecasts, until: Date, answer: &Sender<Answer>, stop: &AtomicBool, ctx: &Context) {
    for (id, forecast) in wanted {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let shorts = shorts(&forecast, until);
        if answer.send((id, forecast, shorts)).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

fn shorts(forecast: &UnitForecast, until: Date) -> Vec<Short> {
    forecast.shorts(&short_depths(forecast), forecast.as_of, until)
}
