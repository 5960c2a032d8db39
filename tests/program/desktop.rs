//! A display of its own with the program on it, driven by a real pointer and real keys.
//!
//! Nothing here waits for a time to pass: everything polls for a condition, and gives up loudly.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::{backline, x11};

/// How long anything may take in a debug build, drawn in software, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);
const POLL: Duration = Duration::from_millis(25);

/// An X server of its own and a home of its own.
pub(crate) struct Desktop {
    server: Child,
    display: String,
    home: TempDir,
}

/// The program's window on a desktop.
pub(crate) struct Window<'a> {
    desktop: &'a Desktop,
    program: Child,
    id: String,
}

/// Asks again and again until there is an answer.
#[track_caller]
pub(crate) fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < PATIENCE, "still not after {PATIENCE:?}: {what}");
        thread::sleep(POLL);
    }
}

impl Desktop {
    pub(crate) fn new() -> Self {
        Self::sized(1440, 900)
    }

    /// A screen of this many pixels.
    pub(crate) fn sized(width: u32, height: u32) -> Self {
        // The server picks a free number and says which.
        let mut server = Command::new("Xvfb")
            // Without `-noreset` it starts anew, refusing everybody, whenever its last client leaves.
            .args([
                "-noreset",
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (package xvfb)");
        let mut number = String::new();
        let stdout = server.stdout.take().expect("it was asked for");
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb ended without a display");
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let desktop = Self { server, display: format!(":{}", number.trim()), home };
        // Of somebody who knows the program: the tour does not offer itself.
        desktop.put("config/backline/settings.json", br#"{"tour_seen": true}"#);
        desktop
    }

    /// A path in the home of whoever sits at this desktop.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Puts a file into that home.
    pub(crate) fn put(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it is inside the home")).expect("folders can be made");
        fs::write(&path, contents).expect("it can be written");
        path
    }

    /// Starts the program and waits for its window, which shows when the first frame is drawn.
    #[track_caller]
    pub(crate) fn start<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Window<'_> {
        let mut command = backline::command(self.home.path());
        command.args(args);
        self.show(command)
    }

    /// The same with so many pixels to a point.
    #[track_caller]
    pub(crate) fn start_scaled(&self, plan: &Path, scale: &str) -> Window<'_> {
        let mut command = backline::command(self.home.path());
        command.arg(plan).env("WINIT_X11_SCALE_FACTOR", scale);
        self.show(command)
    }

    #[track_caller]
    fn show(&self, mut command: Command) -> Window<'_> {
        let mut program = command
            .env("DISPLAY", &self.display)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(self.path("stderr")).expect("it can be made"))
            .spawn()
            .expect("the built program starts");
        let pid = program.id().to_string();
        let id = until("the window is shown", || {
            if let Some(status) = program.try_wait().expect("it can be asked") {
                panic!("the program ended with {status}: {}", self.stderr());
            }
            self.xdotool(&["search", "--onlyvisible", "--pid", &pid]).lines().next().map(str::to_owned)
        });
        let window = Window { desktop: self, program, id };
        window.xdotool(&["windowfocus", "--sync"]);
        window.settle();
        window
    }

    /// What the program said on standard error.
    pub(crate) fn stderr(&self) -> String {
        fs::read_to_string(self.path("stderr")).unwrap_or_default()
    }

    /// What xdotool answers; nothing when it finds nothing.
    fn xdotool(&self, args: &[&str]) -> String {
        let output = Command::new("xdotool")
            .env("DISPLAY", &self.display)
            .args(args)
            .stdin(Stdio::null())
            .output()
            .expect("xdotool starts (package xdotool)");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // Asked to end, it takes its lock and its socket with it.
        let asked = Command::new("kill").arg(self.server.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            drop(self.server.kill());
        }
        drop(self.server.wait());
    }
}

impl Window<'_> {
    fn xdotool(&self, command: &[&str]) -> String {
        let (name, rest) = command.split_first().expect("a command has a name");
        // Options stand before the window's id, values after it.
        let (options, values): (Vec<&str>, Vec<&str>) = rest.iter().partition(|part| part.starts_with("--"));
        let args: Vec<&str> =
            [*name].into_iter().chain(options).chain([self.id.as_str()]).chain(values).collect();
        self.desktop.xdotool(&args)
    }

    pub(crate) fn title(&self) -> String {
        self.xdotool(&["getwindowname"]).trim().to_owned()
    }

    /// Width and height in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        let shell = self.xdotool(&["getwindowgeometry", "--shell"]);
        let value = |name: &str| {
            let line = shell.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            line.and_then(|text| text.parse().ok()).expect("xdotool says the size")
        };
        (value("WIDTH"), value("HEIGHT"))
    }

    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.xdotool(&["windowsize", &width.to_string(), &height.to_string()]);
        until("the window has its new size", || (self.size() == (width, height)).then_some(()));
        self.settle();
    }

    pub(crate) fn point_at(&self, (x, y): (f32, f32)) {
        let at = [x, y].map(|value| format!("{value:.0}"));
        let args = ["mousemove", "--window", &self.id, at[0].as_str(), at[1].as_str()];
        self.desktop.xdotool(&args);
        self.settle();
    }

    pub(crate) fn click(&self, at: (f32, f32)) {
        self.point_at(at);
        self.desktop.xdotool(&["click", "1"]);
        self.settle();
    }

    pub(crate) fn press(&self, at: (f32, f32)) {
        self.point_at(at);
        self.desktop.xdotool(&["mousedown", "1"]);
        self.settle();
    }

    pub(crate) fn release(&self) {
        self.desktop.xdotool(&["mouseup", "1"]);
        self.settle();
    }

    /// Presses at one place, moves on in steps as a hand does, and lets go at the other.
    pub(crate) fn drag(&self, from: (f32, f32), to: (f32, f32)) {
        self.press(from);
        for step in 1..=10_u8 {
            let part = f32::from(step) / 10.0;
            self.point_at((from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
        }
        self.release();
    }

    /// A key by its X name, such as `ctrl+z`.
    pub(crate) fn key(&self, name: &str) {
        self.desktop.xdotool(&["key", name]);
        self.settle();
    }

    /// Presses these keys again and again until there is an answer: for a question that may not be on the screen yet.
    #[track_caller]
    pub(crate) fn keys_until<T>(&self, what: &str, keys: &[&str], mut ask: impl FnMut() -> Option<T>) -> T {
        until(what, || {
            ask().or_else(|| {
                for key in keys {
                    self.key(key);
                }
                ask()
            })
        })
    }

    pub(crate) fn type_text(&self, text: &str) {
        self.desktop.xdotool(&["type", text]);
        self.settle();
    }

    /// Waits until the drawing thread has nothing left to do.
    pub(crate) fn settle(&self) {
        let mut before = None;
        let mut quiet = 0;
        until("the program comes to rest", || {
            let now = self.work();
            quiet = if now.is_some() && now == before { quiet + 1 } else { 0 };
            before = now;
            // Ended programs rest as well.
            (quiet >= 4 || now.is_none()).then_some(())
        });
    }

    /// Nanoseconds that the drawing thread has worked, and how often it was woken; `None` when it has ended.
    pub(crate) fn work(&self) -> Option<(u64, u64)> {
        let thread = format!("/proc/{0}/task/{0}", self.program.id());
        let worked = fs::read_to_string(format!("{thread}/schedstat")).ok()?;
        let status = fs::read_to_string(format!("{thread}/status")).ok()?;
        let woken = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        Some((worked.split_whitespace().next()?.parse().ok()?, woken.trim().parse().ok()?))
    }

    /// Asks the window to close, as its own button does.
    pub(crate) fn close(&self) {
        let id = self.id.parse().expect("a window's id is a number");
        x11::ask_to_close(&self.desktop.display, id).expect("the display answers");
        self.settle();
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.program.try_wait().expect("it can be asked").is_none()
    }

    /// Waits for the program to end by itself.
    pub(crate) fn ended(&mut self) -> std::process::ExitStatus {
        until("the program ends", || self.program.try_wait().expect("it can be asked"))
    }

    /// Every pixel of the screen, three bytes each.
    pub(crate) fn pixels(&self) -> Vec<u8> {
        let output = Command::new("import")
            .args(["-display", &self.desktop.display, "-window", &self.id, "-depth", "8", "rgb:-"])
            .output()
            .expect("import starts (package imagemagick)");
        assert!(output.status.success(), "import: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// How many different colours are on the screen: a blank window has one.
    pub(crate) fn colours(&self) -> usize {
        let pixels = self.pixels();
        let mut colours: Vec<&[u8]> = pixels.chunks_exact(3).collect();
        colours.sort_unstable();
        colours.dedup();
        colours.len()
    }

    fn keep_picture(&self, path: &Path) {
        let args = ["-display", &self.desktop.display, "-window", "root"];
        drop(Command::new("import").args(args).arg(path).status());
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let name = thread::current().name().unwrap_or("window").replace("::", "-");
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            self.keep_picture(&path);
            let stderr = self.desktop.stderr();
            drop(writeln!(std::io::stderr(), "The screen as it was: {}\n{stderr}", path.display()));
        }
        drop(self.program.kill());
        drop(self.program.wait());
    }
}
