import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "puppeteer-core";
import { launchPlain } from "../browsers";
import { attempts, inEachBrowser, openMarked, pause, pointOf, settledPosts, SETTLED_MS } from "../stage";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `?still` stops the clock of the React pages, so that two visits end in the same page. */
const PAGES = ["/crm/contacts", "/crm/react?still", "/crm/strict/contacts", "/crm/strict/react?still"];

const SEVEN_FIELDS =
  "callerid=525550001000&agent=ana.perez&phone=1001&tech=SIP&context=agentes&outqueue=Ventas-%3E&destination=525556581111";

inEachBrowser("a click on a number", {}, (stage) => {
  let plain: Browser;
  beforeAll(async () => (plain = await launchPlain(stage.session.name)));
  afterAll(() => plain?.close());

  it.each(PAGES)("on %s sends one POST with the seven fields and leaves the page as it was", async (path) => {
    const page = await openMarked(stage, path);
    const { x, y } = await pointOf(page, 'tr[data-contact="1"] td.phone');
    await page.mouse.click(x, y);

    const posts = await settledPosts(stage);
    expect(posts.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: "POST", path: "/Integra/resources/Agents/AgentCall", body: SEVEN_FIELDS },
    ]);
    expect(posts[0]!.headers["authorization"]).toMatch(/^Basic \S+$/);
    expect(posts[0]!.headers["cookie"]).toBeUndefined();
    expect(posts[0]!.headers["referer"]).toBeUndefined();
    expect(posts[0]!.reply?.body).toMatch(GUID);

    const [attempt] = await attempts(stage);
    expect(attempt).toMatchObject({ number: "+525556581111", campaign: "Ventas->", state: "ended" });
    expect(attempt!.outcome).toEqual({ state: "placed", call_id: posts[0]!.reply!.body });

    await page.mouse.move(5, 5);
    await pause(SETTLED_MS);
    expect(await bodyOf(page)).toBe(await bodyWithout(plain, `${stage.sandbox.url}${path}`));
    await page.close();
  });

  it.each([
    { number: "in national form", contact: 2, destination: "528183582000" },
    { number: "split over elements", contact: 10, destination: "525512345678" },
    { number: "in a tel: link", contact: 11, destination: "528181503000" },
    { number: "with an extension", contact: 12, destination: "523336154000" },
  ])("calls a number $number", async ({ contact, destination }) => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, `tr[data-contact="${contact}"] td.phone`);
    await page.mouse.click(x, y);
    const posts = await settledPosts(stage);
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual([destination]);
    await page.close();
  });
});

const bodyOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerHTML);

async function bodyWithout(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "load" });
  await page.waitForSelector('tr[data-contact="1"] td.phone');
  const body = await bodyOf(page);
  await page.close();
  return body;
}
