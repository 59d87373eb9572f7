/** What the cases of signing in and out do over and over. */
import type { Page } from "puppeteer-core";
import { openPopup } from "../pages";
import type { Journaled } from "../sandbox";
import type { Stage } from "../stage";

export const PASSWORD = "ana-demo";
export const LOGIN = "/Integra/resources/auth/AgentLogin";
export const LOGOFF = "/Integra/resources/api/AgentLogoff";
export const END = "/Integra/resources/auth/EndSession";
export const HANGUP = "/Integra/resources/Agents/HangupPhone";
export const CALL = "/Integra/resources/Agents/AgentCall";

export async function openOptions({ session }: Stage): Promise<Page> {
  const options = await session.openOwn("options/options.html");
  await options.bringToFront();
  return options;
}

/** Puts a value in the place of what stands in a field. */
export async function fill(page: Page, name: string, value: string): Promise<void> {
  await page.$eval(`[name="${name}"]`, (field) => (field as HTMLInputElement).select());
  await page.type(`[name="${name}"]`, value);
}

export const valueOf = (page: Page, name: string): Promise<string> =>
  page.$eval(`[name="${name}"]`, (field) => (field as HTMLInputElement).value);

/** Leaves the browser signed out, and the journal empty. */
export async function signedOut(stage: Stage): Promise<void> {
  const page = await openPopup(stage);
  await page.evaluate(() => chrome.runtime.sendMessage({ type: "session.sign_out", atUcontact: false }));
  await page.close();
}

/** Signs in by the popup, and leaves the journal empty. */
export async function signedIn(stage: Stage): Promise<void> {
  await signedOut(stage);
  const popup = await openPopup(stage);
  await popup.type("[name=password]", `${PASSWORD}\n`);
  await popup.waitForSelector('input[type="tel"]');
  await popup.close();
  await stage.sandbox.reset();
}

/** What the notice that ends an action says below its title. */
export const detailOf = (page: Page): Promise<string> =>
  page.$eval(".notice:has(.code) span:not(.code)", (detail) => detail.textContent);

export const fieldsOf = (post: Journaled): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(post.body ?? ""));

/** Everything that is written on a page and in its fields. */
export const writtenOn = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.documentElement.outerHTML + [...document.querySelectorAll("input")].map(({ value }) => value).join(),
  );
