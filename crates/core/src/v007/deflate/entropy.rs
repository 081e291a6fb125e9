//! How many bits a code takes at least.

/// The bits after the binary point of the numbers here.
pub(super) const FRACTION: u32 = 12;
/// More things are never counted: a block has at most a symbol for each byte, and one for its end.
const MOST: usize = super::MAX_PAYLOAD + 1;

/// The bits that any code takes for things that occur so often, in 4096ths.
pub(super) fn entropy(counts: &[usize]) -> u32 {
    let parts: u32 = counts.iter().map(|count| weighted_logarithm(*count)).sum();
    weighted_logarithm(counts.iter().sum()).saturating_sub(parts)
}

/// x · log₂ x in 4096ths.
pub(super) fn weighted_logarithm(x: usize) -> u32 {
    WEIGHTED_LOGARITHMS.get(x).copied().unwrap_or_default()
}

pub(super) static WEIGHTED_LOGARITHMS: [u32; MOST + 1] = {
    let mut table = [0; MOST + 1];
    let mut x = 1;
    while x < table.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        #[expect(clippy::cast_possible_truncation, reason = "some hundreds")]
        {
            table[x] = x as u32 * logarithm(x as u32);
        }
        x += 1;
    }
    table
};

/// log₂ x in 4096ths, rounded down.
const fn logarithm(x: u32) -> u32 {
    let whole = x.ilog2();
    // x as a number from 1 up to 2. Each time that it is squared gives a binary digit.
    let mut rest = (x as u64) << (31 - whole);
    let mut logarithm = whole;
    let mut digits = 0;
    while digits < FRACTION {
        rest = (rest * rest) >> 31;
        let digit = rest >> 32;
        logarithm = logarithm << 1 | digit as u32;
        rest >>= digit;
        digits += 1;
    }
    logarithm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right_to_their_last_place() {
        for x in 1..512_u32 {
            let exact = f64::from(x).log2() * 4096.0;
            let error = exact - f64::from(logarithm(x));
            assert!((-0.001..1.001).contains(&error), "{x}: {error}");
        }
    }

    #[test]
    fn equal_things_take_the_logarithm_of_their_number() {
        for (counts, bits) in
            [(&[7][..], 0), (&[1, 1], 2), (&[64; 4], 512), (&[0, 3, 0, 3], 6), (&[], 0)]
        {
            assert_eq!(entropy(counts) >> FRACTION, bits, "{counts:?}");
        }
    }
}
