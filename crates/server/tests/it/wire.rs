//! HTTP by hand: a request goes out byte for byte as it is written in the test, and its answer
//! is kept byte for byte as it came.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longer than anything here may take, so that a hang is a failure and not a night.
const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody who calls a service, over a new connection each time.
#[derive(Clone, Copy)]
pub(crate) struct Caller {
    pub(crate) address: SocketAddr,
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Caller {
    pub(crate) fn get(self, path: &str) -> Answer {
        self.request("GET", path, &[], b"")
    }

    pub(crate) fn get_with(self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.request("GET", path, headers, b"")
    }

    pub(crate) fn post_json(self, path: &str, body: &str) -> Answer {
        self.request("POST", path, &[("Content-Type", "application/json")], body.as_bytes())
    }

    pub(crate) fn request(
        self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        self.send(&[request.as_bytes(), body].concat())
    }

    /// Sends `bytes` and takes the answer.
    pub(crate) fn send(self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The service may answer and close before it has read everything.
        let _ = stream.write_all(bytes);
        Answer::parse(&testkit::answer::read(&mut stream).expect("an answer in time"))
    }

    pub(crate) fn connect(self) -> TcpStream {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }
}

impl Answer {
    /// Reads to the end of the connection.
    pub(crate) fn read(stream: &mut TcpStream) -> Answer {
        let mut bytes = Vec::new();
        let ended = stream.read_to_end(&mut bytes);
        assert!(!bytes.is_empty(), "no answer: {ended:?}");
        Answer::parse(&bytes)
    }

    /// Every answer that any test looks at is checked for headers that come twice.
    pub(crate) fn parse(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a whole head");
        let head = std::str::from_utf8(&bytes[..end]).expect("a readable head");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
        let headers: Vec<(String, String)> = lines
            .map(|line| line.split_once(": ").expect("a header"))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        for (at, (name, _)) in headers.iter().enumerate() {
            assert!(
                headers[..at].iter().all(|(earlier, _)| earlier != name),
                "{name} comes twice in:\n{head}"
            );
        }
        Answer {
            status: status.parse().expect("a status"),
            headers,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a body in UTF-8")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }
}
