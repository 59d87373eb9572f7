import "../testing/chrome";
import { expect, test } from "vitest";
import { aJoin, aMember, anAttempt } from "../testing/background";
import type { Diagnosis } from "../shared/messages";
import { report } from "./report";

chrome.i18n = { getMessage: (key: string) => key } as unknown as typeof chrome.i18n;

const SURROUNDINGS = { version: "0.1.0", userAgent: "Mozilla/5.0", language: "es", now: Date.UTC(2026, 0, 2, 3, 4, 5) };
const OPENED = Date.UTC(2026, 0, 2, 3, 0, 0);
const lost = anAttempt({
  seq: 7,
  openedAt: OPENED,
  sentAt: OPENED + 3004,
  endedAt: OPENED + 3186,
  source: "https://crm.example.com",
  outcome: { state: "unknown", reason: { code: "no_reply" } },
});
const DIAGNOSIS: Diagnosis = {
  setUp: { readiness: "ready", origin: "https://acme.ucontactcloud.com", staySignedIn: false },
  permitted: true,
  journalWritable: true,
  entries: [
    lost,
    aJoin({ seq: 6, openedAt: OPENED, sentAt: null, endedAt: OPENED + 2, members: [aMember("A"), aMember("B")] }),
  ],
};

test("support reads when, what, how long and why", () => {
  expect(report(DIAGNOSIS, SURROUNDINGS).split("\n")).toEqual([
    "Click to Call for uContact 0.1.0, 2026-01-02T03:04:05.000Z, es",
    "Mozilla/5.0",
    "set-up: ready, instance https://acme.ucontactcloud.com allowed",
    "journal: writable, 2 entries shown",
    "#7  2026-01-02T03:00:00.000Z  call …678 from page  waited 3004 ms  answered 182 ms  unknown  UC-309",
    "#6  2026-01-02T03:00:00.000Z  join 2  waited 2 ms  refused  UC-202",
    "",
  ]);
});

test("no number, page, campaign or agent is told", () => {
  const told = report(DIAGNOSIS, SURROUNDINGS);
  for (const secret of [lost.number.slice(0, -3), lost.shown, "crm.example.com", lost.campaign])
    expect(told).not.toContain(secret);
});

test("what can't be read is said to be so", () => {
  const told = report({ setUp: null, permitted: false, journalWritable: false, entries: [] }, SURROUNDINGS);
  expect(told).toContain("set-up: unreadable\njournal: not writable, 0 entries shown\n");
});

test("a time that no calendar has is told as it is", () => {
  const odd = anAttempt({ openedAt: 9e15, sentAt: null, endedAt: null, state: "sending", outcome: null });
  expect(report({ ...DIAGNOSIS, entries: [odd] }, SURROUNDINGS)).toContain(
    "#?  9000000000000000  call …678 from popup",
  );
});
