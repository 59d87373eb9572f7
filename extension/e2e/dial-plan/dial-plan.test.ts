import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { attempts, inEachBrowser, openMarked, pause, pointOf, SETTLED_MS, settledPosts, type Stage } from "../stage";

const NUMBER = 'tr[data-contact="1"] td.phone';

inEachBrowser("the dial plan", {}, (stage) => {
  it("says of a typed number what will be dialled, by what is in the form and not yet saved", async () => {
    const options = await openOptions(stage);
    await options.type('input[name="try"]', "55 1234 5678 ext 12");
    expect(await tried(options)).toEqual(["+52 55 1234 5678 ext. 12 · Mexico", "525512345678", "yes", "no"]);
    await options.select('select[name="confirm"]', "first_time");
    await options.waitForFunction(() => document.querySelector(".try_asks dd")?.textContent === "The first time");
    await options.type('input[name="prefix"]', "9");
    await options.select('select[name="format"]', "national");
    await options.waitForFunction(() => document.querySelector(".try_dials dd")?.textContent === "95512345678");
    await options.select('select[name="countries"]', "UY");
    await options.waitForSelector(".try_not_called");
    expect(await tried(options)).toEqual([
      "+52 55 1234 5678 ext. 12 · Mexico",
      "Your dial plan allows no calls to this country: Mexico.",
    ]);
    await replace(options, 'input[name="try"]', "911");
    await options.waitForFunction(() =>
      document.querySelector(".try_not_called dd")?.textContent.includes("emergency number"),
    );
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await options.close();
  });

  it("says what is wrong with a pattern beside its list, and saves nothing", async () => {
    const options = await openOptions(stage);
    await options.type('textarea[name="never"]', "+1900*\n1900\n");
    await options.click("footer button");
    await options.waitForSelector("footer .faulty");
    const said = await options.$eval('textarea[name="never"]', (field) => field.closest(".field")!.textContent);
    expect(said).toContain("Got “1900”");
    await options.close();
  });
});

inEachBrowser(
  "a number that the dial plan forbids",
  { settings: { dial_plan: { prefix: "0", countries: ["MX"], never: ["+5255?658*"] } } },
  (stage) => {
    it("is called from no page: nothing leaves, and the journal says why", async () => {
      const page = await openMarked(stage, "/crm/contacts");
      const { x, y } = await pointOf(page, NUMBER);
      await page.mouse.click(x, y);
      await pause(SETTLED_MS);
      const [attempt] = await attempts(stage);
      expect(attempt!.outcome).toMatchObject({
        state: "not_sent",
        reason: { code: "invalid", faults: [{ field: "destination" }] },
      });
      expect(await stage.sandbox.posts()).toEqual([]);
      await page.close();
    });

    it("is called from no dial pad: the reason stands at the field", async () => {
      const popup = await stage.session.openOwn("popup/popup.html");
      await popup.bringToFront();
      await popup.type('input[type="tel"]', "+1 212 555 0123");
      await popup.keyboard.press("Enter");
      await popup.waitForSelector("form .fault");
      expect(await popup.$eval("form .fault", (fault) => fault.textContent)).toContain("United States");
      await pause(SETTLED_MS);
      expect(await stage.sandbox.posts()).toEqual([]);
      await popup.close();
    });

    it("leaves the others alone, which go out with the prefix", async () => {
      const popup = await stage.session.openOwn("popup/popup.html");
      await popup.bringToFront();
      await popup.type('input[type="tel"]', "81 8358 2000");
      await popup.keyboard.press("Enter");
      const [post] = await settledPosts(stage);
      expect(new URLSearchParams(post!.body!).get("destination")).toBe("0528183582000");
      await popup.close();
    });
  },
);

async function openOptions({ session }: Stage): Promise<Page> {
  const options = await session.openOwn("options/options.html");
  await options.bringToFront();
  return options;
}

async function replace(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector, { count: 3 });
  await page.type(selector, text);
}

async function tried(options: Page): Promise<string[]> {
  await options.waitForSelector(".try dd");
  return options.$$eval(".try dd", (all) => all.map((one) => one.textContent!));
}
