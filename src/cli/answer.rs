//! What a command says: text, complaints, an exit code.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// How it went, as the shell sees it.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Exit {
    /// Nothing is wrong.
    #[default]
    Fine = 0,
    /// A plan has errors, or a picture could not be made.
    Errors = 1,
    /// Something could not be read or was asked wrongly.
    Unreadable = 2,
    /// There is no window here.
    NoWindow = 3,
}

/// The answer of a command.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// For standard output.
    pub(super) out: String,
    /// For standard error.
    pub(super) complaint: String,
    /// How it went; the worst counts.
    pub(super) exit: Exit,
}

impl Answer {
    /// An answer without complaints.
    pub(super) fn fine(out: String) -> Self {
        Self { out, ..Self::default() }
    }

    /// A complaint and nothing else.
    pub(super) fn failed(complaint: String, exit: Exit) -> Self {
        Self { complaint, exit, ..Self::default() }
    }

    /// Adds a line to the complaints.
    pub(super) fn complain(&mut self, line: &str, exit: Exit) {
        self.complaint.push_str(line);
        self.complaint.push('\n');
        self.worsen(exit);
    }

    /// It went at best like this.
    pub(super) fn worsen(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    /// Writes it all. Where nobody reads any more (`backline … | head`) that is no failure.
    pub(super) fn give(self) -> ExitCode {
        let Self { out, mut complaint, mut exit } = self;
        let mut stdout = io::stdout().lock();
        if let Err(error) = stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush())
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            complaint.push_str(&format_args!("The answer could not be written: {error}.").to_string());
            exit = exit.max(Exit::Errors);
        }
        if !complaint.is_empty() {
            if !complaint.ends_with('\n') {
                complaint.push('\n');
            }
            // Nobody is there to read it: nothing else to be done.
            drop(io::stderr().lock().write_all(complaint.as_bytes()));
        }
        ExitCode::from(exit as u8)
    }
}
