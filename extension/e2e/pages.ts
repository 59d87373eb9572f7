/** The extension's own pages, as cases open and read them. */
import type { Page } from "puppeteer-core";
import type { Stage } from "./stage";

export async function openPopup({ session }: Stage): Promise<Page> {
  const popup = await session.openOwn("popup/popup.html");
  await popup.setViewport({ width: 360, height: 600 });
  await popup.bringToFront();
  return popup;
}

export async function openDiagnostics({ session }: Stage): Promise<Page> {
  const page = await session.openOwn("options/diagnostics.html");
  await page.bringToFront();
  return page;
}

/** Calls a number from the popup's dial pad. */
export async function dial(popup: Page, number: string): Promise<void> {
  // Behind another tab a click would wait for ever.
  await popup.bringToFront();
  const input = (await popup.$('input[type="tel"]'))!;
  await input.click({ count: 3 });
  await input.type(number);
  await popup.keyboard.press("Enter");
}

export interface Shown {
  tone: string;
  title: string;
  code: string;
  /** What the button for the next step says, if there is one. */
  step: string | null;
}

/** The notice that ends an action: `.code` marks the final one. */
export async function noticeOf(page: Page): Promise<Shown> {
  await page.waitForSelector(".notice .code", { timeout: 10_000 });
  return page.$eval(".notice:has(.code)", (notice) => ({
    tone: notice.classList.item(1)!,
    title: notice.querySelector("strong")!.textContent!,
    code: notice.querySelector(".code")!.textContent!,
    step: notice.querySelector(".step button")?.textContent ?? null,
  }));
}

/** Waits until the page says a text somewhere. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.textContent.includes(wanted), { timeout: 10_000 }, text);
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}
