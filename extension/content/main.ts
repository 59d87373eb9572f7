/** The content script's entry: on an enabled site it marks numbers and turns the agent's gestures into calls. */
import { api } from "../shared/browser";
import { ask, SITES_CHANGED } from "../shared/messages";
import * as callButton from "./call-button";
import { call } from "./caller";
import { clickedNumber, pointerDown } from "./gesture";
import * as marks from "./marks";
import { isOurs } from "./overlay";
import * as scanner from "./scanner";
import * as toast from "./toast";

/** A symbol, because a page's `<form id=…>` could stand in for any name here. */
const RUNNING = Symbol.for("click-to-call.running");
const world = globalThis as { [RUNNING]?: boolean };

let frame = 0;
let active = false;
/** Everything that listens goes with this. */
let listening = new AbortController();

if (!world[RUNNING]) {
  world[RUNNING] = true;
  api.runtime.onMessage.addListener((message: { type?: unknown }) => {
    if (message.type === SITES_CHANGED) void refresh();
  });
  // Listening begins before the page's own scripts run, so that none of them can hide a click from us.
  listen();
  void refresh();
}

async function refresh(): Promise<void> {
  const { enabled } = await ask("site.hello", {}).catch(() => ({ enabled: false }));
  if (enabled && !active) start();
  if (!enabled && active) stop();
}

function start(): void {
  active = true;
  if (listening.signal.aborted) listen();
  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", scanner.start, { once: true, signal: listening.signal });
  else scanner.start();
}

function stop(): void {
  active = false;
  listening.abort();
  cancelAnimationFrame(frame);
  scanner.stop();
  callButton.hide();
  toast.dismiss();
}

function listen(): void {
  listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  addEventListener("pointermove", pointerMoved, options);
  addEventListener("pointerdown", pointerDown, options);
  addEventListener("click", clicked, { ...options, passive: false });
  addEventListener("keydown", callButton.keyChanged, options);
  addEventListener("keyup", callButton.keyChanged, options);
  addEventListener("scroll", callButton.hide, options);
  addEventListener("blur", callButton.hide, { signal: listening.signal });
}

let latest: PointerEvent;

/** Looks at where the pointer is once a frame, however often it moves. */
function pointerMoved(event: PointerEvent): void {
  latest = event;
  if (active && frame === 0) frame = requestAnimationFrame(lookUnderPointer);
}

function lookUnderPointer(): void {
  frame = 0;
  if (isOurs(latest)) callButton.stay();
  else callButton.pointAt(marks.at(latest.clientX, latest.clientY), (mark) => void call(mark));
}

function clicked(event: MouseEvent): void {
  if (!active || isOurs(event)) return;
  const mark = clickedNumber(event);
  if (!mark) return;
  // The click was the number's: neither a `tel:` link nor the row around it gets it too.
  event.preventDefault();
  event.stopImmediatePropagation();
  void call(mark);
}
