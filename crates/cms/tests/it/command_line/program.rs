//! The real binaries, run with nothing in their environment but what a test gives them.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use testkit::Database;

use crate::services::{self, within};
use crate::wire::Caller;

/// A secret that nothing is wrong with.
pub(crate) const SECRET: &str = "canary-secret-0123456789abcdefgh";

/// Both binaries, by name.
pub(crate) const BOTH: [&str; 2] = ["api", "cms"];

/// The binary `name`, in a folder without a `.env` file.
pub(crate) fn program(name: &str) -> Command {
    // Cargo names only this package's binary, but puts them all into one folder.
    let path = Path::new(env!("CARGO_BIN_EXE_cms")).with_file_name(name);
    assert!(path.exists(), "{} is missing: cargo build -p {name}", path.display());
    let mut command = Command::new(path);
    command.env_clear().current_dir(env!("CARGO_TARGET_TMPDIR"));
    command
}

/// The binary `name` with all it needs to use `database`, on any free port.
pub(crate) fn program_on(name: &str, database: &Database) -> Command {
    let mut command = program(name);
    command.envs(services::variables(database));
    command.envs([
        ("LISTEN_ADDRESS", "127.0.0.1"),
        ("PORT", "0"),
        ("APPLICATION_SECRET", SECRET),
        ("HTTP_WORKERS", "1"),
    ]);
    command
}

/// Runs to the end, with `input` on standard input.
pub(crate) fn run(command: &mut Command, input: &str) -> Ended {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a program");
    // A program that fails early does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    Ended::from(child.wait_with_output().unwrap())
}

/// How a program ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) log: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Ended {
        Ended {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            log: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A service that runs as a process of its own and is killed when it is dropped.
pub(crate) struct Serving {
    pub(crate) caller: Caller,
    child: Child,
    log: Lines,
    out: Lines,
}

/// Lines of a stream, as they come.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

/// Starts a service and waits until it is ready.
pub(crate) fn serve(command: &mut Command) -> Serving {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a program");
    let (log, out) = (Lines::default(), Lines::default());
    log.collect(child.stderr.take().unwrap());
    out.collect(child.stdout.take().unwrap());
    let mut address = None;
    within(Duration::from_secs(10), "the service listens", || {
        address = log.get().iter().find_map(|line| {
            let rest = line.split_once("listens on ")?.1;
            rest.split(|letter: char| letter == '"' || letter.is_whitespace()).next()?.parse().ok()
        });
        address.is_some()
    });
    let caller = Caller { address: address.unwrap() };
    within(Duration::from_secs(15), "the service is ready", || caller.get("/ready").status == 200);
    Serving { caller, child, log, out }
}

impl Serving {
    /// What it has logged so far.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.get()
    }

    /// What it has written to standard output so far.
    pub(crate) fn out(&self) -> Vec<String> {
        self.out.get()
    }

    /// Sends a signal, such as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let order = format!("kill -{name} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &order]).status().unwrap().success());
    }

    /// The exit code, if it ends within `limit`.
    pub(crate) fn end_within(&mut self, limit: Duration) -> Option<i32> {
        let mut code = None;
        within(limit, "the service ends", || {
            code = self.child.try_wait().unwrap();
            code.is_some()
        });
        code.unwrap().code()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Lines {
    fn collect(&self, stream: impl Read + Send + 'static) {
        let lines = Arc::clone(&self.0);
        thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                lines.lock().unwrap().push(line);
            }
        });
    }

    fn get(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}
