import { browser, OWN_ID, OWN_ORIGIN } from "../testing/chrome";
import { beforeEach, describe, expect, type Mock, test, vi } from "vitest";
import { aMember, anAttempt, freshBackground, saveSettings, SETTINGS, TOKEN } from "../testing/background";
import { callEngine } from "../testing/engine";
import type { MessageType } from "../shared/messages";

const desk = vi.hoisted(() => ({ open: vi.fn(), outcome: vi.fn(), cancel: vi.fn() }));
const badge = vi.hoisted(() => ({ callsSeen: vi.fn(), refreshBadge: vi.fn() }));
const engine = vi.hoisted(() => ({ findNumbers: vi.fn(), planNumber: vi.fn() }));
const campaigns = vi.hoisted(() => ({ join: vi.fn(), joinEach: vi.fn(), lastJoining: vi.fn(), added: vi.fn() }));
const support = vi.hoisted(() => ({ diagnose: vi.fn(), openPage: vi.fn() }));
const repair = vi.hoisted(() => vi.fn());
const session = vi.hoisted(() => ({ signIn: vi.fn(), signOut: vi.fn() }));
const hangUp = vi.hoisted(() => vi.fn());
const forbidRepeats = vi.hoisted(() => vi.fn());
vi.mock("./call-desk", () => desk);
vi.mock("./badge", () => badge);
vi.mock("./engine", () => ({ callEngine, ...engine }));
vi.mock("./campaigns", () => campaigns);
vi.mock("./diagnosis", () => support);
vi.mock("./repair", () => ({ repair }));
vi.mock("./session", () => session);
vi.mock("./hang-up", () => ({ hangUp }));
vi.mock("./single-post", () => ({ forbidRepeats }));

type Sender = chrome.runtime.MessageSender;

const SITE = "https://crm.example.com";
const tab = { id: 7 } as chrome.tabs.Tab;

const SENDERS = {
  "own page": { id: OWN_ID, origin: OWN_ORIGIN },
  "own page in a tab": { id: OWN_ID, origin: OWN_ORIGIN, tab },
  "enabled site": { id: OWN_ID, origin: SITE, tab },
  "frame on an enabled site": { id: OWN_ID, origin: SITE, frameId: 3, tab: { ...tab, url: `${SITE}/contacts` } },
  "frame of an enabled site on another": {
    id: OWN_ID,
    origin: SITE,
    frameId: 3,
    tab: { ...tab, url: "https://other.example.com/" },
  },
  "frame of an enabled site on a page that we may not see": { id: OWN_ID, origin: SITE, frameId: 3, tab },
  "site not enabled": { id: OWN_ID, origin: "https://other.example.com", tab },
  "enabled host, another port": { id: OWN_ID, origin: `${SITE}:9443`, tab },
  "enabled site without a tab": { id: OWN_ID, origin: SITE },
  "another extension": { id: "another", origin: "chrome-extension://another" },
  "another extension with the origin of our page": { id: "another", origin: OWN_ORIGIN },
  "another extension with the origin of a site": { id: "another", origin: SITE, tab },
  "no id": { origin: OWN_ORIGIN },
  "no origin": { id: OWN_ID, tab },
  "an origin that is null": { id: OWN_ID, origin: "null", tab },
} satisfies Record<string, Sender>;

type SenderName = keyof typeof SENDERS;

const PAGES: SenderName[] = ["own page", "own page in a tab"];
const PAGES_AND_SITES: SenderName[] = [...PAGES, "enabled site", "frame on an enabled site"];

/** Who is served, by the design's rules; everybody else is refused. */
const SERVED: Record<MessageType, SenderName[]> = {
  "site.hello": [
    "enabled site",
    "frame on an enabled site",
    "frame of an enabled site on another",
    "frame of an enabled site on a page that we may not see",
    "site not enabled",
    "enabled host, another port",
    "enabled site without a tab",
    // They hear that they are not enabled, which is true, and nothing else.
    "another extension",
    "another extension with the origin of our page",
    "another extension with the origin of a site",
    "no id",
    "no origin",
    "an origin that is null",
  ],
  "numbers.find": ["enabled site", "frame on an enabled site"],
  "number.dismiss": PAGES_AND_SITES,
  "number.restore": PAGES_AND_SITES,
  "page.layer": ["enabled site", "frame on an enabled site"],
  "page.numbers": PAGES,
  "site.in_front": PAGES,
  "site.want": PAGES,
  "site.show": PAGES,
  "call.open": PAGES_AND_SITES,
  "popup.read": PAGES,
  "call.outcome": PAGES_AND_SITES,
  "call.cancel": PAGES_AND_SITES,
  "call.hang_up": PAGES,
  "number.plan": PAGES,
  "calls.recent": PAGES,
  "campaigns.join": PAGES,
  "campaigns.joinEach": PAGES,
  "campaigns.last": PAGES,
  "campaigns.added": PAGES,
  "campaigns.read": PAGES,
  "campaigns.write": PAGES,
  "roster.read": PAGES,
  "roster.faults": PAGES,
  "sets.save": PAGES,
  "diagnostics.read": PAGES,
  "journal.repair": PAGES,
  "page.open": PAGES_AND_SITES,
  "setup.read": PAGES,
  "setup.check": PAGES,
  "setup.save": PAGES,
  "setup.origin": PAGES,
  "setup.faults": PAGES,
  "setup.export": PAGES,
  "setup.import": PAGES,
  "privacy.stored": PAGES,
  "privacy.delete_all": PAGES,
  "session.sign_in": PAGES,
  "session.sign_out": PAGES,
};

/** One request that is good for every message. */
const REQUEST = {
  ancestors: [],
  wording: "text",
  texts: ["55 1234 5678"],
  number: "+525512345678",
  shown: "+52 55 1234 5678",
  id: "an id",
  text: "55 1234 5678",
  members: [aMember("Ventas->")],
  campaigns: [],
  sets: [],
  instance: "acme",
  origin: SITE,
  show: "button",
  agent: "ana.perez",
  password: "hunter2",
  atUcontact: true,
  settings: SETTINGS,
  token: "bmV3",
  staySignedIn: false,
};

let answer: typeof import("./answer").answer;

beforeEach(async () => {
  vi.resetAllMocks();
  desk.open.mockResolvedValue({ how: "opened", attempt: anAttempt({}) });
  session.signOut.mockResolvedValue({ logOff: null, endSession: null });
  freshBackground();
  await saveSettings({ sites: [`${SITE}/*`] });
  browser.session = { token: TOKEN };
  ({ answer } = await import("./answer"));
});

const cases = (Object.keys(SERVED) as MessageType[]).flatMap((type) =>
  (Object.keys(SENDERS) as SenderName[]).map((name) => [type, name, SERVED[type].includes(name)] as const),
);

test.each(cases)("%s from %s is served: %s", async (type, name, served) => {
  const before = { ...browser.session };
  const given = await answer({ type, ...REQUEST }, SENDERS[name]);
  if (served) return expect(given).toMatchObject({ ok: true });
  expect(given).toEqual({ ok: false, error: "not from here" });
  const parts = [desk, engine, campaigns, support, session, { repair, hangUp }];
  for (const handled of parts.flatMap((part) => Object.values<Mock>(part))) expect(handled).not.toHaveBeenCalled();
  expect(browser.session).toEqual(before);
});

const READING = { show: "underline", links: "all", inCode: false, exclude: [], notNumbers: [] };

test("only a content script on an enabled site hears how it reads its page", async () => {
  const hello = { type: "site.hello", ancestors: [] };
  const told = await Promise.all(SERVED["site.hello"].map(async (name) => [name, await answer(hello, SENDERS[name])]));
  const enabled = ["enabled site", "frame on an enabled site"];
  expect(told).toEqual(
    SERVED["site.hello"].map((name) => [name, { ok: true, reply: enabled.includes(name) ? READING : null }]),
  );
});

test("a frame inside another site's frame is not enabled, though the tab's own page is", async () => {
  const frame = SENDERS["frame on an enabled site"];
  const reply = async (ancestors: string[]) => answer({ type: "site.hello", ancestors }, frame);
  expect(await reply([SITE])).toEqual({ ok: true, reply: READING });
  expect(await reply(["https://other.example.com", SITE])).toEqual({ ok: true, reply: null });
});

test.each([
  null,
  undefined,
  "call.open",
  7,
  [],
  {},
  { type: 7 },
  { type: ["call.open"] },
  { type: "call.unheard" },
  { type: "constructor" },
  { type: "__proto__" },
  { type: "toString" },
  { type: "hasOwnProperty" },
])("%j is no message", async (message) => {
  expect(await answer(message, SENDERS["own page"])).toEqual({ ok: false, error: "unknown message" });
});

test("of an exception only its name crosses", async () => {
  engine.findNumbers.mockRejectedValue(new RangeError("55 1234 5678 is secret"));
  const given = await answer({ type: "numbers.find", texts: [] }, SENDERS["enabled site"]);
  expect(given).toEqual({ ok: false, error: "RangeError" });
});

test("what is thrown and isn't an error is a failure", async () => {
  campaigns.join.mockRejectedValue(`the token is ${TOKEN}`);
  const given = await answer({ type: "campaigns.join", members: [] }, SENDERS["own page"]);
  expect(given).toEqual({ ok: false, error: "failure" });
});

test("a sender that can't be identified is answered and not served", async () => {
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("gone", "UnknownError");
    },
  });
  vi.resetModules();
  ({ answer } = await import("./answer"));
  expect(await answer({ type: "call.open", ...REQUEST }, SENDERS["enabled site"])).toEqual({
    ok: false,
    error: "DatabaseError",
  });
  expect(desk.open).not.toHaveBeenCalled();
});

test("a faulty site in the settings lets nobody in who has no origin", async () => {
  await saveSettings({ sites: ["nonsense"] });
  const sender = { id: OWN_ID, origin: null as unknown as string, tab };
  expect(await answer({ type: "site.hello", ancestors: [] }, sender)).toEqual({ ok: true, reply: null });
});

describe("a call", () => {
  const order = { number: REQUEST.number, shown: REQUEST.shown };

  test("from a site goes out for the agent's own campaign, whatever the site says", async () => {
    desk.open.mockResolvedValue({ how: "opened", attempt: anAttempt({}) });
    const message = { type: "call.open", ...order, campaign: "Theirs->", source: "popup", state: "ended" };
    await answer(message, SENDERS["enabled site"]);
    expect(desk.open.mock.calls).toEqual([[{ ...order, source: SITE }, expect.any(Function)]]);
  });

  test("from the popup goes out for the campaign that was chosen there", async () => {
    desk.open.mockResolvedValue({ how: "opened", attempt: anAttempt({}) });
    await answer({ type: "call.open", ...order, campaign: "Sales->", source: SITE }, SENDERS["own page"]);
    expect(desk.open.mock.calls).toEqual([[{ ...order, campaign: "Sales->", source: "popup" }, expect.any(Function)]]);
  });
});

describe("what is no number", () => {
  const judged = async () => (await import("./set-up")).readSettings().then(({ pages }) => pages.sites);
  const ofSite = (site: string) => expect.objectContaining({ site, not_numbers: [REQUEST.number] });
  const message = { type: "number.dismiss", number: REQUEST.number, origin: "https://other.example.com" };

  test("is judged by a site for itself, whatever site it names", async () => {
    expect(await answer(message, SENDERS["enabled site"])).toEqual({ ok: true, reply: "kept" });
    expect(await judged()).toEqual([ofSite(SITE)]);
  });

  test("is judged by our own pages for the site they name, and for none where they name none", async () => {
    expect(await answer({ ...message, origin: undefined }, SENDERS["own page"])).toEqual({
      ok: true,
      reply: "unchanged",
    });
    expect(await answer(message, SENDERS["own page"])).toEqual({ ok: true, reply: "kept" });
    expect(await judged()).toEqual([ofSite("https://other.example.com")]);
  });
});

test("numbers are read for the default region of the settings", async () => {
  await answer({ type: "numbers.find", texts: ["a"], wording: "text", region: "US" }, SENDERS["enabled site"]);
  await answer({ type: "number.plan", text: "b" }, SENDERS["own page"]);
  expect(engine.findNumbers.mock.calls).toEqual([[["a"], "MX", false]]);
  expect(engine.planNumber.mock.calls).toEqual([["b", expect.objectContaining({ default_region: "MX" })]]);
});

test("a saved set-up reaches the sites and the defence against repeats at once", async () => {
  browser.permitted = new Set([`${SITE}/*`]);
  const request = { settings: SETTINGS, token: "bmV3", staySignedIn: false };
  expect(await answer({ type: "setup.save", ...request }, SENDERS["own page"])).toEqual({ ok: true, reply: [] });
  expect(browser.scripts.map(({ matches }) => matches)).toEqual([[`${SITE}/*`]]);
  expect(forbidRepeats).toHaveBeenCalledTimes(1);
});

test("a set-up with faults changes neither", async () => {
  browser.permitted = new Set([`${SITE}/*`]);
  const request = { settings: { ...SETTINGS, agent: "" }, token: "bmV3", staySignedIn: false };
  const given = await answer({ type: "setup.save", ...request }, SENDERS["own page"]);
  expect(given).toMatchObject({ ok: true, reply: [{ field: "agent" }] });
  expect(browser.scripts).toEqual([]);
  expect(forbidRepeats).not.toHaveBeenCalled();
});

test("no reply holds the token or the password", async () => {
  for (const type of Object.keys(SERVED)) {
    const given = await answer({ type, ...REQUEST }, SENDERS["own page"]);
    expect(JSON.stringify(given)).not.toMatch(new RegExp(`${TOKEN}|${REQUEST.token}|${REQUEST.password}`));
  }
});
