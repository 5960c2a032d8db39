//! Starts the built program as a stranger would and says what it answered.

use std::ffi::{OsStr, OsString};
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long an answer may take in a debug build on a busy machine. Nothing waits for it: it only ends a hang.
const PATIENCE: Duration = Duration::from_mins(1);

/// One run of the program: in a home of its own, without a display, without the surroundings of whoever runs the test.
pub(crate) struct Backline {
    home: TempDir,
    args: Vec<OsString>,
    stdin: Vec<u8>,
    env: Vec<(&'static str, OsString)>,
}

/// What the program answered.
pub(crate) struct Answer {
    said: String,
    pub(crate) status: ExitStatus,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) took: Duration,
}

impl Backline {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        Self { home, args: Vec::new(), stdin: Vec::new(), env: Vec::new() }
    }

    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.args.push(arg.as_ref().to_owned());
        self
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    pub(crate) fn env(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name, value.as_ref().to_owned()));
        self
    }

    #[track_caller]
    pub(crate) fn run(self) -> Answer {
        let mut command = command(self.home.path());
        command.args(&self.args).envs(self.env);
        let said = format!("{command:?}");
        let began = Instant::now();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the built program starts");
        let stdin = child.stdin.take().expect("it was asked for");
        let stdout = child.stdout.take().expect("it was asked for");
        let stderr = child.stderr.take().expect("it was asked for");
        let input = self.stdin;
        // A program that does not read its input closes it: no fault of the test.
        let writer = thread::spawn(move || { stdin }.write_all(&input).is_ok());
        let (stdout, stderr) = (read(stdout), read(stderr));
        let text = |answer: &mpsc::Receiver<Vec<u8>>, child: &mut Child| match answer.recv_timeout(PATIENCE) {
            Ok(bytes) => String::from_utf8(bytes).expect("the program speaks UTF-8"),
            Err(error) => {
                child.kill().expect("a hanging program can be ended");
                panic!("{said}: no answer after {} s ({error})", began.elapsed().as_secs());
            }
        };
        let (stdout, stderr) = (text(&stdout, &mut child), text(&stderr, &mut child));
        let status = child.wait().expect("the program has ended");
        writer.join().expect("writing to a pipe does not panic");
        Answer { said, status, stdout, stderr, took: began.elapsed() }
    }
}

/// The program, not yet started, in a home of its own and without a display.
pub(crate) fn command(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backline"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DBUS_SESSION_BUS_ADDRESS", "RUST_BACKTRACE"]
    {
        command.env_remove(name);
    }
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .current_dir(home);
    command
}

fn read(mut stream: impl Read + Send + 'static) -> mpsc::Receiver<Vec<u8>> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("a pipe can be read");
        // Nobody listens any more when the test has already failed.
        drop(send.send(bytes));
    });
    receive
}

impl Answer {
    #[track_caller]
    pub(crate) fn code(&self, expected: i32) -> &Self {
        assert_eq!(self.status.code(), Some(expected), "{self}");
        self
    }

    #[track_caller]
    pub(crate) fn stdout_has(&self, text: impl AsRef<str>) -> &Self {
        assert!(self.stdout.contains(text.as_ref()), "no {:?} on standard output\n{self}", text.as_ref());
        self
    }

    #[track_caller]
    pub(crate) fn stderr_has(&self, text: impl AsRef<str>) -> &Self {
        assert!(self.stderr.contains(text.as_ref()), "no {:?} on standard error\n{self}", text.as_ref());
        self
    }

    #[track_caller]
    pub(crate) fn stdout_is(&self, text: &str) -> &Self {
        assert_eq!(self.stdout, text, "{self}");
        self
    }

    #[track_caller]
    pub(crate) fn stderr_is(&self, text: &str) -> &Self {
        assert_eq!(self.stderr, text, "{self}");
        self
    }

    /// It ended by itself and in words.
    #[track_caller]
    pub(crate) fn in_words(&self) -> &Self {
        for word in ["panicked", "RUST_BACKTRACE", "stack overflow", "Os {", "Error(", "None", "unwrap"] {
            assert!(!self.stderr.contains(word) && !self.stdout.contains(word), "it says {word:?}\n{self}");
        }
        assert!(self.status.code().is_some(), "it was ended by a signal\n{self}");
        self
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { said, status, stdout, stderr, took } = self;
        write!(
            f,
            "{said}\n{status} after {took:?}\n--- standard output\n{stdout}\n--- standard error\n{stderr}\n---"
        )
    }
}

/// A sample plan that comes with the program.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saves").join(name)
}

/// The plan about Leoni's injury, as text.
pub(crate) fn leoni() -> String {
    std::fs::read_to_string(sample("liverpool-2025-26-leoni.json")).expect("the sample can be read")
}
