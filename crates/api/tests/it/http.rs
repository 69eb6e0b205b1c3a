//! HTTP/1.1 over a socket, byte by byte: what libraries would tidy up reaches the service.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Longest wait for an answer. Whatever takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request to be sent on a connection of its own.
#[derive(Clone)]
pub(crate) struct Request {
    address: SocketAddr,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    mark: String,
}

/// The word that marks what may be nowhere but in the database. See [`Request::marked`].
pub(crate) const CANARY: &str = "canary";

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn new(address: SocketAddr, method: &str, path: &str) -> Request {
        Request {
            address,
            method: method.to_owned(),
            path: path.to_owned(),
            headers: Vec::new(),
            body: None,
            mark: CANARY.to_owned(),
        }
    }

    /// Sends `mark`, as long a word, wherever this request says [`CANARY`]: one that nobody else
    /// sends, where others are at work on the same server.
    pub(crate) fn marked(self, mark: &str) -> Request {
        assert_eq!(mark.len(), CANARY.len());
        Request { mark: mark.to_owned(), ..self }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Request {
        self.body = Some(body.into());
        self
    }

    pub(crate) fn json(self, body: impl Into<Vec<u8>>) -> Request {
        self.header("Content-Type", "application/json").body(body)
    }

    /// Sends it and checks what holds for every answer of ours.
    pub(crate) fn send(self) -> Answer {
        let label = format!("{} {}", self.method, self.path);
        let answer = exchange(self.address, &self.bytes());
        answer.check(&label, &self.mark);
        answer
    }

    /// Sends it where even a 5xx is expected.
    pub(crate) fn send_whatever_comes(self) -> Answer {
        exchange(self.address, &self.bytes())
    }

    /// The request as it goes over the wire, the last one of its connection.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!(
            "{} {} HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n",
            self.method, self.path
        );
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(body) = &self.body {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let bytes = [head.into_bytes(), self.body.clone().unwrap_or_default()].concat();
        with_mark(bytes, &self.mark)
    }
}

/// The bytes with `mark` in the place of every [`CANARY`].
pub(crate) fn with_mark(mut bytes: Vec<u8>, mark: &str) -> Vec<u8> {
    for at in 0..=bytes.len().saturating_sub(mark.len()) {
        if bytes[at..].starts_with(CANARY.as_bytes()) {
            bytes[at..at + mark.len()].copy_from_slice(mark.as_bytes());
        }
    }
    bytes
}

/// Sends bytes on a new connection and reads one answer.
pub(crate) fn exchange(address: SocketAddr, bytes: &[u8]) -> Answer {
    let mut stream = connect(address);
    // Who refuses a body may have stopped reading: the answer tells.
    let _ = stream.write_all(bytes);
    Answer::parse(&testkit::answer::read(&mut stream).unwrap())
        .unwrap_or_else(|| panic!("the connection ended without an answer"))
}

/// A connection that does not wait for ever.
pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

/// Everything until the other side closes.
pub(crate) fn read_to_end(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!(
            "no end of the answer in time: {error}; so far {:?}",
            String::from_utf8_lossy(&bytes)
        ),
    }
    bytes
}

impl Answer {
    /// The first answer in `bytes`; `None` where there is no whole head.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Answer> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let mut answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
        if let Some(length) = answer.header("content-length") {
            let length = length.parse().unwrap();
            answer.body.truncate(length);
        }
        Some(answer)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// Status, and the body without what differs from run to run: every `(value, label)`
    /// becomes its label.
    pub(crate) fn redacted(&self, replaced: &[(&str, &str)]) -> String {
        let mut text = self.text().to_owned();
        for (value, label) in replaced {
            text = text.replace(value, label);
        }
        format!(
            "{} {}\n{text}",
            self.status,
            self.header("content-type").unwrap_or("(no content type)")
        )
    }

    /// Expects an error in the one shape that errors have.
    #[track_caller]
    pub(crate) fn is_error(&self, status: u16, name: &str, message: &str) {
        let expected = format!(r#"{status} {{"name":"{name}","message":"{message}"}}"#);
        assert_eq!(format!("{} {}", self.status, self.text()), expected);
        assert_eq!(self.header("content-type"), Some("application/json; charset=utf-8"));
    }

    /// What no caller ever sees otherwise.
    #[track_caller]
    fn check(&self, label: &str, mark: &str) {
        assert!(
            self.status < 500 || self.status == 503,
            "{label}: {} {}",
            self.status,
            self.text()
        );
        let is_page = self.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if self.status >= 400 && !is_page {
            let text = String::from_utf8_lossy(&self.body);
            assert!(!text.contains(mark), "{label} repeats what was sent: {text}");
        }
        for (name, value) in [
            ("strict-transport-security", "max-age=31536000; includeSubDomains"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(self.header(name), Some(value), "{label}: {name}");
        }
        let policy = self.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none';"), "{label}: {policy}");
        assert!(self.header("cache-control").is_some(), "{label}: no cache-control");
        if label.contains(" /account/") || label.contains(" /analytics/") {
            assert_eq!(self.header("cache-control"), Some("no-store"), "{label}");
            let nothing =
                "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
            assert_eq!(policy, nothing, "{label}");
        }
        assert!(self.header("x-request-id").is_some(), "{label}: no x-request-id");
    }
}
