//! What a crash leaves behind: where it happened, and nothing of a girl.

use std::panic;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Sees to it for the whole process. To be called at its start, once logging has been.
///
/// A panic's message may quote what was being worked on (slicing a text does), so only its
/// place is logged. A core dump would hold everything, so there is none.
pub fn leaves_no_data() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "?".to_owned(), ToString::to_string);
        log::error!("panicked at {place}");
    }));
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(error) = setrlimit(Resource::Core, none) {
        log::warn!("core dumps could not be switched off: {error}");
    }
}
