//! A process that is looked at: started, asked, and ended by us.

use std::fs::{self, File};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::Outcome;
use crate::cpu;
use crate::http::{Connection, get};

/// A running server on this machine. Ends with this value.
pub struct Service {
    /// Where it listens.
    pub address: SocketAddr,
    child: Child,
    began: Instant,
}

/// Nothing here takes longer to start.
const START: Duration = Duration::from_secs(60);

impl Service {
    /// Starts `command`, which has been told to listen on `port`. What it says goes to `log`.
    ///
    /// # Errors
    ///
    /// When the program cannot be started.
    pub fn start(command: &mut Command, port: u16, log: &Path) -> Outcome<Service> {
        let log = File::options().create(true).append(true).open(log)?;
        let began = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()?;
        Ok(Service {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port),
            child,
            began,
        })
    }

    /// How long after its start the service first answered 200 to a GET of `path`.
    ///
    /// # Errors
    ///
    /// When it ended, or took longer than a minute.
    pub fn first_success(&mut self, path: &str) -> Outcome<Duration> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let request = get(path, &["Connection: close"]);
        loop {
            let address = self.address;
            let status = runtime
                .block_on(async { Connection::open(address).await?.exchange(&request).await });
            if matches!(status, Ok(200)) {
                return Ok(self.began.elapsed());
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("the service ended by itself: {status}").into());
            }
            if self.began.elapsed() > START {
                return Err(
                    format!("the service did not answer 200 to {path} within a minute").into()
                );
            }
            std::thread::sleep(Duration::from_micros(500));
        }
    }

    /// Ends the process as a crash does, and waits for its end.
    ///
    /// # Errors
    ///
    /// When it cannot be waited for.
    pub fn kill(&mut self) -> Outcome<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks the process to end, as a platform does.
    ///
    /// # Errors
    ///
    /// When it has ended already.
    pub fn terminate(&self) -> Outcome<()> {
        Ok(kill_process(Pid::from_child(&self.child), Signal::TERM)?)
    }

    /// How the process ended; `None` when it has not after `longest`.
    ///
    /// # Errors
    ///
    /// When it cannot be waited for.
    pub fn end_within(&mut self, longest: Duration) -> Outcome<Option<ExitStatus>> {
        let began = Instant::now();
        loop {
            let status = self.child.try_wait()?;
            if status.is_some() || began.elapsed() > longest {
                return Ok(status);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Processor time that the service has used so far, in microseconds; `None` where the
    /// operating system does not tell as Linux does.
    pub fn cpu_micros(&self) -> Option<f64> {
        cpu::of_process(self.child.id())
    }

    /// Memory that the service holds, in MB of 1,000,000 bytes; `None` as above.
    pub fn memory_megabytes(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes * 1024.0 / 1_000_000.0)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
