//! Chance that is the same in every run.

/// A small generator (xorshift); nothing here is secret.
pub(crate) struct Random(u64);

impl Random {
    /// Another sequence for each number.
    pub(crate) fn of(number: usize) -> Random {
        let seed = u64::try_from(number).unwrap_or_default() + 1;
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `bound`, which must not be 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let high = u32::try_from(self.0 >> 32).unwrap_or_default();
        high % bound
    }
}
