/** An agent at work in a real browser: a page full of numbers, each called by a real click and never twice. */
import type { Page } from "puppeteer-core";
import type { Attempt, SetUp } from "../../shared/messages";
import { type BrowserName, launch, type Options, type Session } from "../browsers";
import { numberAt, openNumbers, type Numbers, serveNumbers } from "../numbers";
import type { Sandbox } from "../sandbox";
import { pause } from "../stage";

export interface Agent {
  session: Session;
  /** Sends the calls to another instance from now on. */
  moveTo(origin: string): Promise<void>;
  /** Clicks a number that was never called, and waits until its attempt has ended. */
  call(): Promise<Attempt>;
  leave(): Promise<void>;
}

export async function hire(
  name: BrowserName,
  sandbox: Sandbox,
  certificate: string,
  options: Options = {},
): Promise<Agent> {
  const { site, stop } = await serveNumbers();
  const session = await launch(name, sandbox.settings({ sites: [`${site}/*`] }), { ...options, certificate });
  const own = await session.openOwn("popup/popup.html");
  let numbers: Numbers = await openNumbers(session, site, 0);
  let next = 0;

  async function clickNext(): Promise<string> {
    if (!numbers.has(next)) numbers = await numbers.turnTo(next);
    await numbers.click(next);
    next += 1;
    return numberAt(next - 1);
  }

  return {
    session,
    async moveTo(origin) {
      // A port may have been another door's, with another protocol.
      await own.evaluate(() => chrome.storage.session.remove("http2"));
      const { settings } = await ask<SetUp>(own, { type: "setup.read" });
      const { token } = sandbox.settings();
      const moved = { settings: { ...settings, instance: origin }, token, staySignedIn: false };
      const faults = await ask<unknown[]>(own, { type: "setup.save", ...moved });
      if (faults.length > 0) throw new Error(JSON.stringify(faults));
    },
    async call() {
      const number = await clickNext();
      for (let tries = 0; tries < 700; tries += 1) {
        const [newest] = await ask<Attempt[]>(own, { type: "calls.recent" });
        if (newest?.number === number && newest.state === "ended") return newest;
        await pause(50);
      }
      throw new Error(`${name}: no attempt to call ${number} ended`);
    },
    async leave() {
      await session.close();
      stop();
    },
  };
}

/** Asks the background as a page of the extension does. */
export async function ask<T>(own: Page, message: object): Promise<T> {
  const answer = await own.evaluate((message) => chrome.runtime.sendMessage(message), message);
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.reply as T;
}
