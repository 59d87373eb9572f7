import "../testing/chrome";
import { expect, test } from "vitest";
import type { AskedOutcome, EndSessionOutcome, NotSentReason, UnknownReason } from "../generated/types";
import { NOT_SENT, UNKNOWN } from "./codes";
import { ofHangUp, ofSignIn, ofSignOut } from "./session-outcome";

// The texts are their keys here.
const unsent = (code: string) =>
  ({ state: "not_sent", reason: { code, faults: [] } as unknown as NotSentReason }) as const;
const unknown = (code: string) => ({ state: "unknown", reason: { code } as unknown as UnknownReason }) as const;

test.each(Object.entries(UNKNOWN))("an end that is unknown for %s is a doubt with its code", (reason, code) => {
  const said = { tone: "doubt", detail: expect.stringMatching(`^cause_${reason}`), code };
  expect(ofSignIn(unknown(reason))).toMatchObject({ ...said, title: "sign_in_unknown" });
  expect(ofHangUp(unknown(reason))).toMatchObject({ ...said, title: "hang_up_unknown" });
});

test.each(Object.entries(NOT_SENT))("what was not sent for %s never reads as if it may have been", (reason, code) => {
  const said = { tone: "bad", title: "call_not_sent", code };
  expect(ofSignIn(unsent(reason))).toMatchObject(said);
  expect(ofHangUp(unsent(reason))).toMatchObject(said);
});

test("asking to hang up is never told as having hung up", () => {
  expect(ofHangUp({ state: "asked" })).toMatchObject({ title: "hang_up_asked", detail: "hang_up_asked_next" });
  expect(ofHangUp({ state: "answered_zero" })).toMatchObject({ tone: "bad", code: "UC-205" });
});

test.each<[AskedOutcome, EndSessionOutcome, string, string]>([
  [{ state: "asked" }, { state: "ended" }, "good", ""],
  [{ state: "answered_zero" }, { state: "ended" }, "doubt", "UC-205"],
  [{ state: "asked" }, { state: "refused" }, "doubt", "UC-204"],
  [unknown("no_reply"), unsent("offline"), "doubt", "UC-309 UC-104"],
])("signing out tells both answers: %j, %j", (logOff, endSession, tone, code) => {
  const next = tone === "doubt" ? " next_sign_out" : "";
  const detail = `log_off_${logOff.state} end_session_${endSession.state}${next}`;
  expect(ofSignOut({ logOff, endSession }, false)).toMatchObject({ tone, title: "signed_out", detail, code });
});

test("signing out with a pasted token says why uContact was asked for nothing", () => {
  const said = { tone: "good", detail: "signed_out_pasted", code: "" };
  expect(ofSignOut({ logOff: null, endSession: null }, true)).toMatchObject(said);
});
