//! From bytes to text: packing and encodings.

use std::io::Read as _;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use flate2::read::MultiGzDecoder;

use super::MAX_TEXT_BYTES;
use super::error::ImportReason;
use super::progress::{Reporter, Stage, Watch};

/// How much is unpacked between two words to the watcher.
const CHUNK: usize = 256 * 1024;

/// Text, and what it was before.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text {
    pub(super) decoded: String,
    /// `UTF-8`, `UTF-16`, `Windows-1252`.
    pub(super) encoding: &'static str,
    /// It was packed with gzip.
    pub(super) packed: bool,
    /// Nothing in the file says its encoding: this one fits.
    pub(super) guessed: bool,
}

/// Unpacks and decodes a file.
pub(super) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Text, ImportReason> {
    let packed = bytes.starts_with(&[0x1f, 0x8b]);
    let unpacked;
    let bytes = if packed {
        unpacked = unpack(bytes, watch)?;
        unpacked.as_slice()
    } else {
        bytes
    };
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(ImportReason::TooBig { unpacked: packed });
    }
    Reporter::new(watch, Stage::Text, bytes.len(), CHUNK).at(bytes.len())?;
    no_other_kind_of_file(bytes)?;
    let (encoding, guessed) = encoding_of(bytes);
    let (text, _, _) = encoding.decode(bytes);
    let text = text.into_owned();
    let text = if encoding == UTF_8 { strip_mark(text) } else { text };
    if let Some(offset) = text.find('\0') {
        let before = text.get(..offset).unwrap_or_default();
        return Err(ImportReason::Nul { line: before.matches('\n').count() + 1, offset });
    }
    if text.trim().is_empty() {
        return Err(ImportReason::Empty);
    }
    let encoding = match encoding {
        e if e == UTF_8 => "UTF-8",
        e if e == UTF_16LE || e == UTF_16BE => "UTF-16",
        e if e == WINDOWS_1252 => "Windows-1252",
        other => other.name(),
    };
    Ok(Text { decoded: text, encoding, packed, guessed })
}

fn strip_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// No more than the limit, however much is packed in how little.
fn unpack(bytes: &[u8], watch: Watch<'_>) -> Result<Vec<u8>, ImportReason> {
    let mut reporter = Reporter::new(watch, Stage::Text, 0, CHUNK);
    let mut unpacked = Vec::new();
    let mut decoder = MultiGzDecoder::new(bytes);
    loop {
        reporter.at(unpacked.len())?;
        let took = decoder.by_ref().take(CHUNK as u64).read_to_end(&mut unpacked);
        let unpacked_bytes = unpacked.len();
        match took {
            Ok(0) => return Ok(unpacked),
            Ok(_) if unpacked_bytes > MAX_TEXT_BYTES => return Err(ImportReason::TooBig { unpacked: true }),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                return Err(ImportReason::Packing { unpacked_bytes, what: "it ends too early".to_owned() });
            }
            Err(error) => return Err(ImportReason::Packing { unpacked_bytes, what: error.to_string() }),
        }
    }
}

/// Files that people drop by mistake, known by how they begin.
fn no_other_kind_of_file(bytes: &[u8]) -> Result<(), ImportReason> {
    const AS_CSV: &str = "Save the sheet as CSV (UTF-8), or copy the cells and paste them.";
    const AS_TEXT: &str = "Copy the table and paste it, or export it as CSV.";
    let known: [(&[u8], &str, &str); 9] = [
        (b"PK\x03\x04", "an Excel workbook or a zip archive", AS_CSV),
        (b"\xd0\xcf\x11\xe0", "an old Excel workbook", AS_CSV),
        (b"%PDF", "a PDF", AS_TEXT),
        (b"\x89PNG", "a picture", AS_TEXT),
        (b"\xff\xd8\xff", "a picture", AS_TEXT),
        (b"GIF8", "a picture", AS_TEXT),
        (b"BZh", "packed with bzip2", "Unpack it first; gzip is read as it is."),
        (b"\xfd7zXZ", "packed with xz", "Unpack it first; gzip is read as it is."),
        (b"7z\xbc\xaf", "packed with 7-Zip", "Unpack it first; gzip is read as it is."),
    ];
    match known.iter().find(|(head, ..)| bytes.starts_with(head)) {
        Some((_, what, remedy)) => Err(ImportReason::NotATable { what, remedy }),
        None => Ok(()),
    }
}

/// The encoding: by its mark, by where zeros stand, by being UTF-8, by what the page says, else Windows-1252.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if let Some(encoding) = wide(bytes) {
        return (encoding, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    let mostly_utf8 = damaged_utf8(bytes);
    match declared(bytes) {
        Some(encoding) if encoding != UTF_8 => (encoding, false),
        _ if mostly_utf8 => (UTF_8, true),
        _ => (WINDOWS_1252, true),
    }
}

/// UTF-16 without a mark: in a table nearly every second byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096))?;
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    if half < 2 {
        None
    } else if odd * 10 > half * 6 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 6 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 with a torn character here and there: sequences that are right outnumber those that are wrong by far.
fn damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 20 * bad
}

/// The encoding that a page names for itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048))?).to_lowercase();
    let after = head.split_once("charset=")?.1.trim_start_matches(['"', '\'']);
    let label: String =
        after.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::ops::ControlFlow;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;
    use crate::store::import::unwatched;

    const TEXT: &str = "Name;Club\nJosé Ñandú;1. FC Köln\n";

    fn of(bytes: &[u8]) -> Result<Text, ImportReason> {
        decode(bytes, &unwatched)
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn wide(order: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(TEXT.encode_utf16()).flat_map(order).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let latin: Vec<u8> = TEXT.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), "UTF-8"),
            (wide(u16::to_le_bytes, true), "UTF-16"),
            (wide(u16::to_be_bytes, true), "UTF-16"),
            (wide(u16::to_le_bytes, false), "UTF-16"),
            (wide(u16::to_be_bytes, false), "UTF-16"),
            (latin, "Windows-1252"),
            (packed(TEXT.as_bytes()), "UTF-8"),
        ] {
            let text = of(&bytes).unwrap();
            assert_eq!((text.decoded.as_str(), text.encoding), (TEXT, encoding));
        }
    }

    #[test]
    fn a_torn_character_does_not_turn_all_others_into_rubbish() {
        let mut bytes = "é,".repeat(100).into_bytes();
        bytes.push(0xc3);
        assert!(of(&bytes).unwrap().decoded.starts_with("é,é,"));
    }

    #[test]
    fn broken_packing_and_bombs_are_answered_in_a_sentence() {
        let whole = packed(TEXT.repeat(1000).as_bytes());
        let error = of(&whole[..whole.len() / 2]).unwrap_err().to_string();
        assert!(error.contains("ends too early") && error.contains("again"), "{error}");

        let mut wrong = whole.clone();
        let last = wrong.len() - 5;
        wrong[last] ^= 0xff;
        assert!(matches!(of(&wrong), Err(ImportReason::Packing { .. })));

        let bomb = packed(&vec![b'a'; MAX_TEXT_BYTES + CHUNK]);
        assert!(bomb.len() < 1024 * 1024);
        let error = of(&bomb).unwrap_err();
        assert!(matches!(error, ImportReason::TooBig { unpacked: true }));
        assert!(error.to_string().contains("unpacked"), "{error}");
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, word) in [
            (&b"PK\x03\x04rest"[..], "Excel"),
            (b"%PDF-1.7", "PDF"),
            (b"", "nothing"),
            (b" \r\n\t", "nothing"),
            (b"a,b\nc\0,d\n", "Line 2"),
        ] {
            let error = of(bytes).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn unpacking_can_be_stopped() {
        let bomb = packed(&vec![b'a'; 4 * CHUNK]);
        let stopped = decode(&bomb, &|progress| {
            if progress.done > CHUNK { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(ImportReason::Cancelled(_))));
    }
}
