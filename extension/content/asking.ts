/** Asks the background what numbers there are, one question at a time, and marks what it answers. */
import type { FoundNumber } from "../generated/types";
import { LONGEST, mayHoldNumber, MOST, numbersIn } from "./candidates";
import * as drawing from "./drawing";
import { partsOf, piecesOf } from "./flow";
import { hrefOf } from "./hrefs";
import * as links from "./links";
import * as marks from "./marks";
import { isWanted } from "./reading";
import { isLong, isMore, type Work, workFirst } from "./slices";
import { isLeftAlone, type Line, type Run, textOf } from "./walk";

interface LinkCandidate {
  link: HTMLAnchorElement;
  href: string;
}

interface RunCandidate {
  part: Run;
  /** The nodes' texts as they were. */
  written: string;
  generation: number;
}

/** What the background will be asked about; while it answers, one question gathers for all. */
let linked: LinkCandidate[] = [];
let written: RunCandidate[] = [];
let asking = false;
/** What got no answer, and when the last did not: it is asked about again with what happens later than this. */
let unanswered: { addresses: LinkCandidate[]; texts: RunCandidate[]; from: number }[] = [];
let failedAt = 0;
const RETRY_MS = 1_000;
/** How often the page has changed, and how often it had when what is asked about was begun to be read. */
let changes = 0;
let since = 0;
/** How often a line was scanned anew: an answer to an earlier scan comes too late. */
const generations = new WeakMap<Line, number>();
const generationOf = (line: Line): number => generations.get(line) ?? 0;

/** Whether what is drawn could be called; a new one whenever the page begins to be read. */
let isReady: (() => boolean) | undefined;

/** Begins anew, or ends. */
export function begin(ready?: () => boolean): void {
  isReady = ready;
  [linked, written, unanswered] = [[], [], []];
}

/** Something happened: asks about what is new, and about what got no answer, which may get one now. */
export function askAgain(): void {
  const isSoon = performance.now() - failedAt < RETRY_MS;
  for (const { addresses, texts, from } of isSoon ? [] : unanswered.splice(0)) {
    countFrom(from);
    [linked, written] = [linked.concat(addresses), written.concat(texts)];
  }
  queueMicrotask(askAll);
}

/** The page is no longer what it was. */
export const pageChanged = (): void => void (changes += 1);

/** What was read on a line no longer counts. */
export const outdate = (line: Line): void => void generations.set(line, generationOf(line) + 1);

export const changesSoFar = (): number => changes;

/** Asks about links and runs, with all that comes in this slice, which were begun to be read after so many changes. */
export function askAbout(found: HTMLAnchorElement[], runs: Run[], after = changes): void {
  countFrom(after);
  for (const link of found) linked.push({ link, href: hrefOf(link) });
  for (const run of runs) addCandidates(run);
  askAgain();
}

const isNothing = (): boolean => linked.length + written.length === 0;

const countFrom = (after: number): void => void (since = isNothing() ? after : Math.min(since, after));

function addCandidates(run: Run): void {
  // Long texts are cut into pieces, where they are in few nodes: a place is searched for from the first of them.
  if (!mayHoldNumber(run.text, run.nodes.length < 9 ? MOST : LONGEST)) return;
  for (const part of partsOf(run).flatMap(piecesOf))
    if (mayHoldNumber(part.text))
      written.push({
        part,
        written: textOf(part.nodes),
        generation: generationOf(part.line),
      });
}

async function askAll(): Promise<void> {
  if (asking || isNothing()) return;
  const [addresses, texts, from, told] = [linked, written, since, isReady];
  [linked, written] = [[], []];
  asking = true;
  const [inAddresses = [], inTexts = []] = await Promise.all([
    numbersIn(
      addresses.map(({ href }) => href),
      "address",
    ),
    numbersIn(
      texts.map(({ part }) => part.text),
      "text",
    ),
  ]).catch((): FoundNumber[][][] => {
    failedAt = performance.now();
    if (told === isReady) unanswered.push({ addresses, texts, from });
    return [];
  });
  asking = false;
  if (told === isReady) workFirst(markAll());
  void askAll();

  function* markAll(): Work {
    // Links first: what a link's words say is not what it calls.
    addresses.forEach((candidate, index) => markLink(candidate, inAddresses[index] ?? []));
    for (const [index, candidate] of texts.entries()) {
      // The page goes on while the background is asked: only what still stands is marked.
      const numbers = inTexts[index]?.filter(isWanted) ?? [];
      if (numbers.length > 0 && (from === changes || stands(candidate)))
        marks.add(candidate.part, numbers, (node) => !links.isLinked(node));
      if (isLong()) yield;
    }
    settle();
  }
}

/** Whether a run is still there as it was: a text that the page took away goes on to say what it said. */
const stands = ({ part: { line, nodes }, written, generation }: RunCandidate): boolean =>
  generation === generationOf(line) &&
  nodes.every((node) => node.isConnected) &&
  textOf(nodes) === written &&
  !isLeftAlone(line);

function markLink({ link, href }: LinkCandidate, [number, ...more]: FoundNumber[]): void {
  const current = link.isConnected && hrefOf(link) === href;
  if (number && more.length === 0 && current && isWanted(number)) links.add(link, number);
}

/** All that was found and can be called. */
export const found = (): (marks.Mark | links.Link)[] => [...marks.all(), ...links.all()];

/** Draws what was marked. */
export function settle(): void {
  if (drawing.isCurrent() || !isReady?.()) return;
  drawing.repaint(asking || !isNothing() || isMore(), () => found().map(({ range }) => range));
}
