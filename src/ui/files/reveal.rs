//! Showing a written file where it lies, in the desktop's own file manager.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// Opens the folder of a file. The program does not wait for what it started.
///
/// # Errors
/// Why nothing could be started, in a sentence that says where the file is.
pub fn reveal(file: &Path) -> Result<(), String> {
    let start = || -> io::Result<()> {
        let mut child = opener(file.parent().unwrap_or(file)).spawn()?;
        // Somebody has to hear that it ended; how it did is nobody's concern.
        thread::Builder::new().spawn(move || drop(child.wait())).map(drop)
    };
    start()
        .map_err(|error| format!("The folder could not be shown ({error}). The file is {}.", file.display()))
}

fn opener(folder: &Path) -> Command {
    let program = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program);
    command.arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_one_argument_whatever_its_name() {
        let command = opener(Path::new("/plans/a b; c"));
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["/plans/a b; c"]);
    }
}
