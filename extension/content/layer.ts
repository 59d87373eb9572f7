/** The layer's entry: gestures, the button, the toast and the list of the page's numbers, in a frame that the agent is in. */
import { ask, type TabMessage } from "../shared/messages";
import * as callButton from "./call-button";
import type { Callable } from "./callable";
import { call, tell } from "./caller";
import { fieldOf } from "./fields";
import { clickedNumber, focusMoved, isAttentive, keyChanged, pointedAt, pointerDown } from "./gesture";
import { page } from "./lent";
import { callables, list } from "./listing";
import { isOurs, keep } from "./overlay";
import { unpack } from "./packed";
import type { Layer } from "./parts";
import * as toast from "./toast";
import { dress, undress } from "./wardrobe";
import { elementOf, isIntact } from "./whereabouts";

const choices = {
  call: (callable: Callable) => void call(callable),
  dismiss: (callable: Callable) => void dismiss(callable),
};

/** Counts looks for a field: what is found comes too late once there was another. */
let looks = 0;

const layer: Layer = {
  dress,
  undress,
  start(until) {
    const options = { capture: true, passive: true, signal: until };
    addEventListener("keydown", callButton.keyChanged, options);
    addEventListener("focusout", callButton.release, options);
    addEventListener("input", callButton.hide, options);
    addEventListener("scroll", callButton.follow, options);
    for (const change of ["toggle", "close", "fullscreenchange"]) addEventListener(change, keep, options);
    for (const end of ["blur", "pagehide"]) addEventListener(end, callButton.hide, { signal: until });
  },
  rest,
  stop() {
    rest();
    toast.dismiss();
  },
  isOurs,
  async pointAt(target, x, y) {
    const look = ++looks;
    const field = target && (await fieldOf(target));
    if (look === looks) callButton.pointAt(field ?? pointedAt(x, y), choices);
  },
  stay: callButton.stay,
  pressed: (event) => (event instanceof KeyboardEvent ? keyChanged(event) : pointerDown(event)),
  clicked: clickedNumber,
  focusMoved,
  async focused(target) {
    const look = ++looks;
    const field = await fieldOf(target);
    if (look === looks && field && target.matches(":focus")) callButton.accompany(field, choices);
  },
  call: choices.call,
  answer,
  orphaned: toast.orphaned,
};

function rest(): void {
  looks += 1;
  callButton.hide();
}

/** What the background asks of what is shown. */
async function answer(message: TabMessage): Promise<unknown> {
  switch (message.type) {
    case "page.selection":
      return isAttentive() ? (getSelection()?.toString() ?? "") : "";
    case "page.list":
      return list();
    case "page.stands":
      return callButton.current() !== null;
    case "page.step":
      return step();
    case "page.call":
      return callCurrent();
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
  const next = found[at ? placeIn(found, at) + 1 : 0];
  if (next) callButton.stepTo(next, choices);
  else callButton.hide();
  return next !== undefined;
}

/** Where a number is among others; it may have been marked anew since. */
function placeIn(found: Callable[], at: Callable): number {
  const isAt = (callable: Callable): boolean =>
    elementOf(callable) === elementOf(at) && unpack(callable.number).e164 === unpack(at.number).e164;
  return found.includes(at) ? found.indexOf(at) : found.findIndex(isAt);
}

function callCurrent(): boolean {
  const at = callButton.current();
  if (!at || !isIntact(at)) return false;
  void call(at);
  return true;
}

async function dismiss({ number }: Callable): Promise<void> {
  const { e164, international } = unpack(number);
  const judged = await ask("number.dismiss", { number: e164 }).catch(() => undefined);
  const undo = (): void => void ask("number.restore", { number: e164 }).catch(() => undefined);
  if (judged === "locked") toast.ruled(international);
  else if (judged) toast.dismissed(international, undo);
}

page.welcome(layer);
