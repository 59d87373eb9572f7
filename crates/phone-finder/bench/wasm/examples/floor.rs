//! The floor: finds nothing and gives answers that it has learnt, one after the other. What a text takes here, it takes on its
//! way into a module and out of it.
#![no_std]

extern crate alloc;

use alloc::{vec, vec::Vec};
use core::{cell::UnsafeCell, ptr};

use phone_finder_bench::without_std;

without_std!();

struct Tape {
    text: Vec<u8>,
    /// In the order of the texts, each in the form of the other modules' answers.
    answers: Vec<Vec<u32>>,
    next: usize,
}

struct Module(UnsafeCell<Tape>);

// SAFETY: a module of WebAssembly without shared memory has one thread.
unsafe impl Sync for Module {}

static MODULE: Module = Module(UnsafeCell::new(Tape {
    text: Vec::new(),
    answers: Vec::new(),
    next: 0,
}));

/// # Safety
/// For an export that JavaScript calls, once in each call.
unsafe fn tape() -> &'static mut Tape {
    // SAFETY: an export runs alone and calls no other.
    unsafe { &mut *MODULE.0.get() }
}

#[unsafe(no_mangle)]
extern "C" fn room(length: usize) -> *mut u8 {
    // SAFETY: an export, and once.
    let tape = unsafe { tape() };
    tape.text.resize(length, 0);
    tape.text.as_mut_ptr()
}

/// Makes room for the words of the next answer to learn.
#[unsafe(no_mangle)]
extern "C" fn learn(words: usize) -> *mut u32 {
    // SAFETY: an export, and once.
    let tape = unsafe { tape() };
    tape.answers.push(vec![0; words]);
    tape.answers
        .last_mut()
        .map_or(ptr::null_mut(), |answer| answer.as_mut_ptr())
}

/// Goes on with this answer.
#[unsafe(no_mangle)]
extern "C" fn rewind(to: usize) {
    // SAFETY: an export, and once.
    unsafe { tape() }.next = to;
}

#[unsafe(no_mangle)]
extern "C" fn find(_length: usize, _region: u32) -> *const u32 {
    // SAFETY: an export, and once.
    let tape = unsafe { tape() };
    let answer = tape.answers.get(tape.next);
    tape.next += 1;
    answer.map_or(ptr::null(), |answer| answer.as_ptr())
}
