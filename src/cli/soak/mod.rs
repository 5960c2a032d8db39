//! `backline soak`: a user who never tires, without a window. Not for people: it drives the tests from outside.
//!
//! It opens a plan as the window does, with journal, lock and backups, and does seeded random things to it. Each
//! line on standard output says how far it is, so that a test that kills it knows what must not be lost:
//!
//! | line                    | says                                                                        |
//! | ----------------------- | --------------------------------------------------------------------------- |
//! | `begun FINGERPRINT`     | the plan is open; `back` instead if it was left behind                      |
//! | `will N FINGERPRINT`    | step N was done in memory; the plan's text would have this fingerprint      |
//! | `ack N FINGERPRINT`     | step N is written down                                                      |
//! | `trouble SENTENCE`      | step N is not written down, and why                                         |
//! | `saving N FINGERPRINT`  | the file is about to be written                                             |
//! | `saved N FINGERPRINT`   | the file is written                                                         |
//! | `refused SENTENCE`      | the file is as it was, and why                                              |
//! | `memory KILOBYTES`      | what the process holds, where the system says so                            |
//! | `done`                  | all steps are done                                                          |

mod steps;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::edit::Session;
use crate::store::{self, AppFolders, Fingerprint, Keeper, to_json};

use self::steps::Steps;
use super::answer::{Answer, Exit};
use super::plain;

/// Do random things to a plan and save it now and then.
#[derive(Debug, Args)]
pub(super) struct Soak {
    /// The plan; it is written to.
    file: PathBuf,

    /// The same seed does the same things.
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// How many things.
    #[arg(long, default_value_t = 20_000)]
    steps: u64,

    /// Save after so many things, on average; 0 never saves.
    #[arg(long, default_value_t = 50)]
    save_every: u64,

    /// After so many things hold the plan against what its file would say.
    #[arg(long, default_value_t = 500)]
    check_every: u64,

    /// Go on with what was left behind, if something was.
    #[arg(long)]
    recover: bool,

    /// Fail in our own code at this step.
    #[arg(long)]
    fail_at: Option<u64>,
}

/// Why it stopped early.
enum Stop {
    /// Nobody listens.
    Output,
    Sentence(String),
}

impl From<io::Error> for Stop {
    fn from(_: io::Error) -> Self {
        Self::Output
    }
}

impl Soak {
    pub(super) fn answer(self) -> Answer {
        match self.run() {
            Ok(()) => Answer::default(),
            Err(Stop::Output) => Answer::failed("Nobody reads the answer.".to_owned(), Exit::Errors),
            Err(Stop::Sentence(sentence)) => Answer::failed(plain(&sentence), Exit::Errors),
        }
    }

    fn run(&self) -> Result<(), Stop> {
        let folders = AppFolders::of_this_user()
            .ok_or_else(|| Stop::Sentence("There is no home folder.".to_owned()))?;
        store::start_log(&folders, false);
        store::report_crashes(&folders);
        let mut keeper = Keeper::new(folders.clone());
        let (mut session, mut on_disk) = self.begin(&folders, &mut keeper)?;
        let mut steps = Steps::seeded(self.seed);
        for number in 1..=self.steps {
            steps.step(&mut session, number);
            say("will", number, fingerprint(&session))?;
            keeper.record(&mut session);
            match keeper.trouble() {
                None => say("ack", number, fingerprint(&session))?,
                Some(why) => write(&format!("trouble {why}"))?,
            }
            assert!(self.fail_at != Some(number), "asked to fail with {} open", self.file.display());
            if self.save_every > 0 && steps.is_time(self.save_every) {
                say("saving", number, fingerprint(&session))?;
                match keeper.save(&mut session, &self.file, Some(&on_disk)) {
                    Ok(saved) => {
                        on_disk = saved.fingerprint;
                        say("saved", number, on_disk)?;
                    }
                    Err(error) => write(&format!("refused {error}"))?,
                }
            }
            if self.check_every > 0 && number.is_multiple_of(self.check_every) {
                check(&session)?;
            }
        }
        keeper.end(Some(&session));
        Ok(write("done")?)
    }

    fn begin(&self, folders: &AppFolders, keeper: &mut Keeper) -> Result<(Session, Fingerprint), Stop> {
        if self.recover
            && let Some(leftover) = store::leftovers(folders).0.into_iter().next()
        {
            let base = leftover.base().ok_or_else(|| Stop::Sentence("It has no file.".to_owned()))?;
            let session = keeper.adopt(leftover);
            write(&format!("back {}", fingerprint(&session)))?;
            return Ok((session, base));
        }
        let opened = store::open(&self.file).map_err(|error| Stop::Sentence(error.to_string()))?;
        let mut session = Session::opened(opened.plan, self.file.clone());
        keeper.begin(&mut session, Some(opened.fingerprint), false);
        if let Some(path) = keeper.open_elsewhere() {
            let sentence = format!("The plan is open in another Backline window. File: {}", path.display());
            return Err(Stop::Sentence(sentence));
        }
        write(&format!("begun {}", fingerprint(&session)))?;
        Ok((session, opened.fingerprint))
    }
}

/// What is in memory is what a file would hold.
fn check(session: &Session) -> Result<(), Stop> {
    let text = to_json(session.plan());
    match store::parse(text.as_bytes(), "the reloaded plan") {
        Ok(plan) if plan == **session.plan() => {}
        Ok(_) => return Err(Stop::Sentence("The plan differs from its reload.".to_owned())),
        Err(error) => return Err(Stop::Sentence(error.to_string())),
    }
    if let Some(kilobytes) = resident_kilobytes() {
        write(&format!("memory {kilobytes}"))?;
    }
    Ok(())
}

fn resident_kilobytes() -> Option<u64> {
    let status = std::fs::read_to_string(Path::new("/proc/self/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn fingerprint(session: &Session) -> Fingerprint {
    Fingerprint::of(to_json(session.plan()).as_bytes())
}

fn say(what: &str, number: u64, fingerprint: Fingerprint) -> io::Result<()> {
    write(&format!("{what} {number} {fingerprint}"))
}

/// A whole line at once: a reader sees all of it or nothing.
fn write(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(format!("{}\n", plain(&line.replace('\n', " "))).as_bytes())?;
    out.flush()
}
