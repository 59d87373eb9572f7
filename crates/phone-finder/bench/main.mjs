/** Measures the finder against what else there is, on the corpus, in one run; every goal is printed as met or not. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import os from "node:os";
import { corpus, joined, pages, parted, score } from "./corpus.mjs";
import { ENGINES } from "./engines/index.mjs";
import { goals } from "./goals.mjs";
import { median } from "./median.mjs";
import { tableOf } from "./table.mjs";

const ROUNDS = 11;
const WARMING_ROUNDS = 2;
/** Processes for each engine. */
const FIRST_CALLS = 7;

const withLists = (region) => ({ ...region, list: region.texts.map(({ text }) => text), all: joined(region) });
const regions = corpus().map(withLists);
const page = pages(regions).map(withLists);
const names = Object.keys(ENGINES);

/** Two ways to call: each text by itself, or a region's texts as one. The module that ships takes them as a list. */
const each = (texts, { find }) => texts.map(({ region, list }) => list.map((text) => find(text, region)));
const batch = (texts, { find, findAll }) =>
  texts.map(({ region, list, all }) => (findAll ? findAll(list, region) : find(all, region)));

/** Each way on the corpus and on the page set. */
const WAYS = {
  each: (engine) => each(regions, engine),
  batch: (engine) => batch(regions, engine),
  pageEach: (engine) => each(page, engine),
  pageBatch: (engine) => batch(page, engine),
};
const WAY_NAMES = Object.keys(WAYS);

/** Teaches the floor the answers of each way, in the order in which they are asked for; gives where those of each begin. */
function taught({ learn }) {
  const begins = {};
  let learnt = 0;
  const find = (text, region) => {
    learn(text, region);
    learnt += 1;
    return [];
  };
  for (const way of WAY_NAMES) {
    begins[way] = learnt;
    WAYS[way]({ find });
  }
  return begins;
}

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Every engine once a round, in another order each round: noise hits all of them. */
function rounds(engines) {
  const times = Object.fromEntries(names.map((name) => [name, Object.fromEntries(WAY_NAMES.map((way) => [way, []]))]));
  for (let round = -WARMING_ROUNDS; round < ROUNDS; round += 1)
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + names.length * WARMING_ROUNDS) % names.length];
      for (const way of WAY_NAMES) {
        engines[name].rewind?.(begins[way]);
        const took = timed(() => WAYS[way](engines[name]));
        if (round >= 0) times[name][way].push(took);
      }
    }
  return times;
}

function scored(name, engine) {
  const { byPlace } = ENGINES[name];
  const figures = (foundIn) => {
    const scores = regions.map((region, at) => score(region.texts, foundIn(region, at), byPlace));
    return { precision: percent(scores, "madeUp"), recall: percent(scores, "missed") };
  };
  const [each, batch] = [WAYS.each(engine), WAYS.batch(engine)];
  return {
    each: figures((_, at) => each[at]),
    batch: figures((region, at) => (engine.findAll ? batch[at] : parted(region, batch[at]))),
  };
}

function percent(scores, error) {
  const total = (key) => scores.reduce((sum, each) => sum + each[key], 0);
  return (100 * total("hit")) / (total("hit") + total(error));
}

/** Medians over fresh processes. */
function firstCalls(name) {
  const script = fileURLToPath(new URL("first-call.mjs", import.meta.url));
  const runs = Array.from({ length: FIRST_CALLS }, () => JSON.parse(execFileSync(process.execPath, [script, name])));
  const of = (key) => (key in runs[0] ? median(runs.map((run) => run[key])) : undefined);
  return { first: of("first"), warm: of("warm"), fresh: of("fresh") };
}

const engines = {};
for (const name of names) engines[name] = await ENGINES[name].load();
const begins = taught(engines.floor);
const times = rounds(engines);
const results = {};
for (const name of names) {
  const bytes = await ENGINES[name].bytes?.();
  results[name] = {
    ...ENGINES[name],
    scores: name === "floor" ? undefined : scored(name, engines[name]),
    times: Object.fromEntries(
      Object.entries(times[name]).map(([way, all]) => [way, { median: median(all), best: Math.min(...all) }]),
    ),
    calls: name === "floor" ? {} : firstCalls(name),
    raw: bytes?.length,
    gzip: bytes && gzipSync(bytes, { level: 9 }).length,
    pages: engines[name].pages?.(),
  };
}

const sizeOf = (regions) => {
  const texts = regions.flatMap((region) => region.texts);
  const withNumbers = texts.filter(({ numbers }) => numbers.length > 0).length;
  return `${texts.length} texts, ${((100 * withNumbers) / texts.length).toFixed(1)} % with numbers, ${regions.length} regions`;
};
const [cpu] = os.cpus();
console.log(
  `the corpus: ${sizeOf(regions)}; the page: ${sizeOf(page)}; ${ROUNDS} rounds; ` +
    `Node.js ${process.version}, ${os.cpus().length} × ${cpu.model}, ${new Date().toISOString().slice(0, 10)}\n`,
);
console.log(tableOf(results));
for (const { met, text } of goals(results)) console.log(`${met ? "met    " : "NOT MET"} ${text}`);
