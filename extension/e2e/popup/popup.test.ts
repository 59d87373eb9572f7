import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { noticeOf, openPopup, tabTo } from "../pages";
import { inEachBrowser, marksBecome, marksOn, openMarked, settledPosts, type Stage } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";

/** A login page, as a portal whose session has ended may answer with: HTTP 200. */
const LOGIN_PAGE = { status: 200, content_type: "text/html", body: "<!doctype html><html><body>1</body></html>" };

inEachBrowser("the popup", {}, (stage) => {
  it("dials a number typed by hand, and says why it won't dial another", async () => {
    const popup = await openPopup(stage);
    await popup.type('input[type="tel"]', "555 12");
    await popup.keyboard.press("Enter");
    await popup.waitForSelector(".fault");
    expect(await stage.sandbox.posts()).toEqual([]);

    await popup.$eval('input[type="tel"]', (input) => ((input as HTMLInputElement).value = ""));
    await popup.type('input[type="tel"]', "55 5658 1111");
    await popup.keyboard.press("Enter");
    expect(await noticeOf(popup)).toMatchObject({ tone: "good", title: "Accepted by uContact" });
    const posts = await settledPosts(stage);
    expect(posts.map(({ path }) => path)).toEqual([CALLS]);
    expect(new URLSearchParams(posts[0]!.body!).get("destination")).toBe("525556581111");
    expect((await noticeOf(popup)).code).toBe(posts[0]!.reply!.body);
    await popup.close();
  });

  it("lists the page's numbers with the words around them, and calls one by a click", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const popup = await openPopup(stage);
    const entry = await popup.waitForSelector(".on-page li:nth-child(2) .entry");
    const said = await entry!.evaluate((button) => button.textContent);
    expect(said).toMatch(/^Call\+52 81 8358 2000…manager Aceros del Norte Monterrey, MX · Proposal Factura /);
    await entry!.click();
    await expectCalled(stage, popup, "528183582000");
    await popup.close();
    await page.close();
  });

  it("calls one of the page's numbers by the keyboard alone", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const popup = await openPopup(stage);
    await popup.waitForSelector(".on-page .entry");
    await tabTo(popup, ".on-page li:nth-child(3) .entry");
    await popup.keyboard.press("Enter");
    await expectCalled(stage, popup, "14155552671");
    await popup.close();
    await page.close();
  });

  it("takes false numbers off the list and off the page, and puts the last one back", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const marked = await marksOn(page);
    const popup = await openPopup(stage);
    await popup.waitForSelector(".on-page .entry");
    const all = await numbersListed(popup);
    await tabTo(popup, ".on-page li:nth-child(2) .dismiss");
    await popup.keyboard.press("Enter");
    await popup.waitForSelector(".on-page .notice");
    expect(await numbersListed(popup)).toEqual(all.filter((_, index) => index !== 1));
    await marksBecome(page, marked - 1);

    await popup.click(".on-page li:nth-child(3) .dismiss");
    await entriesBecome(popup, all.length - 2);
    expect(await numbersListed(popup)).toEqual(all.filter((_, index) => index !== 1 && index !== 3));
    await marksBecome(page, marked - 2);

    // The way back has the focus.
    await popup.keyboard.press("Enter");
    await entriesBecome(popup, all.length - 1);
    expect(await popup.$(".on-page .notice")).toBeNull();
    await marksBecome(page, marked - 1);
    expect(await stage.sandbox.posts()).toEqual([]);
    await popup.close();
    await page.close();
  });

  it("tells how long a busy uContact asks to wait", async () => {
    await stage.sandbox.fault({ path: CALLS, status: 503, body: "", headers: { "retry-after": "90" } });
    const popup = await openPopup(stage);
    await popup.type('input[type="tel"]', "+52 55 5658 1118");
    await popup.keyboard.press("Enter");
    expect(await noticeOf(popup)).toMatchObject({ tone: "doubt", code: "UC-305" });
    expect(await popup.$eval(".notice", (notice) => notice.textContent)).toContain("wait 90 seconds");
    await popup.close();
  });

  it.each([
    // A number each: one whose last call ended unknown would ask first.
    { reply: "0", fault: { status: 200, body: "0" }, tone: "bad", code: "UC-201", number: "+52 55 5658 1111" },
    { reply: "1", fault: { status: 200, body: "1" }, tone: "doubt", code: "UC-308", number: "+52 55 5658 1112" },
    { reply: "a page with status 200", fault: LOGIN_PAGE, tone: "doubt", code: "UC-303", number: "+52 55 5658 1113" },
    {
      reply: "status 401",
      fault: { status: 401, body: "" },
      tone: "doubt",
      code: "UC-301",
      number: "+52 55 5658 1114",
    },
    {
      reply: "status 500",
      fault: { status: 500, body: "1" },
      tone: "doubt",
      code: "UC-306",
      number: "+52 55 5658 1115",
    },
    { reply: "silence", fault: { close: "after" as const }, tone: "doubt", code: "UC-309", number: "+52 55 5658 1116" },
    {
      reply: "a redirect",
      fault: { status: 302, body: "", headers: { location: "/login" } },
      tone: "doubt",
      code: "UC-304",
      number: "+52 55 5658 1117",
    },
  ])("shows $reply to a call for what it is", async ({ fault, tone, code, number }) => {
    await stage.sandbox.fault({ path: CALLS, ...fault });
    const popup = await openPopup(stage);
    await popup.type('input[type="tel"]', number);
    await popup.keyboard.press("Enter");
    expect(await noticeOf(popup)).toMatchObject({ tone, code });
    expect(await settledPosts(stage)).toHaveLength(1);
    await popup.close();
  });
});

async function expectCalled(stage: Stage, popup: Page, destination: string): Promise<void> {
  expect(await noticeOf(popup)).toMatchObject({ tone: "good" });
  const posts = await settledPosts(stage);
  expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual([destination]);
}

const numbersListed = (popup: Page): Promise<string[]> =>
  popup.$$eval(".on-page .entry > bdi", (numbers) => numbers.map((number) => number.textContent ?? ""));

const entriesBecome = (popup: Page, count: number): Promise<unknown> =>
  popup.waitForFunction((all) => document.querySelectorAll(".on-page .entry").length === all, {}, count);
