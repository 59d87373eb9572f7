/** The results as a page to read: a row for each fault, a column for each browser, protocol and state of the connection. */
import type { BrowserName } from "../browsers";
import { codeOf, placeOf, type Row } from "./rows";

/** All rows of one browser. */
export interface Run {
  browser: BrowserName;
  /** As the browser says it. */
  version: string;
  rows: Row[];
  ms: number;
}

const PLACES = [
  "http/1.1 fresh",
  "http/1.1 reused",
  "http/1.1 reused, kept open",
  "h2 fresh",
  "h2 reused",
  "h2 after an update",
  "h2 after a start",
];

export function report(runs: Run[]): string {
  const names = [...new Set(runs.flatMap(({ rows }) => rows.map(({ fault }) => fault.name)))].sort();
  const columns = runs.flatMap((run) =>
    PLACES.filter((place) => run.rows.some((row) => placeOf(row) === place)).map((place) => ({ run, place })),
  );
  const cells = (name: string): string[] =>
    columns.map(({ run, place }) => {
      const row = run.rows.find((row) => row.fault.name === name && placeOf(row) === place);
      return row ? cell(row) : "";
    });
  return [
    "# What each fault led to",
    "",
    "Written by `./build.sh test --faults`. Each cell is one real click on a number: the POSTs that the server counted, and how the",
    "call ended in the journal. *reused* means behind a call that went well on the same origin; *kept open*, on a server that does",
    "not heed `connection: close`; *after an update* of the extension, *after a start* of the browser: the first call since, to an",
    "instance that was called before. The faults are in `crates/ucontact-sandbox/src/doors/catalogue/`.",
    "",
    ...runs.map(summary),
    "",
    table(["fault", ...columns.map(({ run, place }) => `${run.browser} ${place}`)]),
    table(["fault", ...columns].map(() => "---")),
    ...names.map((name) => table([name, ...cells(name)])),
    "",
  ].join("\n");
}

function summary({ version, rows, ms }: Run): string {
  const bomb = Math.max(...rows.filter(({ fault }) => fault.name === "gzip-bomb").map(({ grown }) => grown));
  const repeated = rows.filter(({ posts }) => posts > 1).length;
  return `- ${version}: ${rows.length} rows in ${Math.round(ms / 1000)} s; ${repeated} of them with more than one POST; the gzip bomb took ${Math.round(bomb / (1 << 20))} MiB`;
}

const cell = (row: Row): string => `${row.posts > 1 ? `**${row.posts}**` : row.posts} ${codeOf(row)}`;

const table = (cells: string[]): string => `| ${cells.join(" | ")} |`;
