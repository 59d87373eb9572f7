/** The toast: what is being dialled, a moment to cancel it, and then the truth about it. */
import type { CallOutcome } from "../generated/types";
import { text } from "../shared/i18n";
import { ofCall, type Saying, type Tone } from "../shared/outcome";
import { type Icon, icon } from "./icons";
import { make, remove, show } from "./overlay";

const ICON_OF: Record<Tone | "busy", Icon> = {
  good: "check",
  bad: "cross",
  doubt: "question",
  quiet: "cross",
  busy: "phone",
};

/** What is sure may go by itself; what is not stays until the agent has read it. */
const STAYS_MS: Record<Tone, number> = { good: 8_000, quiet: 3_000, bad: 20_000, doubt: 120_000 };

let current: HTMLElement | null = null;
let leaving = 0;

/** A call under way; `cancel` while it can still be taken back, for `cancelMs` more. */
export function calling(number: string, cancelMs: number, cancel: () => void): void {
  const toast = card("busy", text("calling", number), cancelMs > 0 ? text("calling_soon") : text("calling_now"));
  toast.setAttribute("role", "status");
  if (cancelMs > 0) offerCancel(toast, cancelMs, cancel);
  swap(toast);
}

/** How a call ended. */
export function ended(number: string, outcome: CallOutcome): void {
  tell(number, ofCall(outcome));
}

/** The extension was updated or removed under this page. */
export function orphaned(): void {
  tell("", { tone: "bad", title: text("reload_page"), detail: text("reload_page_why"), code: "orphaned" });
}

export function dismiss(): void {
  clearTimeout(leaving);
  if (current) remove(current);
  current = null;
}

function tell(number: string, { tone, title, detail, code }: Saying): void {
  const toast = card(tone, title, detail);
  // Only what needs the agent now interrupts a screen reader.
  toast.setAttribute("role", tone === "bad" || tone === "doubt" ? "alert" : "status");
  const footer = make("div", "footer", make("bdi", "number", number), make("code", "code", code));
  toast.querySelector(".words")?.append(footer);
  toast.append(closeButton());
  swap(toast);
  leaving = setTimeout(dismiss, STAYS_MS[tone]) as unknown as number;
}

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
  }, cancelMs);
}

function closeButton(): HTMLElement {
  const button = make("button", "close", icon("cross"));
  button.type = "button";
  button.setAttribute("aria-label", text("close"));
  button.addEventListener("click", dismiss);
  return button;
}

function swap(toast: HTMLElement): void {
  dismiss();
  current = toast;
  show(toast);
}
