/** What becomes of an open page when the extension is updated, or goes away, under it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { launch, type Session } from "../browsers";
import { type Sandbox, startSandbox } from "../sandbox";
import { BROWSERS, marksAtRest, marksOn, openMarked, pause, pointOf, SETTLED_MS, settledPosts } from "../stage";

const PHONE = 'tr[data-contact="1"] td.phone';

describe.each(BROWSERS)("the extension under an open page: %s", (name) => {
  let sandbox: Sandbox;
  let session: Session;
  beforeAll(async () => {
    sandbox = await startSandbox();
    session = await launch(name, sandbox.settings());
  });
  afterAll(async () => {
    await session.close();
    sandbox.stop();
  });

  it("is updated: the page goes on with the new one, and a click calls once", async () => {
    const page = await openMarked({ sandbox, session }, "/crm/contacts");
    const marked = await marksAtRest(page);
    await page.evaluate(() => void ((window as Held).held = CSS.highlights.get("ucontact-number")));
    await session.update();
    await page.bringToFront();
    await page.waitForFunction(
      (all) => {
        const drawn = CSS.highlights.get("ucontact-number");
        return drawn !== (window as Held).held && drawn?.size === all;
      },
      { timeout: 15_000 },
      marked,
    );
    const { x, y } = await pointOf(page, PHONE);
    await page.mouse.move(x, y - 40);
    await page.mouse.click(x, y);
    expect(await settledPosts({ sandbox, session })).toHaveLength(1);
    await page.close();
  });

  it("goes away: its marks go along, and the agent is told to reload the page", async () => {
    await sandbox.reset();
    const page = await openMarked({ sandbox, session }, "/crm/contacts");
    await pause(SETTLED_MS);
    await session.browser.uninstallExtension(session.id);
    const { x, y } = await pointOf(page, PHONE);
    const [, plain] = [await page.mouse.click(x, y), await page.screenshot({ encoding: "base64" })];
    await pause(SETTLED_MS);
    expect(await sandbox.posts()).toEqual([]);
    if (name === "firefox") {
      // Firefox ends the scripts of an extension that goes, and takes its style sheet: nothing can be said, nothing is drawn.
      await page.evaluate(() => CSS.highlights.clear());
      expect(await page.screenshot({ encoding: "base64" })).toBe(plain);
    } else {
      expect(await marksOn(page)).toBe(0);
      expect(await toastOf(page)).toMatch(/Reload this page.*UC-401/s);
    }
    await page.close();
  });
});

/** The highlight of the copy that was there before. */
type Held = typeof window & { held?: Highlight | undefined };

/** What the layer says, which only the browser's own tools see: its root is closed. */
async function toastOf(page: Page): Promise<string> {
  const tools = await page.createCDPSession();
  const { root } = await tools.send("DOM.getDocument", { depth: -1, pierce: true });
  const texts: string[] = [];
  const read = (node: typeof root): void => {
    if (node.nodeType === 3) texts.push(node.nodeValue);
    [...(node.children ?? []), ...(node.shadowRoots ?? [])].forEach(read);
  };
  const find = (node: typeof root): void => {
    if (node.localName === "click-to-call") read(node);
    else (node.children ?? []).forEach(find);
  };
  find(root);
  return texts.join("\n");
}
