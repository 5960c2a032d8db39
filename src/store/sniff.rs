//! What a file seems to be, by its first bytes.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// How much of a file is looked at.
const LOOKED_AT: u64 = 256;

/// The file begins as JSON does: it may be a plan or a season of fixtures, but no table.
#[must_use]
pub fn looks_like_json(path: &Path) -> bool {
    let mut begin = Vec::new();
    let is_file = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    // Nothing readable is left to whoever opens it, and says why it cannot.
    if !is_file || File::open(path).and_then(|file| file.take(LOOKED_AT).read_to_end(&mut begin)).is_err() {
        return true;
    }
    let begin = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&begin);
    begin.trim_ascii_start().first().is_none_or(|first| matches!(first, b'{' | b'['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_from_tables_by_its_first_letter() {
        let folder = tempfile::tempdir().unwrap();
        for (bytes, json) in [
            (&b" \n{\"format\": 1}"[..], true),
            (b"\xef\xbb\xbf{}", true),
            (b"", true),
            (b"name,club\n", false),
            (b"<table>", false),
            (b"\x1f\x8b\x08", false),
            (b"\xff\xfen\0", false),
        ] {
            let path = folder.path().join("file");
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(looks_like_json(&path), json, "{bytes:?}");
        }
        assert!(looks_like_json(folder.path()), "a folder is left to whoever opens it");
    }
}
