/** Where a browser defeats us: it repeats the POST by itself, and nothing that an extension may do keeps it from that. */
import type { BrowserName } from "../browsers";
import { type Case, placeOf, type Row } from "./rows";

interface Known {
  browsers: BrowserName[];
  faults: RegExp;
  places: RegExp;
  /** POSTs that the server counts for one click. */
  posts: number;
  /** It may be fewer: what the browser does is a matter of moments. */
  orFewer?: true;
}

/** Pinned, so that a change of the browsers or of ours is noticed; SECURITY.md tells of each. */
const KNOWN: Known[] = [
  // By the book such a stream was not processed: the browser may try again.
  { browsers: ["chromium"], faults: /^(head-)?rst-refused-stream$/, places: /^h2 fresh$/, posts: 3 },
  // Heads alone: as long as nobody has read from the stream, nothing was sent that could be sent twice.
  {
    browsers: ["chromium"],
    faults: /^head-rst-refused-stream$/,
    places: /^h2 (reused|after)/,
    posts: 3,
    orFewer: true,
  },
  {
    browsers: ["firefox"],
    faults: /^(head-)?rst-(?!no-error|cancel|http-1\.1-required)/,
    places: /^h2/,
    posts: 10,
  },
  { browsers: ["firefox"], faults: /^408$/, places: /^h2/, posts: 10 },
  // By the book the request came to the wrong server: the browser may try it on another connection.
  { browsers: ["chromium"], faults: /^421$/, places: /^(http\/1\.1 (fresh|reused)|h2 fresh)$/, posts: 2 },
  { browsers: ["firefox"], faults: /^421$/, places: /(fresh|reused)$/, posts: 2 },
  // A server that goes on after it was told to close breaks the only defence that HTTP/1 has.
  { browsers: ["chromium", "firefox"], faults: /^whole-(close|reset)$/, places: /kept open$/, posts: 2 },
  { browsers: ["chromium"], faults: /^408$/, places: /kept open$/, posts: 2 },
];

/** How many POSTs a row is known to have, where that may be more than one. */
export const repeatsOf = (browser: BrowserName, row: Case): Known | undefined =>
  KNOWN.find(
    ({ browsers, faults, places }) =>
      browsers.includes(browser) && faults.test(row.fault.name) && places.test(placeOf(row)),
  );

/** Whether a row has the POSTs that it may have, or the repeats that it is known for. */
export function isAsKnown(browser: BrowserName, row: Row): boolean {
  const known = repeatsOf(browser, row);
  if (!known) return row.posts <= 1;
  return known.orFewer ? row.posts <= known.posts && row.whole <= 1 : row.posts === known.posts;
}
