/** Storage that is full, and a database that is taken away while the background lives: no call without an entry, no end lost. */
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import type { SetUp } from "../../shared/set-up";
import { inDatabase } from "../database";
import { ask } from "../faults/agent";
import { dial, noticeOf, openPopup, waitForText } from "../pages";
import { openOptions, valueOf } from "../session/steps";
import { attempts, inEachBrowser, openMarked, pause, pointOf, settledPosts, SETTLED_MS, type Stage } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";
const PHONE = 'tr[data-contact="1"] td.phone';
/** Chromium gives room out in advance, and looks again half a minute later. */
const FULL_MS = 150_000;
const [NUMBER, OTHER] = ["+52 55 5658 1111", "+52 55 5658 1112"];

inEachBrowser("storage that is full", { roomKiB: 20 << 10 }, (stage) => {
  it(
    "keeps the call here, and a repair lets it go once there is room",
    async () => {
      const popup = await openPopup(stage);
      const options = await openOptions(stage);
      await popup.bringToFront();
      const makeRoom = await takeRoom(stage, popup);
      await dial(popup, NUMBER);
      expect(await noticeOf(popup)).toMatchObject({ tone: "bad", code: "UC-110", step: "Repair" });
      await pause(SETTLED_MS);
      expect(await stage.sandbox.posts()).toEqual([]);

      await options.bringToFront();
      const typed = await fillExclude(options);
      await options.click("footer button");
      await options.waitForSelector("footer .failed");
      expect(await valueOf(options, "exclude")).toBe(typed);
      await popup.bringToFront();

      await makeRoom();
      await popup.click(".notice .step button");
      await waitForText(popup, "Repaired");
      await dial(popup, OTHER);
      await waitForText(popup, "Accepted by uContact");
      expect(await stage.sandbox.posts()).toHaveLength(1);
      await popup.close();
      await options.bringToFront();
      // A repair makes room for calls; so many settings take more.
      await inDatabase(options, (db, settled) =>
        settled(db.transaction("secrets", "readwrite").objectStore("secrets").clear()),
      );
      await options.click("footer button");
      await options.waitForSelector("footer .saved");
      await options.close();
    },
    FULL_MS,
  );
});

inEachBrowser("a database that is deleted under the background", {}, (stage) => {
  it("takes the set-up with it: nothing is sent until there is another", async () => {
    const popup = await openPopup(stage);
    for (const take of deletionsOf(stage)) {
      await stage.sandbox.reset();
      const { settings } = await ask<SetUp>(popup, { type: "setup.read" });
      await take(popup);
      await dial(popup, NUMBER);
      expect(await noticeOf(popup)).toMatchObject({ code: "UC-102" });
      await pause(SETTLED_MS);
      expect(await stage.sandbox.posts()).toEqual([]);

      const { token } = stage.sandbox.settings();
      expect(await ask(popup, { type: "setup.save", settings, token, staySignedIn: false })).toEqual([]);
      await dial(popup, NUMBER);
      await waitForText(popup, "Accepted by uContact");
      expect(await stage.sandbox.posts()).toHaveLength(1);
    }
    await popup.close();
  });

  it("while a call is sent loses neither the call nor its end", async () => {
    const popup = await openPopup(stage);
    for (const take of deletionsOf(stage)) {
      await stage.sandbox.reset();
      const { settings } = await ask<SetUp>(popup, { type: "setup.read" });
      const page = await openMarked(stage, "/crm/contacts");
      await stage.sandbox.fault({ path: CALLS, delay_ms: 2_000 });
      const { x, y } = await pointOf(page, PHONE);
      await page.mouse.click(x, y);
      expect(await settledPosts(stage)).toHaveLength(1);
      await take(popup);
      await pause(2_000);
      expect(await stage.sandbox.posts()).toHaveLength(1);
      expect((await attempts(stage)).map(({ outcome }) => outcome?.state)).toEqual(["placed"]);
      await page.close();

      const { token } = stage.sandbox.settings();
      await ask(popup, { type: "setup.save", settings, token, staySignedIn: false });
    }
    await popup.close();
  });
});

/** Types more than fits into the place of the settings of before: names by chance, as Firefox compresses what it keeps. */
async function fillExclude(options: Page): Promise<string> {
  const lines = Array.from({ length: 1 << 13 }, () => `#x${randomBytes(120).toString("hex")}`).join("\n");
  await options.$eval("details:has([name=exclude])", (details) => ((details as HTMLDetailsElement).open = true));
  await options.$eval(
    "[name=exclude]",
    (field, lines) => {
      (field as HTMLTextAreaElement).value = lines;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    lines,
  );
  return lines;
}

/** Takes all the room that is left; the answer gives back what a repair can't. */
async function takeRoom({ session }: Stage, own: Page): Promise<() => Promise<void>> {
  const tools = session.name === "chromium" ? await own.createCDPSession() : undefined;
  const origin = session.extensionOrigin;
  await tools?.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await fillUp(own);
  await fillUp(own);
  return async () => void (await tools?.send("Storage.overrideQuotaForOrigin", { origin }));
}

/** Fills our own database until nothing more fits: beside it, a little room within it would be left. */
async function fillUp(own: Page): Promise<void> {
  // Firefox lets a connection that met the end of its room do nothing but delete: each has its own.
  const write = (bytes: number): Promise<boolean> => inDatabase(own, writeNoise, bytes);
  for (let bytes = 1 << 21; bytes >= 1 << 7; bytes >>= 2) while (await write(bytes));
}

/** Whether so much fits in. */
function writeNoise(db: IDBDatabase, _: unknown, bytes: number): Promise<boolean> {
  // What can be compressed takes no room.
  const noise = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  const writing = db.transaction("secrets", "readwrite");
  writing.objectStore("secrets").put(noise, crypto.randomUUID());
  return new Promise((resolve) => {
    writing.oncomplete = () => resolve(true);
    writing.onabort = () => resolve(false);
  });
}

/** By a page of the extension and, where a test can have them, by the browser's own tools, which ask nobody. */
function deletionsOf({ session }: Stage): ((own: Page) => Promise<void>)[] {
  const byPage = (own: Page): Promise<void> =>
    own.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase("click-to-call");
          deleting.onsuccess = () => resolve();
          deleting.onblocked = () => reject(new Error("somebody holds on to it"));
        }),
    );
  const byTools = async (own: Page): Promise<void> => {
    const tools = await own.createCDPSession();
    await tools.send("Storage.clearDataForOrigin", { origin: session.extensionOrigin, storageTypes: "indexeddb" });
    await tools.detach();
  };
  return session.name === "chromium" ? [byPage, byTools] : [byPage];
}
