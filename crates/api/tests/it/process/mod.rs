//! The program itself, as a process of its own.

mod privacy;
mod stopping;

use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use testkit::Database;

use crate::phone::Phone;
use crate::service;

/// A running program, and everything it writes.
struct Process {
    child: Child,
    address: SocketAddr,
    metrics: SocketAddr,
    output: Vec<JoinHandle<String>>,
    // Last, so that it outlives the process.
    database: Database,
}

impl Process {
    fn start(settings: &[(&str, &str)]) -> Process {
        Process::on(Database::migrated(), settings)
    }

    fn on(database: Database, settings: &[(&str, &str)]) -> Process {
        let (port, metrics_port) = (free_port(), free_port());
        let ports = [("API_PORT", port.to_string()), ("METRICS_PORT", metrics_port.to_string())];
        let ports = ports.iter().map(|(name, value)| (*name, value.as_str()));
        let own: Vec<(&str, &str)> = settings.iter().copied().chain(ports).collect();
        let mut child = Command::new(env!("CARGO_BIN_EXE_api"))
            .env_clear()
            .envs(service::pairs(&database, &own))
            // Where no settings file lies about.
            .current_dir(std::env::temp_dir())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let output =
            vec![collect(child.stdout.take().unwrap()), collect(child.stderr.take().unwrap())];
        let local = |port| SocketAddr::from(([127, 0, 0, 1], port));
        let process =
            Process { child, address: local(port), metrics: local(metrics_port), output, database };
        process.wait_until_ready();
        process
    }

    fn wait_until_ready(&self) {
        let began = Instant::now();
        let listens = || std::net::TcpStream::connect(self.address).is_ok();
        while !listens() || self.phone().get("/ready").status != 200 {
            assert!(began.elapsed() < Duration::from_secs(20), "the process does not become ready");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn phone(&self) -> Phone {
        Phone::new(self.address)
    }

    /// Asks the process to stop, as a platform does.
    fn terminate(&self) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
    }

    /// Waits for the end: how it ended, and all that was written.
    fn end(mut self) -> (ExitStatus, String) {
        let began = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(began.elapsed() < Duration::from_secs(25), "the process does not end");
            thread::sleep(Duration::from_millis(20));
        };
        let output = self.output.drain(..).map(|reader| reader.join().unwrap()).collect();
        (status, output)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Ended already, unless a test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn collect(stream: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let lines = BufReader::new(stream).lines();
        lines.map_while(Result::ok).map(|line| line + "\n").collect()
    })
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
