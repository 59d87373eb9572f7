/**
 * The content script's entry: on an enabled site it marks numbers and tells which gestures are calls. All that the agent
 * sees and presses is in `layer.ts`, which comes when the agent does.
 */
import { api, isOrphaned } from "../shared/browser";
import { ask, type PageReading, type TabMessage } from "../shared/messages";
import type { Callable } from "./callable";
import { mayHoldNumber, numbersIn } from "./candidates";
import { clickedNumber, focusMoved, isAttentive, isTabbing, keyChanged, pointedAt, pointerDown } from "./gesture";
import * as links from "./links";
import * as marks from "./marks";
import { type Layer, type Page, PAGE, world } from "./parts";
import { isWanted, read, selectorExcluded } from "./reading";
import * as scanner from "./scanner";
import { knownRoots } from "./shadow";
import { isLeftAlone } from "./walk";

let frame = 0;
/** How the page is read now, as the background told it; empty while the site is not enabled. */
let active = "";
/** Everything that listens goes with this. */
let listening = new AbortController();
let layer: Layer | undefined;
let coming: Promise<Layer | undefined> | undefined;

const callables = (): Callable[] => [...marks.all(), ...links.all()];

const page: Page = {
  welcome(arrived) {
    layer = arrived;
    if (!listening.signal.aborted) layer.start(listening.signal);
  },
  callables,
  at: pointedAt,
  point: marks.point,
  roots: knownRoots,
  isLeftAlone,
  isExcluded: (element) => element.matches(selectorExcluded()),
  mayHoldNumber,
  numbersIn,
  isWanted,
  isAttentive,
  isTabbing,
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
  const reading = await ask("site.hello", { ancestors }).catch(() => null);
  const told = reading ? JSON.stringify(reading) : "";
  if (told === active) return;
  if (active) stop();
  if (reading) start(reading, told);
}

function start(reading: PageReading, told: string): void {
  active = told;
  read(reading);
  if (listening.signal.aborted) listen();
  const scan = (): void => scanner.start(prepare);
  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", scan, { once: true, signal: listening.signal });
  else scan();
}

function stop(): void {
  active = "";
  listening.abort();
  cancelAnimationFrame(frame);
  frame = 0;
  scanner.stop();
  layer?.stop();
}

/** After an update of the extension nothing here can reach it: everything goes, and the agent hears why. */
function retire(): void {
  const succeeded = marks.isSucceeded();
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
  addEventListener("pointermove", pointerMoved, options);
  addEventListener("pointerdown", pointerDown, options);
  addEventListener("click", clicked, { ...options, passive: false });
  addEventListener("keydown", keyChanged, options);
  addEventListener("keyup", keyChanged, options);
  addEventListener("focusin", focused, options);
  addEventListener("load", loaded, options);
  layer?.start(listening.signal);
}

const shown = ({ persisted }: PageTransitionEvent): void => void (persisted && refresh());

/** A script that was loaded may have made the elements that it defines. */
const loaded = (): void => void (active && scanner.lookAgain());

/** Where the agent looks and something can be called, the layer comes while the page has nothing to do. */
function prepare(): void {
  if (!layer && document.visibilityState === "visible" && callables().length > 0)
    requestIdleCallback(() => void needLayer());
}

/** The layer; at the first need the background brings it. Nothing where it can't. */
function needLayer(): Promise<Layer | undefined> {
  coming ??= ask("page.layer", {}).then(
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
  if (active && frame === 0) frame = requestAnimationFrame(() => void lookUnderPointer());
}

async function lookUnderPointer(): Promise<void> {
  frame = 0;
  const at = latest;
  if (at.ours) return layer?.stay();
  if (isOrphaned()) return retire();
  const target = at.target instanceof Element ? at.target : null;
  if (target) scanner.lookAgain(target);
  if (!layer && (isField(target) || callables().length > 0)) await needLayer();
  if (active && at === latest) void layer?.pointAt(target, at.x, at.y);
}

const isOurs = (event: Event): boolean => layer?.isOurs(event) ?? false;

const isField = (target: EventTarget | null | undefined): boolean =>
  target instanceof HTMLInputElement && mayHoldNumber(target.value);

function clicked(event: MouseEvent): void {
  if (!active || isOurs(event)) return;
  const callable = clickedNumber(event);
  if (!callable) return;
  // The click was the number's: neither a link nor the row around it gets it too.
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isOrphaned()) retire();
  else void needLayer().then((arrived) => arrived?.call(callable));
}

async function focused(event: FocusEvent): Promise<void> {
  focusMoved(event);
  const target = event.composedPath()[0];
  if (active && !isOurs(event) && isField(target)) await (await needLayer())?.focused(target as Element);
}

/** What the background asks; it alone can. */
async function answer(message: TabMessage): Promise<unknown> {
  if (message.type === "sites.changed") return refresh().then(() => null);
  if (!active) return undefined;
  if (message.type === "page.selection") return isAttentive() ? (getSelection()?.toString() ?? "") : "";
  return (await needLayer())?.answer(message);
}
