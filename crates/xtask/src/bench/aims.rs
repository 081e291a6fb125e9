//! What each row of the benches must reach, as a ratio to what it is measured beside.

/// A ratio that must hold, and the one that would be splendid.
pub(crate) struct Aim {
    pub(crate) face: &'static str,
    pub(crate) version: &'static str,
    pub(crate) what: &'static str,
    pub(crate) kind: Kind,
    pub(crate) must: f64,
    pub(crate) moonshot: f64,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// It takes at most so many times what the other takes.
    AtMost,
    /// It is at least so many times as fast as the other.
    AtLeast,
}

impl Aim {
    pub(crate) fn is_for(&self, face: &str, version: &str, what: &str) -> bool {
        self.face == face && self.version == version && self.what == what
    }

    pub(crate) fn name(&self) -> String {
        format!("{} {} {}", self.face, self.version, self.what)
    }
}

pub(crate) fn all() -> Vec<Aim> {
    let at_most = |face, version, what, must, moonshot| Aim {
        face,
        version,
        what,
        kind: Kind::AtMost,
        must,
        moonshot,
    };
    let at_least = |face, version, what, must, moonshot| Aim {
        kind: Kind::AtLeast,
        ..at_most(face, version, what, must, moonshot)
    };
    let mut aims = vec![
        at_most("Rust", "006", "call", 1.9, 1.5),
        at_most("Rust", "006", "App", 2.5, 1.8),
        at_most("Rust", "006", "batch of 1,000", 1.9, 1.1),
        at_most("Rust", "007", "call", 2.6, 2.2),
        at_most("Rust", "007", "App", 3.0, 2.5),
        at_most("Rust", "007", "batch of 1,000", 2.9, 2.2),
        at_least("Python", "006", "call", 12.0, 17.0),
        at_least("Python", "006", "App", 16.0, 24.0),
        at_least("Python", "006", "batch of 1,000", 30.0, 40.0),
        at_least("Node.js", "006", "call", 7.0, 9.0),
        at_least("Node.js", "006", "App", 8.5, 11.0),
        at_least("Node.js", "006", "batch of 1,000", 18.0, 25.0),
    ];
    for what in ["call", "App", "batch of 1,000"] {
        aims.push(at_least("Python", "007", what, 12.0, 18.0));
        aims.push(at_least("Node.js", "007", what, 15.0, 30.0));
        aims.push(at_least("C", "006", what, 3.0, 5.0));
        aims.push(at_least("C", "007", what, 5.0, 9.0));
    }
    for version in ["006", "007"] {
        for face in ["C", "Node.js", "Python"] {
            // Beside a peer that only reads, where it can't verify.
            aims.push(at_least(face, version, "read", 1.0, 3.0));
            aims.push(at_least(face, version, "verify", 1.0, 3.0));
        }
        for face in ["Rust", "C", "Node.js", "Python"] {
            // The first use of so much memory costs about as much as a token of version 006.
            aims.push(at_most(face, version, "batch of 1,000,000", 3.0, 1.5));
        }
        aims.push(at_most("Rust", version, "memory of 1,000,000", 1.01, 1.0));
        aims.push(at_least("Rust", version, "two threads", 1.6, 1.9));
        aims.push(at_most("command line", version, "one token", 4.0, 2.0));
    }
    aims
}
