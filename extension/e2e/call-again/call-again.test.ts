import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { noticeOf, openPopup, waitForText } from "../pages";
import { attempts, inEachBrowser, openMarked, pause, pointOf, settledPosts, SETTLED_MS, type Stage } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";
const PHONE = 'tr[data-contact="2"] td.phone';

inEachBrowser("after an unknown end", {}, (stage) => {
  it("a click on the same number asks, and only a second gesture calls", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await stage.sandbox.fault({ path: CALLS, times: 1, close: "after" });
    await clickNumber(page);
    expect(await settledPosts(stage)).toHaveLength(1);
    await clickNumber(page);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toHaveLength(1);

    await clickStep(page);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toHaveLength(2);
    expect((await attempts(stage)).map(({ outcome }) => outcome?.state)).toEqual(["placed", "unknown"]);
    await page.close();
  });

  it("a click where the button will be, before it could be read, calls nobody", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await stage.sandbox.fault({ path: CALLS, times: 1, close: "after" });
    await clickNumber(page);
    expect(await settledPosts(stage)).toHaveLength(1);
    await clickNumber(page);
    for (let tries = 0; tries < 3; tries += 1) await clickStep(page);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toHaveLength(1);
    await page.close();
  });

  it("the dial pad asks too, in a popup opened anew", async () => {
    await stage.sandbox.fault({ path: CALLS, times: 1, status: 500, body: "" });
    await dialAndRead(stage, { code: "UC-306", title: "Unknown: your phone may ring", step: "Call again" });
    const popup = await dialAndRead(stage, { code: "UC-306", title: "Call again? Your phone may still ring" }, true);
    expect(await stage.sandbox.posts()).toHaveLength(1);
    await popup.click(".notice .step button");
    await waitForText(popup, "Accepted by uContact");
    expect(await stage.sandbox.posts()).toHaveLength(2);
    await popup.close();
  });
});

inEachBrowser("a call under way", { settings: { cancel_seconds: 2 } }, (stage) => {
  it("is named to who asks for another number, and shown to a popup that opens", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await clickNumber(page);
    const popup = await openPopup(stage);
    await waitForText(popup, "Calling +52 81 8358 2000");
    await popup.close();
    const other = await openPopup(stage);
    await other.type('input[type="tel"]', "+52 55 5658 1111");
    await other.keyboard.press("Enter");
    await waitForText(other, "Accepted by uContact");
    const posts = await stage.sandbox.posts();
    expect(posts.map(({ body }) => new URLSearchParams(body!).get("destination"))).toEqual(["528183582000"]);
    await other.close();
    await page.close();
  });
});

async function clickNumber(page: Page): Promise<void> {
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.click(x, y);
}

/** The toast is in a closed shadow root: its button is found by its place, the lower left of the words. */
async function clickStep(page: Page): Promise<void> {
  const at = await page.evaluate(() => ({ x: innerWidth - 300, y: innerHeight - 50 }));
  await page.mouse.click(at.x, at.y);
}

async function dialAndRead(stage: Stage, expected: object, stays = false): Promise<Page> {
  const popup = await openPopup(stage);
  await popup.type('input[type="tel"]', "+52 55 5658 1119");
  await popup.keyboard.press("Enter");
  expect(await noticeOf(popup)).toMatchObject(expected);
  if (!stays) await popup.close();
  return popup;
}
