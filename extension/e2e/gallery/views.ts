/** Every view of the extension in every state that it can be in. A new one is one entry here. */
import type { Page } from "puppeteer-core";
import type { Attempt } from "../../shared/attempts";
import type { Fault, Sandbox } from "../sandbox";
import { CALL, LOGIN, PASSWORD } from "../session/steps";
import { pause, pointOf, waitForMarks } from "../stage";
import { everyEnd, manyCalls } from "./entries";
import type { World } from "./worlds";

export interface View {
  name: string;
  world: World;
  /** A page of the extension (`popup/popup.html`), of the sandbox (`/crm/contacts`) or of this folder (`./names.html`). */
  opens: string;
  /** The page in the tab before it. */
  behind?: string;
  /** What the journal holds. */
  calls?: () => Attempt[];
  /** What goes wrong at uContact. */
  fault?: Fault;
  /** Brings the page into its state. */
  act?: (page: Page, sandbox: Sandbox) => Promise<void>;
  /** What of the page is its picture: an element, or what the window shows; the whole page if left out. */
  of?: string;
  /** Something goes on in it that would reach into the next view. */
  lasts?: true;
}

type Act = NonNullable<View["act"]>;

const POPUP = "popup/popup.html";
const OPTIONS = "options/options.html";
const DIAGNOSTICS = "options/diagnostics.html";
const CAMPAIGNS = "campaigns/campaigns.html";
const TEST_CALL = "test-call/test-call.html";
const CRM = "/crm/contacts";
const WINDOW = "window";

const PHONE = 'tr[data-contact="2"] td.phone';
/** Longer than any picture takes, and shorter than a call's deadline. */
const SLOW: Fault = { path: CALL, delay_ms: 24_000 };
const NO_ANSWER: Fault = { path: CALL, close: "after" };
const REFUSED: Fault = { path: CALL, status: 200, body: "0" };

const inTurn =
  (...acts: Act[]): Act =>
  async (page, sandbox) => {
    for (const act of acts) await act(page, sandbox);
  };
const click =
  (selector: string): Act =>
  (page) =>
    page.click(selector);
const sees =
  (selector: string): Act =>
  async (page) =>
    void (await page.waitForSelector(selector, { timeout: 10_000 }));
const types =
  (selector: string, words: string): Act =>
  async (page) => {
    await page.click(selector, { count: 3 });
    await page.type(selector, words);
  };
const press =
  (key: "Enter" | "Escape" | "Tab"): Act =>
  (page) =>
    page.keyboard.press(key);

const dials = (number: string): Act => inTurn(types('input[type="tel"]', number), press("Enter"));
const ends = sees(".notice .code");
const opensDialog = (button: string): Act => inTurn(click(button), sees("dialog[open]"));

/** One whom the sandbox doesn't know, so that all together are refused, and a line with a fault. */
const writesPeople: Act = inTurn(
  types("[name=people]", "ana.perez, 1001\nleo.gil, 12a\nנועה כהן, 1010\nluis.gomez, 1002"),
  click("[name=campaign]"),
  sees(".table [type=checkbox]"),
);

const pointsAtNumber: Act = async (page) => {
  await waitForMarks(page);
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.move(x, y);
  await pause(300);
};
const clicksNumber: Act = async (page) => {
  await pointsAtNumber(page, undefined as never);
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.click(x, y);
  await page.mouse.move(5, 5);
  await pause(1_000);
};

const section = (title: string): string => `section[aria-labelledby="${title}"]`;
/** A section of the options as it is when they open. */
const ofOptions = (name: string, title: string, world: World = "ready"): View => ({
  name: `options-${name}`,
  world,
  opens: OPTIONS,
  of: section(title),
});

export const VIEWS: View[] = [
  { name: "popup-new", world: "new", opens: POPUP },
  { name: "popup-signed-out", world: "signed_out", opens: POPUP },
  {
    name: "popup-sign-in-rejected",
    world: "signed_out",
    opens: POPUP,
    act: inTurn(types("[name=password]", "wrong"), press("Enter"), ends),
  },
  { name: "popup-empty", world: "ready", opens: POPUP },
  {
    name: "popup-number-refused",
    world: "ready",
    opens: POPUP,
    act: inTurn(dials("12345"), sees('[aria-invalid="true"]')),
  },
  { name: "popup-recent-calls", world: "ready", opens: POPUP, calls: everyEnd },
  { name: "popup-thousand-calls", world: "ready", opens: POPUP, calls: () => manyCalls(1000) },
  { name: "popup-on-this-page", world: "ready", opens: POPUP, behind: CRM },
  { name: "popup-accepted", world: "ready", opens: POPUP, act: inTurn(dials("55 5658 1111"), ends) },
  {
    name: "popup-refused",
    world: "ready",
    opens: POPUP,
    fault: REFUSED,
    act: inTurn(dials("55 5658 1111"), ends),
  },
  {
    name: "popup-unknown",
    world: "ready",
    opens: POPUP,
    fault: NO_ANSWER,
    act: inTurn(dials("55 5658 1111"), ends),
  },
  {
    name: "popup-cancel",
    world: "patient",
    opens: POPUP,
    fault: SLOW,
    act: inTurn(dials("55 5658 1111"), sees(".underway button")),
    lasts: true,
  },
  {
    name: "popup-calling",
    world: "ready",
    opens: POPUP,
    fault: SLOW,
    act: inTurn(dials("55 5658 1111"), sees(".underway")),
    lasts: true,
  },
  { name: "popup-asks", world: "asking", opens: POPUP, act: inTurn(dials("55 5658 1111"), ends) },
  {
    name: "popup-not-allowed",
    world: "asking",
    opens: POPUP,
    act: inTurn(types('input[type="tel"]', "+1 900 555 0123"), sees("form .fault")),
  },
  { name: "popup-long-names", world: "crowded", opens: POPUP, calls: everyEnd },
  { name: "popup-right-to-left", world: "ready", opens: POPUP, behind: "./right-to-left.html" },

  { name: "options-first-run", world: "new", opens: OPTIONS },
  {
    name: "options-faults",
    world: "new",
    opens: OPTIONS,
    act: inTurn(click("footer button"), sees("footer .faulty")),
  },
  { name: "options", world: "ready", opens: OPTIONS },
  { name: "options-long-names", world: "crowded", opens: OPTIONS },
  { name: "options-managed", world: "managed", opens: OPTIONS },
  ofOptions("connection", "options_connection"),
  ofOptions("campaigns", "options_campaigns"),
  ofOptions("dialling", "options_dialling"),
  ofOptions("no-sites", "options_sites", "new"),
  ofOptions("sites", "options_sites", "crowded"),
  {
    ...ofOptions("site-left-alone", "options_sites", "crowded"),
    act: inTurn(
      click(".sites li:nth-child(2) summary"),
      types(".sites li:nth-child(2) textarea", ".history\n.a:is("),
      click("footer button"),
      sees(".sites .fault"),
    ),
  },
  ofOptions("shortcuts", "options_shortcuts"),
  ofOptions("transfer", "options_transfer"),
  ofOptions("privacy", "options_privacy"),
  {
    ...ofOptions("try-a-number", "options_dialling"),
    act: inTurn(types('[name="try"]', "33 1234 5678 ext. 12"), sees(".try dd")),
  },
  { name: "options-sign-in", world: "signed_out", opens: OPTIONS, act: opensDialog("#sign-in"), of: WINDOW },
  {
    name: "options-sign-in-unknown",
    world: "signed_out",
    opens: OPTIONS,
    fault: { path: LOGIN, close: "after" },
    act: inTurn(opensDialog("#sign-in"), types("dialog [name=password]", PASSWORD), press("Enter"), ends),
    of: WINDOW,
  },
  {
    name: "options-signed-in",
    world: "signed_out",
    opens: OPTIONS,
    act: inTurn(opensDialog("#sign-in"), types("dialog [name=password]", PASSWORD), press("Enter"), sees("#sign-out")),
    of: section("options_connection"),
    lasts: true,
  },
  {
    name: "options-sign-out",
    world: "signed_out",
    opens: OPTIONS,
    act: inTurn(
      opensDialog("#sign-in"),
      types("dialog [name=password]", PASSWORD),
      press("Enter"),
      sees("#sign-out"),
      opensDialog("#sign-out"),
    ),
    of: WINDOW,
    lasts: true,
  },
  { name: "options-delete-all", world: "ready", opens: OPTIONS, act: opensDialog("#delete-all"), of: WINDOW },

  { name: "campaigns", world: "ready", opens: CAMPAIGNS },
  { name: "campaigns-faults", world: "crowded", opens: CAMPAIGNS, act: writesPeople },
  {
    name: "campaigns-refused",
    world: "ready",
    opens: CAMPAIGNS,
    act: inTurn(writesPeople, click("[name=skip]"), click("#add:enabled"), sees(".each:enabled")),
  },
  {
    name: "campaigns-one-by-one",
    world: "ready",
    opens: CAMPAIGNS,
    act: inTurn(
      writesPeople,
      click("[name=skip]"),
      click("#add:enabled"),
      sees(".each:enabled"),
      click(".each"),
      sees(".results button"),
    ),
  },

  { name: "diagnostics-empty", world: "ready", opens: DIAGNOSTICS },
  { name: "diagnostics", world: "ready", opens: DIAGNOSTICS, calls: everyEnd },
  { name: "diagnostics-new", world: "new", opens: DIAGNOSTICS },

  { name: "test-call-new", world: "new", opens: TEST_CALL },
  { name: "test-call", world: "ready", opens: TEST_CALL },
  {
    name: "test-call-number",
    world: "ready",
    opens: TEST_CALL,
    act: inTurn(types("[name=number]", "55 1234 5678"), sees(".contact button")),
  },
  {
    name: "test-call-accepted",
    world: "ready",
    opens: TEST_CALL,
    act: inTurn(types("[name=number]", "55 1234 5678"), sees(".contact button"), click(".contact button"), ends),
  },

  { name: "site", world: "ready", opens: CRM, act: (page) => waitForMarks(page), of: WINDOW },
  { name: "site-button", world: "ready", opens: CRM, act: pointsAtNumber, of: WINDOW },
  { name: "site-accepted", world: "ready", opens: CRM, act: clicksNumber, of: WINDOW },
  { name: "site-refused", world: "ready", opens: CRM, fault: REFUSED, act: clicksNumber, of: WINDOW },
  { name: "site-unknown", world: "ready", opens: CRM, fault: NO_ANSWER, act: clicksNumber, of: WINDOW },
  { name: "site-calling", world: "ready", opens: CRM, fault: SLOW, act: clicksNumber, of: WINDOW, lasts: true },
  { name: "site-cancel", world: "patient", opens: CRM, fault: SLOW, act: clicksNumber, of: WINDOW, lasts: true },
  { name: "site-asks", world: "asking", opens: CRM, act: clicksNumber, of: WINDOW },
  { name: "site-signed-out", world: "signed_out", opens: CRM, act: clicksNumber, of: WINDOW },
];

/** Those of one world one after the other: each takes a browser of its own. */
export const byWorld = (views: View[]): View[] => views.toSorted((a, b) => a.world.localeCompare(b.world));

/** Those that are pages of the extension itself, each once: what is cut out of one is in the whole. */
export const ownPages = (): View[] => VIEWS.filter(({ opens, of, act }) => /^\w/.test(opens) && (act || !of));
