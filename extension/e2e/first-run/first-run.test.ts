import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type Session } from "../browsers";
import { BROWSERS, pause } from "../stage";

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

  it("leads from the popup to the options, with no button that does nothing", async () => {
    const popup = await session.openOwn("popup/popup.html");
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
