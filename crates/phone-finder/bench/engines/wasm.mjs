/** Modules of `wasm/`: the text goes into the module's memory, one call, records come out. */
import { readFileSync } from "node:fs";

const BUILT = new URL("../../../../target/bench/wasm32-unknown-unknown/release/examples/", import.meta.url);
const writer = new TextEncoder();
const reader = new TextDecoder();

export const bytesOf = (name) => readFileSync(new URL(`${name}.wasm`, BUILT));

/** A fresh instance of a compiled module; `fresh` gives another one. */
export function instantiate(module) {
  const { exports } = new WebAssembly.Instance(module);
  return {
    find: (text, region) => find(exports, text, region),
    fresh: () => instantiate(module),
    pages: () => exports.memory.buffer.byteLength / 65_536,
  };
}

function find({ memory, room, find }, text, region) {
  // No UTF-16 unit takes more than three bytes; what is left over are blanks.
  const at = room(text.length * 3);
  const { written } = writer.encodeInto(text, new Uint8Array(memory.buffer, at, text.length * 3));
  room(written);
  const answer = find((region.charCodeAt(0) << 8) | region.charCodeAt(1));
  const [count, records, numbers, length] = new Uint32Array(memory.buffer, answer, 4);
  return read(new Uint32Array(memory.buffer, records, count * 3), new Uint8Array(memory.buffer, numbers, length));
}

function read(records, bytes) {
  const numbers = reader.decode(bytes);
  const found = [];
  for (let at = 0, from = 0; at < records.length; at += 3) {
    const to = records[at + 2];
    found.push({ start: records[at], end: records[at + 1], number: numbers.slice(from, to) });
    from = to;
  }
  return found;
}
