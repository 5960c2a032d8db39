//! What a file held, in sixteen bytes: enough to notice that someone else has changed it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The length and a hash of a file's bytes.
///
/// Limitations: the hash (FNV-1a, 64 bits) notices accidents and other programs, not an attacker who looks for
/// two files of one hash.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fingerprint {
    length: u64,
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of these bytes; the same on every machine.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self { length: bytes.len() as u64, hash }
    }

    /// The length of the file in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", self.length, self.hash)
    }
}

impl FromStr for Fingerprint {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a fingerprint is a length and a hash";
        let (length, hash) = text.split_once('-').ok_or(wrong)?;
        Ok(Self {
            length: length.parse().map_err(|_| wrong)?,
            hash: u64::from_str_radix(hash, 16).map_err(|_| wrong)?,
        })
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_can_be_written_down() {
        let known = Fingerprint::of(b"plan");
        assert_eq!(known.to_string().parse(), Ok(known));
        assert!("4".parse::<Fingerprint>().is_err() && "4-x".parse::<Fingerprint>().is_err());
    }

    #[test]
    fn one_changed_byte_changes_it() {
        assert_eq!(Fingerprint::of(b"plan"), Fingerprint::of(b"plan"));
        assert_ne!(Fingerprint::of(b"plan"), Fingerprint::of(b"plam"));
        assert_ne!(Fingerprint::of(b""), Fingerprint::of(b"\0"));
        assert_eq!(Fingerprint::of(b"a").hash, 0xaf63_dc4c_8601_ec8c, "the published value of FNV-1a");
    }
}
