/**
 * The content script's entry: on an enabled site it marks numbers and hears what the agent does. What that means, and all
 * that the agent sees and presses, is in `layer.ts`, which comes with the first numbers.
 */
import { api, isOrphaned } from "../shared/browser";
import { askTwice, type PageReading, type TabMessage } from "../shared/messages";
import { askAgain, found, settle } from "./asking";
import { mayHoldNumber, numbersIn } from "./candidates";
import * as drawing from "./drawing";
import * as links from "./links";
import * as marks from "./marks";
import { type Layer, type Page, PAGE, world } from "./parts";
import { isElement } from "./places";
import { isWanted, read, reading, excluded } from "./reading";
import * as scanner from "./scanner";
import * as roots from "./shadow";
import { isLeftAlone } from "./walk";

let frame = 0;
/** How the page is read now, as the background told it; empty while the site is not enabled. */
let active = "";
/** Whether the background ever told. */
let isTold = false;
/** Everything that listens goes with this. */
let listening: AbortController;
let layer: Layer | undefined;
let coming: Promise<Layer | undefined> | undefined;

const page: Page = {
  welcome(arrived) {
    layer = arrived;
    roots.dressBy(layer);
    if (listening.signal.aborted) return;
    layer.start(listening.signal);
    settle();
  },
  callables: found,
  marksOn: marks.marksOn,
  linkOf: links.linkOf,
  point: drawing.point,
  roots: roots.knownRoots,
  rootOf: roots.rootOf,
  isUnderlined: () => reading.show === "underline",
  isLeftAlone,
  isExcluded: (element) => element.matches(excluded),
  mayHoldNumber,
  numbersIn,
  isWanted,
};

if (!world[PAGE]) {
  world[PAGE] = page;
  api.runtime.onMessage.addListener((message: TabMessage, _, respond: (reply: unknown) => void) => {
    void answer(message).then(respond);
    return true;
  });
  // Listening begins before the page's own scripts run, so that none of them can hide a click from us.
  listen();
  // Nor take us off: `document.open()` removes all listeners. Those that are there stay in their order.
  new MutationObserver(attach).observe(document, { childList: true });
  void refresh();
}

async function refresh(): Promise<void> {
  // Chromium tells what frames are around this one, even those between it and the tab's own page.
  const ancestors = [...(location.ancestorOrigins ?? [])];
  const reading = await askTwice("site.hello", { ancestors }).catch(() => undefined);
  // Where nobody answers, all stays as it is.
  if (reading === undefined) return;
  isTold = true;
  const told = reading ? JSON.stringify(reading) : "";
  if (told === active) return askAgain();
  if (!reading) return stop();
  // What was told of a call holds, however the page is read.
  layer?.rest();
  start(reading, told);
}

function start(as: PageReading, told: string): void {
  active = told;
  read(as);
  if (listening.signal.aborted) listen();
  const scan = (): void => scanner.start(() => isReady());
  scan();
  if (scanner.isArriving())
    document.addEventListener("DOMContentLoaded", scan, { once: true, signal: listening.signal });
}

function stop(): void {
  active = "";
  listening.abort();
  scanner.stop();
  layer?.stop();
}

/** After an update of the extension nothing here can reach it: everything goes, and the agent hears why. */
function retire(): void {
  const succeeded = drawing.isSucceeded();
  stop();
  if (!succeeded) layer?.orphaned();
}

function listen(): void {
  listening = new AbortController();
  attach();
}

function attach(): void {
  addEventListener("pageshow", shown);
  const options = { capture: true, passive: true, signal: listening.signal };
  addEventListener("click", clicked, { ...options, passive: false });
  const heard = {
    pointermove: pointerMoved,
    pointerdown: pressed,
    keydown: pressed,
    keyup: pressed,
    focusin: focused,
    load: loaded,
    visibilitychange: seen,
  };
  for (const [type, hear] of Object.entries(heard)) addEventListener(type, hear as EventListener, options);
  layer?.start(listening.signal);
}

// Functions, not constants: listening begins above, before these would be there.

function shown({ persisted }: PageTransitionEvent): void {
  if (persisted) void refresh();
}

/** A script that was loaded may have made the elements that it defines. */
function loaded(): void {
  if (active) scanner.lookAgain();
}

/** What changed while nobody saw the page is looked at, and what was drawn may be clicked without a move of the pointer before. */
function seen(): void {
  if (!isTold) void refresh();
  if (!active) return;
  scanner.update();
  askAgain();
  if (found().length > 0) isReady();
}

/** Whether what is drawn can be called: where the agent looks, the layer comes along with the first numbers. */
function isReady(): boolean {
  if (!layer && !document.hidden) void needLayer();
  return layer !== undefined || document.hidden;
}

/** The layer; at the first need the background brings it. Nothing where it can't. */
function needLayer(): Promise<Layer | undefined> {
  coming ??= askTwice("page.layer", {}).then(
    () => layer,
    () => (coming = undefined),
  );
  return coming;
}

/** Where the pointer was seen last. An event tells its path only while it is on its way. */
let latest: { x: number; y: number; target: EventTarget | undefined; ours: boolean };

/** Looks at where the pointer is once a frame, however often it moves. */
function pointerMoved(event: PointerEvent): void {
  latest = { x: event.clientX, y: event.clientY, target: event.composedPath()[0], ours: isOurs(event) };
  if ((active || !isTold) && frame === 0) frame = requestAnimationFrame(lookUnderPointer);
}

async function lookUnderPointer(): Promise<void> {
  if (!isTold) await refresh();
  frame = 0;
  if (!active) return;
  const at = latest;
  if (at.ours) return layer?.stay();
  if (isOrphaned()) return retire();
  const target = isElement(at.target) ? at.target : null;
  askAgain();
  scanner.lookAround(target);
  if (!layer && (isField(target) || found().length > 0)) await needLayer();
  if (active && at === latest) void layer?.pointAt(target, at.x, at.y);
}

function pressed(event: PointerEvent | KeyboardEvent): void {
  layer?.pressed(event);
}

const isOurs = (event: Event): boolean => layer?.isOurs(event) ?? false;

const isField = (target: EventTarget | null | undefined): boolean =>
  target instanceof HTMLInputElement && mayHoldNumber(target.value);

function clicked(event: MouseEvent): void {
  const callable = active && !isOurs(event) && layer?.clicked(event);
  if (!layer || !callable) return;
  // The click was the number's: neither a link nor the row around it gets it too.
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isOrphaned()) retire();
  else layer.call(callable);
}

async function focused(event: FocusEvent): Promise<void> {
  layer?.focusMoved(event);
  const target = event.composedPath()[0];
  if (!active || isOurs(event)) return;
  if (isElement(target)) scanner.lookAround(target);
  if (isField(target)) await (await needLayer())?.focused(target as Element);
}

/** What the background asks; it alone can. */
async function answer(message: TabMessage): Promise<unknown> {
  if (message.type === "sites.changed") return refresh().then(() => null);
  if (!active) return;
  return (await needLayer())?.answer(message);
}
