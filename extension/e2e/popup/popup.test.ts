import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { inEachBrowser, settledPosts, type Stage } from "../stage";

const QUEUES = "/Integra/resources/queues/addqueuemember";
const CALLS = "/Integra/resources/Agents/AgentCall";

/** A login page, as a portal whose session has ended may answer with: HTTP 200. */
const LOGIN_PAGE = { status: 200, content_type: "text/html", body: "<!doctype html><html><body>1</body></html>" };

inEachBrowser("the popup", {}, (stage) => {
  it("adds the agent to the chosen campaign by one POST with the documented JSON", async () => {
    const popup = await open(stage);
    await popup.select("select", "Sales->");
    await join(popup);
    expect(await noticeOf(popup)).toMatchObject({ tone: "good", title: "uContact added you to the campaign" });
    const posts = await settledPosts(stage);
    expect(posts.map(({ path }) => path)).toEqual([QUEUES]);
    expect(new URLSearchParams(posts[0]!.body!).get("queuemember")).toBe(
      '[{"membername":"ana.perez","queueName":"Sales->","interface1":"SIP/1001","penalty":0,"paused":0}]',
    );
    expect([...new URLSearchParams(posts[0]!.body!).keys()]).toEqual(["queuemember"]);
    await popup.close();
  });

  it.each([
    { reply: "0", fault: { status: 200, body: "0" }, tone: "bad", code: "refused" },
    { reply: "an HTML page with status 200", fault: LOGIN_PAGE, tone: "doubt", code: "signed_out_page" },
    { reply: "status 500", fault: { status: 500, body: "1" }, tone: "doubt", code: "status" },
    { reply: "nothing at all", fault: { close: "after" as const }, tone: "doubt", code: "no_reply" },
  ])("shows $reply to a membership for what it is", async ({ fault, tone, code }) => {
    await stage.sandbox.fault({ path: QUEUES, ...fault });
    const popup = await open(stage);
    await join(popup);
    expect(await noticeOf(popup)).toMatchObject({ tone, code });
    expect(await settledPosts(stage)).toHaveLength(1);
    await popup.close();
  });

  it("dials a number typed by hand, and says why it won't dial another", async () => {
    const popup = await open(stage);
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

  it.each([
    { reply: "0", fault: { status: 200, body: "0" }, tone: "bad", code: "refused" },
    { reply: "1", fault: { status: 200, body: "1" }, tone: "doubt", code: "unreadable" },
    { reply: "an HTML page with status 200", fault: LOGIN_PAGE, tone: "doubt", code: "signed_out_page" },
    { reply: "status 401", fault: { status: 401, body: "" }, tone: "doubt", code: "sign_in_rejected" },
    {
      reply: "a redirect",
      fault: { status: 302, body: "", headers: { location: "/login" } },
      tone: "doubt",
      code: "redirected",
    },
  ])("shows $reply to a call for what it is", async ({ fault, tone, code }) => {
    await stage.sandbox.fault({ path: CALLS, ...fault });
    const popup = await open(stage);
    await popup.type('input[type="tel"]', "+52 55 5658 1111");
    await popup.keyboard.press("Enter");
    expect(await noticeOf(popup)).toMatchObject({ tone, code });
    expect(await settledPosts(stage)).toHaveLength(1);
    await popup.close();
  });
});

async function open({ session }: Stage): Promise<Page> {
  const popup = await session.openOwn("popup/popup.html");
  await popup.setViewport({ width: 360, height: 600 });
  await popup.bringToFront();
  return popup;
}

async function join(popup: Page): Promise<void> {
  const [, button] = await popup.$$("form button");
  await button!.click();
}

/** The notice that ends an action: `.code` marks the final one. */
async function noticeOf(popup: Page): Promise<{ tone: string; title: string; code: string }> {
  await popup.waitForSelector(".notice .code", { timeout: 10_000 });
  return popup.$eval(".notice:has(.code)", (notice) => ({
    tone: notice.classList.item(1)!,
    title: notice.querySelector("strong")!.textContent!,
    code: notice.querySelector(".code")!.textContent!,
  }));
}
