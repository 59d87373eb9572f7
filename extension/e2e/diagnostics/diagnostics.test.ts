import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { inDatabase } from "../database";
import { lockOut } from "../lock-out";
import { dial, noticeOf, openDiagnostics, openPopup, waitForText } from "../pages";
import { fill, openOptions, valueOf } from "../session/steps";
import { inEachBrowser, pause, SETTLED_MS } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";

inEachBrowser("diagnostics", {}, (stage) => {
  it("list the last calls with their timings and codes", async () => {
    await stage.sandbox.fault({ path: CALLS, times: 1, delay_ms: 300, status: 500, body: "" });
    const popup = await openPopup(stage);
    await dial(popup, "+52 55 5658 1111");
    await noticeOf(popup);
    await dial(popup, "+52 55 5658 1112");
    await waitForText(popup, "Accepted by uContact");
    await popup.close();

    const page = await openDiagnostics(stage);
    const rows = await page.$$eval("tbody tr", (rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent)),
    );
    expect(rows).toHaveLength(2);
    const [placed, lost] = rows as [string[], string[]];
    expect(placed[2]).toMatch(/^Accepted by uContact[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(lost[1]).toBe("+52 55 5658 1111Ventas->");
    expect(Number.parseInt(lost[4]!)).toBeGreaterThanOrEqual(300);
    expect(lost[2]).toBe("Unknown: your phone may ringUC-306");
    expect(await page.content()).not.toContain(stage.sandbox.settings().token);
    await page.close();
  });

  it("are reached from the options", async () => {
    const options = await stage.session.openOwn("options/options.html");
    expect(await options.$eval("footer a", (link) => (link as HTMLAnchorElement).href)).toBe(
      `${stage.session.extensionOrigin}/options/diagnostics.html`,
    );
    await options.close();
  });
});

inEachBrowser("a journal that takes no entry", {}, (stage) => {
  it("keeps the call here, and is repaired by a button with the set-up kept", async () => {
    const popup = await openPopup(stage);
    await spoilJournal(popup);
    await dial(popup, "+52 55 5658 1111");
    expect(await noticeOf(popup)).toMatchObject({ tone: "bad", code: "UC-110", step: "Repair" });
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toEqual([]);
    await popup.click(".notice .step button");
    await waitForText(popup, "Repaired");
    await dial(popup, "+52 55 5658 1111");
    await waitForText(popup, "Accepted by uContact");
    expect(await stage.sandbox.posts()).toHaveLength(1);
    await popup.close();
  });
});

inEachBrowser("a database that can't be opened", {}, (stage) => {
  it("is told where the set-up is saved, and mended from the diagnostics", async () => {
    const options = await openOptions(stage);
    const teams = await stage.session.openOwn("campaigns/campaigns.html");
    await options.bringToFront();
    await options.evaluate(lockOut);
    await fill(options, "context", "ventas");
    await fill(options, "token", "bmV3IHRva2Vu");
    await options.click("footer button");
    await options.waitForSelector("footer .failed");
    expect(await options.$eval("footer p", (line) => line.textContent)).toContain("Not saved");
    expect([await valueOf(options, "context"), await valueOf(options, "token")]).toEqual(["ventas", "bmV3IHRva2Vu"]);

    await teams.bringToFront();
    await teams.click("[name=campaign]");
    await teams.type("[name=set]", "Noche\n");
    await waitForText(teams, "Not saved");
    expect(await valueOf(teams, "set")).toBe("Noche");
    const page = await openDiagnostics(stage);
    expect(await noticeOf(page)).toMatchObject({ tone: "bad", code: "UC-110", step: "Repair" });
    await page.click(".notice .step button");
    await waitForText(page, "Repaired");
    await page.close();
    await options.bringToFront();
    await options.click("footer button");
    await options.waitForSelector("footer .saved");
    await options.close();
    const again = await openOptions(stage);
    expect(await valueOf(again, "context")).toBe("ventas");
    await again.close();

    await teams.bringToFront();
    await teams.keyboard.press("Enter");
    await teams.waitForSelector('[aria-label="Use Noche"]');
    await teams.close();
  });
});

/** Leaves a database of our version whose journal is missing, as a broken profile may. */
async function spoilJournal(own: Page): Promise<void> {
  const settings = await inDatabase(own, (db, settled) =>
    settled(db.transaction("settings").objectStore("settings").get("settings") as IDBRequest<object>),
  );
  await own.evaluate(makeOld, settings);
}

/** In one go: nobody else opens it in between. */
function makeOld(settings: object): Promise<void> {
  void indexedDB.deleteDatabase("click-to-call");
  const opening = indexedDB.open("click-to-call", 2);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("settings").put(settings, "settings");
    opening.result.createObjectStore("secrets");
  };
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = () => reject(opening.error!);
  });
}
