//! The one thing xdotool cannot do without a window manager: press a window's own close button.
//!
//! What the button sends is a client message `WM_PROTOCOLS` with `WM_DELETE_WINDOW`; it is written here byte by byte, as
//! the X protocol has it.

use std::io::{self, Read as _, Write as _};
use std::os::unix::net::UnixStream;

const LITTLE_ENDIAN: u8 = b'l';
const INTERN_ATOM: u8 = 16;
const SEND_EVENT: u8 = 25;
const CLIENT_MESSAGE: u8 = 33;

/// Asks a window on a display such as `:7` to close.
pub(crate) fn ask_to_close(display: &str, window: u32) -> io::Result<()> {
    let mut server = UnixStream::connect(format!("/tmp/.X11-unix/X{}", display.trim_start_matches(':')))?;
    greet(&mut server)?;
    let protocols = atom(&mut server, "WM_PROTOCOLS")?;
    let delete = atom(&mut server, "WM_DELETE_WINDOW")?;
    let mut request = vec![SEND_EVENT, 0, 11, 0];
    request.extend(window.to_le_bytes());
    // To whoever made the window.
    request.extend(0_u32.to_le_bytes());
    request.extend([CLIENT_MESSAGE, 32, 0, 0]);
    for word in [window, protocols, delete, 0, 0, 0, 0] {
        request.extend(word.to_le_bytes());
    }
    server.write_all(&request)?;
    // An answer to what comes after it means that it has arrived – or that the window is gone already, which is as well.
    ask(&mut server, "WM_STATE").map(drop)
}

fn greet(server: &mut UnixStream) -> io::Result<()> {
    let version_eleven = [LITTLE_ENDIAN, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    server.write_all(&version_eleven)?;
    let mut head = [0; 8];
    server.read_exact(&mut head)?;
    assert_eq!(head[0], 1, "the display refuses");
    let words = u16::from_le_bytes([head[6], head[7]]);
    let mut rest = vec![0; usize::from(words) * 4];
    server.read_exact(&mut rest)
}

fn atom(server: &mut UnixStream, name: &str) -> io::Result<u32> {
    let reply = ask(server, name)?;
    assert_eq!(reply[0], 1, "the display does not know {name}");
    Ok(u32::from_le_bytes([reply[8], reply[9], reply[10], reply[11]]))
}

/// Asks for an atom and reads what comes first: the reply, or an error about an earlier request.
fn ask(server: &mut UnixStream, name: &str) -> io::Result<[u8; 32]> {
    let padded = name.len().next_multiple_of(4);
    let words = u16::try_from(2 + padded / 4).expect("it is short");
    let length = u16::try_from(name.len()).expect("it is short");
    let mut request = vec![INTERN_ATOM, 0];
    request.extend(words.to_le_bytes());
    request.extend(length.to_le_bytes());
    request.extend([0, 0]);
    request.extend(name.as_bytes());
    request.resize(8 + padded, 0);
    server.write_all(&request)?;
    let mut reply = [0; 32];
    server.read_exact(&mut reply)?;
    Ok(reply)
}
