/**
 * What the first call of an engine takes: on a page's texts, with nothing run before, in a process of its own.
 * `node first-call.mjs ENGINE` prints milliseconds, `{"first", "warm", "fresh"}`: `first` is the call after the engine was
 * loaded, so the browser's compiler has its part in it; `warm` the median of later ones, when that compiler has done
 * its best; `fresh` the median of first calls of new instances of a module that is compiled by then.
 */
import { performance } from "node:perf_hooks";
import { corpus, joined } from "./corpus.mjs";
import { ENGINES } from "./engines/index.mjs";
import { median } from "./median.mjs";

const WARMING_MS = 400;
const CALLS = 15;

const page = joined(corpus().find(({ region }) => region === "MX"));
const engine = await ENGINES[process.argv[2]].load();

function time({ find }) {
  const start = performance.now();
  find(page, "MX");
  return performance.now() - start;
}

const first = time(engine);
for (const end = performance.now() + WARMING_MS; performance.now() < end;) time(engine);
const calls = Array.from({ length: CALLS });
const warm = median(calls.map(() => time(engine)));
const fresh = engine.fresh && median(calls.map(() => time(engine.fresh())));
console.log(JSON.stringify({ first, warm, fresh }));
