//! Where a plan should stand: nothing at all, something that is no file, a file of an odd name.

use std::fs;

use super::{Hostile, UNREADABLE};
use crate::backline::leoni;

#[test]
fn a_folder_instead_of_a_file() {
    let hostile = Hostile::nothing();
    fs::create_dir(&hostile.path).expect("it can be made");
    hostile.refused(UNREADABLE, &["folder"]);
}

#[test]
fn a_file_that_is_not_there() {
    Hostile::nothing().check(UNREADABLE);
    Hostile::called("no-such-folder/plan.json").check(UNREADABLE);
    Hostile::called("x".repeat(300)).check(UNREADABLE);
}

#[test]
fn a_path_with_spaces_accents_and_quotes() {
    for name in ["my plan.json", "plan Guéhi – Éder.json", "-plan.json", "it's \"mine\".json", "方案.json"]
    {
        let hostile = Hostile::called(name);
        fs::write(&hostile.path, leoni()).expect("it can be written");
        hostile.check(0);
    }
}

#[cfg(unix)]
mod unix {
    //! What only a Unix file system can hold.

    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::{Hostile, UNREADABLE};
    use crate::backline::{Backline, leoni, sample};

    #[test]
    fn links_to_nothing_and_in_circles() {
        let dangling = Hostile::nothing();
        symlink(dangling.folder.path().join("gone.json"), &dangling.path).expect("it can be made");
        dangling.check(UNREADABLE);
        let circle = Hostile::nothing();
        symlink(&circle.path, &circle.path).expect("it can be made");
        circle.check(UNREADABLE);
    }

    #[test]
    fn a_link_to_a_plan_is_a_plan() {
        let link = Hostile::nothing();
        symlink(sample("liverpool-2025-26-leoni.json"), &link.path).expect("it can be made");
        link.check(0);
    }

    #[test]
    fn a_socket_and_a_device_are_no_files() {
        let socket = Hostile::nothing();
        let listening = UnixListener::bind(&socket.path).expect("it can be made");
        socket.check(UNREADABLE);
        drop(listening);
        Backline::new().args(["check", "/dev/null"]).run().code(UNREADABLE).in_words();
        Backline::new().args(["check", "/dev/zero"]).run().code(UNREADABLE).in_words();
    }

    #[test]
    fn a_pipe_nobody_writes_to_does_not_hang() {
        let pipe = Hostile::nothing();
        let made = std::process::Command::new("mkfifo").arg(&pipe.path).status().expect("mkfifo is there");
        assert!(made.success());
        pipe.check(UNREADABLE);
    }

    #[test]
    fn a_name_that_is_not_utf_8() {
        let hostile = Hostile::called(OsStr::from_bytes(b"plan-\xff\xfe.json"));
        fs::write(&hostile.path, leoni()).expect("it can be written");
        let answer = Backline::new().arg("check").arg(&hostile.path).run();
        answer.code(0).in_words();
        assert!(hostile.path.exists());
    }
}
