import { expect, it } from "vitest";
import { inEachBrowser, marksOn, pause, pointOf, SETTLED_MS, waitForMarks } from "../stage";
import { endInDoubt, expectQuiet } from "./quiet";

inEachBrowser("a site that is not enabled", { settings: { sites: ["http://127.0.0.1:9/*"] } }, (stage) => {
  it("has no marks, and its numbers call nobody, though it differs by its port alone", async () => {
    const page = await stage.session.newPage(`${stage.sandbox.url}/crm/contacts`);
    await page.bringToFront();
    await pause(SETTLED_MS);
    expect(await marksOn(page)).toBe(0);
    const { x, y } = await pointOf(page, 'tr[data-contact="1"] td.phone');
    await page.mouse.click(x, y);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await page.close();
  });

  it("comes alive in its open tab when it is enabled, and goes quiet when it is removed", async () => {
    const page = await stage.session.newPage(`${stage.sandbox.url}/crm/contacts`);
    const options = await stage.session.openOwn("options/options.html");
    await options.bringToFront();
    await options.type('input[name="site"]', `${stage.sandbox.url}/crm/contacts?q=1`);
    await options.click("#add-site");
    await options.waitForFunction(() => document.querySelectorAll(".sites li").length === 2);
    await options.click("footer button");
    await options.waitForSelector("footer .saved");
    await page.bringToFront();
    await waitForMarks(page);
    await endInDoubt(stage, page);

    await options.bringToFront();
    await options.click(".sites li:nth-child(2) button");
    await options.click("footer button");
    await options.waitForSelector("footer .saved");
    await page.bringToFront();
    await page.waitForFunction(() => !CSS.highlights.has("ucontact-number"), { timeout: 5_000 });
    await expectQuiet(stage, page);
    await page.close();
    await options.close();
  });
});
