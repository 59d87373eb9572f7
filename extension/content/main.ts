/** The content script's entry: on an enabled site it marks numbers and turns the agent's gestures into calls. */
import { api } from "../shared/browser";
import { ask, type PageReading, type TabMessage } from "../shared/messages";
import * as callButton from "./call-button";
import type { Callable } from "./callable";
import { call, isOrphaned, tell } from "./caller";
import { fieldOf } from "./fields";
import { clickedNumber, focusMoved, isAttentive, keyChanged, pointedAt, pointerDown } from "./gesture";
import { callables, list } from "./listing";
import { isOurs, keep } from "./overlay";
import { read } from "./reading";
import * as scanner from "./scanner";
import * as toast from "./toast";

/** A symbol, because a page's `<form id=…>` could stand in for any name here. */
const RUNNING = Symbol.for("click-to-call.running");
const world = globalThis as { [RUNNING]?: boolean };

let frame = 0;
/** How the page is read now, as the background told it; empty while the site is not enabled. */
let active = "";
/** Everything that listens goes with this. */
let listening = new AbortController();

if (!world[RUNNING]) {
  world[RUNNING] = true;
  api.runtime.onMessage.addListener((message: TabMessage, _, respond: (reply: unknown) => void) => {
    void answer(message).then(respond);
    return true;
  });
  // Listening begins before the page's own scripts run, so that none of them can hide a click from us.
  listen();
  addEventListener("pageshow", ({ persisted }) => persisted && void refresh());
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
  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", scanner.start, { once: true, signal: listening.signal });
  else scanner.start();
}

function stop(): void {
  active = "";
  listening.abort();
  cancelAnimationFrame(frame);
  frame = 0;
  scanner.stop();
  callButton.hide();
  toast.dismiss();
}

/** After an update of the extension nothing here can reach it: everything goes, and the agent hears why. */
function retire(): void {
  stop();
  toast.orphaned();
}

function listen(): void {
  listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  addEventListener("pointermove", pointerMoved, options);
  addEventListener("pointerdown", pointerDown, options);
  addEventListener("click", clicked, { ...options, passive: false });
  addEventListener("keydown", keyPressed, options);
  addEventListener("keyup", keyPressed, options);
  addEventListener("focusin", focused, options);
  addEventListener("focusout", callButton.release, options);
  addEventListener("input", callButton.hide, options);
  addEventListener("scroll", callButton.follow, options);
  // A script that was loaded may have made the elements that it defines; a dialog that closed takes what is in it along.
  addEventListener("load", () => active && scanner.lookAgain(), options);
  addEventListener("close", keep, options);
  addEventListener("blur", callButton.hide, { signal: listening.signal });
}

const choices = {
  call: (callable: Callable) => void call(callable),
  dismiss: (callable: Callable) => void dismiss(callable),
};

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
  const { x, y, target } = at;
  if (at.ours) return callButton.stay();
  if (isOrphaned()) return retire();
  if (target instanceof Element) scanner.lookAgain(target);
  const field = target instanceof Element ? await fieldOf(target) : null;
  if (active && at === latest) callButton.pointAt(field ?? pointedAt(x, y), choices);
}

function clicked(event: MouseEvent): void {
  if (!active || isOurs(event)) return;
  const callable = clickedNumber(event);
  if (!callable) return;
  // The click was the number's: neither a link nor the row around it gets it too.
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isOrphaned()) retire();
  else void call(callable);
}

function keyPressed(event: KeyboardEvent): void {
  keyChanged(event);
  callButton.keyChanged(event);
}

async function focused(event: FocusEvent): Promise<void> {
  focusMoved(event);
  const target = event.composedPath()[0];
  if (!active || isOurs(event) || !(target instanceof Element)) return;
  const field = await fieldOf(target);
  if (active && field && target.matches(":focus")) callButton.accompany(field, choices);
}

async function dismiss({ number: { e164, international } }: Callable): Promise<void> {
  const told = await ask("number.dismiss", { number: e164 }).then(
    () => true,
    () => false,
  );
  const undo = (): void => void ask("number.restore", { number: e164 }).catch(() => undefined);
  if (told) toast.dismissed(international, undo);
}

/** What the background asks; it alone can. */
async function answer(message: TabMessage): Promise<unknown> {
  if (message.type === "sites.changed") return refresh().then(() => null);
  if (!active) return undefined;
  switch (message.type) {
    case "page.list":
      return list();
    case "page.stands":
      return callButton.current() !== null;
    case "page.step":
      return step();
    case "page.call":
      return callCurrent();
    case "page.selection":
      return isAttentive() ? (getSelection()?.toString() ?? "") : "";
    case "page.nothing":
      toast.nothingFound();
      return true;
    case "page.tell":
      void tell(message.opened);
      return true;
  }
}

async function step(): Promise<boolean> {
  const found = await callables();
  const at = callButton.current();
  const next =
    found[
      at ? found.findIndex((callable) => callable.element() === at.element() && callable.number === at.number) + 1 : 0
    ];
  if (next) callButton.stepTo(next, choices);
  else callButton.hide();
  return next !== undefined;
}

function callCurrent(): boolean {
  const at = callButton.current();
  if (!at?.isIntact()) return false;
  void call(at);
  return true;
}
