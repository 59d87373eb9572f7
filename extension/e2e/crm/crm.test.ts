/**
 * A real CRM that knows nothing of us: Tryton's web client, a jQuery application, with two hundred parties. Its numbers are
 * live in lists, forms, links and fields, calls go out, and it complains of nothing that it doesn't complain of without us.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import type { NumberOnPage } from "../../shared/messages";
import { launchPlain } from "../browsers";
import { attempts, inEachBrowser, pause, settledPosts, type Stage, waitForMarks } from "../stage";
import { ADMIN, startTryton, type Tryton } from "./tryton";

/**
 * Its router asks every tab for its address, one that is still being made too; whether that goes wrong is a matter of
 * milliseconds (`get_url` in its `tab.js`).
 */
const TRYTONS_RACE = /get_url/;

let tryton: Tryton;
beforeAll(async () => void (tryton = await startTryton()), 180_000);
afterAll(() => tryton?.stop());

inEachBrowser("Tryton", { sites: async () => [`${tryton.url}/*`] }, (stage) => {
  let plain: Browser;
  let page: Page;
  const complaints = new Set<string>();

  beforeAll(async () => {
    plain = await launchPlain(stage.session.name);
    page = await logIn(stage.session.browser, complaints);
  });
  afterAll(() => plain?.close());

  it("has the numbers of a list live, after it was built anew, too", async () => {
    await openList(page);
    await waitForMarks(page, 15);
    await expectCall(stage, page, '.column-char[title^="+52 55 5000"]', tryton.parties[0]!.destination);
    await (await seen(page, "#reload")).click();
    await pause(1_000);
    await waitForMarks(page, 15);
    await expectCall(stage, page, '.column-char[title^="+1 415 555 1000"]', "14155551000");
  });

  it("has those of a party's form live, and lists no number of the tabs behind", async () => {
    const { id, destination } = tryton.parties[1]!;
    await openRecord(page, "party.party", id);
    await expectCall(stage, page, '.column-char[title^="55 5001"]', destination);
    // Each as a text and as a link.
    expect(new Set(await numbersOn(stage, page))).toEqual(new Set(["+14155551001", `+${destination}`]));
    await expectCall(stage, page, 'a[href^="tel:+1"] img', "14155551001");
  });

  it("calls from a field, by the button beside it, and leaves its text as it is", async () => {
    const { contact, destination } = tryton.parties[3]!;
    await openRecord(page, "party.contact_mechanism", contact);
    const field = await seen(page, 'input[name="other_value"]');
    const value = (): Promise<string> => field.evaluate((input) => (input as HTMLInputElement).value);
    // It is filled in after it is there.
    await expect.poll(() => numbersOn(stage, page), { timeout: 10_000 }).toEqual([`+${destination}`]);
    const before = await value();
    await stage.sandbox.reset();
    await pressButtonBeside(page, field);
    expect(await destinations(stage)).toEqual([destination]);
    expect(await value()).toBe(before);
  });

  it("complains of nothing else than without the extension", async () => {
    const without = new Set<string>();
    const bare = await logIn(plain, without);
    await openList(bare);
    await (await seen(bare, "#reload")).click();
    await openRecord(bare, "party.party", tryton.parties[1]!.id);
    await openRecord(bare, "party.contact_mechanism", tryton.parties[3]!.contact);
    expect([...complaints].filter((complaint) => !without.has(complaint) && !TRYTONS_RACE.test(complaint))).toEqual([]);
  });
});

async function logIn(browser: Browser, complaints: Set<string>): Promise<Page> {
  const page = await browser.newPage();
  page.on("pageerror", (error) => complaints.add(String(error)));
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.add(message.text()));
  await page.goto(tryton.client);
  await page.bringToFront();
  const name = await page.waitForSelector("#login", { visible: true });
  await name!.type(ADMIN.user);
  const password = await passwordAfter(page, name!);
  await password.type(ADMIN.password);
  await password.press("Enter");
  await seen(page, "*");
  return page;
}

/** A form that is drawn before it listens swallows the key. */
async function passwordAfter(page: Page, name: ElementHandle<Element>): Promise<ElementHandle<Element>> {
  for (let tries = 0; tries < 4; tries += 1) {
    await name.press("Enter");
    const asked = await page
      .waitForSelector('input[type="password"]', { visible: true, timeout: 6_000 })
      .catch(() => null);
    if (asked) return asked;
  }
  throw new Error("Tryton asks for no password");
}

const openList = (page: Page): Promise<void> => open(page, "party.contact_mechanism", '.column-char[title^="+52 55"]');

const openRecord = (page: Page, model: string, id: number): Promise<void> =>
  open(page, `${model}/${id}`, "input.form-control");

/** By the client's own addresses. */
async function open(page: Page, what: string, shows: string): Promise<void> {
  const tabs = await page.$$eval("#tabcontent > *", (all) => all.length);
  await page.evaluate((hash) => void (location.hash = hash), `#crm/model/${what}`);
  await page.waitForFunction((before) => document.querySelectorAll("#tabcontent > *").length > before, {}, tabs);
  await seen(page, shows);
}

/** The numbers that the popup lists for the page. */
async function numbersOn({ session }: Stage, page: Page): Promise<string[]> {
  const own = await session.openOwn("popup/popup.html");
  await page.bringToFront();
  await pause(500);
  const listed = await own.evaluate(
    async () => (await chrome.runtime.sendMessage({ type: "page.numbers" })).reply as NumberOnPage[],
  );
  await own.close();
  await page.bringToFront();
  return listed.map(({ number }) => number);
}

/** What is seen first of what a selector matches in the tab in front: the client hides as much as it shows. */
async function seen(page: Page, selector: string): Promise<ElementHandle<Element>> {
  const first = (wanted: string): Element | undefined =>
    [...document.querySelectorAll(wanted)].find((element) => element.checkVisibility());
  const found = await page.waitForFunction(first, { timeout: 15_000 }, `#tabcontent > .active ${selector}`);
  return found.asElement() as ElementHandle<Element>;
}

/** A point on the beginning of an element's text, where its number is, or the middle of an element without any. */
const pointOn = (element: ElementHandle<Element>): Promise<{ x: number; y: number }> =>
  element.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.selectNodeContents(element);
    const [text] = range.getClientRects();
    const { left, top, width, height } = text ?? element.getBoundingClientRect();
    return { x: left + (text ? Math.min(30, width / 2) : width / 2), y: top + height / 2 };
  });

async function expectCall(stage: Stage, page: Page, selector: string, destination: string): Promise<void> {
  await stage.sandbox.reset();
  const { x, y } = await pointAtLive(page, await seen(page, selector));
  await page.mouse.click(x, y);
  expect(await destinations(stage), selector).toEqual([destination]);
  await page.mouse.move(5, 5);
  // A gesture while a call is underway joins it.
  await expect.poll(async () => (await attempts(stage))[0]?.state, { timeout: 10_000 }).toBe("ended");
  await page.bringToFront();
}

/** Moves the pointer there until the number is drawn as the one that is pointed at. */
async function pointAtLive(page: Page, element: ElementHandle<Element>): Promise<{ x: number; y: number }> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { x, y } = await pointOn(element);
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    await pause(250);
    if (await page.evaluate(() => (CSS.highlights.get("ucontact-number-pointed")?.size ?? 0) > 0)) return { x, y };
  }
  throw new Error("the number does not come to be live");
}

const destinations = async (stage: Stage): Promise<(string | null)[]> =>
  (await settledPosts(stage)).map(({ body }) => new URLSearchParams(body ?? "").get("destination"));

/** Presses the call button beside a field, wherever it stands: where our layer, not the page, is hit. */
async function pressButtonBeside(page: Page, field: ElementHandle<Element>): Promise<void> {
  const { x, y } = await pointOn(field);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  const place = await page.waitForFunction(findButton, { timeout: 5_000 }, y);
  const found = (await place.jsonValue()) as { x: number; y: number };
  await page.mouse.click(found.x, found.y);
}

/** In the page: the left end of our layer around a point, where the call is. */
function findButton(y: number): { x: number; y: number } | null {
  for (let left = 0; left < innerWidth; left += 4)
    for (let top = Math.max(0, y - 60); top < y + 60; top += 4)
      if (document.elementFromPoint(left, top)?.localName === "click-to-call") return { x: left + 12, y: top + 8 };
  return null;
}
