/** What the finder has to reach, and whether it does. */

const KB = 1000;
const MB = 1024 * 1024;

/** `[{met, text}]`, from the results of all engines. */
export function goals(results) {
  const ours = results.finder;
  const times = (name, way) => results[name].times[way].median / ours.times[way].median;
  const faster = (name, least) =>
    Object.keys(WAYS).map((way) =>
      goal(
        times(name, way) >= least,
        `${WAYS[way]}: ${times(name, way).toFixed(1)}x the speed of ${name}; goal: at least ${least}x`,
      ),
    );
  const bound = (way) => ours.times[way].median / results.scan.times[way].median;
  const near = Object.keys(WAYS).map((way) =>
    goal(bound(way) <= 1.2, `${WAYS[way]}: ${bound(way).toFixed(2)}x the time of the lower bound; goal: at most 1.2x`),
  );
  const toWarm = (call) => ours.calls[call] / ours.calls.warm;
  const memory = ours.pages * 65_536;
  return [
    ...faster("libphonenumber-js", 60),
    ...faster("port", 25),
    ...near,
    ...Object.entries(FIRST).map(([call, name]) =>
      goal(toWarm(call) <= 2, `${name} ${toWarm(call).toFixed(2)}x a warm one; goal: at most 2x`),
    ),
    goal(ours.gzip <= 60 * KB, `${(ours.gzip / KB).toFixed(1)} KB gzip; goal: at most 60 KB`),
    goal(memory <= 2 * MB, `${(memory / MB).toFixed(2)} MiB of memory; goal: at most 2 MiB`),
    ...["precision", "recall"].map((figure) => best(results, figure)),
  ];
}

const FIRST = { first: "first call, compilation by Node.js included,", fresh: "first call of a fresh instance" };
const WAYS = {
  each: "corpus, text by text",
  batch: "corpus, in one",
  pageEach: "page, text by text",
  pageBatch: "page, in one",
};

const goal = (met, text) => ({ met, text });

function best(results, figure) {
  const { finder, extension, floor, ...others } = results;
  const [name, next] = Object.entries(others)
    .map(([name, { scores }]) => [name, scores.each[figure]])
    .sort(([, a], [, b]) => b - a)[0];
  const ours = finder.scores.each[figure];
  return goal(
    ours >= next,
    `${figure} ${ours.toFixed(2)} %, the next best ${next.toFixed(2)} % (${name}); goal: above all`,
  );
}
