//! Huffman trees as zlib makes them, down to its choice among equal ones.
#![expect(
    clippy::indexing_slicing,
    reason = "every index is a remainder by the length of what it indexes"
)]

/// An upper limit of nodes on a heap: the symbols of the largest alphabet.
const HEAP: usize = 512;
/// An upper limit of nodes of a tree.
const NODES: usize = 1024;

/// Nodes on the heap are numbers that sort as zlib compares: by weight, then by depth. The lowest
/// bits are the node's id, which is not compared.
#[derive(Clone, Copy)]
struct Node(u32);

const ID_BITS: u32 = 10;
const DEPTH_BITS: u32 = 6;

impl Node {
    fn new(weight: u32, depth: u32, id: usize) -> Self {
        // Ids are below NODES.
        let id = u32::try_from(id).unwrap_or_default();
        Self((weight << DEPTH_BITS | depth) << ID_BITS | id)
    }

    fn key(self) -> u32 {
        self.0 >> ID_BITS
    }

    fn id(self) -> usize {
        self.0 as usize % NODES
    }

    fn depth(self) -> u32 {
        self.key() % (1 << DEPTH_BITS)
    }

    fn weight(self) -> u32 {
        self.key() >> DEPTH_BITS
    }
}

/// A binary heap whose root, at 1, is the node of the smallest key.
struct Heap {
    nodes: [Node; HEAP],
    length: usize,
}

impl Heap {
    fn push(&mut self, node: Node) {
        self.length += 1;
        self.nodes[self.length % HEAP] = node;
    }

    /// Moves the node at `place` down until none below it is smaller.
    fn sink(&mut self, mut place: usize) {
        let node = self.nodes[place % HEAP];
        let mut child = place * 2;
        while child <= self.length {
            let mut smaller = self.nodes[child % HEAP];
            let sibling = self.nodes[(child + 1) % HEAP];
            if child < self.length && sibling.key() <= smaller.key() {
                child += 1;
                smaller = sibling;
            }
            if node.key() <= smaller.key() {
                break;
            }
            self.nodes[place % HEAP] = smaller;
            place = child;
            child *= 2;
        }
        self.nodes[place % HEAP] = node;
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
        let last = self.nodes[self.length % HEAP];
        self.length -= 1;
        self.replace_root(last);
        root
    }
}

/// The code lengths of the symbols that `counts` counts, none longer than `longest`; `None` if the
/// best tree is deeper, which zlib then rearranges.
///
/// zlib gives a code to two symbols at least, also if fewer occur.
pub(super) fn lengths<const N: usize>(counts: &[u16; N], longest: u8) -> Option<[u8; N]> {
    let mut heap = Heap { nodes: [Node(0); HEAP], length: 0 };
    let mut last = None;
    for (symbol, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        heap.push(Node::new((*count).into(), 0, symbol));
        last = Some(symbol);
    }
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
    let mut id = N;
    loop {
        let left = heap.pop();
        let right = heap.root();
        let parent = u16::try_from(id).unwrap_or_default();
        parents[left.id()] = parent;
        parents[right.id()] = parent;
        let depth = left.depth().max(right.depth()) + 1;
        heap.replace_root(Node::new(left.weight() + right.weight(), depth, id));
        if heap.length < 2 {
            break;
        }
        id += 1;
    }
    if heap.root().depth() > longest.into() {
        return None;
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
    Some(lengths)
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
