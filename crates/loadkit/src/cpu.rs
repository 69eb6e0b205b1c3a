//! Processor time, as the operating system counts it.

use std::fs;

/// The unit in which Linux tells programs about processor time, on every machine of today.
const TICKS_PER_SECOND: f64 = 100.0;

/// Fields of `/proc/PID/stat` behind the program's name.
struct Stat {
    parent: u32,
    /// Microseconds that the process itself has used.
    own: f64,
    /// Those that its children had used when they ended.
    children: f64,
}

/// Microseconds that a process has used; `None` where the operating system does not tell as
/// Linux does.
pub fn of_process(pid: u32) -> Option<f64> {
    Some(read(pid)?.own)
}

/// Microseconds that a process and its children have used, those that have ended too.
pub fn of_family(pid: u32) -> Option<f64> {
    let head = read(pid)?;
    let living: f64 = fs::read_dir("/proc")
        .ok()?
        .filter_map(|entry| read(entry.ok()?.file_name().to_str()?.parse().ok()?))
        .filter(|process| process.parent == pid)
        .map(|process| process.own)
        .sum();
    Some(head.own + head.children + living)
}

/// What `work` returns, and the difference that it made to `counter`.
pub fn used<T>(counter: impl Fn() -> Option<f64>, work: impl FnOnce() -> T) -> (T, Option<f64>) {
    let before = counter();
    let result = work();
    let used = counter().zip(before).map(|(after, before)| after - before);
    (result, used)
}

fn read(pid: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field is the program's name, which may hold spaces and parentheses.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let micros = |at: usize| -> Option<f64> {
        Some(fields.get(at)?.parse::<f64>().ok()? * 1_000_000.0 / TICKS_PER_SECOND)
    };
    Some(Stat {
        parent: fields.get(1)?.parse().ok()?,
        own: micros(11)? + micros(12)?,
        children: micros(13)? + micros(14)?,
    })
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_child_that_has_ended_counts_for_its_parent() {
        let pid = std::process::id();
        let (_, used) = super::used(
            || super::of_family(pid),
            || {
                Command::new("sh")
                    .args(["-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"])
                    .status()
            },
        );
        assert!(used.is_some_and(|micros| micros > 0.0));
    }
}
