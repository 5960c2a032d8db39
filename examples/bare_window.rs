//! The yardstick of the speed benches: a window with one line in it. No text, hence no fonts to load.
//!
//! Prints, each on its own line, what happened when, in milliseconds since the start:
//!
//! ```text
//! first-frame-drawn 61.3
//! first-frame-presented 75.0
//! frames 2
//! ```
//!
//! `--seconds N` closes the window after N seconds, `--frames N` after N frames (drawing without pause until then).
//! `--started-at N` counts from that moment, in milliseconds of the Unix epoch, instead of from the start of `main`:
//! whoever starts the program then measures the loading of the program too.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

use eframe::egui;

#[derive(Clone, Copy, Default)]
struct Options {
    seconds: Option<f64>,
    frames: Option<u64>,
    started_at: Option<u64>,
}

struct Bare {
    options: Options,
    start: Instant,
    frames: Arc<AtomicU64>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let options = options(std::env::args().skip(1))?;
    let start = options.started_at.map_or(start, |millis| instant_of(millis, start));
    let frames = Arc::new(AtomicU64::new(0));
    let bare = Bare { options, start, frames: Arc::clone(&frames) };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        if let Some(seconds) = options.seconds {
            close_after(Duration::from_secs_f64(seconds), creation.egui_ctx.clone(), Arc::clone(&frames));
        }
        Ok(Box::new(bare))
    });
    eframe::run_native("Bare window", eframe::NativeOptions::default(), create)?;
    Ok(())
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::default();
    while let Some(flag) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{flag} needs a number"))?;
        match flag.as_str() {
            "--seconds" => options.seconds = Some(value.parse()?),
            "--frames" => options.frames = Some(value.parse()?),
            "--started-at" => options.started_at = Some(value.parse()?),
            _ => return Err(format!("unknown option {flag}: use --seconds, --frames or --started-at").into()),
        }
    }
    Ok(options)
}

/// The moment `millis` after the Unix epoch; `fallback` if it lies in the future or the clock went back.
fn instant_of(millis: u64, fallback: Instant) -> Instant {
    let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(millis);
    let ago = SystemTime::now().duration_since(moment).ok();
    ago.and_then(|ago| Instant::now().checked_sub(ago)).unwrap_or(fallback)
}

/// Says how many frames were drawn until then, and closes the window: closing itself draws another one.
fn close_after(wait: Duration, ctx: egui::Context, frames: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        std::thread::sleep(wait);
        say(&format!("frames {}", frames.load(Ordering::Relaxed)));
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    });
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Whoever closed the pipe does not want to know.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

impl Bare {
    fn say_time(&self, what: &str) {
        say(&format!("{what} {:.1}", self.start.elapsed().as_secs_f64() * 1000.0));
    }
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let frame = self.frames.fetch_add(1, Ordering::Relaxed) + 1;
        if frame == 2 {
            self.say_time("first-frame-presented");
        }
        ui.separator();
        if frame == 1 {
            self.say_time("first-frame-drawn");
            // The second frame starts when the first one is on the screen.
            ui.request_repaint();
        }
        if let Some(most) = self.options.frames {
            if frame >= most {
                say(&format!("frames {frame}"));
                ui.send_viewport_cmd(egui::ViewportCommand::Close);
            } else {
                ui.request_repaint();
            }
        }
    }
}
