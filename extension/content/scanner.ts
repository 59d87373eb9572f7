/** Keeps the marks in step with the page: one scan when it is there, then only what changes, once a frame at most. */
import { mayHoldNumber } from "./candidates";
import { closest } from "./composed";
import { askAbout, begin, changesSoFar, outdate, pageChanged, settle } from "./asking";
import * as drawing from "./drawing";
import { phoneLinks } from "./hrefs";
import * as links from "./links";
import * as marks from "./marks";
import { isElement, TEXTS } from "./places";
import { DECIDING } from "./reading";
import { runsBelow } from "./runs";
import * as roots from "./shadow";
import { dropAll, isLong, work, type Work } from "./slices";
import { kindOf } from "./tags";
import { isLeftAlone, isOnLine, type Line, lineOf, runsOn } from "./walk";

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
  pageChanged();
  records.forEach(note);
  schedule();
});

/** Reads the page, from the beginning. Of one that still arrives, marks what comes first: it is read anew when it is there. */
export function start(isReady: () => boolean): void {
  stop();
  begin(isReady);
  drawing.show();
  readBody(glance);
  if (isArriving()) {
    // Of a page that arrives slowly, nothing may be there yet; with its first frame there is.
    requestAnimationFrame(() => isArriving() && readBody(glance));
  } else {
    observer.observe(document, WATCHED);
    // What is asked about first comes back first; or it is known, and drawn before the page is.
    queueMicrotask(() => readBody(scan));
  }
}

export const isArriving = (): boolean => document.readyState === "loading";

const readBody = (how: (body: Element) => Work): unknown => document.body && work(how(document.body));

/** As many characters as are in sight, or a few more. */
const FIRST = 8_000;

/** Marks what comes first, a line at a time, but for links: what their words say is not what they call. */
function* glance(body: Element): Work {
  const lines = new Set<Line>();
  const texts = document.createTreeWalker(body, TEXTS);
  for (let met = 0; met < FIRST && texts.nextNode();) {
    const text = texts.currentNode as Text;
    met += text.length;
    if (mayHoldNumber(text.data) && !closest(text, "a")) lines.add(lineOf(text)!);
  }
  for (const line of lines) if (phoneLinks(line).length === 0) yield* scanLine(line);
}

export function stop(): void {
  observer.disconnect();
  pending = false;
  dropAll();
  begin();
  [changedLines, arrived, departed, unmade].forEach((set) => set.clear());
  links.clearAll();
  marks.clearAll();
  drawing.hide();
  roots.leaveAll();
}

/** Looks at what may have been made meanwhile: a script of the page was loaded. */
export function lookAgain(): void {
  for (const host of unmade) {
    const root = host.isConnected ? roots.findRoot(host) : null;
    if (root || !host.isConnected) unmade.delete(host);
    enter(root);
  }
}

/** Looks closely at where the agent is: at an element and all that it is in. */
export function lookAround(element: Element | null): void {
  for (let at = element; at; at = at.parentElement) enter(roots.findRoot(at, true));
}

/** Of a page that nobody sees the browser draws no frames; what it changes must not pile up. */
const UNSEEN_MS = 1_000;

function schedule(): void {
  if (pending || changedLines.size + arrived.size + departed.size === 0) return;
  pending = true;
  if (document.hidden) setTimeout(update, UNSEEN_MS);
  else requestAnimationFrame(update);
}

function note({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
  if (type === "attributes") {
    departed.add(target as Element);
    arrived.add(target as Element);
  }
  let isChanged = type !== "childList";
  if (type === "characterData") marks.clear(target);
  for (const node of removedNodes) {
    if (isElement(node)) departed.add(node);
    else marks.clear(node);
    isChanged ||= isOnLine(node);
  }
  for (const node of addedNodes) {
    if (isElement(node)) arrived.add(node);
    isChanged ||= isOnLine(node);
  }
  // Blocks that come and go, such as the rows of a table, change nothing of the line that they stand between.
  const line = (isChanged || isOnLine(previousSibling) || isOnLine(nextSibling)) && lineOf(target);
  if (line && line !== document.documentElement) changedLines.add(line);
}

/** Looks at what changed. */
export function update(): void {
  if (!pending) return;
  pending = false;
  lookAgain();
  work(catchUp([...changedLines], new Set(arrived), [...departed]));
  [changedLines, arrived, departed].forEach((set) => set.clear());
}

function* catchUp(lines: Line[], came: Set<Element>, gone: Element[]): Work {
  for (const element of gone) yield* forgetBelow(element);
  for (const line of lines) {
    outdate(line);
    if (line.isConnected && !isInside(line, came)) yield* scanLine(line);
    if (isLong()) yield;
  }
  for (const element of came) {
    // What came inside something else that came is scanned with it.
    const { isConnected, parentElement } = element;
    if (isConnected && !(parentElement && isInside(parentElement, came))) yield* scan(element);
  }
  settle();
}

function isInside(line: Line, elements: Set<Element>): boolean {
  for (let at: Node | null = line; at; at = at.parentNode) if (elements.has(at as Element)) return true;
  return false;
}

/** Forgets all that was found below an element, in its shadow roots too. */
function* forgetBelow(element: Element): Work {
  yield* forgetIn(element);
  for (const root of roots.rootsBelow(element)) {
    roots.leave(root);
    yield* forgetIn(root);
  }
}

function* forgetIn(root: Line): Work {
  links.clear(root);
  links.clearBelow(root);
  if (!marks.isAny()) return;
  const walker = document.createTreeWalker(root, TEXTS);
  while (walker.nextNode()) {
    marks.clear(walker.currentNode);
    if (isLong()) yield;
  }
}

/** Marks what is on a line, anew. */
function* scanLine(line: Line): Work {
  if (document.designMode === "on" || isLeftAlone(line)) return;
  const begun = changesSoFar();
  const runs = yield* runsOn(line, isLong);
  for (const { nodes } of runs) nodes.forEach(marks.clear);
  askAbout([], runs, begun);
}

/** Marks what is below an element or root, and goes on into the shadow roots that are met. */
function* scan(root: Line): Work {
  const begun = changesSoFar();
  if (isElement(root)) meet(root);
  askAbout(
    phoneLinks(root).filter((link) => !isLeftAlone(link)),
    [],
  );
  for (const runs of runsBelow(root, isLong)) {
    askAbout([], runs, begun);
    if (isLong()) yield;
  }
  // Goes on into the shadow roots below.
  const hosts = roots.mayHost(root);
  for (let index = 0; index < hosts.length; index += 1) {
    meet(hosts[index]!);
    if (isLong()) yield;
  }
}

function meet(element: Element): void {
  const root = roots.findRoot(element);
  enter(root);
  if (!root && kindOf(element).custom && !element.matches(":defined")) unmade.add(element);
}

function enter(root: ShadowRoot | null): void {
  if (!root || isLeftAlone(root.host) || !roots.enter(root)) return;
  observer.observe(root, WATCHED);
  work(scan(root));
}
