/** What is said of an outcome: a title, the one next step, and a tone; the same words in the page and in the popup. */
import type { CallOutcome, Fault, NotSentReason, QueueOutcome, UnknownReason } from "../generated/types";
import { faultText } from "./faults";
import { text, type TextKey } from "./i18n";

export type Tone = "good" | "bad" | "doubt" | "quiet";

export interface Saying {
  tone: Tone;
  title: string;
  detail: string;
  /** A stable code that support can search for. */
  code: string;
}

export function ofCall(outcome: CallOutcome): Saying {
  switch (outcome.state) {
    case "placed":
      return { tone: "good", title: text("call_placed"), detail: text("call_placed_next"), code: outcome.call_id };
    case "refused":
      return { tone: "bad", title: text("call_refused"), detail: text("call_refused_next"), code: "refused" };
    case "not_sent":
      return notSent(text("call_not_sent"), outcome.reason);
    case "unknown":
      return doubt(text("call_unknown"), outcome.reason);
  }
}

export function ofQueue(outcome: QueueOutcome): Saying {
  switch (outcome.state) {
    case "added":
      return { tone: "good", title: text("join_added"), detail: "", code: "added" };
    case "refused":
      return { tone: "bad", title: text("join_refused"), detail: text("join_refused_next"), code: "refused" };
    case "not_sent":
      return notSent(text("join_not_sent"), outcome.reason);
    case "unknown":
      return doubt(text("join_unknown"), outcome.reason);
  }
}

function notSent(title: string, reason: NotSentReason): Saying {
  const { code } = reason;
  if (code === "cancelled") return { tone: "quiet", title: text("call_cancelled"), detail: "", code };
  return { tone: "bad", title, detail: whyNotSent(reason), code };
}

function whyNotSent(reason: Exclude<NotSentReason, { code: "cancelled" }>): string {
  if (reason.code === "invalid") return reason.faults.map(named).join(" ");
  if (reason.code === "permission_missing") return text("not_sent_permission_missing", reason.origin);
  return text(`not_sent_${reason.code}` satisfies TextKey);
}

const named = (fault: Fault): string => `${fault.field}: ${faultText(fault)}`;

function doubt(title: string, reason: UnknownReason): Saying {
  return { tone: "doubt", title, detail: whyUnknown(reason), code: reason.code };
}

function whyUnknown(reason: UnknownReason): string {
  if (reason.code === "busy") return busy(String(reason.status), reason.wait_seconds);
  if (reason.code === "status") return text("unknown_status", String(reason.status));
  return text(`unknown_${reason.code}` satisfies TextKey);
}

function busy(status: string, seconds: number | null): string {
  return seconds === null ? text("unknown_busy", status) : text("unknown_busy_wait", status, wait(seconds));
}

/** A wait as people say it: seconds up to two minutes, then minutes, rounded up. */
function wait(seconds: number): string {
  const [value, unit] = seconds <= 120 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat(text("language"), { style: "unit", unit, unitDisplay: "long" }).format(value as number);
}
