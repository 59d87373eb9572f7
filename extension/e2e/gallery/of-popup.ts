/** The popup in every state. */
import { QUEUES } from "../campaigns/steps";
import { HANGUP } from "../session/steps";
import * as act from "./acts";
import { everyEnd, manyCalls } from "./entries";
import type { View } from "./views";
import type { World } from "./worlds";

const { click, dials, ends, inTurn, press, sees, types } = act;

const CRM = "/crm/contacts";
const NUMBER = "55 5658 1111";

const view = (state: string, world: World, rest: Partial<View> = {}): View => ({
  name: `popup-${state}`,
  world,
  opens: "popup/popup.html",
  ...rest,
});
/** A number is dialled, and it comes to an end. */
const dialled = (state: string, rest: Partial<View> = {}): View =>
  view(state, "ready", { act: inTurn(dials(NUMBER), ends), ...rest });

const asksToJoinAll = inTurn(
  click(".memberships label:nth-of-type(2) input"),
  click(".memberships form > button"),
  sees(".memberships .each:enabled"),
);

export const POPUP: View[] = [
  view("new", "new"),
  view("signed-out", "signed_out"),
  view("sign-in-rejected", "signed_out", { act: inTurn(types("[name=password]", "wrong"), press("Enter"), ends) }),
  view("empty", "ready"),
  view("number-refused", "ready", { act: inTurn(dials("12345"), sees('[aria-invalid="true"]')) }),
  view("not-allowed", "asking", { act: inTurn(types('input[type="tel"]', "+1 900 555 0123"), sees("form .fault")) }),
  view("recent-calls", "ready", { calls: everyEnd }),
  view("thousand-calls", "ready", { calls: () => manyCalls(1000) }),
  view("on-this-page", "ready", { behind: CRM }),
  view("not-a-number", "judging", {
    behind: CRM,
    act: inTurn(sees(".on-page .dismiss"), click(".on-page .dismiss"), sees(".on-page .notice")),
  }),
  view("site-not-enabled", "crowded", { behind: CRM, unmarked: true }),
  view("right-to-left", "ready", { behind: "./right-to-left.html" }),
  view("long-names", "crowded", { calls: everyEnd }),

  dialled("accepted"),
  dialled("refused", { fault: act.REFUSED }),
  dialled("unknown", { fault: act.NO_ANSWER }),
  dialled("busy", { fault: act.BUSY }),
  dialled("asks-again", {
    fault: act.NO_ANSWER,
    act: inTurn(dials(NUMBER), ends, dials(NUMBER), sees(".notice.doubt .step"), ends),
  }),
  dialled("asks", { world: "asking" }),
  dialled("cancel", {
    world: "patient",
    fault: act.SLOW,
    act: inTurn(dials(NUMBER), sees(".underway button")),
    lasts: true,
  }),
  dialled("calling", { fault: act.SLOW, act: inTurn(dials(NUMBER), sees(".underway")), lasts: true }),
  view("hung-up", "ready", { calls: everyEnd, act: inTurn(click("#hang-up"), ends) }),
  view("hang-up-unknown", "ready", {
    calls: everyEnd,
    fault: { path: HANGUP, close: "after" },
    act: inTurn(click("#hang-up"), ends),
  }),

  view("joined", "ready", { act: inTurn(click(".memberships form > button"), sees(".memberships .notice.good")) }),
  view("join-refused", "ready", {
    fault: { path: QUEUES, times: 9, status: 200, body: "0" },
    act: inTurn(asksToJoinAll, click(".memberships .each"), sees(".memberships .results button")),
  }),
];
