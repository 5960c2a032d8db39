//! Words: what the program answers on the command line, and the way into its window.
//!
//! Every answer goes to standard output, every complaint to standard error, and the exit code says which it was:
//! 0 fine, 1 errors in a plan, 2 something could not be read or was asked wrongly, 3 no window here.

mod answer;
mod check;
mod chosen;
mod compare;
mod cover;
mod import;
mod merge;
mod picture;
mod schema;
mod soak;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use answer::Exit;
pub use picture::{PictureRequest, PictureTheme, PictureView};

const EXAMPLES: &str = "\
Examples:
  backline                                          open the window, with the plan that was open last
  backline saves/liverpool-2025-26-leoni.json       open a plan
  backline check my-plan.json                       look for mistakes in a plan
  backline cover my-plan.json --to 2026-05-31       how well each day is covered
  backline import players.csv --club Liverpool -o my-plan.json
                                                    a plan of one's own from a list of players
  backline compare my-plan.json                     what more a scenario costs, and what more it covers
  backline picture my-plan.json --view board -o board.png
  backline merge base.json mine.json theirs.json -o my-plan.json

Exit codes:
  0  fine; a plan that was checked has no errors
  1  a plan has errors in it, a merge has conflicts, or a picture could not be made
  2  a file cannot be read, or the command was not understood
  3  there is no window here";

/// Squad planner for football: depth charts that know the date, rumours with their source, futures side by side.
///
/// Without a subcommand it opens its window. The subcommands work without one.
#[derive(Debug, Parser)]
#[command(name = "backline", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    /// The plan to open; left out, the one that was open last.
    file: Option<PathBuf>,

    /// Say on standard error what goes on, in more detail than the log does.
    #[arg(long)]
    verbose: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Compare(compare::Compare),
    Cover(cover::Cover),
    Import(import::Import),
    Merge(merge::Merge),
    Picture(picture::Picture),
    Schema(schema::Schema),
    #[command(hide = true)]
    Soak(soak::Soak),
}

/// Does what the command line asks, and says how it went.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(message) => {
            let code = u8::try_from(message.exit_code()).unwrap_or(2);
            // Nobody is there to read it: nothing else to be done.
            drop(message.print());
            return ExitCode::from(code);
        }
    };
    let answer = match arguments.command {
        Some(Command::Check(check)) => check.answer(),
        Some(Command::Compare(compare)) => compare.answer(),
        Some(Command::Cover(cover)) => cover.answer(),
        Some(Command::Import(import)) => import.answer(),
        Some(Command::Merge(merge)) => merge.answer(),
        Some(Command::Picture(picture)) => picture.answer(),
        Some(Command::Schema(schema)) => schema.answer(),
        Some(Command::Soak(soak)) => soak.answer(),
        None => window::open(arguments.file, arguments.verbose),
    };
    answer.give()
}

/// The help, for when there is nothing else to show.
#[cfg(not(feature = "ui"))]
fn help() -> String {
    <Arguments as clap::CommandFactory>::command().render_help().to_string()
}

/// Without what would command a terminal: control characters, and those that turn the direction of writing.
fn plain(text: &str) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if (c.is_control() && c != '\n') || turns(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_put_together_as_clap_wants_it() {
        <Arguments as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn a_file_alone_opens_the_window() {
        let arguments = Arguments::try_parse_from(["backline", "plan.json"]).unwrap();
        assert!(arguments.command.is_none());
        assert_eq!(arguments.file, Some(PathBuf::from("plan.json")));
    }

    #[test]
    fn a_name_cannot_command_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\u{202e}c\nd"), "a\u{fffd}[2Jb\u{fffd}c\nd");
    }
}
