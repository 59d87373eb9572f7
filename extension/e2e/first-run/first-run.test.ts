import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { shows } from "../badge/button";
import { launch, type Session } from "../browsers";
import { type Sandbox, startSandbox } from "../sandbox";
import { BROWSERS, pause, settledPosts } from "../stage";

describe.each(BROWSERS)("a first run in %s", (name) => {
  let session: Session;
  beforeAll(async () => (session = await launch(name, null)));
  afterAll(() => session?.close());

  it("opens the options by itself", async () => {
    const isOptions = async (): Promise<boolean> => {
      const pages = await session.browser.pages();
      const urls = await Promise.all(pages.map((page) => page.evaluate(() => location.href).catch(() => "")));
      return urls.includes(`${session.extensionOrigin}/options/options.html`);
    };
    for (let tries = 0; tries < 100 && !(await isOptions()); tries += 1) await pause(50);
    expect(await isOptions()).toBe(true);
  });

  it("leads from the toolbar button and the popup to the options, with no button that does nothing", async () => {
    const popup = await session.openOwn("popup/popup.html");
    await shows(popup, "!", "Not set up");
    expect(await popup.$$eval("main button", (buttons) => buttons.map((button) => button.textContent))).toEqual([
      "Open options",
    ]);
    await popup.close();
  });

  it("says beside every empty field that it is required", async () => {
    const options = await session.openOwn("options/options.html");
    await options.bringToFront();
    await options.click("footer button");
    await options.waitForSelector("footer .faulty");
    const required = await options.$$eval('[aria-invalid="true"]', (fields) =>
      fields.map((field) => (field as HTMLInputElement).name || field.id),
    );
    expect(required).toEqual(["instance", "agent", "extension", "add-campaign", "default_region"]);
    await options.close();
  });
});

describe.each(BROWSERS)("the first steps in %s", (name) => {
  let sandbox: Sandbox;
  let session: Session;
  beforeAll(async () => {
    sandbox = await startSandbox();
    session = await launch(name, sandbox.settings({ sites: [] }));
  });
  afterAll(async () => {
    await session?.close();
    sandbox?.stop();
  });

  const current = (options: Page): Promise<string> =>
    options.$eval(".guide [aria-current] :first-child", (step) => step.textContent!);

  it("tell what comes next, from an empty profile's first field to the test call", async () => {
    const options = await session.openOwn("options/options.html");
    await options.bringToFront();
    await options.waitForSelector(".guide [aria-current]");
    expect(await current(options)).toBe("3. Your CRM");
    await options.type('input[name="site"]', sandbox.url);
    await options.click("#add-site");
    await options.waitForFunction(() => !document.querySelector(".guide [aria-current]"));
    await options.click("footer button");
    await options.waitForSelector('.guide [aria-current] a[href*="test-call"]');
    await options.close();
  });

  it("end in a call to a number of the agent's own, by the same desk", async () => {
    const page = await session.openOwn("test-call/test-call.html");
    await page.bringToFront();
    await page.type('input[name="number"]', "55 1234 5678");
    await page.waitForSelector(".contact button");
    expect(await page.$eval(".contact button", (number) => number.textContent)).toBe("+52 55 1234 5678");
    await page.click(".contact button");
    const [post, ...more] = await settledPosts({ sandbox, session });
    expect([new URLSearchParams(post!.body!).get("destination"), more]).toEqual(["525512345678", []]);
    await page.waitForSelector(".notice.good .code");
    await page.close();
  });
});
