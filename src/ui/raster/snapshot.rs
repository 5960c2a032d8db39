//! Comparing a picture with the one kept from an earlier day.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{Difference, Image};

/// Why a picture is not the one that was kept.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// It looks different; what it looks like now lies beside the kept picture.
    #[error("the picture {difference}; compare {} with {}", actual.display(), expected.display())]
    Different {
        /// How they differ.
        difference: Difference,
        /// Where the kept picture is.
        expected: PathBuf,
        /// Where the new picture was written.
        actual: PathBuf,
    },
    /// No picture was kept yet; what it looks like now lies where it would be.
    #[error("no picture was kept yet as {}; look at {}", expected.display(), actual.display())]
    Missing {
        /// Where the kept picture would be.
        expected: PathBuf,
        /// Where the new picture was written.
        actual: PathBuf,
    },
    /// The kept picture cannot be read as a picture.
    #[error("cannot read the kept picture: {reason}: {}", path.display())]
    Unreadable {
        /// What is wrong with it.
        reason: png::DecodingError,
        /// Which file.
        path: PathBuf,
    },
    /// A file cannot be read or written.
    #[error("{reason}: {}", path.display())]
    File {
        /// What the system says.
        reason: io::Error,
        /// Which file.
        path: PathBuf,
    },
    /// The new picture cannot be encoded.
    #[error("cannot encode the picture: {0}")]
    Encode(#[from] png::EncodingError),
}

/// What to do about a picture that is new or different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Report it.
    Old,
    /// Keep it from now on.
    New,
}

impl Image {
    /// Compares this picture, pixel by pixel, with the PNG file `expected`.
    ///
    /// A picture that differs is written beside it, as `NAME.actual.png`; one that is right removes that file.
    ///
    /// # Errors
    ///
    /// If the pictures differ or there is none to compare with (unless `keep` says to keep the new one), or if a
    /// file cannot be read or written.
    pub fn check_against(&self, expected: &Path, keep: Keep) -> Result<(), SnapshotError> {
        let actual = expected.with_extension("actual.png");
        let kept = match fs::read(expected) {
            Ok(bytes) => Some(bytes),
            Err(reason) if reason.kind() == io::ErrorKind::NotFound => None,
            Err(reason) => return Err(SnapshotError::File { reason, path: expected.to_owned() }),
        };
        let verdict = match kept.as_deref().map(Self::from_png) {
            Some(Ok(kept)) => match self.difference(&kept) {
                None => {
                    remove_if_there(&actual)?;
                    return Ok(());
                }
                Some(difference) => SnapshotError::Different {
                    difference,
                    expected: expected.to_owned(),
                    actual: actual.clone(),
                },
            },
            Some(Err(reason)) => SnapshotError::Unreadable { reason, path: expected.to_owned() },
            None => SnapshotError::Missing { expected: expected.to_owned(), actual: actual.clone() },
        };
        match keep {
            Keep::Old => {
                write(&actual, &self.to_png()?)?;
                Err(verdict)
            }
            Keep::New => {
                write(expected, &self.to_png()?)?;
                remove_if_there(&actual)
            }
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), SnapshotError> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, bytes))
        .map_err(|reason| SnapshotError::File { reason, path: path.to_owned() })
}

fn remove_if_there(path: &Path) -> Result<(), SnapshotError> {
    match fs::remove_file(path) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => {
            Err(SnapshotError::File { reason, path: path.to_owned() })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(level: u8) -> Image {
        Image { width: 2, height: 1, rgba: vec![level; 8] }
    }

    #[test]
    fn a_changed_picture_is_reported_and_laid_beside_the_kept_one() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("pictures/board.png");
        let actual = folder.path().join("pictures/board.actual.png");

        assert!(matches!(grey(1).check_against(&kept, Keep::Old), Err(SnapshotError::Missing { .. })));
        assert!(actual.exists());
        grey(1).check_against(&kept, Keep::New).unwrap();
        assert!(!actual.exists());
        grey(1).check_against(&kept, Keep::Old).unwrap();

        let error = grey(2).check_against(&kept, Keep::Old).unwrap_err();
        assert!(error.to_string().contains("differs in 2 pixels"), "{error}");
        assert_eq!(Image::from_png(&fs::read(&actual).unwrap()).unwrap(), grey(2));
        assert_eq!(Image::from_png(&fs::read(&kept).unwrap()).unwrap(), grey(1));
    }

    #[test]
    fn a_kept_file_that_is_no_picture_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("board.png");
        fs::write(&kept, "no picture").unwrap();
        let error = grey(1).check_against(&kept, Keep::Old).unwrap_err();
        assert!(error.to_string().ends_with("board.png"), "{error}");
    }
}
