import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { attempts, inEachBrowser, openMarked, pause, pointOf, settledPosts, SETTLED_MS, type Stage } from "../stage";

const PHONE = 'tr[data-contact="1"] td.phone';

inEachBrowser("a gesture", {}, (stage) => {
  it("on the button that appears calls once", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const button = await hoverUntilButton(page);
    await page.mouse.click(button.x, button.y);
    expect(await settledPosts(stage)).toHaveLength(1);
    await page.close();
  });

  it("by the Enter key on the button, after the Tab key, calls once", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    await hoverUntilButton(page);
    // Backwards from the top of the page comes what is last on it.
    await page.keyboard.down("Shift");
    for (let tries = 0; tries < 3 && !(await ownsFocus(page)); tries += 1) await page.keyboard.press("Tab");
    expect(await ownsFocus(page)).toBe(true);
    // The last is "not a phone number"; the call is before it.
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    expect(await ownsFocus(page)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await settledPosts(stage)).toHaveLength(1);
    await page.close();
  });

  it("that is a double click calls once", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const before = (await attempts(stage)).length;
    await page.bringToFront();
    const { x, y } = await pointOf(page, PHONE);
    await page.mouse.click(x, y, { count: 2 });
    expect(await settledPosts(stage)).toHaveLength(1);
    expect(await attempts(stage)).toHaveLength(before + 1);
    await page.close();
  });

  it("made up by the page's script calls nobody", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, PHONE);
    await hoverUntilButton(page);
    await page.evaluate(fakeClicks, PHONE, x, y);
    await expectSilence(stage);
    await page.close();
  });

  it("on something that the page drew over the number calls nobody", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, PHONE);
    await page.evaluate(() => {
      const decoy = document.createElement("div");
      decoy.style.cssText = "position:fixed;inset:0;z-index:9999";
      document.body.append(decoy);
    });
    await page.mouse.click(x, y);
    await expectSilence(stage);
    await page.close();
  });

  it("with a modifier key, or that selects text, is the browser's", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, PHONE);
    await page.keyboard.down("Shift");
    await page.mouse.click(x, y);
    await page.keyboard.up("Shift");
    await page.mouse.move(x - 30, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y, { steps: 5 });
    await page.mouse.up();
    await expectSilence(stage);
    expect(await page.evaluate(() => getSelection()!.toString())).not.toBe("");
    await page.close();
  });

  it.each(["Shift", "Control", "Alt", "Meta"] as const)("on a phone link with %s is the browser's", async (key) => {
    const page = await openMarked(stage, "/crm/contacts");
    await page.evaluate(writeLink);
    await pause(SETTLED_MS);
    const { x, y } = await pointOf(page, "#link");
    await page.keyboard.down(key);
    await page.mouse.click(x, y);
    await page.keyboard.up(key);
    await expectSilence(stage);
    expect(await page.$eval("#link", (link) => link.getAttribute("title"))).toBe("left to the page");
    // Without it the same link calls, or this would prove nothing.
    await page.mouse.click(x, y);
    expect(await settledPosts(stage)).toHaveLength(1);
    await page.close();
  });

  it.each(["middle", "right"] as const)(
    "with the %s button, on a number and on a link, is the browser's",
    async (button) => {
      const page = await openMarked(stage, "/crm/contacts");
      await page.evaluate(writeLink);
      await pause(SETTLED_MS);
      const [number, link] = [await pointOf(page, PHONE), await pointOf(page, "#link")];
      for (const { x, y } of [number, link]) await page.mouse.click(x, y, { button });
      await page.keyboard.press("Escape");
      await expectSilence(stage);
      expect(await page.$eval("#link", (link) => link.getAttribute("title"))).toBe("left to the page");
      await page.mouse.click(number.x, number.y);
      expect(await settledPosts(stage)).toHaveLength(1);
      await page.close();
    },
  );

  it("on a number that the page changed under the pointer calls nobody", async () => {
    const page = await openMarked(stage, "/crm/contacts");
    const { x, y } = await pointOf(page, PHONE);
    await page.evaluate((selector) => {
      const text = document.querySelector(selector)!.firstChild as Text;
      addEventListener("pointerdown", () => (text.data = text.data.replace(/1111$/, "2222")), true);
    }, PHONE);
    await page.mouse.click(x, y);
    await expectSilence(stage);
    await page.close();
  });
});

/** Points at the number and waits for the button; its middle is where our layer, not the page, is hit. */
async function hoverUntilButton(page: Page): Promise<{ x: number; y: number }> {
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  const above = { x, y: y - 26 };
  const isOurs = ({ x, y }: typeof above): boolean => document.elementFromPoint(x, y)?.localName === "click-to-call";
  await page.waitForFunction(isOurs, { timeout: 5_000 }, above);
  return above;
}

const ownsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.localName === "click-to-call");

function fakeClicks(selector: string, x: number, y: number): void {
  const at = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, detail: 1, button: 0 };
  const cell = document.querySelector<HTMLElement>(selector)!;
  const host = document.querySelector<HTMLElement>("click-to-call")!;
  for (const target of [cell, host, document.elementFromPoint(x, y - 26)!]) {
    target.dispatchEvent(new PointerEvent("pointerdown", at));
    target.dispatchEvent(new PointerEvent("pointerup", at));
    target.dispatchEvent(new MouseEvent("click", at));
    (target as HTMLElement).click();
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
  }
}

async function expectSilence({ sandbox }: Stage): Promise<void> {
  await pause(SETTLED_MS);
  expect(await sandbox.posts()).toEqual([]);
}

/** A phone link that tells of a click which reached the page before the browser would follow it. */
function writeLink(): void {
  const link = Object.assign(document.createElement("a"), {
    id: "link",
    href: "tel:+525512345601",
    textContent: "Ana",
  });
  for (const type of ["click", "auxclick", "contextmenu"])
    link.addEventListener(type, (event) => {
      if (!event.defaultPrevented) link.title = "left to the page";
      event.preventDefault();
    });
  document.body.prepend(link);
}
