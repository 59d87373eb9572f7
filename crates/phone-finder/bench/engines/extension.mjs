/** The module that ships, called as the extension's background calls it. */
import { readFileSync } from "node:fs";

const GENERATED = new URL("../../../../extension/generated/store/", import.meta.url);
const glue = await import(new URL("ucontact_wasm.js", GENERATED));

export const bytes = readFileSync(new URL("ucontact_wasm_bg.wasm", GENERATED));

export function instantiate(module) {
  const { memory } = glue.initSync({ module });
  const findAll = (texts, region) => glue.findNumbers(texts, region).map((found) => found.map(asFound));
  return {
    find: (text, region) => findAll([text], region)[0],
    findAll,
    pages: () => memory.buffer.byteLength / 65_536,
  };
}

const asFound = ({ start, end, e164, ext }) => ({ start, end, number: withExtension(e164, ext) });

const withExtension = (e164, ext) => (ext ? `${e164};ext=${ext}` : e164);
