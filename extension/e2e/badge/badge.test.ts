import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { openPopup } from "../pages";
import { CALL, openOptions, signedIn, signedOut } from "../session/steps";
import { inEachBrowser, pause } from "../stage";

inEachBrowser("the toolbar button", { settings: { token: "" } }, (stage) => {
  it("tells who is signed in, that a call is under way, and that its outcome is unknown until that was seen", async () => {
    await signedOut(stage);
    const options = await openOptions(stage);
    await shows(options, ["–", "Click to Call for uContact: Signed out"]);
    await signedIn(stage);
    await shows(options, ["", "Click to Call for uContact: Ready"]);

    await stage.sandbox.fault({ path: CALL, delay_ms: 1500, status: 500, body: "" });
    await options.evaluate(() =>
      chrome.runtime.sendMessage({ type: "call.open", number: "+525556581111", shown: "+52 55 5658 1111" }),
    );
    await shows(options, ["…", "Click to Call for uContact: Calling…"]);
    await shows(options, ["?", "Click to Call for uContact: How the last call ended is unknown"]);

    await (await openPopup(stage)).close();
    await shows(options, ["", "Click to Call for uContact: Ready"]);
    await options.close();
  });
});

async function shows(page: Page, wanted: [string, string]): Promise<void> {
  let shown: string[] = [];
  for (let tries = 0; tries < 60; tries += 1) {
    shown = await page.evaluate(() => Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]));
    if (shown.join() === wanted.join()) return;
    await pause(50);
  }
  expect(shown).toEqual(wanted);
}
