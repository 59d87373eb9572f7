/** The button that appears beside a number that is pointed at; it says what will be dialled before anything is. */
import { text } from "../shared/i18n";
import { nameOf } from "../shared/number";
import type { Callable } from "./callable";
import { isAttentive, isTabbing } from "./gesture";
import { icon } from "./icons";
import { page } from "./lent";
import { isVisible, make, remove, show } from "./overlay";
import { unpack } from "./packed";
import { elementOf, isIntact, rectsOf } from "./whereabouts";

/** Long enough for the pointer to travel from the number to the button. */
const LINGER_MS = 400;
const GAP_PX = 6;

/** What the button's own buttons do. */
export interface Choices {
  call: (callable: Callable) => void;
  dismiss: (callable: Callable) => void;
}

interface Shown {
  callable: Callable;
  element: HTMLElement;
  button: HTMLButtonElement;
  /** A field that has the focus, or a step by the shortcut, keeps it. */
  kept: boolean;
}

let shown: Shown | null = null;
let leaving = 0;
let focusedByAgent = false;
/** The number just called: its button stays away until the pointer has left it. */
let called: string | null = null;

/** Shows the button for what is pointed at, or lets it go after a moment. */
export function pointAt(callable: Callable | null, choices: Choices): void {
  if (called !== (callable && unpack(callable.number).e164)) called = null;
  if (callable === null || called) return letGo();
  stay();
  if (shown?.callable !== callable) reveal(callable, choices, false);
}

/** Shows the button beside a field for as long as that has the focus. */
export function accompany(callable: Callable, choices: Choices): void {
  stay();
  reveal(callable, choices, true);
}

/** Shows the button and moves the focus there: the agent asked for it by a shortcut of the browser. */
export function stepTo(callable: Callable, choices: Choices): void {
  stay();
  elementOf(callable).scrollIntoView({ block: "nearest", inline: "nearest" });
  const { button } = reveal(callable, choices, true);
  button.focus({ preventScroll: true });
  focusedByAgent = true;
}

/** What the button is shown for. */
export const current = (): Callable | null => shown?.callable ?? null;

/** Keeps the button while the pointer or the focus is on it. */
export function stay(): void {
  clearTimeout(leaving);
  leaving = 0;
}

export function hide(): void {
  stay();
  if (!shown) return;
  const { element } = shown;
  // Before the element goes: where it had the focus, that leaves now, and would begin to let go of what is shown next.
  shown = null;
  remove(element);
  focusedByAgent = false;
  page.point(undefined);
}

/** The field lost the focus. */
export function release(): void {
  if (shown) shown.kept = false;
  letGo();
}

/** The page scrolled: the button would stand at another place. Where the agent put it by a key, it goes along. */
export function follow(): void {
  if (shown?.kept) place(shown);
  else hide();
}

/** The number was called: there is nothing more to offer. */
export function settle(callable: Callable): void {
  called = unpack(callable.number).e164;
  hide();
}

export function keyChanged(event: KeyboardEvent): void {
  if (event.isTrusted && event.key === "Escape" && event.type === "keydown") hide();
}

function letGo(): void {
  if (!shown || leaving !== 0 || focusedByAgent || shown.kept) return;
  leaving = setTimeout(hide, LINGER_MS) as unknown as number;
}

function reveal(callable: Callable, choices: Choices, kept: boolean): Shown {
  hide();
  shown = { callable, kept, ...build(callable, choices) };
  show(shown.element, elementOf(callable));
  place(shown);
  page.point(callable.range);
  return shown;
}

function build(callable: Callable, { call, dismiss }: Choices): Pick<Shown, "element" | "button"> {
  const number = make("bdi", "number", nameOf(unpack(callable.number)));
  const button = make("button", "call", icon("phone"), make("span", "label", text("call_verb"), " ", number));
  const refuse = make("button", "dismiss", icon("cross"));
  refuse.title = text("not_a_number");
  refuse.setAttribute("aria-label", text("not_a_number"));
  onGenuineClick(button, () => isIntact(callable) && call(callable));
  onGenuineClick(refuse, () => dismiss(callable));
  const element = make("div", "offer", button, refuse);
  element.addEventListener("pointerenter", stay);
  element.addEventListener("pointerleave", letGo);
  return { element, button };
}

function onGenuineClick(button: HTMLButtonElement, act: () => void): void {
  button.type = "button";
  button.addEventListener("focus", () => (focusedByAgent = isTabbing()));
  button.addEventListener("blur", () => (focusedByAgent = false));
  button.addEventListener("click", (event) => {
    if (isGenuine(event)) act();
    hide();
  });
}

/** A click by the pointer, which has to be over the button, or by a key after the agent moved the focus there. */
function isGenuine(event: MouseEvent): boolean {
  const byKey = event.detail === 0;
  return event.isTrusted && isAttentive() && isVisible() && (byKey ? focusedByAgent : event.detail === 1);
}

/** Above the number, so that it covers neither it nor what follows; below where there is no room. */
function place({ element, callable }: Shown): void {
  const rect = rectsOf(callable)[0];
  if (!rect) return;
  const { width, height } = element.getBoundingClientRect();
  const above = rect.top - height - GAP_PX;
  const top = above >= 0 ? above : rect.bottom + GAP_PX;
  const left = Math.min(Math.max(GAP_PX, rect.left), innerWidth - width - GAP_PX);
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
