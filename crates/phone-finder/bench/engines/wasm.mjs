/** Modules of `wasm/`: the text goes into the module's memory, one call, records come out. */
import { readFileSync } from "node:fs";

const BUILT = new URL("../../../../target/bench/wasm32-unknown-unknown/release/examples/", import.meta.url);
const writer = new TextEncoder();
/** Texts up to this are written unit by unit, while they are ASCII: faster than by the encoder. */
const SHORT = 20;
/** Numbers up to this are read at once. */
const USUAL = 16;

export const bytesOf = (name) => readFileSync(new URL(`${name}.wasm`, BUILT));

/** A fresh instance of a compiled module; `fresh` gives another one. */
export function instantiate(module) {
  const { exports } = new WebAssembly.Instance(module);
  const memory = new Memory(exports);
  return {
    find: (text, region) => memory.find(text, region),
    fresh: () => instantiate(module),
    pages: () => exports.memory.buffer.byteLength / 65_536,
  };
}

/** The module that finds nothing and hands out what `finder` found before: what is left is the way in and the way out. */
export function instantiateFloor(module, finder) {
  const { exports } = new WebAssembly.Instance(module);
  const memory = new Memory(exports);
  return {
    find: (text, region) => memory.find(text, region),
    learn: (text, region) => memory.learn(finder.find(text, region)),
    rewind: (answer) => exports.rewind(answer),
    pages: () => exports.memory.buffer.byteLength / 65_536,
  };
}

class Memory {
  #exports;
  #bytes = new Uint8Array();
  #words = new Uint32Array();
  /** Where texts are written. */
  #at = 0;
  /** How many bytes fit there. */
  #capacity = 0;
  /** That place, for the encoder. */
  #room = new Uint8Array();

  constructor(exports) {
    this.#exports = exports;
    this.#look();
  }

  /** The memory is another one after it has grown, and the one before has no length. */
  #look() {
    if (this.#bytes.length > 0) return;
    const { buffer } = this.#exports.memory;
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.#room = this.#bytes.subarray(this.#at, this.#at + this.#capacity);
  }

  find(text, region) {
    const answer = this.#exports.find(this.#write(text), (region.charCodeAt(0) << 8) | region.charCodeAt(1));
    this.#look();
    const count = this.#words[answer >> 2];
    return count === 0 ? [] : this.#read(count, this.#words[(answer >> 2) + 1], this.#words[(answer >> 2) + 2]);
  }

  /** Keeps what was found as an answer in the form of the other modules' own. */
  learn(found) {
    const numbers = writer.encode(found.map(({ number }) => number).join(""));
    const head = 3 + found.length * 3;
    const at = this.#exports.learn(head + Math.ceil(numbers.length / 4));
    this.#look();
    this.#words.set([found.length, at + 12, at + head * 4], at >> 2);
    let end = 0;
    const records = found.flatMap(({ start, end: behind, number }) => [start, behind, (end += number.length)]);
    this.#words.set(records, (at >> 2) + 3);
    this.#bytes.set(numbers, at + head * 4);
  }

  /** Writes the text as UTF-8; gives how many bytes that took. */
  #write(text) {
    const { length } = text;
    // No UTF-16 unit takes more than three bytes.
    if (length * 3 > this.#capacity) this.#grow(length * 6);
    if (length <= SHORT && this.#writeAscii(text)) return length;
    return writer.encodeInto(text, this.#room).written;
  }

  #grow(length) {
    this.#capacity = length;
    this.#at = this.#exports.room(length);
    this.#look();
    this.#room = this.#bytes.subarray(this.#at, this.#at + length);
  }

  #writeAscii(text) {
    const bytes = this.#bytes;
    const at = this.#at;
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      if (unit > 0x7f) return false;
      bytes[at + place] = unit;
    }
    return true;
  }

  #read(count, records, numbers) {
    const found = new Array(count);
    for (let place = 0, at = records >> 2, from = numbers; place < count; place += 1, at += 3) {
      const to = numbers + this.#words[at + 2];
      found[place] = { start: this.#words[at], end: this.#words[at + 1], number: this.#ascii(from, to) };
      from = to;
    }
    return found;
  }

  /** One call for many characters takes a third of the time of a call for each. */
  #ascii(from, to) {
    const b = this.#bytes;
    if (to - from <= USUAL && from + USUAL <= b.length) {
      const at = from + 8;
      // prettier-ignore
      return String.fromCharCode(
        b[from], b[from + 1], b[from + 2], b[from + 3], b[from + 4], b[from + 5], b[from + 6], b[from + 7],
        b[at], b[at + 1], b[at + 2], b[at + 3], b[at + 4], b[at + 5], b[at + 6], b[at + 7],
      ).slice(0, to - from);
    }
    let text = "";
    for (let at = from; at < to; at += 1) text += String.fromCharCode(b[at]);
    return text;
  }
}
