/** What is said of an outcome: a title, the one next step, and a tone; the same words in the page and in the popup. */
import type { CallOutcome, Fault, NotSentReason, QueueOutcome, UnknownReason } from "../generated/types";
import { NOT_SENT, REFUSED, UNKNOWN } from "./codes";
import { faultText } from "./faults";
import { text, type TextKey } from "./i18n";
import type { Question } from "./attempts";

export type Tone = "good" | "bad" | "doubt" | "quiet";

/** The one next step, where a button can take it. */
export type NextStep = "options" | "allow" | "repair" | "again" | "call" | "copy";

export interface Saying {
  tone: Tone;
  title: string;
  detail: string;
  /** What support searches for: a call's GUID, or a stable code of `codes.ts`; empty where there is nothing to search. */
  code: string;
  step: NextStep | null;
  /** What to allow, with the step of that name. */
  origin?: string;
}

export function ofCall(outcome: CallOutcome): Saying {
  switch (outcome.state) {
    case "placed":
      return good(text("call_placed"), text("call_placed_next"), outcome.call_id, "copy");
    case "refused":
      return refused(text("call_refused"), text("call_refused_next"), REFUSED.call, "options");
    case "not_sent":
      return notSent(text("call_not_sent"), outcome.reason);
    case "unknown":
      return doubt(text("call_unknown"), outcome.reason, text("next_call"));
  }
}

export function ofQueue(outcome: QueueOutcome): Saying {
  switch (outcome.state) {
    case "added":
      return good(text("join_added"), "", "", null);
    case "refused":
      return refused(text("join_refused"), text("join_refused_next"), REFUSED.join, null);
    case "not_sent":
      return notSent(text("join_not_sent"), outcome.reason);
    case "unknown":
      return doubt(text("join_unknown"), outcome.reason, text("next_join"));
  }
}

/** What is asked before a number is called: because its last call may still ring the phone, or the dial plan says so. */
export function ofQuestion({ why, shown, earlier }: Question): Saying {
  if (why === "plan")
    return {
      tone: "doubt",
      title: text("confirm_title", shown),
      detail: text("confirm_detail"),
      code: "",
      step: "call",
    };
  const outcome = earlier?.outcome;
  const code = outcome?.state === "unknown" ? UNKNOWN[outcome.reason.code] : "";
  return { tone: "doubt", title: text("again_title"), detail: text("again_detail"), code, step: "again" };
}

const good = (title: string, detail: string, code: string, step: NextStep | null): Saying => ({
  tone: "good",
  title,
  detail,
  code,
  step,
});

const refused = (title: string, detail: string, code: string, step: NextStep | null): Saying => ({
  tone: "bad",
  title,
  detail,
  code,
  step,
});

const AFTER_NOT_SENT: Record<NotSentReason["code"], NextStep | null> = {
  invalid: "options",
  not_set_up: "options",
  signed_out: "options",
  offline: "again",
  permission_missing: "allow",
  cancelled: "again",
  interrupted: "again",
  overslept: "again",
  busy: null,
  journal_failed: "repair",
  engine_failed: "again",
  call_under_way: null,
  unreached: "again",
};

function notSent(title: string, reason: NotSentReason): Saying {
  const [code, step] = [NOT_SENT[reason.code], AFTER_NOT_SENT[reason.code]];
  if (reason.code === "cancelled") return { tone: "quiet", title: text("call_cancelled"), detail: "", code, step };
  const origin = reason.code === "permission_missing" ? { origin: reason.origin } : {};
  return { tone: "bad", title, detail: whyNotSent(reason), code, step, ...origin };
}

export function whyNotSent(reason: Exclude<NotSentReason, { code: "cancelled" }>): string {
  if (reason.code === "invalid") return reason.faults.map(named).join(" ");
  if (reason.code === "permission_missing") return text("not_sent_permission_missing", reason.origin);
  return text(`not_sent_${reason.code}` satisfies TextKey);
}

const named = (fault: Fault): string => `${fault.field}: ${faultText(fault)}`;

/** Where the set-up is to blame, it is mended first; otherwise only another try is left, which the agent has to want. */
const AFTER_UNKNOWN: Record<UnknownReason["code"], NextStep> = {
  sign_in_rejected: "options",
  instance_not_found: "options",
  signed_out_page: "options",
  redirected: "options",
  busy: "again",
  status: "again",
  too_long: "again",
  unreadable: "again",
  no_reply: "again",
  timed_out: "again",
  interrupted: "again",
};

function doubt(title: string, reason: UnknownReason, next: string): Saying {
  const step = AFTER_UNKNOWN[reason.code];
  return { tone: "doubt", title, detail: whyUnknown(reason, next), code: UNKNOWN[reason.code], step };
}

/** What was seen instead of an answer, and the one thing to do about it: `next`, unless the set-up is to blame. */
export function whyUnknown(reason: UnknownReason, next: string, signIn = text("next_signed_out")): string {
  return `${cause(reason)} ${mending(reason.code, signIn) ?? next}`;
}

function mending(code: UnknownReason["code"], signIn: string): string | undefined {
  if (code === "sign_in_rejected" || code === "signed_out_page") return signIn;
  return code === "instance_not_found" || code === "redirected" ? text("next_instance") : undefined;
}

function cause(reason: UnknownReason): string {
  if (reason.code === "status") return text("cause_status", String(reason.status));
  if (reason.code !== "busy") return text(`cause_${reason.code}` satisfies TextKey);
  const { status, wait_seconds: seconds } = reason;
  return seconds === null ? text("cause_busy", String(status)) : text("cause_busy_wait", String(status), wait(seconds));
}

/** A wait as people say it: seconds up to two minutes, then minutes, rounded up. */
function wait(seconds: number): string {
  const [value, unit] = seconds <= 120 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat(text("language"), { style: "unit", unit, unitDisplay: "long" }).format(value as number);
}
