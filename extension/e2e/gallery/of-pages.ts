/** The other pages of the extension in every state: adding people to campaigns, diagnostics, the test call. */
import { QUEUES } from "../campaigns/steps";
import * as act from "./acts";
import { everyEnd, joined } from "./entries";
import type { View } from "./views";

const { click, ends, inTurn, sees, types } = act;

const campaigns = (state: string, rest: Partial<View> = {}): View => ({
  name: state ? `campaigns-${state}` : "campaigns",
  world: "ready",
  opens: "campaigns/campaigns.html",
  ...rest,
});
const diagnostics = (state: string, rest: Partial<View> = {}): View => ({
  name: state ? `diagnostics-${state}` : "diagnostics",
  world: "ready",
  opens: "options/diagnostics.html",
  ...rest,
});
const testCall = (state: string, rest: Partial<View> = {}): View => ({
  name: state ? `test-call-${state}` : "test-call",
  world: "ready",
  opens: "test-call/test-call.html",
  ...rest,
});

/** One whom the sandbox doesn't know, so that all together are refused, and a line with a fault. */
const writesPeople = inTurn(
  types("[name=people]", "ana.perez, 1001\nleo.gil, 12a\nנועה כהן, 1010\nluis.gomez, 1002"),
  click("[name=campaign]"),
  sees(".table [type=checkbox]"),
);
const addsThem = inTurn(click("[name=skip]"), click("#add:enabled"));
const adds = inTurn(
  types("[name=people]", "ana.perez, 1001\nluis.gomez, 1002"),
  click("[name=campaign]"),
  click("#add:enabled"),
);
const writesNumber = types("[name=number]", "55 1234 5678");
const calls = inTurn(writesNumber, sees(".contact button"), click(".contact button"));

export const PAGES: View[] = [
  campaigns(""),
  campaigns("new", { world: "new" }),
  campaigns("signed-out", { world: "signed_out" }),
  campaigns("managed", { world: "managed" }),
  campaigns("faults", { world: "crowded", act: writesPeople }),
  campaigns("asking", {
    fault: { path: QUEUES, delay_ms: 24_000 },
    act: inTurn(adds, sees("#add:disabled")),
    lasts: true,
  }),
  campaigns("added", { act: inTurn(adds, sees(".notice.good"), sees(".record")) }),
  campaigns("unknown", { fault: { path: QUEUES, close: "after" }, act: inTurn(adds, ends) }),
  campaigns("refused", { act: inTurn(writesPeople, addsThem, sees(".each:enabled")) }),
  campaigns("one-by-one", {
    act: inTurn(writesPeople, addsThem, sees(".each:enabled"), click(".each"), sees(".results button")),
  }),

  diagnostics("empty"),
  diagnostics("", { calls: everyEnd }),
  diagnostics("long-names", { world: "crowded", calls: () => [...joined(), ...everyEnd()] }),
  diagnostics("new", { world: "new" }),
  diagnostics("signed-out", { world: "signed_out" }),

  testCall(""),
  testCall("new", { world: "new" }),
  testCall("signed-out", { world: "signed_out" }),
  testCall("number", { act: inTurn(writesNumber, sees(".contact button")) }),
  testCall("not-allowed", { world: "asking", act: inTurn(types("[name=number]", "+1 900 555 0123"), sees(".fault")) }),
  testCall("asks", { world: "asking", act: inTurn(calls, ends) }),
  testCall("calling", { fault: act.SLOW, act: inTurn(calls, sees(".underway")), lasts: true }),
  testCall("accepted", { act: inTurn(calls, ends) }),
  testCall("refused", { fault: act.REFUSED, act: inTurn(calls, ends) }),
  testCall("unknown", { fault: act.NO_ANSWER, act: inTurn(calls, ends) }),
];
