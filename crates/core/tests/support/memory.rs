//! This process's memory, searched for what should not be in it.

use std::fs::File;
use std::os::unix::fs::FileExt;

/// A secret that the search itself does not hold, as it would find it there.
pub struct Masked(Vec<u8>);

const MASK: u8 = 0x5a;

impl Masked {
    pub fn new(bytes: impl IntoIterator<Item = u8>) -> Self {
        Self(bytes.into_iter().map(|byte| byte ^ MASK).collect())
    }

    /// The secret itself, to be wiped by who asks for it.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().map(|byte| byte ^ MASK).collect()
    }

    /// How many copies of it the memory holds that this process can write. The heap's own notes
    /// overwrite the start of what is freed, so half of the secret counts as a copy.
    ///
    /// This thread's stack is left out: a value that is moved there may leave a copy behind, until
    /// later calls overwrite it.
    pub fn copies(&self) -> usize {
        let half = &self.0[self.0.len() / 2..];
        let memory = File::open("/proc/self/mem").unwrap();
        let mut block = vec![0; 1 << 20];
        let stack = &raw const half as usize;
        let mut copies = 0;
        for region in writable_regions() {
            if region.contains(&stack) {
                continue;
            }
            // Blocks overlap, so that none cuts a copy in two.
            for at in region.clone().step_by(block.len() - half.len()) {
                let length = block.len().min(region.end - at);
                let read = memory.read_at(&mut block[..length], at as u64).unwrap_or(0);
                let first = half[0] ^ MASK;
                let is_copy = |bytes: &[u8]| {
                    bytes[0] == first && bytes.iter().zip(half).all(|(a, b)| a ^ MASK == *b)
                };
                copies += block[..read].windows(half.len()).filter(|bytes| is_copy(bytes)).count();
            }
        }
        block.fill(0);
        copies
    }
}

fn writable_regions() -> Vec<std::ops::Range<usize>> {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let region = |line: &str| {
        let (range, rest) = line.split_once(' ')?;
        let (start, end) = range.split_once('-')?;
        let address = |digits| usize::from_str_radix(digits, 16).ok();
        rest.starts_with("rw").then_some(address(start)?..address(end)?)
    };
    maps.lines().filter_map(region).collect()
}
