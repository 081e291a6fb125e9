//! Huffman trees as zlib makes them, down to its choice among equal ones.
#![expect(
    clippy::indexing_slicing,
    reason = "every index is a remainder by the length of what it indexes"
)]

/// A node of a tree, as a number whose highest bits sort as zlib compares: by weight, then by
/// depth. The lowest bits are the node's id, which is not compared.
#[derive(Clone, Copy)]
struct Node(u32);

const ID_BITS: u32 = 10;
const DEPTH_BITS: u32 = 6;

impl Node {
    fn new(weight: u32, depth: u32, id: usize) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "ids are below 1024")]
        Self((weight << DEPTH_BITS | depth) << ID_BITS | id as u32)
    }

    /// The parent of two nodes.
    fn over(left: Self, right: Self, id: usize) -> Self {
        let depth = left.depth().max(right.depth()) + 1;
        Self::new(left.weight() + right.weight(), depth, id)
    }

    fn key(self) -> u32 {
        self.0 >> ID_BITS
    }

    fn id(self) -> usize {
        self.0 as usize % (1 << ID_BITS)
    }

    fn depth(self) -> u32 {
        self.key() % (1 << DEPTH_BITS)
    }

    fn weight(self) -> u32 {
        self.key() >> DEPTH_BITS
    }
}

/// A binary heap whose root, at 1, is the node of the smallest key.
struct Heap<const ROOM: usize> {
    nodes: [Node; ROOM],
    length: usize,
}

impl<const ROOM: usize> Heap<ROOM> {
    fn push(&mut self, node: Node) {
        self.push_if(true, node);
    }

    /// Pushes a node if its symbol occurs, without a branch: that can't be foreseen.
    fn push_if(&mut self, occurs: bool, node: Node) {
        self.nodes[(self.length + 1) % ROOM] = node;
        self.length += usize::from(occurs);
    }

    /// Moves the node at `place` down until none below it is smaller. A node that comes to the root
    /// nearly always belongs far down, so the way of the smaller children is gone to its end, without
    /// a question at each step, and then back up.
    fn sink(&mut self, start: usize) {
        let node = self.nodes[start % ROOM];
        let mut place = start;
        let mut child = place * 2;
        while child < self.length {
            let left = self.nodes[child % ROOM];
            let right = self.nodes[(child + 1) % ROOM];
            let is_right = right.key() <= left.key();
            self.nodes[place % ROOM] = if is_right { right } else { left };
            place = child + usize::from(is_right);
            child = place * 2;
        }
        if child == self.length {
            self.nodes[place % ROOM] = self.nodes[child % ROOM];
            place = child;
        }
        while place > start && self.nodes[place / 2 % ROOM].key() >= node.key() {
            self.nodes[place % ROOM] = self.nodes[place / 2 % ROOM];
            place /= 2;
        }
        self.nodes[place % ROOM] = node;
    }

    fn root(&self) -> Node {
        self.nodes[1]
    }

    fn replace_root(&mut self, node: Node) {
        self.nodes[1] = node;
        self.sink(1);
    }

    fn pop(&mut self) -> Node {
        let root = self.root();
        let last = self.nodes[self.length % ROOM];
        self.length -= 1;
        self.replace_root(last);
        root
    }
}

/// The longest code of a symbol or a distance.
pub(super) const LONGEST: u8 = 15;

/// The bits of symbols that occur so often, with codes of these lengths.
pub(super) fn cost(counts: &[u8], lengths: &[u8]) -> usize {
    counts
        .iter()
        .zip(lengths)
        .map(|(count, length)| usize::from(*count) * usize::from(*length))
        .sum()
}

/// The code lengths of the symbols that `counts` counts, none longer than `longest`. `ROOM` is a
/// power of two above `N`, and `NODES` twice that.
///
/// zlib gives a code to two symbols at least, also if fewer occur.
pub(super) fn lengths<const N: usize, const ROOM: usize, const NODES: usize>(
    counts: &[u8; N],
    longest: u8,
) -> [u8; N] {
    const { assert!(N < ROOM && ROOM.is_power_of_two() && NODES == 2 * ROOM) };
    let mut heap = Heap { nodes: [Node(0); ROOM], length: 0 };
    for (symbol, count) in counts.iter().enumerate() {
        heap.push_if(*count > 0, Node::new((*count).into(), 0, symbol));
    }
    let mut last = counts.iter().rposition(|count| *count > 0);
    while heap.length < 2 {
        let symbol = last.filter(|last| *last < 2).map_or(0, |last| last + 1);
        last = last.max(Some(symbol));
        heap.push(Node::new(1, 0, symbol));
    }
    for place in (1..=heap.length / 2).rev() {
        heap.sink(place);
    }

    // Inner nodes have ids from N on; a node's parent always has a larger id than itself.
    let mut parents = [0_u16; NODES];
    let mut merged = [0_u16; NODES];
    let mut id = N;
    loop {
        let left = heap.pop();
        let right = heap.root();
        let parent = u16::try_from(id).unwrap_or_default();
        for (node, place) in [left, right].into_iter().zip((id - N) * 2..) {
            parents[node.id()] = parent;
            merged[place % NODES] = u16::try_from(node.id()).unwrap_or_default();
        }
        heap.replace_root(Node::over(left, right, id));
        if heap.length < 2 {
            break;
        }
        id += 1;
    }
    let mut depths = [0_u8; NODES];
    for inner in (N..id).rev() {
        depths[inner % NODES] = depths[usize::from(parents[inner % NODES]) % NODES] + 1;
    }
    let mut lengths = [0; N];
    for (length, parent) in lengths.iter_mut().zip(parents) {
        if parent > 0 {
            *length = depths[usize::from(parent) % NODES] + 1;
        }
    }
    if heap.root().depth() > longest.into() {
        let inner = depths.get(N..id).unwrap_or_default().iter();
        let too_deep = inner.chain(&lengths).filter(|depth| **depth > longest).count();
        shorten(&mut lengths, longest, too_deep, &merged);
    }
    lengths
}

/// Makes no length longer than `longest`, as zlib does it: as many codes of each length as it takes,
/// the longest for the leaves that were merged first. `too_deep` nodes were deeper than that.
fn shorten<const N: usize>(lengths: &mut [u8; N], longest: u8, too_deep: usize, merged: &[u16]) {
    let mut counts = [0_usize; 16];
    for length in lengths.iter() {
        counts[usize::from((*length).min(longest)) % 16] += 1;
    }
    let longest = usize::from(longest);
    for _ in 0..too_deep.div_ceil(2) {
        // A leaf further up gets a brother of those that are too deep.
        let above = (1..longest).rev().find(|length| counts[length % 16] > 0).unwrap_or_default();
        counts[above % 16] = counts[above % 16].saturating_sub(1);
        counts[(above + 1) % 16] += 2;
        counts[longest % 16] = counts[longest % 16].saturating_sub(1);
    }
    let mut leaves = merged.iter().map(|id| usize::from(*id)).filter(|id| *id < N);
    for length in (1..=longest).rev() {
        for leaf in leaves.by_ref().take(counts[length % 16]) {
            // A length is at most 15.
            lengths[leaf % N] = u8::try_from(length).unwrap_or_default();
        }
    }
}

/// The codes of the given lengths, in the order in which they are written: lowest bit first (RFC
/// 1951, 3.2.2).
pub(super) fn codes<const N: usize>(lengths: &[u8; N]) -> [u16; N] {
    let mut counts = [0_u16; 16];
    for length in lengths.iter().filter(|length| **length > 0) {
        counts[usize::from(*length) % 16] += 1;
    }
    let mut next = [0_u16; 16];
    for length in 1..16 {
        next[length] = (next[length - 1] + counts[length - 1]) << 1;
    }
    let mut codes = [0; N];
    for (code, length) in codes.iter_mut().zip(lengths).filter(|(_, length)| **length > 0) {
        let next = &mut next[usize::from(*length) % 16];
        *code = next.reverse_bits() >> (16 - length);
        *next += 1;
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As zlib's `gen_bitlen` does it, followed by hand: Fibonacci's numbers make the deepest trees.
    #[test]
    fn lengths_are_limited_as_zlib_limits_them() {
        let counts = [1, 2, 5, 13, 34, 89, 0, 55, 21, 8, 3, 1];
        let unlimited = [10, 9, 7, 5, 3, 1, 0, 2, 4, 6, 8, 10];
        let at_most_7 = [7, 7, 7, 6, 3, 1, 0, 2, 4, 7, 7, 7];
        assert_eq!(lengths::<_, 16, 32>(&counts, LONGEST), unlimited);
        assert_eq!(lengths::<_, 16, 32>(&counts, 10), unlimited);
        assert_eq!(lengths::<_, 16, 32>(&counts, 7), at_most_7);
        // Two that are too deep take the place of one further up.
        let counts = [1, 1, 2, 3, 5, 8, 13, 21, 34];
        assert_eq!(lengths::<_, 16, 32>(&counts, 7), [7, 7, 7, 7, 5, 4, 3, 2, 1]);
    }
}
