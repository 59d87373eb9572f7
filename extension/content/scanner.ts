/** Keeps the marks in step with the page: one scan when it is there, then only what changes, once a frame at most. */
import type { FoundNumber } from "../generated/types";
import { mayHoldNumber, numbersIn } from "./candidates";
import { partsOf } from "./flow";
import { hrefOf } from "./hrefs";
import * as links from "./links";
import * as marks from "./marks";
import { DECIDING, isWanted, reading } from "./reading";
import * as roots from "./shadow";
import { dropAll, isLong, isMore, work, type Work, workFirst } from "./slices";
import { type Harvest, isLeftAlone, isOnLine, type Line, lineOf, type Run, textOf, walk } from "./walk";

/** Lines that changed. */
const changedLines = new Set<Line>();
/** Elements that came onto the page or are read in another way now, with all below them. */
const arrived = new Set<Element>();
/** Elements that left the page, or another place on it. */
const departed = new Set<Element>();
/** Elements of the page's own whose making is still to be loaded; no event tells that it was. */
const unmade = new Set<Element>();
let pending = false;

const WATCHED = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: DECIDING };

const observer = new MutationObserver((records) => {
  records.forEach(note);
  schedule();
});

/** What is done each time that something may have been found. */
let found: () => void;

export function start(onFound: () => void): void {
  found = onFound;
  marks.show(reading.show === "underline");
  observer.observe(document, WATCHED);
  if (document.body) work(catchUp([], new Set([document.body]), []));
}

export function stop(): void {
  observer.disconnect();
  pending = false;
  dropAll();
  [changedLines, arrived, departed, unmade].forEach((set) => set.clear());
  linked.length = written.length = 0;
  links.clearAll();
  marks.hide();
  roots.leaveAll();
}

/** Looks at what may have been made meanwhile: a script of the page was loaded, or the pointer is on something new. */
export function lookAgain(element?: Element): void {
  for (const host of element ? [element] : unmade) {
    const root = host.isConnected ? roots.findRoot(host) : null;
    if (root || !host.isConnected) unmade.delete(host);
    if (root && !isLeftAlone(host)) enter(root);
  }
}

/** Of a page that nobody sees the browser draws no frames; what it changes must not pile up. */
const UNSEEN_MS = 1_000;

function schedule(): void {
  if (pending || (changedLines.size === 0 && arrived.size === 0 && departed.size === 0)) return;
  pending = true;
  if (document.hidden) setTimeout(update, UNSEEN_MS);
  else requestAnimationFrame(update);
}

function note({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
  if (type === "attributes") {
    departed.add(target as Element);
    arrived.add(target as Element);
  }
  for (const node of removedNodes) if (node instanceof Element) departed.add(node);
  for (const node of addedNodes) if (node instanceof Element) arrived.add(node);
  // Blocks that come and go, such as the rows of a table, change nothing of the line that they stand between.
  const changed = type !== "childList" || [...addedNodes, ...removedNodes, previousSibling, nextSibling].some(isOnLine);
  const line = changed && lineOf(target);
  if (line && line !== document.documentElement) changedLines.add(line);
}

function update(): void {
  if (!pending) return;
  pending = false;
  lookAgain();
  work(catchUp([...changedLines], new Set(arrived), [...departed]));
  [changedLines, arrived, departed].forEach((set) => set.clear());
}

function* catchUp(lines: Line[], came: Set<Element>, gone: Element[]): Work {
  for (const element of gone) yield* forgetBelow(element);
  for (const line of lines) {
    forget(line);
    if (line.isConnected && !isInside(line, came)) yield* scan(line, true);
  }
  for (const element of came) {
    // What came inside something else that came is scanned with it.
    const { isConnected, parentElement } = element;
    if (isConnected && !(parentElement && isInside(parentElement, came))) yield* scan(element);
  }
  yield* settle();
}

function isInside(line: Line, elements: Set<Element>): boolean {
  for (let at: Element | null = line instanceof Element ? line : null; at; at = at.parentElement)
    if (elements.has(at)) return true;
  return false;
}

/** How often a line was scanned anew: an answer to an earlier scan comes too late. */
const generations = new WeakMap<Line, number>();
const generationOf = (line: Line): number => generations.get(line) ?? 0;

function forget(line: Line): void {
  generations.set(line, generationOf(line) + 1);
  marks.clear(line);
}

/** Forgets all that was found below an element, in its shadow roots too. */
function* forgetBelow(top: Line): Work {
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = top; node; node = walker.nextNode()) {
    marks.clear(node as Line);
    if (!(node instanceof Element)) continue;
    links.clear(node);
    const root = roots.leave(node);
    if (root) yield* forgetBelow(root);
    if (isLong()) yield;
  }
}

/** Marks what is below an element or root, and goes on into the shadow roots that are met. */
function* scan(root: Line, shallow = false): Work {
  for (const harvest of walk(root, shallow, isLong)) {
    take(harvest);
    if (isLong()) yield;
  }
}

/** What the background will be asked about; while it answers, one question gathers for all. */
const linked: LinkCandidate[] = [];
const written: RunCandidate[] = [];
let asking = false;

const settle = (): Work => marks.repaint(asking || linked.length + written.length > 0 || isMore());

function take(harvest: Harvest): void {
  harvest.unmade.forEach((element) => unmade.add(element));
  harvest.roots.forEach(enter);
  linked.push(...harvest.links.map((link) => ({ link, href: hrefOf(link) })));
  written.push(...runCandidates(harvest.runs));
  // After all of this slice.
  queueMicrotask(() => void askAll());
}

async function askAll(): Promise<void> {
  if (asking) return;
  // What has changed since is on its way again.
  const [addresses, texts] = [linked.splice(0), written.splice(0).filter(isCurrent)];
  if (addresses.length + texts.length === 0) return workFirst(settle());
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
  ]).catch((): FoundNumber[][][] => [[], []]);
  asking = false;
  workFirst(markAll());
  void askAll();

  function* markAll(): Work {
    // Links first: what a link's words say is not what it calls.
    addresses.forEach((candidate, index) => markLink(candidate, inAddresses[index] ?? []));
    for (const [index, candidate] of texts.entries()) {
      markRun(candidate, inTexts[index] ?? []);
      if (isLong()) yield;
    }
    yield* settle();
    found();
  }
}

function enter(root: ShadowRoot): void {
  if (!roots.enter(root)) return;
  observer.observe(root, WATCHED);
  work(scan(root));
}

interface LinkCandidate {
  link: HTMLAnchorElement;
  href: string;
}

function markLink({ link, href }: LinkCandidate, [number, ...more]: FoundNumber[]): void {
  const current = link.isConnected && hrefOf(link) === href;
  if (number && more.length === 0 && current && isWanted(number)) links.add(link, number);
}

interface RunCandidate {
  part: Run;
  /** The nodes' texts as they were. */
  written: string;
  generation: number;
}

function runCandidates(runs: Run[]): RunCandidate[] {
  const likely = runs.filter(({ text }) => mayHoldNumber(text.replace(/[\n\r\t]/g, " ")));
  const parts = likely.flatMap(partsOf).filter(({ text }) => mayHoldNumber(text));
  return parts.map((part) => ({ part, written: textOf(part.nodes), generation: generationOf(part.line) }));
}

/** The page goes on while the background is asked: only what still stands is marked. */
const isCurrent = ({ part: { line, nodes }, written, generation }: RunCandidate): boolean =>
  generation === generationOf(line) && line.isConnected && textOf(nodes) === written;

function markRun(candidate: RunCandidate, numbers: FoundNumber[]): void {
  if (numbers.length > 0 && isCurrent(candidate) && !isLeftAlone(candidate.part.line))
    marks.add(candidate.part, numbers.filter(isWanted), (node) => !links.isLinked(node));
}
