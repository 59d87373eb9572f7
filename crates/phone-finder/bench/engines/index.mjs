/** All engines, by name, with what is to be known of each. */
import * as javascript from "./javascript.mjs";
import * as modules from "./wasm.mjs";

/**
 * `load()` gives `{find(text, region), findAll?(texts, region), fresh?(), pages?()}`; `bytes()` a module's bytes.
 * The floor's also `learn(text, region)` and `rewind(answer)`: it answers in the order in which it has learnt.
 * `byPlace`: it does not say which number it found, so it is judged by the place alone.
 */
export const ENGINES = {
  finder: ofModule("phone-finder", () => modules.bytesOf("finder")),
  extension: {
    title: "phone-finder in the module that ships",
    async load() {
      const { bytes, instantiate } = await import("./extension.mjs");
      return instantiate(new WebAssembly.Module(bytes));
    },
    bytes: async () => (await import("./extension.mjs")).bytes,
  },
  scan: { ...ofModule("lower bound: digit runs", () => modules.bytesOf("scan")), byPlace: true },
  floor: {
    title: "floor: finds nothing",
    load: () => {
      const compiled = (name) => new WebAssembly.Module(modules.bytesOf(name));
      return modules.instantiateFloor(compiled("floor"), modules.instantiate(compiled("finder")));
    },
  },
  port: ofModule("rlibphonenumber's matcher", () => modules.bytesOf("port")),
  "libphonenumber-js": ofPackage("libphonenumber-js max", javascript.libphonenumberJs),
  ringcentral: ofPackage("ringcentral-c2d's call", javascript.ringcentral),
  google: ofPackage("google-libphonenumber, regex + parse", javascript.googleLibphonenumber),
  linkify: { ...ofPackage("linkifyjs + a phone token", javascript.linkify), byPlace: true },
  autolinker: { ...ofPackage("autolinker", javascript.autolinker), byPlace: true },
  regexes: { ...ofPackage("ringcentral-c2d's regexes", javascript.regexes), byPlace: true },
};

function ofModule(title, bytes) {
  return { title, bytes, load: () => modules.instantiate(new WebAssembly.Module(bytes())) };
}

function ofPackage(title, start) {
  return { title, load: () => ({ find: start() }) };
}
