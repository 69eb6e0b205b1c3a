//! One keep-alive connection that sends prepared bytes and reads answers, cheaply enough that
//! the server and not the client is what is measured.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection to a server on this machine.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The status line and the header lines, with the empty line after them.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

/// What was read before the body was complete.
struct Head {
    status: u16,
    length: usize,
    body_at: usize,
    filled: usize,
}

/// Large enough for most answers to arrive in few reads.
const BUFFER: usize = 256 * 1024;

impl Connection {
    /// Connects.
    ///
    /// # Errors
    ///
    /// When nobody listens there.
    pub async fn open(address: SocketAddr) -> io::Result<Connection> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: vec![0; BUFFER] })
    }

    /// Sends `request`, reads the answer to its end and keeps only its status.
    ///
    /// # Errors
    ///
    /// When the connection breaks before the end of the answer. It is of no use afterwards.
    pub async fn exchange(&mut self, request: &[u8]) -> io::Result<u16> {
        self.stream.write_all(request).await?;
        let head = self.read_head().await?;
        let mut missing = (head.body_at + head.length).saturating_sub(head.filled);
        while missing > 0 {
            let room = missing.min(BUFFER);
            missing -= self.read(0, room).await?;
        }
        Ok(head.status)
    }

    /// Sends `request` and keeps the whole answer.
    ///
    /// # Errors
    ///
    /// As [`Connection::exchange`].
    pub async fn fetch(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        let head = self.read_head().await?;
        let text = String::from_utf8_lossy(&self.buffer[..head.body_at]).into_owned();
        let mut body = self.buffer[head.body_at..head.filled].to_vec();
        while body.len() < head.length {
            let room = (head.length - body.len()).min(BUFFER);
            let read = self.read(0, room).await?;
            body.extend_from_slice(&self.buffer[..read]);
        }
        Ok(Answer { status: head.status, head: text, body })
    }

    async fn read_head(&mut self) -> io::Result<Head> {
        let mut filled = 0;
        loop {
            filled += self.read(filled, BUFFER).await?;
            if let Some(end) =
                self.buffer[..filled].windows(4).position(|bytes| bytes == b"\r\n\r\n")
            {
                let head = &self.buffer[..end];
                let status = head
                    .get(9..12)
                    .and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
                return Ok(Head {
                    status: status.ok_or_else(|| broken("no status line"))?,
                    // An answer without a length has no body here: 204 and 304.
                    length: header(head, b"content-length").unwrap_or(0),
                    body_at: end + 4,
                    filled,
                });
            }
            if filled == BUFFER {
                return Err(broken("a head without an end"));
            }
        }
    }

    async fn read(&mut self, from: usize, to: usize) -> io::Result<usize> {
        match self.stream.read(&mut self.buffer[from..to]).await? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            read => Ok(read),
        }
    }
}

/// A number in a header.
fn header(head: &[u8], name: &[u8]) -> Option<usize> {
    head.split(|byte| *byte == b'\n').find_map(|line| {
        let (found, value) = line.split_at_checked(name.len())?;
        let value = value.strip_prefix(b":")?;
        found
            .eq_ignore_ascii_case(name)
            .then(|| std::str::from_utf8(value).ok()?.trim().parse().ok())?
    })
}

fn broken(message: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, message)
}

/// The bytes of a GET with `headers`, each a line without its end.
pub fn get(path: &str, headers: &[&str]) -> Vec<u8> {
    let mut text = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n");
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    text.into_bytes()
}

/// Writes the bytes of a POST of JSON into `request`, replacing what it held.
pub fn post(request: &mut Vec<u8>, path: &str, token: Option<&str>, body: &[u8]) {
    request.clear();
    for part in
        ["POST ", path, " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"]
    {
        request.extend_from_slice(part.as_bytes());
    }
    if let Some(token) = token {
        request.extend_from_slice(format!("Authorization: Bearer {token}\r\n").as_bytes());
    }
    request.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    request.extend_from_slice(body);
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_length_is_found_in_any_case() {
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\nx: y";
        assert_eq!(header(head, b"content-length"), Some(12));
        assert_eq!(header(b"HTTP/1.1 304 Not Modified", b"content-length"), None);
    }
}
