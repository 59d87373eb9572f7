/** An agent at work in a real browser: a page full of numbers, each called by a real click and never twice. */
import type { Page } from "puppeteer-core";
import type { Attempt } from "../../shared/attempts";
import type { Answer } from "../../shared/messages";
import type { SetUp } from "../../shared/set-up";
import { type BrowserName, launch, type Options, type Session } from "../browsers";
import { inDatabase } from "../database";
import { numberAt, openNumbers, type Numbers, serveNumbers } from "../numbers";
import type { Sandbox } from "../sandbox";
import { pause } from "../stage";

/** Longer than a background takes to be there again. */
const RESTART_MS = 500;

export interface Agent {
  readonly session: Session;
  /** Sends the calls to another instance from now on. */
  moveTo(origin: string): Promise<void>;
  /** Clicks a number that was never called, and waits until its attempt has ended. */
  call(): Promise<Attempt>;
  /** Whether the extension has learnt that an instance speaks HTTP/2. */
  knows(origin: string): Promise<boolean>;
  /** Goes on with the next version of the extension, in the same browser. */
  update(): Promise<void>;
  /** Goes on in a new browser with the profile of the old one, which dies; needs a `profile`. */
  restart(): Promise<void>;
  leave(): Promise<void>;
}

export async function hire(
  name: BrowserName,
  sandbox: Sandbox,
  certificate: string,
  options: Options = {},
): Promise<Agent> {
  const { site, stop } = await serveNumbers();
  const start = (): Promise<Session> =>
    launch(name, sandbox.settings({ sites: [`${site}/*`] }), { ...options, certificate });
  let session = await start();
  let own: Page;
  let numbers: Numbers;
  let next = 0;
  await openPages();

  async function openPages(): Promise<void> {
    own = await session.openOwn("popup/popup.html");
    numbers = await openNumbers(session, site, next);
  }

  async function clickNext(): Promise<string> {
    if (!numbers.has(next)) numbers = await numbers.turnTo(next);
    await numbers.click(next);
    next += 1;
    return numberAt(next - 1);
  }

  return {
    get session() {
      return session;
    },
    async moveTo(origin) {
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
    knows: (origin) => isKnown(own, origin),
    async update() {
      await session.update();
      await openPages();
    },
    async restart() {
      await session.kill();
      session = await start();
      await openPages();
    },
    async leave() {
      await session.close();
      stop();
    },
  };
}

/** Whether the database names it. */
const isKnown = (own: Page, origin: string): Promise<boolean> =>
  inDatabase(
    own,
    async (db, settled, origin) => (await settled(db.transaction("http2").objectStore("http2").count(origin))) > 0,
    origin,
  );

/**
 * Asks the background as a page of the extension does; again where nobody got the message, because Chromium's network service
 * died and the background with it (SECURITY.md).
 */
export async function ask<T>(own: Page, message: object): Promise<T> {
  const send = (): Promise<Answer> => own.evaluate((message) => chrome.runtime.sendMessage(message), message);
  const answer = await send().catch((error: unknown) => {
    if (!String(error).includes("Receiving end does not exist")) throw error;
    return pause(RESTART_MS).then(send);
  });
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.reply as T;
}
