//! What a load test asks for: how much of it, how many salts may meet, how much memory is used.

/// `count`, as many times as is asked for; a tenth of it in a debug build.
pub fn times(count: usize) -> usize {
    let factor: usize = std::env::var("DYNAKEY_LOAD").map_or(1, |factor| factor.parse().unwrap());
    factor * count / if cfg!(debug_assertions) { 10 } else { 1 }
}

/// Fails if more of `salts` are equal than of as many random numbers of 32 bits; sorts them.
///
/// Pairs that meet are Poisson distributed: six deviations and six more are never reached.
#[allow(clippy::cast_precision_loss)]
pub fn assert_chance(salts: &mut [u32]) {
    salts.sort_unstable();
    assert_ne!(salts.first(), Some(&0), "0 is no salt");
    let repeated = salts.windows(2).filter(|pair| pair[0] == pair[1]).count() as f64;
    let count = salts.len() as f64;
    let expected = count * (count - 1.0) / 2.0 / 2_f64.powi(32);
    assert!(
        repeated <= expected + 6.0 * expected.sqrt() + 6.0,
        "{repeated} of {count} salts are repeated, not about {expected:.1}"
    );
}

/// The memory that this process has in use, where the system tells.
pub fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
