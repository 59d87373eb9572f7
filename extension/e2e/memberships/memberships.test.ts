import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { noticeOf, openPopup, waitForText } from "../pages";
import { inEachBrowser, pause, settledPosts, SETTLED_MS, type Stage } from "../stage";

const QUEUES = "/Integra/resources/queues/addqueuemember";
const [VENTAS, SALES] = ["Ventas->", "Sales->"];

/** A login page, as a portal whose session has ended may answer with: HTTP 200. */
const LOGIN_PAGE = { status: 200, content_type: "text/html", body: "<!doctype html><html><body>1</body></html>" };

const SHIFT = { name: "Morning shift", campaigns: ["Soporte->", SALES], penalty: 3, paused: true };

inEachBrowser("memberships", { settings: { campaign_sets: [SHIFT] } }, (stage) => {
  it("are asked for by one POST with the documented JSON", async () => {
    const popup = await openPopup(stage);
    await pick(popup, SALES);
    await join(popup);
    expect(await noticeOf(popup)).toMatchObject({ tone: "good", title: "Added by uContact" });
    const posts = await settledPosts(stage);
    expect(posts.map(({ path }) => path)).toEqual([QUEUES]);
    const fields = new URLSearchParams(posts[0]!.body!);
    expect([...fields.keys()]).toEqual(["queuemember"]);
    expect(JSON.parse(fields.get("queuemember")!)).toEqual([
      { membername: "ana.perez", queueName: VENTAS, interface1: "SIP/1001", penalty: 0, paused: 0 },
      { membername: "ana.perez", queueName: SALES, interface1: "SIP/1001", penalty: 0, paused: 0 },
    ]);
    await popup.close();
  });

  it("of a saved set are asked for with one click, on the set's terms", async () => {
    const popup = await openPopup(stage);
    await popup.click(".sets button");
    expect(await noticeOf(popup)).toMatchObject({ tone: "good" });
    const [post, ...more] = await settledPosts(stage);
    const terms = { membername: "ana.perez", interface1: "SIP/1001", penalty: 3, paused: 1 };
    expect(JSON.parse(new URLSearchParams(post!.body!).get("queuemember")!)).toEqual([
      { ...terms, queueName: "Soporte->" },
      { ...terms, queueName: SALES },
    ]);
    expect(more).toEqual([]);
    await popup.close();
  });

  it("take the penalty and the pause that were chosen", async () => {
    const popup = await openPopup(stage);
    await popup.click("summary");
    await popup.$eval("[name=penalty]", (field) => (field as HTMLInputElement).select());
    await popup.type("[name=penalty]", "12");
    await popup.click("[name=paused]");
    await join(popup);
    await noticeOf(popup);
    const [post] = await settledPosts(stage);
    const [member] = JSON.parse(new URLSearchParams(post!.body!).get("queuemember")!);
    expect(member).toMatchObject({ queueName: VENTAS, penalty: 12, paused: 1 });
    await popup.close();
  });

  it.each([
    { reply: "0", fault: { status: 200, body: "0" }, tone: "bad", code: "UC-202" },
    { reply: "an HTML page with status 200", fault: LOGIN_PAGE, tone: "doubt", code: "UC-303" },
    { reply: "status 500", fault: { status: 500, body: "1" }, tone: "doubt", code: "UC-306" },
    { reply: "nothing at all", fault: { close: "after" as const }, tone: "doubt", code: "UC-309" },
  ])("show $reply for what it is, and send no second request", async ({ fault, tone, code }) => {
    await stage.sandbox.fault({ path: QUEUES, ...fault });
    const popup = await openPopup(stage);
    await join(popup);
    expect(await noticeOf(popup)).toMatchObject({ tone, code });
    expect(await settledPosts(stage)).toHaveLength(1);
    await popup.close();
  });

  it("refused together are asked for one by one, each with its own result", async () => {
    const popup = await refusedTogether(stage);
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1" });
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "0" });
    await popup.click("button.each");
    await popup.waitForFunction(() => document.querySelectorAll(".results .code").length === 2);
    await pause(SETTLED_MS);
    expect(await resultsOf(popup)).toEqual([`${VENTAS} Added`, `${SALES} Refused UC-202`]);
    expect(await namesAsked(stage)).toEqual([[VENTAS, SALES], [VENTAS], [SALES]]);
    await popup.close();
  });

  it("go on after one without an answer only when the agent says so, in a popup opened anew too", async () => {
    const popup = await refusedTogether(stage);
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 500, body: "" });
    await popup.click("button.each");
    await waitForText(popup, "UC-306");
    await pause(SETTLED_MS);
    expect(await namesAsked(stage)).toEqual([[VENTAS, SALES], [VENTAS]]);
    await popup.close();

    const again = await openPopup(stage);
    await again.waitForSelector(".results");
    expect(await resultsOf(again)).toEqual([`${VENTAS} Unknown UC-306`, `${SALES} Not asked yet`]);
    await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "1" });
    await again.click("button.each");
    await waitForText(again, "Added");
    await pause(SETTLED_MS);
    expect(await resultsOf(again)).toEqual([`${VENTAS} Unknown UC-306`, `${SALES} Added`]);
    expect(await namesAsked(stage)).toEqual([[VENTAS, SALES], [VENTAS], [SALES]]);
    await again.close();
  });
});

/** Ticks a campaign beside the first one. */
const pick = (popup: Page, campaign: string): Promise<void> => popup.click(`input[value="${campaign}"]`);

const join = (popup: Page): Promise<void> => popup.click(".memberships form button");

async function refusedTogether(stage: Stage): Promise<Page> {
  await stage.sandbox.fault({ path: QUEUES, times: 1, status: 200, body: "0" });
  const popup = await openPopup(stage);
  await pick(popup, SALES);
  await join(popup);
  await popup.waitForSelector("button.each:not(:disabled)");
  return popup;
}

/** The results, each with its visible words. */
const resultsOf = (popup: Page): Promise<string[]> =>
  popup.$$eval(".results li", (rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("span")]
        .map(({ textContent }) => textContent!.trim())
        .filter(Boolean)
        .join(" "),
    ),
  );

async function namesAsked({ sandbox }: Stage): Promise<string[][]> {
  const members = (body: string | null) =>
    JSON.parse(new URLSearchParams(body ?? "").get("queuemember")!) as { queueName: string }[];
  return (await sandbox.posts()).map(({ body }) => members(body).map(({ queueName }) => queueName));
}
