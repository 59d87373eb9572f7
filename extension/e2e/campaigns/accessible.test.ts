import { describe, expect, it } from "vitest";
import { violationsOn } from "../axe";
import { noticeOf, openPopup, tabTo, waitForText } from "../pages";
import { inEachBrowser, pause, SETTLED_MS } from "../stage";
import { add, asked, openCampaigns, pairs, VENTAS, write } from "./steps";

const LONG = "Cobranza extrajudicial región metropolitana y valle de Aburrá 2026->";
const SETS = [{ name: "وردية الصباح", campaigns: [VENTAS, LONG], penalty: 2, paused: true }];
/** The sandbox knows but two of them, and refuses all together. */
const PEOPLE = "ana.perez,1001\nנועה כהן,1010\nleo,12a\nun.nombre.larguisimo.de.verdad@empresa.example.com,1012\n";

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (scheme) => {
  inEachBrowser(scheme, { settings: { campaign_sets: SETS }, scheme }, (stage) => {
    it("empty, with faults, refused, one by one, and nothing is wider than a narrow window", async () => {
      const page = await openCampaigns(stage);
      await page.setViewport({ width: 320, height: 700 });
      expect(await violationsOn(page)).toEqual([]);
      await write(page, PEOPLE);
      await page.click('[aria-label^="Use "]');
      await page.waitForSelector(".table .fault");
      expect(await violationsOn(page)).toEqual([]);
      await page.click("[name=skip]");
      await add(page);
      await page.waitForSelector("button.each:not(:disabled)");
      await page.click("button.each");
      await waitForText(page, "Refused: ");
      await page.waitForSelector(".results button");
      expect(await violationsOn(page)).toEqual([]);
      // Firefox' scroll bar takes some of the window's width.
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beyond).toBe(0);
      await page.close();
      const popup = await openPopup(stage);
      await popup.click("summary");
      expect(await violationsOn(popup)).toEqual([]);
      await popup.close();
    });
  });
});

inEachBrowser("with the keyboard alone", {}, (stage) => {
  it("people are added", async () => {
    const page = await openCampaigns(stage);
    await tabTo(page, "[name=people]");
    await page.keyboard.type("ana.perez,1001\nluis.gomez,1002");
    await tabTo(page, `[value="${VENTAS}"]`);
    await page.keyboard.press(" ");
    await tabTo(page, '[aria-label="luis.gomez in Ventas->"]');
    await page.keyboard.press(" ");
    await tabTo(page, "#add");
    await page.keyboard.press("Enter");
    expect(await noticeOf(page)).toMatchObject({ tone: "good" });
    await pause(SETTLED_MS);
    expect((await asked(stage)).map(pairs)).toEqual([[`ana.perez ${VENTAS}`]]);
    await page.close();
  });
});
