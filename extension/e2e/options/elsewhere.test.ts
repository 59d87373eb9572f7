/** Options that were open while something changed elsewhere: on a page by "not a number", in another window by hand. */
import { expect, it } from "vitest";
import { sayNotANumber } from "../not-a-number";
import { fill, openOptions, valueOf } from "../session/steps";
import { inEachBrowser, openMarked } from "../stage";

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
});
