/** The results as one table of Markdown. */

const HEAD = [
  "engine",
  "precision %",
  "recall %",
  "corpus, text by text ms",
  "ratio",
  "corpus, in one ms",
  "ratio",
  "page, text by text ms",
  "ratio",
  "page, in one ms",
  "ratio",
  "first call ms",
  "of a fresh instance",
  "warm",
  "wasm KB",
  "gzip KB",
  "memory KiB",
];

const number = (value, digits) => value?.toFixed(digits) ?? "";
const kilobytes = (bytes) => (bytes === undefined ? "" : (bytes / 1000).toFixed(1));

/** `results`: by engine, ours first; times are `median (best)`, ratios of medians to ours. */
export function tableOf(results) {
  const [ours] = Object.values(results);
  const rows = Object.values(results).map(({ title, byPlace, scores, times, calls, raw, gzip, pages }) => {
    const star = byPlace ? "*" : "";
    const time = (way) => `${number(times[way].median, 2)} (${number(times[way].best, 2)})`;
    const ratio = (way) => number(times[way].median / ours.times[way].median, 1);
    return [
      title,
      ...["precision", "recall"].map((figure) => (scores ? number(scores.each[figure], 2) + star : "")),
      ...Object.keys(times).flatMap((way) => [time(way), ratio(way)]),
      number(calls.first, 2),
      number(calls.fresh, 2),
      number(calls.warm, 2),
      kilobytes(raw),
      kilobytes(gzip),
      pages === undefined ? "" : String(pages * 64),
    ];
  });
  return aligned([HEAD, HEAD.map((_, at) => (at === 0 ? "---" : "--:")), ...rows]);
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return rows.map((row) => `| ${row.map(cell).join(" | ")} |\n`).join("");
}
