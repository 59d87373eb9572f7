import "../testing/chrome";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallOutcome, NotSentReason, UnknownReason } from "../generated/types";
import { anAttempt } from "../testing/background";
import { readJson, EXTENSION, ROOT } from "../testing/shipped";
import * as codes from "./codes";
import { ofCall, ofQuestion, ofQueue } from "./outcome";
import { ofHangUp, ofSignIn } from "./session-outcome";

function speak(language: string): void {
  const said = readJson<Record<string, { message: string }>>(EXTENSION, `_locales/${language}/messages.json`);
  chrome.i18n = {
    getMessage: (key: string, given: string[]) =>
      said[key]!.message.replace(/\$(\d)/g, (_, place: string) => given[Number(place) - 1]!),
  } as unknown as typeof chrome.i18n;
}
speak("en");

const NOT_SENT: NotSentReason[] = Object.keys(codes.NOT_SENT).map(
  (code) => ({ code, faults: [], origin: "https://acme.ucontactcloud.com" }) as unknown as NotSentReason,
);
const UNKNOWN: UnknownReason[] = Object.keys(codes.UNKNOWN).map(
  (code) => ({ code, status: 503, wait_seconds: null }) as unknown as UnknownReason,
);

describe("the codes", () => {
  const given = [
    ...Object.values(codes.NOT_SENT),
    ...Object.values(codes.REFUSED),
    ...Object.values(codes.UNKNOWN),
    codes.ORPHANED,
    codes.NOT_WIPED,
  ];
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const documented = [...readme.matchAll(/^\| (UC-\d{3}) \|/gm)].map(([, code]) => code!);

  test("are one a cause", () => expect(new Set(given).size).toBe(given.length));

  test("all stand in README.md, and no others", () => expect(documented.sort()).toEqual([...given].sort()));
});

/** Every end that isn't a success; faults are told by their fields, and nobody asks why a call was cancelled that they cancelled. */
const ENDS = [
  ...NOT_SENT.filter(({ code }) => code !== "invalid" && code !== "cancelled").map((reason) => ({
    state: "not_sent" as const,
    reason,
  })),
  ...UNKNOWN.map((reason) => ({ state: "unknown" as const, reason })),
];

describe.each(["en", "es", "pt_BR"])("in %s", (language) => {
  beforeAll(() => speak(language));
  afterAll(() => speak("en"));

  const sentences = (said: string): string[] => said.split(/(?<=[.!?]) /);

  test.each(ENDS)("$state, $reason.code: one sentence says what happened, one what to do", (end) => {
    for (const { detail } of [ofCall(end), ofQueue(end), ofSignIn(end), ofHangUp(end)]) {
      expect(sentences(detail), detail).toHaveLength(2);
      expect(detail).not.toMatch(/;/);
    }
  });

  test("a no of uContact, which the title tells, comes with one thing to do", () => {
    const refusals = [
      ofCall({ state: "refused" }),
      ofSignIn({ state: "rejected" }),
      ofHangUp({ state: "answered_zero" }),
    ];
    for (const { detail } of refusals) expect(sentences(detail), detail).toHaveLength(1);
    expect(sentences(ofQueue({ state: "refused" }).detail)).toHaveLength(2);
  });
});

describe("what is said", () => {
  test("of a call that was placed has its GUID, and never claims a connection", () => {
    const said = ofCall({ state: "placed", call_id: "a GUID" });
    expect(said).toMatchObject({ tone: "good", code: "a GUID", step: "copy" });
    expect(`${said.title} ${said.detail}`).not.toMatch(/connected/i);
  });

  test("of a refusal has a code, and leads to the options where they may be to blame", () => {
    expect(ofCall({ state: "refused" })).toMatchObject({ tone: "bad", code: "UC-201", step: "options" });
    expect(ofQueue({ state: "refused" })).toMatchObject({ tone: "bad", code: "UC-202", step: null });
  });

  test.each(NOT_SENT)("of $code never says that something may have left", (reason) => {
    const said = ofCall({ state: "not_sent", reason });
    expect(said.code).toBe(codes.NOT_SENT[reason.code]);
    expect(said.tone).not.toBe("doubt");
    expect(`${said.title} ${said.detail}`).not.toMatch(/unknown|may ring/i);
  });

  test.each(UNKNOWN)("of $code never says that nothing was sent or that it failed", (reason) => {
    for (const said of [ofCall({ state: "unknown", reason }), ofQueue({ state: "unknown", reason })]) {
      expect(said).toMatchObject({ tone: "doubt", code: codes.UNKNOWN[reason.code] });
      expect(said.detail).not.toBe("");
      expect(`${said.title} ${said.detail}`).not.toMatch(/nothing was sent|failed/i);
    }
  });

  test("of a membership never speaks of a phone that rings", () => {
    for (const reason of UNKNOWN) expect(ofQueue({ state: "unknown", reason }).detail).not.toMatch(/rings|calling/);
  });

  test("of a missing permission names the origin to allow", () => {
    const origin = "https://acme.ucontactcloud.com";
    const said = ofCall({ state: "not_sent", reason: { code: "permission_missing", origin } });
    expect(said).toMatchObject({ step: "allow", origin, detail: expect.stringContaining(origin) });
  });

  test.each([
    [null, /^uContact is busy \(HTTP 503\)\./],
    [0, /wait 0 seconds/],
    [1, /wait 1 second\./],
    [120, /wait 120 seconds/],
    [121, /wait 3 minutes/],
    [86_400, /wait 1,440 minutes/],
  ])("of a busy server that asks for %s seconds", (wait_seconds, expected) => {
    const busy: CallOutcome = { state: "unknown", reason: { code: "busy", status: 503, wait_seconds } };
    expect(ofCall(busy).detail).toMatch(expected);
  });

  test("before calling again has the code of what nobody knows", () => {
    const earlier = anAttempt({ outcome: { state: "unknown", reason: { code: "no_reply" } } });
    expect(ofQuestion({ ...earlier, why: "doubt", earlier })).toMatchObject({ code: "UC-309", step: "again" });
  });
});
