import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { launch } from "../browsers";
import { inDatabase } from "../database";
import { waitForLayer } from "../layer";
import { sayNotANumber } from "../not-a-number";
import { startSandbox } from "../sandbox";
import {
  BROWSERS,
  marksAtRest,
  marksBecome,
  openMarked,
  pause,
  pointOf,
  SETTLED_MS,
  settledPosts,
  type Stage,
} from "../stage";
import { hindrance, impose, type Imposed, policyArrives } from "./policies";

/** What the administrator says; the agent's own file says otherwise. */
const POLICY = {
  agent: "luis.gomez",
  campaigns: [{ name: "Cobranza->", caller_id: "525550009000" }],
  dial_plan: { prefix: "9" },
  pages: { sites: [{ site: "https://crm.example.com", show: "button" }], links: "none" },
};

for (const name of BROWSERS) {
  const why = hindrance(name);
  if (why) console.warn(`the policy in ${name} is not tested: ${why}`);
  describe.skipIf(why !== "")(`an administrator's policy: ${name}`, () => {
    const stage = {} as Stage;
    let imposed: Imposed | undefined;
    beforeAll(async () => {
      imposed = await impose(name, POLICY);
      stage.sandbox = await startSandbox();
      stage.session = await launch(name, stage.sandbox.settings(), imposed.on);
      await policyArrives(stage.session);
    });
    afterAll(async () => {
      await stage.session?.close();
      stage.sandbox?.stop();
      await imposed?.lift();
    });

    it("locks what it gives in the options, says so, and leaves the rest to the agent", async () => {
      const options = await stage.session.openOwn("options/options.html");
      await options.bringToFront();
      const fields = await options.$$eval("fieldset.managed", (all) =>
        all.map((fieldset) => [
          fieldset.querySelector<HTMLInputElement>("input, select")?.value,
          fieldset.querySelector("input, select")?.matches(":disabled"),
          fieldset.querySelector(".lock")?.textContent?.trim(),
        ]),
      );
      const said = "Set by your organisation";
      expect(fields).toEqual([
        ["luis.gomez", true, said],
        ["Cobranza->", true, said],
        ["9", true, said],
        ["none", true, said],
      ]);
      expect(await options.$eval('input[name="extension"]', (input) => input.matches(":disabled"))).toBe(false);
      await options.close();
    });

    it("is not saved as the agent's own", async () => {
      const options = await stage.session.openOwn("options/options.html");
      await options.bringToFront();
      await options.click('input[name="extension"]', { count: 3 });
      await options.type('input[name="extension"]', "1002");
      await options.click("footer button");
      await options.waitForSelector("footer .saved");
      const own = await readSaved(options);
      expect(own).toMatchObject({ extension: "1002", dial_plan: { prefix: "" } });
      expect(JSON.stringify(own)).not.toMatch(/luis|Cobranza/);
      await options.close();
    });

    it("that rules the sites has the last word on what is no number there, and says so at once", async () => {
      const page = await openMarked(stage, "/crm/contacts");
      const marked = await marksAtRest(page);
      await sayNotANumber(page, PHONE);
      expect(await waitForLayer(page, ".toast .title")).toBe("Set by your organisation");
      await page.reload();
      await marksBecome(page, marked);
      expect(await page.evaluate(() => document.querySelector("click-to-call"))).toBeNull();
      await page.close();
      const options = await stage.session.openOwn("options/options.html");
      expect(await readSaved(options)).toMatchObject({ pages: { sites: [] } });
      await options.close();
    });

    it("leaves links to the page", async () => {
      const page = await openMarked(stage, "/crm/contacts");
      await page.evaluate(writeLink);
      await pause(SETTLED_MS);
      const { x, y } = await pointOf(page, "#link");
      await page.mouse.click(x, y);
      await pause(SETTLED_MS);
      expect(await page.$eval("#link", (link) => link.getAttribute("title"))).toBe("clicked");
      expect(await stage.sandbox.posts()).toEqual([]);
      await page.close();
    });

    it("reaches a call", async () => {
      const page = await openMarked(stage, "/crm/contacts");
      const { x, y } = await pointOf(page, PHONE);
      await page.mouse.click(x, y);
      const [post] = await settledPosts(stage);
      expect(Object.fromEntries(new URLSearchParams(post!.body!))).toMatchObject({
        agent: "luis.gomez",
        phone: "1002",
        outqueue: "Cobranza->",
        callerid: "525550009000",
        destination: expect.stringMatching(/^952/),
      });
      await page.close();
    });
  });
}

/** A phone link on the page that tells of a click. */
function writeLink(): void {
  const link = Object.assign(document.createElement("a"), {
    id: "link",
    href: "tel:+525512345601",
    textContent: "Ana",
  });
  link.addEventListener("click", (event) => (event.preventDefault(), (link.title = "clicked")));
  document.body.prepend(link);
}

const PHONE = 'tr[data-contact="1"] td.phone';

/** The settings in the database, which no page shows as they are. */
const readSaved = (own: Page): Promise<unknown> =>
  inDatabase(own, (db, settled) => settled(db.transaction("settings").objectStore("settings").get("settings")));
