//! The `backline` program: everything happens in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    backline::cli::main()
}
