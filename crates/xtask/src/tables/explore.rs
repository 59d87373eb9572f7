//! From regular expressions to nodes of the pool.

use std::collections::HashMap;

use anyhow::{Context, Result};
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};

use super::pool::{Node, Pool};

/// Longer numbers than this are nobody's: libphonenumber's limit for a national number.
const LONGEST: usize = 17;

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
    mut output: impl FnMut(&Seen<'_>) -> u8,
) -> Result<u32> {
    let mut walk = Walk::new(pool, patterns, MatchKind::All, "$")?;
    walk.finish(&mut |seen, at_end| if at_end { output(seen) } else { 0 })
}

/// The automaton that says for a whole digit string what `output` makes of the prefix that `pattern` matches
/// (leftmost-first): of the digits read until that was sure, and of the prefix' length. Knows no more digits than one
/// beyond the longest number: of a longer string, those are what it is to be asked about.
pub(super) fn prefix(
    pool: &mut Pool,
    pattern: &str,
    mut output: impl FnMut(&str, usize) -> u8,
) -> Result<u32> {
    let patterns = [pattern.to_owned()];
    let mut walk = Walk::new(pool, &patterns, MatchKind::LeftmostFirst, "")?;
    walk.finish(&mut |seen, at_end| output(seen.digits, seen.digits.len() - usize::from(!at_end)))
}

/// What a node is made from: the DFA's state, how many digits led to it, the first of them, and what was said on the
/// way. What a prefix says depends on how its digits split into groups: with the prefixes there are, that is given by
/// their number and the first of them.
type Key = (StateID, usize, Option<u8>, u8);

struct Walk<'a> {
    pool: &'a mut Pool,
    dfa: dense::DFA<Vec<u32>>,
    patterns: usize,
    prefix: bool,
    done: HashMap<Key, u32>,
    digits: String,
}

type Output<'f> = dyn FnMut(&Seen<'_>, bool) -> u8 + 'f;

impl<'a> Walk<'a> {
    fn new(pool: &'a mut Pool, patterns: &[String], kind: MatchKind, close: &str) -> Result<Self> {
        let wrapped: Vec<String> = patterns
            .iter()
            .map(|p| format!("(?-u)(?:{p}){close}"))
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
            prefix: kind == MatchKind::LeftmostFirst,
            done: HashMap::new(),
            digits: String::new(),
        })
    }

    fn finish(&mut self, output: &mut Output<'_>) -> Result<u32> {
        let start = self
            .dfa
            .start_state(&start::Config::new().anchored(Anchored::Yes))?;
        Ok(self.node(start, 0, output))
    }

    /// The node for a state of the DFA reached by `self.digits`, on whose way was `said` what holds unless more is.
    fn node(&mut self, state: StateID, said: u8, output: &mut Output<'_>) -> u32 {
        let first = self.digits.bytes().next().filter(|_| self.prefix);
        let key = (state, self.digits.len(), first, said);
        if let Some(&known) = self.done.get(&key) {
            return known;
        }
        let said = self.said(state, output, false).unwrap_or(said);
        let end = self.said(self.dfa.next_eoi_state(state), output, true);
        let mut node = Node {
            output: end.unwrap_or(said),
            ..Node::default()
        };
        let open = !self.dfa.is_dead_state(state) || said != 0;
        if self.digits.len() <= LONGEST && open {
            for digit in 0..10 {
                self.digits.push(char::from(b'0' + digit));
                let next = self.dfa.next_state(state, b'0' + digit);
                node.next[usize::from(digit)] = self.node(next, said, output);
                self.digits.pop();
            }
        }
        let number = self.pool.intern(node);
        self.done.insert(key, number);
        number
    }

    /// What `output` makes of the patterns that end in this state; `None` if it says nothing.
    fn said(&self, state: StateID, output: &mut Output<'_>, at_end: bool) -> Option<u8> {
        if !self.dfa.is_match_state(state) {
            return None;
        }
        let mut patterns = vec![false; self.patterns];
        for index in 0..self.dfa.match_len(state) {
            patterns[self.dfa.match_pattern(state, index).as_usize()] = true;
        }
        let seen = Seen {
            patterns: &patterns,
            digits: &self.digits,
        };
        Some(output(&seen, at_end)).filter(|&said| said != 0)
    }
}
