//! A path in a JSON file, whatever bytes it is made of.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A path in JSON: a text where it is UTF-8, else its bytes (off Unix, where paths have none, the nearest text).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum StoredPath {
    Text(String),
    Bytes { bytes: Vec<u8> },
}

impl StoredPath {
    /// The path as it is written down.
    pub(crate) fn of(path: &Path) -> Self {
        match path.to_str() {
            Some(text) => Self::Text(text.to_owned()),
            #[cfg(unix)]
            None => {
                use std::os::unix::ffi::OsStrExt as _;
                Self::Bytes { bytes: path.as_os_str().as_bytes().to_vec() }
            }
            #[cfg(not(unix))]
            None => Self::Text(path.to_string_lossy().into_owned()),
        }
    }

    /// The path that was written down.
    pub(crate) fn into_path(self) -> PathBuf {
        match self {
            Self::Text(text) => PathBuf::from(text),
            #[cfg(unix)]
            Self::Bytes { bytes } => {
                use std::os::unix::ffi::OsStringExt as _;
                PathBuf::from(std::ffi::OsString::from_vec(bytes))
            }
            #[cfg(not(unix))]
            Self::Bytes { bytes } => PathBuf::from(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }
}
