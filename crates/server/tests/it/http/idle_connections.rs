//! Phones that hold a connection and say nothing.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::probe;

const MANY: usize = 500;

#[test]
fn many_idle_connections_disturb_nobody() {
    let service = probe::start(&[]);
    let _idle: Vec<_> = (0..MANY)
        .map(|number| {
            let mut stream = service.connect();
            // Every third has begun a request, every third a body.
            match number % 3 {
                0 => {}
                1 => stream.write_all(b"GET /health HTTP/1.1\r\nHo").unwrap(),
                _ => stream
                    .write_all(b"POST /mobile/suggestions HTTP/1.1\r\nHost: test\r\nContent-Length: 9\r\n\r\n{")
                    .unwrap(),
            }
            stream
        })
        .collect();
    let start = Instant::now();
    for _ in 0..50 {
        assert_eq!(service.get("/health").status, 200);
    }
    // A quiet machine needs 20 ms.
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}
