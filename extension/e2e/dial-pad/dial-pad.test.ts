import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { openPopup, waitForText } from "../pages";
import { inEachBrowser, pause, settledPosts } from "../stage";

const FIELD = 'input[type="tel"]';
const CAMPAIGNS = [
  { name: "Ventas->", caller_id: "525550001000", more_caller_ids: ["525550009000"] },
  { name: "Sales->", caller_id: "525550002000" },
];

const settings = { campaigns: CAMPAIGNS, dial_plan: { never: ["+52555658*"] } };

inEachBrowser("the dial pad", { settings }, (stage) => {
  it("groups a number while it is typed, and keeps the caret", async () => {
    const popup = await openPopup(stage);
    await popup.type(FIELD, "55123", { delay: 30 });
    await shows(popup, "55 123|");
    await popup.type(FIELD, "45678", { delay: 30 });
    await shows(popup, "55 1234 5678|");
    for (const _ of "5678") await popup.keyboard.press("ArrowLeft");
    await popup.keyboard.press("Backspace");
    // The caret stood behind the sign that the grouping put there: the digit before it goes too.
    await shows(popup, "55 123|5 678");
    await popup.type(FIELD, "9", { delay: 30 });
    await shows(popup, "55 1239| 5678");
    await popup.close();
  });

  it.each([
    ["(55) 1234-5678", "55 1234 5678|"],
    ["+52.55.1234.5678", "+52 55 1234 5678|"],
    ["55 1234 5678 ext. 12", "55 1234 5678 ext. 12|"],
    ["1-800-FLOWERS", "1-800-FLOWERS|"],
  ])("takes %s as it is pasted", async (pasted, expected) => {
    const popup = await openPopup(stage);
    await popup.evaluate((text) => document.execCommand("insertText", false, text), pasted);
    await shows(popup, expected);
    await popup.close();
  });

  it("says at once why a number won't be called, and of a short one when it is dialled", async () => {
    const popup = await openPopup(stage);
    await popup.type(FIELD, "5556581111");
    await waitForText(popup, "never");
    await popup.click(FIELD, { count: 3 });
    await popup.type(FIELD, "911");
    await popup.waitForFunction(() => document.querySelector("form .fault") === null);
    await popup.keyboard.press("Enter");
    await waitForText(popup, "emergency number");
    await pause(300);
    expect(await stage.sandbox.posts()).toEqual([]);
    await popup.close();
  });

  it("calls with the caller ID that was chosen, and shows the campaign used last first when it opens anew", async () => {
    const popup = await openPopup(stage);
    await popup.select("[name=caller_id]", "525550009000");
    await dial(popup, "81 8358 2000");
    const [post] = await settledPosts(stage);
    expect(new URLSearchParams(post!.body!).get("callerid")).toBe("525550009000");
    await popup.select("[name=campaign]", "Sales->");
    await dial(popup, "81 8358 2001");
    await waitForText(popup, "+52 81 8358 2001");
    await popup.close();
    const again = await openPopup(stage);
    await again.waitForFunction(
      () => document.querySelector<HTMLSelectElement>("[name=campaign]")?.value === "Sales->",
    );
    const names = await again.$$eval("[name=campaign] option", (all) => all.map(({ textContent }) => textContent));
    expect(names).toEqual(["Sales->", "Ventas->"]);
    await again.close();
  });

  it("calls a recent number again, as it was called", async () => {
    await stage.sandbox.reset();
    const popup = await openPopup(stage);
    await popup.click('[aria-label="Call +52 81 8358 2000 again"]');
    const [post] = await settledPosts(stage);
    const fields = new URLSearchParams(post!.body!);
    expect([fields.get("destination"), fields.get("outqueue"), fields.get("callerid")]).toEqual([
      "528183582000",
      "Ventas->",
      "525550009000",
    ]);
    await popup.close();
  });
});

async function dial(popup: Page, number: string): Promise<void> {
  await popup.click(FIELD, { count: 3 });
  await popup.type(FIELD, number);
  await popup.keyboard.press("Enter");
  await waitForText(popup, "Accepted by uContact");
}

/** Waits until the field holds a text, with the caret at `|`. */
async function shows(popup: Page, expected: string): Promise<void> {
  const held = (): Promise<string> =>
    popup.$eval(FIELD, (field) => {
      const { value, selectionEnd } = field as HTMLInputElement;
      return `${value.slice(0, selectionEnd!)}|${value.slice(selectionEnd!)}`;
    });
  for (let tries = 0; tries < 40 && (await held()) !== expected; tries += 1) await pause(50);
  expect(await held()).toBe(expected);
}
