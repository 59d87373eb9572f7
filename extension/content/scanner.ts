/** Keeps the marks in step with the page: one scan when it is there, then only what changes, once a frame at most. */
import type { FoundNumber } from "../generated/types";
import { mayHoldNumber, numbersIn } from "./candidates";
import { partsOf } from "./flow";
import * as links from "./links";
import * as marks from "./marks";
import { DECIDING, isWanted, reading } from "./reading";
import * as roots from "./shadow";
import { type Harvest, isLeftAlone, type Line, lineOf, type Run, textOf, walk } from "./walk";

/** Lines that changed. */
const changedLines = new Set<Line>();
/** Elements that came onto the page or are read in another way now, with all below them. */
const arrived = new Set<Element>();
/** Elements that left the page, or another place on it. */
const departed = new Set<Element>();
/** Elements of the page's own whose making is still to be loaded; no event tells that it was. */
const unmade = new Set<Element>();
let frame = 0;

const WATCHED = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: DECIDING };

const observer = new MutationObserver((records) => {
  records.forEach(note);
  schedule();
});

export function start(): void {
  marks.show(reading.show === "underline");
  observer.observe(document, WATCHED);
  if (document.body) void take(walk(document.body));
}

export function stop(): void {
  observer.disconnect();
  cancelAnimationFrame(frame);
  frame = 0;
  [changedLines, arrived, departed, unmade].forEach((set) => set.clear());
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

function schedule(): void {
  if (frame === 0 && (changedLines.size > 0 || arrived.size > 0 || departed.size > 0))
    frame = requestAnimationFrame(update);
}

function note({ type, target, addedNodes, removedNodes }: MutationRecord): void {
  if (type === "attributes") {
    departed.add(target as Element);
    arrived.add(target as Element);
  }
  const line = lineOf(target);
  if (line && line !== document.documentElement) changedLines.add(line);
  for (const node of removedNodes) if (node instanceof Element) departed.add(node);
  for (const node of addedNodes) if (node instanceof Element) arrived.add(node);
}

function update(): void {
  frame = 0;
  departed.forEach(forgetBelow);
  departed.clear();
  lookAgain();
  const harvests = [...changes()];
  changedLines.clear();
  arrived.clear();
  harvests.forEach((harvest) => void take(harvest));
}

function* changes(): Generator<Harvest> {
  const [lines, elements] = [new Set(changedLines), [...arrived].filter((element) => element.isConnected)];
  for (const line of lines) forget(line);
  for (const line of lines) if (line.isConnected && !isInside(line, arrived)) yield walk(line, true);
  for (const element of elements) {
    // What came inside something else that came is scanned with it.
    if (element.parentElement && isInside(element.parentElement, arrived)) continue;
    const harvest = walk(element);
    // An inline element that came is a part of its line, which changed as a whole.
    yield { ...harvest, runs: harvest.runs.filter(({ line }) => element.contains(line)) };
  }
}

function isInside(line: Line, elements: Set<Element>): boolean {
  for (let at: Element | null = line instanceof Element ? line : null; at; at = at.parentElement)
    if (elements.has(at)) return true;
  return false;
}

/** How often a line was scanned anew: an answer to an earlier scan comes too late. */
const generations = new WeakMap<Line, number>();
const generationOf = (line: Line): number => generations.get(line) ?? 0;
/** How many scans wait for an answer. */
let asking = 0;

function forget(line: Line): void {
  generations.set(line, generationOf(line) + 1);
  marks.clear(line);
}

/** Forgets all that was found below an element, in its shadow roots too. */
function forgetBelow(top: Line): void {
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = top; node; node = walker.nextNode()) {
    if (asking > 0) forget(node as Line);
    else marks.clear(node as Line);
    if (!(node instanceof Element)) continue;
    links.clear(node);
    const root = roots.leave(node);
    if (root) forgetBelow(root);
  }
}

/** Marks what a walk met, and goes on into the shadow roots that it met. */
async function take(harvest: Harvest): Promise<void> {
  harvest.unmade.forEach((element) => unmade.add(element));
  harvest.roots.forEach(enter);
  const [linked, written] = [linkCandidates(harvest.links), runCandidates(harvest.runs)];
  if (linked.length === 0 && written.length === 0) return;
  asking += 1;
  try {
    const [inLinks, inRuns] = await Promise.all([
      numbersIn(
        linked.map(({ text }) => text),
        "lenient",
      ),
      numbersIn(written.map(({ part }) => part.text)),
    ]);
    // Links first: what a link's words say is not what it calls.
    linked.forEach((candidate, index) => markLink(candidate, inLinks[index] ?? []));
    written.forEach((candidate, index) => markRun(candidate, inRuns[index] ?? []));
  } finally {
    asking -= 1;
  }
}

function enter(root: ShadowRoot): void {
  if (!roots.enter(root)) return;
  observer.observe(root, WATCHED);
  void take(walk(root));
}

interface LinkCandidate {
  link: HTMLAnchorElement;
  text: string;
}

function linkCandidates(found: HTMLAnchorElement[]): LinkCandidate[] {
  const candidates = found.map((link) => ({ link, text: links.textOf(link) }));
  return candidates.filter((candidate): candidate is LinkCandidate => candidate.text !== null);
}

function markLink({ link, text }: LinkCandidate, [number, ...more]: FoundNumber[]): void {
  const current = link.isConnected && links.textOf(link) === text;
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
function markRun({ part, written, generation }: RunCandidate, numbers: FoundNumber[]): void {
  const { line, nodes } = part;
  const current = generation === generationOf(line) && line.isConnected && textOf(nodes) === written;
  if (current) marks.add(part, numbers.filter(isWanted), (node) => !links.isLinked(node));
}
