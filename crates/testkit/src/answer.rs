//! An answer of HTTP, off a connection that is not used again.

use std::io::{self, ErrorKind, Read};

/// The bytes of one answer: as many as its `Content-Length` says, or else all until the other side
/// closes.
///
/// Waiting for the close would be waiting for nothing: a service that refuses a request before it
/// has read the body keeps the connection for a second, so that the answer is not lost.
///
/// # Errors
///
/// What reading fails with before the answer is there. A reset is a close: who refuses a body may
/// have stopped reading.
pub fn read(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 16 * 1024];
    while !is_whole(&bytes) {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => bytes.extend_from_slice(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
            Err(error) => return Err(error),
        }
    }
    Ok(bytes)
}

/// Whether a head and the body whose length it gives are there.
fn is_whole(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
        return false;
    };
    let length = String::from_utf8_lossy(&bytes[..end]).lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    length.is_some_and(|length| bytes.len() - end - 4 >= length)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::read;

    #[test]
    fn an_answer_ends_where_it_says_or_where_the_connection_does() {
        let told = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok".as_slice();
        let mut open = told.chain(std::io::repeat(b'x').take(1 << 20));
        assert_eq!(read(&mut open).expect("all of it")[..told.len()], *told);
        let mut rest = Vec::new();
        open.read_to_end(&mut rest).expect("all of it");
        assert!(!rest.is_empty(), "nothing after the answer is waited for");

        let untold = b"HTTP/1.1 200 OK\r\n\r\nall of it".as_slice();
        assert_eq!(read(&mut { untold }).expect("all of it"), untold);
    }
}
