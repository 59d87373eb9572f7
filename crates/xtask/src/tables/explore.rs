//! From regular expressions to nodes of the pool.

use std::collections::HashMap;

use anyhow::{Context, Result};
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};

use super::pool::{END, Node, Pool};

/// Longer numbers than this are nobody's: libphonenumber's limit for a national number.
pub(super) const LONGEST: usize = 17;

/// The patterns that hold for some digits, by their place in the list, and those digits.
pub(super) struct Seen<'a> {
    pub(super) patterns: &'a [bool],
    pub(super) digits: &'a str,
}

/// The automaton that says for a whole digit string what `output` makes of the patterns it matches
/// entirely. `output` may look at the patterns and at the length; the digits are one example.
pub(super) fn whole(
    pool: &mut Pool,
    patterns: &[String],
    mut output: impl FnMut(&Seen<'_>) -> u16,
) -> Result<u32> {
    let kind = MatchKind::All;
    let mut walk = Walk::new(pool, patterns, kind, r"(?-u)(?:", r")$")?;
    walk.finish(
        &mut |seen, at_end| if at_end { output(seen) } else { 0 },
        Place::Node,
    )
}

/// The automaton that reads a prefix as `pattern` does (leftmost-first) and says what `output` makes of
/// the digits read so far, one more than the prefix unless they end there, and the prefix' length. Outputs stand on the node behind the digit after the match, or behind `END`: the last one met counts.
pub(super) fn prefix(
    pool: &mut Pool,
    pattern: &str,
    mut output: impl FnMut(&str, usize) -> u16,
) -> Result<u32> {
    let kind = MatchKind::LeftmostFirst;
    let mut walk = Walk::new(pool, &[pattern.to_owned()], kind, r"(?-u)(?:", r")")?;
    walk.finish(
        &mut |seen, at_end| output(seen.digits, seen.digits.len() - usize::from(!at_end)),
        Place::Edge,
    )
}

/// Where an output is put that holds at the end of the input.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Node,
    Edge,
}

struct Walk<'a> {
    pool: &'a mut Pool,
    dfa: dense::DFA<Vec<u32>>,
    patterns: usize,
    done: HashMap<(StateID, usize, Option<u8>), u32>,
    digits: String,
}

type Output<'f> = dyn FnMut(&Seen<'_>, bool) -> u16 + 'f;

impl<'a> Walk<'a> {
    fn new(
        pool: &'a mut Pool,
        patterns: &[String],
        kind: MatchKind,
        open: &str,
        close: &str,
    ) -> Result<Self> {
        let wrapped: Vec<String> = patterns
            .iter()
            .map(|p| format!("{open}{p}{close}"))
            .collect();
        let config = dense::Config::new()
            .match_kind(kind)
            .start_kind(StartKind::Anchored);
        let dfa = dense::Builder::new()
            .configure(config)
            .syntax(
                regex_automata::util::syntax::Config::new()
                    .unicode(false)
                    .utf8(false),
            )
            .build_many(&wrapped)
            .with_context(|| format!("{wrapped:?}"))?;
        Ok(Self {
            pool,
            dfa,
            patterns: patterns.len(),
            done: HashMap::new(),
            digits: String::new(),
        })
    }

    fn finish(&mut self, output: &mut Output<'_>, place: Place) -> Result<u32> {
        let start = self
            .dfa
            .start_state(&start::Config::new().anchored(Anchored::Yes))?;
        Ok(self.node(start, output, place))
    }

    /// The node for a state of the DFA reached by `self.digits`. Edges first: nodes come after what they lead to.
    fn node(&mut self, state: StateID, output: &mut Output<'_>, place: Place) -> u32 {
        // What a prefix says depends on how the digits split into groups: that is given by their number
        // and, with the prefixes there are, by the first of them.
        let first = self.digits.bytes().next().filter(|_| place == Place::Edge);
        let key = (state, self.digits.len(), first);
        if let Some(&known) = self.done.get(&key) {
            return known;
        }
        let mut node = Node::default();
        let end = self.said(self.dfa.next_eoi_state(state), output, true);
        match place {
            Place::Node => node.output = end,
            Place::Edge => {
                node.output = self.said(state, output, false);
                node.next[END] = self.leaf(end);
            }
        }
        if self.digits.len() <= LONGEST && !self.dfa.is_dead_state(state) {
            for digit in 0..10 {
                self.digits.push(char::from(b'0' + digit));
                let next = self.dfa.next_state(state, b'0' + digit);
                node.next[usize::from(digit)] = self.node(next, output, place);
                self.digits.pop();
            }
        }
        let number = self.pool.intern(node);
        self.done.insert(key, number);
        number
    }

    fn leaf(&mut self, output: u16) -> u32 {
        self.pool.intern(Node {
            output,
            ..Node::default()
        })
    }

    fn said(&self, state: StateID, output: &mut Output<'_>, at_end: bool) -> u16 {
        if !self.dfa.is_match_state(state) {
            return 0;
        }
        let mut patterns = vec![false; self.patterns];
        for index in 0..self.dfa.match_len(state) {
            patterns[self.dfa.match_pattern(state, index).as_usize()] = true;
        }
        output(
            &Seen {
                patterns: &patterns,
                digits: &self.digits,
            },
            at_end,
        )
    }
}
