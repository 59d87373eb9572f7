/** What is copied for support: plain English whatever the language, without the token, with numbers cut to their ends. */
import type { Entry } from "../shared/attempts";
import type { Diagnosis } from "../shared/messages";
import { ofCall, ofQueue } from "../shared/outcome";

/** What the page knows of where it runs. */
export interface Surroundings {
  version: string;
  userAgent: string;
  language: string;
  now: number;
}

/** Digits of a number that are enough to tell it from another, and too few to call it. */
const SHOWN_DIGITS = 3;

export function report(diagnosis: Diagnosis, { version, userAgent, language, now }: Surroundings): string {
  const { setUp, permitted, journalWritable, entries } = diagnosis;
  const lines = [
    `Click to Call for uContact ${version}, ${iso(now)}, ${language}`,
    userAgent,
    setUp
      ? `set-up: ${setUp.readiness}, instance ${setUp.origin ?? "none"} ${permitted ? "allowed" : "not allowed"}`
      : "set-up: unreadable",
    `journal: ${journalWritable ? "writable" : "not writable"}, ${entries.length} entries shown`,
    ...entries.map(line),
  ];
  return `${lines.join("\n")}\n`;
}

function line(entry: Entry): string {
  const { seq, openedAt, state, outcome } = entry;
  const ended = outcome ? outcome.state : state;
  const parts = [`#${seq ?? "?"}`, iso(openedAt), what(entry), ...timings(entry), ended, codeOf(entry)];
  return parts.filter((part) => part !== "").join("  ");
}

function what(entry: Entry): string {
  const from = entry.source === "popup" ? "popup" : "page";
  if (entry.kind === "join") return `join ${entry.members.length}`;
  return `call ${masked(entry.number)} from ${from}`;
}

/** How long it waited here, and how long for the answer. */
export function timings({ openedAt, sentAt, endedAt }: Entry): string[] {
  const waited = (sentAt ?? endedAt ?? openedAt) - openedAt;
  const answered = sentAt !== null && endedAt !== null ? [`answered ${endedAt - sentAt} ms`] : [];
  return [`waited ${waited} ms`, ...answered];
}

/** A call's GUID, or the code of how it ended. */
export function codeOf(entry: Entry): string {
  if (entry.kind === "call") return entry.outcome ? ofCall(entry.outcome).code : "";
  return entry.outcome ? ofQueue(entry.outcome).code : "";
}

export const masked = (number: string): string => `…${number.slice(-SHOWN_DIGITS)}`;

/** A clock that was set wrong may show a time that no calendar has. */
function iso(millis: number): string {
  const date = new Date(millis);
  return Number.isNaN(date.getTime()) ? String(millis) : date.toISOString();
}
