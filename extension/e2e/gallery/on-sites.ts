/** What lies over a site in every state. */
import * as act from "./acts";
import type { View } from "./views";

const view = (state: string, rest: Partial<View> = {}): View => ({
  name: state ? `site-${state}` : "site",
  world: "ready",
  opens: "/crm/contacts",
  of: act.WINDOW,
  act: act.clicksNumber,
  ...rest,
});

export const SITES: View[] = [
  view("", { act: act.isMarked }),
  view("right-to-left", { opens: "./right-to-left.html", act: act.isMarked }),
  view("button", { act: act.pointsAtNumber }),
  view("not-a-number", { world: "judging", act: act.saysNotANumber }),
  view("cancel", { world: "patient", fault: act.SLOW, lasts: true }),
  view("calling", { fault: act.SLOW, lasts: true }),
  view("calling-another", { fault: act.SLOW, act: act.clicksAnother, lasts: true }),
  view("accepted"),
  view("refused", { fault: act.REFUSED }),
  view("unknown", { fault: act.NO_ANSWER }),
  view("busy", { fault: act.BUSY }),
  view("asks", { world: "asking" }),
  view("asks-again", { fault: act.NO_ANSWER, act: act.clicksAgain }),
  view("signed-out", { world: "signed_out" }),
];
