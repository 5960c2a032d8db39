//! A user who never tires, in front of the whole window: nothing he does brings it down, loses a change or fills memory.
//!
//! He is seeded: the same seed does the same things. A panic names the seed, the step and what he did last.

mod desktop;
mod large;
mod user;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::Command as Process;

use self::desktop::Desktop;
use self::user::User;
use crate::ui::testing;

/// Steps of the ordinary run; `BACKLINE_SOAK=20000` asks for the full one.
const STEPS: usize = 1_500;
/// `BACKLINE_SOAK_SEED` asks for another.
const SEED: u64 = 5;
/// After so many steps the plan is held against its reload.
const CHECK_EVERY: usize = 500;
/// Until then caches and the atlas of letters fill.
const WARM_UP: usize = 500;
/// What a step may leave in memory, bytes: undo keeps what each of the last five thousand changed.
const BYTES_PER_STEP: usize = 24 * 1024;
/// What may come and go besides: the largest sample, a picture being drawn, another text size.
const SLACK: usize = 96 * 1024 * 1024;
/// How many steps undo keeps.
const KEPT_STEPS: usize = 5_000;
/// What a failure tells of what came before.
const TOLD: usize = 12;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|asked| asked.parse().expect("it is a number"))
}

/// Bytes that the process holds, where the system says so.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: usize = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

#[expect(clippy::print_stdout, reason = "what a run of hours has come to is told where it runs")]
fn soak(steps: usize, seed: u64, folder: &Path) {
    let mut desktop = Desktop::new(folder, &testing::sample());
    let mut user = User::seeded(seed, &desktop.plan);
    let mut last = Vec::new();
    let mut after_warm_up = None;
    let (mut plan, mut changes) = (desktop.plan(), 0);
    for step in 1..=steps {
        let deed = user.next(desktop.app());
        let said: String = format!("{deed:?}").chars().take(300).collect();
        last.push(said);
        if last.len() > TOLD {
            last.remove(0);
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            desktop.carry_out(deed);
            if step.is_multiple_of(CHECK_EVERY) {
                desktop.check();
            }
        }));
        assert!(
            outcome.is_ok(),
            "seed {seed} fails at step {step}; the last things done were\n{}",
            last.join("\n")
        );
        let now = desktop.plan();
        changes += usize::from(now != plan);
        plan = now;
        if step == WARM_UP {
            after_warm_up = resident();
        }
        if step.is_multiple_of(CHECK_EVERY) {
            println!("step {step}: {} MB", resident().unwrap_or_default() >> 20);
        }
    }
    println!("{changes} of {steps} steps changed what is open");
    assert!(changes > steps / 10, "he has hardly done anything: {changes} of {steps} steps");
    if let (Some(before), Some(after)) = (after_warm_up, resident()) {
        let bound = SLACK + BYTES_PER_STEP * steps.min(KEPT_STEPS);
        let grown = after.saturating_sub(before);
        println!("grown by {} MB since step {WARM_UP}, at most {} MB", grown >> 20, bound >> 20);
        assert!(grown <= bound, "{before} bytes after {WARM_UP} steps, {after} at the end");
    }
}

/// In a process of its own: what it holds is then its own, and so is its home.
#[test]
#[expect(clippy::print_stdout, reason = "the figures of a long run; the harness keeps those of a short one")]
fn a_user_who_never_tires_brings_nothing_down() {
    const ALONE: &str = "BACKLINE_SOAK_ALONE";
    let steps = number("BACKLINE_SOAK").map_or(STEPS, |steps| steps as usize);
    let seed = number("BACKLINE_SOAK_SEED").unwrap_or(SEED);
    if let Some(folder) = std::env::var_os(ALONE) {
        soak(steps, seed, Path::new(&folder));
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let this = concat!(module_path!(), "::a_user_who_never_tires_brings_nothing_down");
    let (_, this) = this.split_once("::").unwrap();
    let run = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", this, "--nocapture", "--test-threads", "1"])
        .env(ALONE, home.path())
        .env("HOME", home.path())
        .current_dir(home.path())
        .output()
        .unwrap();
    let (said, complained) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success() && said.contains("1 passed"), "{said}\n{complained}");
    println!("{said}");
}
