/** The options in every state. */
import { LOGIN, PASSWORD } from "../session/steps";
import * as act from "./acts";
import type { View } from "./views";
import type { World } from "./worlds";

const { chooses, click, ends, inTurn, opensDialog, opensFile, press, sees, signsIn, types, WINDOW } = act;

const section = (title: string): string => `section[aria-labelledby="options_${title}"]`;

const view = (state: string, world: World, rest: Partial<View> = {}): View => ({
  name: state ? `options-${state}` : "options",
  world,
  opens: "options/options.html",
  ...rest,
});
/** One section of them. */
const part = (state: string, title: string, world: World = "ready", rest: Partial<View> = {}): View =>
  view(state, world, { of: section(title), ...rest });
/** A question over them. */
const asked = (state: string, world: World, rest: Partial<View>): View => view(state, world, { of: WINDOW, ...rest });

const SHEET = "campaign,caller_id,caller_id\nVentas->,525550001000,525550009000\nCobranza->,52555ext\n,525550003000\n";
const SETTINGS = { agent: "luis.gomez", cancel_seconds: 3, dial_plan: { prefix: "9", countries: ["MX", "US"] } };
const WRONG = { agent: "", cancel_seconds: 900, colour: "green" };
const fileOf = (settings: object): string => JSON.stringify({ click_to_call: 1, settings });

export const OPTIONS: View[] = [
  view("first-run", "new"),
  view("faults", "new", { act: inTurn(click("footer button"), sees("footer .faulty")) }),
  view("", "ready"),
  view("long-names", "crowded"),
  view("managed", "managed"),
  view("policy-faults", "misruled"),
  view("guide-next", "new", {
    of: ".guide",
    act: inTurn(types("[name=instance]", "acme"), types("[name=token]", "c2VjcmV0"), sees(".guide .done")),
  }),
  view("guide-test", "signed_out", {
    of: ".guide",
    act: inTurn(signsIn, sees(".guide a[href*=test-call]")),
    lasts: true,
  }),
  asked("unsaved", "ready", { act: inTurn(types("[name=agent]", "luis.gomez"), sees("footer .dirty")) }),
  asked("saved", "ready", { act: inTurn(click("footer button"), sees("footer .saved")) }),

  part("connection", "connection"),
  part("campaigns", "campaigns"),
  part("dialling", "dialling"),
  part("try-a-number", "dialling", "ready", {
    act: inTurn(types('[name="try"]', "33 1234 5678 ext. 12"), sees(".try dd")),
  }),
  part("dial-plan", "dialling", "asking", {
    act: inTurn(
      click(`${section("dialling")} > button`),
      chooses(".thirds:nth-of-type(2) select", "US"),
      click(`${section("dialling")} > button`),
      chooses("[name=countries]", "MX"),
      chooses("[name=countries]", "US"),
      types("[name=never]", "1900"),
      types('[name="try"]', "+1 900 555 0123"),
      sees(".try dd"),
      click("footer button"),
      sees("footer .faulty"),
    ),
  }),
  part("no-sites", "sites", "new"),
  part("site-preset", "sites", "new", {
    act: inTurn(chooses("[name=preset]", "Salesforce"), types("[name=tenant]", "acme")),
  }),
  part("site-wrong", "sites", "new", {
    act: inTurn(types("[name=site]", "crm"), press("Enter"), types("[name=site]", "ftp://crm"), press("Enter")),
  }),
  part("sites", "sites", "crowded"),
  part("site-left-alone", "sites", "crowded", {
    act: inTurn(
      click(".sites li:nth-child(2) summary"),
      types(".sites li:nth-child(2) textarea", ".notes\n.a:is("),
      click("footer button"),
      sees(".sites .fault"),
    ),
  }),
  part("shortcuts", "shortcuts"),
  part("transfer", "transfer"),
  part("privacy", "privacy"),

  asked("sign-in", "signed_out", { act: opensDialog("#sign-in") }),
  asked("sign-in-unknown", "signed_out", {
    fault: { path: LOGIN, close: "after" },
    act: inTurn(opensDialog("#sign-in"), types("dialog [name=password]", PASSWORD), press("Enter"), ends),
  }),
  part("signed-in", "connection", "signed_out", { act: signsIn, lasts: true }),
  asked("sign-out", "signed_out", { act: inTurn(signsIn, opensDialog("#sign-out")), lasts: true }),
  part("signed-out", "connection", "signed_out", {
    act: inTurn(signsIn, opensDialog("#sign-out"), click("#sign-out-everywhere"), ends),
    lasts: true,
  }),
  asked("delete-all", "ready", { act: opensDialog("#delete-all") }),
  asked("campaign-file", "ready", { act: opensFile("[name=import_campaigns]", "campañas 2027.csv", SHEET) }),
  asked("settings-file", "ready", { act: opensFile("[name=import]", "settings.json", fileOf(SETTINGS)) }),
  asked("settings-file-faults", "ready", { act: opensFile("[name=import]", "settings.json", fileOf(WRONG)) }),
];
