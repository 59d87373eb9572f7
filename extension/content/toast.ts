/** The toast: what is being dialled, a moment to cancel it, and then the truth about it. */
import type { CallOutcome } from "../generated/types";
import { ORPHANED } from "../shared/codes";
import { text } from "../shared/i18n";
import type { Question } from "../shared/attempts";
import { ofJudged } from "../shared/judged";
import { ask } from "../shared/messages";
import { type NextStep, ofCall, ofQuestion, type Saying, type Tone } from "../shared/outcome";
import { isAttentive } from "./gesture";
import { type Icon, icon } from "./icons";
import { isVisible, make, remove, show } from "./overlay";

const ICON_OF: Record<Tone | "busy", Icon> = {
  good: "check",
  bad: "cross",
  doubt: "question",
  quiet: "cross",
  busy: "phone",
};

/** What is sure may go by itself; what is not stays until the agent has read it. */
const STAYS_MS: Record<Tone, number> = { good: 8_000, quiet: 3_000, bad: 20_000, doubt: 120_000 };

/** Long enough to be read, thought over and taken back. */
const UNDO_MS = 10_000;

/** A click that comes sooner was meant for what lay there before the toast. */
const SETTLES_MS = 500;

/** Read while the extension is there: later Chromium hands out no texts either. */
const RELOAD = { title: text("reload_page"), detail: text("reload_page_why") };
const CLOSE = text("close");

let current: HTMLElement | null = null;
let shownAt = 0;
let leaving = 0;

/**
 * A call under way; `cancel` while it can still be taken back, for `cancelMs` more. `instead` is the number that was asked
 * for and isn't called, because this call was under way.
 */
export function calling(number: string, cancelMs: number, cancel: () => void, instead?: string): void {
  const stage = text(cancelMs > 0 ? "calling_soon" : "calling_now");
  const toast = card("busy", text("calling", number), instead ? text("calling_other", number, instead) : stage);
  toast.setAttribute("role", "status");
  if (cancelMs > 0) offerCancel(toast, cancelMs, cancel);
  swap(toast);
}

/** How a call ended; `again` makes another one. */
export function ended(number: string, outcome: CallOutcome, again: () => void): void {
  tell(number, ofCall(outcome), again);
}

/** Something speaks against the call, so that it takes a second gesture. */
export function asks(question: Question, call: () => void): void {
  tell(question.shown, ofQuestion(question), call);
}

/** The extension was updated or removed under this page. */
export function orphaned(): void {
  tell("", { tone: "bad", ...RELOAD, code: ORPHANED, step: null });
}

/** No number was in what the agent selected. */
export function nothingFound(): void {
  tell("", { tone: "quiet", title: text("nothing_found"), detail: text("nothing_found_about"), code: "", step: null });
}

/** The organisation says what of this site is a number. */
export function ruled(number: string): void {
  tell(number, ofJudged("locked"));
}

/** What looked like a number is remembered to be none; `undo` takes that back. */
export function dismissed(number: string, undo: () => void): void {
  tell(number, ofJudged("kept"));
  const button = make("button", "cancel", text("undo"));
  button.type = "button";
  button.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    dismiss();
    undo();
  });
  current?.querySelector(".words")?.after(button);
  leaveIn(UNDO_MS);
}

export function dismiss(): void {
  clearTimeout(leaving);
  if (current) remove(current);
  current = null;
}

function tell(number: string, saying: Saying, again?: () => void): void {
  const { tone, title, detail, code, step } = saying;
  const toast = card(tone, title, detail);
  // Only what needs the agent now interrupts a screen reader.
  toast.setAttribute("role", tone === "bad" || tone === "doubt" ? "alert" : "status");
  const footer = make("div", "footer", make("bdi", "number", number));
  if (code) footer.append(make("code", "code", code));
  const words = toast.querySelector(".words");
  words?.append(footer);
  const button = step && stepButton(step, code, again);
  if (button) words?.append(button);
  toast.append(closeButton());
  swap(toast);
  leaveIn(STAYS_MS[tone]);
}

function leaveIn(ms: number): void {
  clearTimeout(leaving);
  leaving = setTimeout(dismiss, ms) as unknown as number;
}

/** The button that takes the next step; none where it can't be taken from here. */
function stepButton(step: NextStep, code: string, again?: () => void): HTMLButtonElement | null {
  const copies = step === "copy";
  if (copies && !navigator.clipboard) return null;
  const button = make("button", "step", text(`step_${step}`));
  button.type = "button";
  button.addEventListener("click", (event) => {
    if (!isGenuine(event)) return;
    if (step === "again" || step === "call") again?.();
    else if (copies) void copy(code, button);
    else void ask("page.open", { page: step === "options" ? "options" : "diagnostics" }).catch(() => undefined);
  });
  return button;
}

async function copy(code: string, button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(code);
  button.textContent = text("step_copied");
}

/** The agent's own click, on a toast that was there to be read. */
const isGenuine = (event: MouseEvent): boolean =>
  event.isTrusted && isAttentive() && isVisible() && performance.now() - shownAt > SETTLES_MS;

function card(tone: Tone | "busy", title: string, detail: string): HTMLElement {
  const words = make("div", "words", make("div", "title", title));
  if (detail) words.append(make("div", "detail", detail));
  return make("div", `toast ${tone}`, make("div", "badge", icon(ICON_OF[tone])), words);
}

function offerCancel(toast: HTMLElement, cancelMs: number, cancel: () => void): void {
  const button = make("button", "cancel", text("cancel"));
  button.type = "button";
  button.addEventListener("click", (event) => event.isTrusted && cancel());
  const bar = make("div", "countdown");
  bar.style.animationDuration = `${cancelMs}ms`;
  toast.append(button, bar);
  setTimeout(() => {
    button.remove();
    bar.remove();
    const detail = toast.querySelector(".detail");
    if (detail?.textContent === text("calling_soon")) detail.textContent = text("calling_now");
  }, cancelMs);
}

function closeButton(): HTMLElement {
  const button = make("button", "close", icon("cross"));
  button.type = "button";
  button.setAttribute("aria-label", CLOSE);
  button.addEventListener("click", dismiss);
  return button;
}

function swap(toast: HTMLElement): void {
  dismiss();
  current = toast;
  shownAt = performance.now();
  show(toast);
}
