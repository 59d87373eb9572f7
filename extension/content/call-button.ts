/** The button that appears beside a number that is pointed at; it says what will be dialled before anything is. */
import type { FoundNumber } from "../generated/types";
import { text } from "../shared/i18n";
import { isAttentive } from "./gesture";
import { icon } from "./icons";
import * as marks from "./marks";
import type { Mark } from "./marks";
import { isVisible, make, remove, show } from "./overlay";

/** Long enough for the pointer to travel from the number to the button. */
const LINGER_MS = 400;
const GAP_PX = 6;

let shown: { mark: Mark; button: HTMLButtonElement } | null = null;
let leaving = 0;
/** Whether the Tab key is down: focus that comes now was moved by the agent, not by the page. */
let tabbing = false;
let focusedByAgent = false;
/** The number just called: its button stays away until the pointer has left it. */
let called: string | null = null;

/** Shows the button for a number, or lets it go after a moment. */
export function pointAt(mark: Mark | null, call: (mark: Mark) => void): void {
  if (mark?.number.e164 !== called) called = null;
  if (mark === null || called) return letGo();
  stay();
  if (shown?.mark === mark) return;
  hide();
  const button = build(mark, call);
  shown = { mark, button };
  show(button);
  place(button, mark);
  marks.point(mark);
}

/** Keeps the button while the pointer or the focus is on it. */
export function stay(): void {
  clearTimeout(leaving);
  leaving = 0;
}

export function hide(): void {
  stay();
  if (!shown) return;
  remove(shown.button);
  shown = null;
  focusedByAgent = false;
  marks.point(null);
}

/** The number was called: there is nothing more to offer. */
export function settle(mark: Mark): void {
  called = mark.number.e164;
  hide();
}

export function keyChanged(event: KeyboardEvent): void {
  if (event.isTrusted && event.key === "Tab") tabbing = event.type === "keydown";
  if (event.isTrusted && event.key === "Escape" && event.type === "keydown") hide();
}

function letGo(): void {
  if (!shown || leaving !== 0 || focusedByAgent) return;
  leaving = setTimeout(hide, LINGER_MS) as unknown as number;
}

export function nameOf({ international, ext }: FoundNumber): string {
  return ext === null ? international : `${international} ${text("extension_short", ext)}`;
}

function build(mark: Mark, call: (mark: Mark) => void): HTMLButtonElement {
  const number = make("bdi", "number", nameOf(mark.number));
  const button = make("button", "call", icon("phone"), make("span", "label", text("call_verb"), " ", number));
  button.type = "button";
  button.addEventListener("pointerenter", stay);
  button.addEventListener("pointerleave", letGo);
  button.addEventListener("focus", () => (focusedByAgent = tabbing));
  button.addEventListener("blur", () => (focusedByAgent = false));
  button.addEventListener("click", (event) => {
    if (isGenuine(event) && marks.isIntact(mark)) call(mark);
    hide();
  });
  return button;
}

/** A click by the pointer, which has to be over the button, or by a key after the agent moved the focus there. */
function isGenuine(event: MouseEvent): boolean {
  const byKey = event.detail === 0;
  return event.isTrusted && isAttentive() && isVisible() && (byKey ? focusedByAgent : event.detail === 1);
}

/** Above the number, so that it covers neither it nor what follows; below where there is no room. */
function place(button: HTMLElement, mark: Mark): void {
  const rect = marks.rectsOf(mark)[0];
  if (!rect) return;
  const { width, height } = button.getBoundingClientRect();
  const above = rect.top - height - GAP_PX;
  const top = above >= 0 ? above : rect.bottom + GAP_PX;
  const left = Math.min(Math.max(GAP_PX, rect.left), innerWidth - width - GAP_PX);
  button.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
