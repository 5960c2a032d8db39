//! What a file held, in sixteen bytes: enough to notice that someone else has changed it.

/// The length and a hash of a file's bytes.
///
/// Limitations: the hash (FNV-1a, 64 bits) notices accidents and other programs, not an attacker who looks for
/// two files of one hash.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_byte_changes_it() {
        assert_eq!(Fingerprint::of(b"plan"), Fingerprint::of(b"plan"));
        assert_ne!(Fingerprint::of(b"plan"), Fingerprint::of(b"plam"));
        assert_ne!(Fingerprint::of(b""), Fingerprint::of(b"\0"));
        assert_eq!(Fingerprint::of(b"a").hash, 0xaf63_dc4c_8601_ec8c, "the published value of FNV-1a");
    }
}
