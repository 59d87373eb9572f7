/** Options that were open while something changed elsewhere: on a page by "not a number", in another window by hand. */
import { expect, it, vi } from "vitest";
import type { Page } from "puppeteer-core";
import type { Settings } from "../../generated/types";
import type { SetUp } from "../../shared/set-up";
import { ask } from "../faults/agent";
import { sayNotANumber } from "../not-a-number";
import { fill, openOptions, valueOf } from "../session/steps";
import { inEachBrowser, openMarked, pause, SETTLED_MS } from "../stage";

const [FIRST, SECOND] = [1, 2].map((contact) => `tr[data-contact="${contact}"] td.phone`) as [string, string];
const NOT_NUMBERS = ".sites .chips bdi";

inEachBrowser("options that were open", {}, (stage) => {
  it("show what changed meanwhile to an agent who comes back, where nothing in them is unsaved", async () => {
    const options = await openOptions(stage);
    const page = await openMarked(stage, "/crm/contacts");
    await sayNotANumber(page, FIRST);
    await options.bringToFront();
    await options.waitForSelector(NOT_NUMBERS);
    await page.close();
    await options.close();
  });

  it("save what was typed in them and take nothing back that changed elsewhere", async () => {
    const options = await openOptions(stage);
    await fill(options, "extension", "1002");
    const page = await openMarked(stage, "/crm/contacts");
    await sayNotANumber(page, SECOND);
    await page.close();
    const other = await openOptions(stage);
    await fill(other, "context", "ventas");
    await other.click("footer button");
    await other.waitForSelector("footer .saved");
    await other.close();

    await options.bringToFront();
    expect(await valueOf(options, "extension")).toBe("1002");
    await options.click("footer button");
    await options.waitForSelector("footer .saved");
    await options.close();

    const again = await openOptions(stage);
    expect([await valueOf(again, "extension"), await valueOf(again, "context")]).toEqual(["1002", "ventas"]);
    expect(await again.$$eval(NOT_NUMBERS, (all) => all.length)).toBe(2);
    await again.close();
  });

  it("keep what is typed while they are saved, for the next time", async () => {
    const options = await openOptions(stage);
    await fill(options, "extension", "1003");
    await options.evaluate(() => {
      document.querySelector("form")!.requestSubmit();
      const context = document.querySelector<HTMLInputElement>('[name="context"]')!;
      context.value = "cobranza";
      context.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await savedAs(options, { extension: "1003", context: "ventas" });
    await pause(SETTLED_MS);
    expect(await valueOf(options, "context")).toBe("cobranza");
    await options.waitForSelector("footer .dirty");

    await options.click("footer button");
    await options.waitForSelector("footer .saved");
    await savedAs(options, { extension: "1003", context: "cobranza" });
    await options.close();
  });
});

/** Waits until settings are kept. */
async function savedAs(own: Page, wanted: Partial<Settings>): Promise<void> {
  await vi.waitFor(async () => {
    const { settings } = await ask<SetUp>(own, { type: "setup.read" });
    expect(settings).toMatchObject(wanted);
  });
}
