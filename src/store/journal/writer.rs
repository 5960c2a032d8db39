//! Appends lines to a file so that it ends with a whole line, whatever the disk says.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use super::line::{self, Said};

/// Where lines are written: a file, or what a test puts in its place.
pub(super) trait Medium: Write + Seek {
    /// Forgets everything behind the first `length` bytes.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

impl Medium for File {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }
}

/// A growing list of whole lines.
#[derive(Debug)]
pub(super) struct Lines<M> {
    medium: M,
    /// The number of the next line.
    next: u64,
    /// Length of the whole lines, bytes.
    length: u64,
    /// What stands behind them could not be taken away.
    sick: bool,
}

impl<M: Medium> Lines<M> {
    /// Goes on after `length` bytes, which hold the lines before number `next`.
    ///
    /// # Errors
    /// The medium's own.
    pub(super) fn after(mut medium: M, next: u64, length: u64) -> io::Result<Self> {
        medium.seek(SeekFrom::Start(length))?;
        Ok(Self { medium, next, length, sick: false })
    }

    /// Length of the file, bytes.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The number of the next line.
    pub(super) fn next(&self) -> u64 {
        self.next
    }

    /// Nothing more can be appended here.
    pub(super) fn is_sick(&self) -> bool {
        self.sick
    }

    pub(super) fn medium(&self) -> &M {
        &self.medium
    }

    /// Appends all of these or none.
    ///
    /// # Errors
    /// Why nothing was appended.
    pub(super) fn append(&mut self, said: &[Said<'_>]) -> io::Result<()> {
        if self.sick {
            return Err(io::Error::other("an earlier change could only be written in part"));
        }
        let mut bytes = Vec::new();
        let mut next = self.next;
        for said in said {
            bytes.extend(line::written(next, *said)?);
            next += 1;
        }
        self.append_written(&bytes, next)
    }

    /// Appends lines that were written out before, up to number `next`; all or none.
    ///
    /// # Errors
    /// Why nothing was appended.
    pub(super) fn append_written(&mut self, bytes: &[u8], next: u64) -> io::Result<()> {
        if let Err(error) = self.medium.write_all(bytes).and_then(|()| self.medium.flush()) {
            let length = self.length;
            let back = self.medium.cut(length).and_then(|()| self.medium.seek(SeekFrom::Start(length)));
            self.sick = back.is_err();
            return Err(error);
        }
        self.next = next;
        self.length += bytes.len() as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A disk with so much room and no more.
    #[derive(Debug)]
    struct Disk {
        bytes: Cursor<Vec<u8>>,
        room: usize,
        can_cut: bool,
    }

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let room = self.room.saturating_sub(self.bytes.position() as usize);
            if room == 0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.bytes.write(&bytes[..bytes.len().min(room)])
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Disk {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.bytes.seek(to)
        }
    }

    impl Medium for Disk {
        fn cut(&mut self, length: u64) -> io::Result<()> {
            if !self.can_cut {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.bytes.get_mut().truncate(length as usize);
            Ok(())
        }
    }

    fn disk(room: usize, can_cut: bool) -> Disk {
        Disk { bytes: Cursor::new(Vec::new()), room, can_cut }
    }

    #[test]
    fn a_full_disk_leaves_whole_lines_and_the_next_one_fits_when_there_is_room_again() {
        for room in 0..120 {
            let mut lines = Lines::after(disk(room, true), 0, 0).unwrap();
            let written = (0..4).take_while(|_| lines.append(&[Said::Undo]).is_ok()).count();
            assert_eq!(lines.medium.bytes.get_ref().len() as u64, lines.length(), "room for {room}");
            lines.medium.room = 1_000;
            lines.append(&[Said::Redo, Said::Undo]).unwrap();
            let text = String::from_utf8(lines.medium.bytes.into_inner()).unwrap();
            assert_eq!(text.lines().count(), written + 2);
            for (number, line) in text.lines().enumerate() {
                assert!(line::read(line.as_bytes(), number as u64).is_ok(), "{text}");
            }
        }
    }

    #[test]
    fn what_cannot_be_taken_back_ends_the_list() {
        let mut lines = Lines::after(disk(50, false), 0, 0).unwrap();
        lines.append(&[Said::Undo]).unwrap();
        assert!(lines.append(&[Said::Undo]).is_err() && lines.is_sick());
        lines.medium.room = 1_000;
        assert!(lines.append(&[Said::Undo]).is_err());
    }
}
