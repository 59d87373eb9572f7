import { expect, it } from "vitest";
import type { Page } from "puppeteer-core";
import { waitForLayer } from "../layer";
import { openPopup } from "../pages";
import { inEachBrowser, type Stage, waitForMarks, waitForNoMarks } from "../stage";
import { endInDoubt, expectQuiet } from "./quiet";

inEachBrowser("from the popup, the site in front", { settings: { sites: [] } }, (stage) => {
  it("is enabled, shown by the button alone, left alone, and underlined again", async () => {
    const crm = await stage.session.newPage(`${stage.sandbox.url}/crm/contacts`);
    await crm.bringToFront();
    await inPopup(stage, async (popup) => {
      await popup.waitForSelector("#enable-site");
      await popup.click("#enable-site");
      await popup.waitForSelector('.this-site [name="show"]');
    });
    await crm.bringToFront();
    await waitForMarks(crm);

    await endInDoubt(stage, crm);
    for (const show of ["button", "off"]) {
      // What was told of a call stays, however the page is read.
      expect(await waitForLayer(crm, ".toast.doubt")).toContain("+52 55 5658 1111");
      await choose(stage, show);
      await crm.bringToFront();
      await waitForNoMarks(crm);
    }
    await expectQuiet(stage, crm);
    await choose(stage, "underline");
    await crm.bringToFront();
    await waitForMarks(crm);
    await inPopup(stage, async (popup) => {
      await popup.waitForSelector(".on-page .entry");
      const name = await popup.$eval(".this-site bdi", (host) => host.textContent);
      expect(name).toBe(stage.sandbox.url.replace("http://", ""));
    });
    await crm.close();
  });
});

const choose = (stage: Stage, show: string): Promise<void> =>
  inPopup(stage, async (popup) => {
    await popup.waitForSelector('.this-site [name="show"]');
    await popup.select('.this-site [name="show"]', show);
    await popup.waitForFunction(
      async (wanted) => {
        const { reply } = await chrome.runtime.sendMessage({ type: "site.in_front" });
        return reply.show === wanted;
      },
      {},
      show,
    );
  });

async function inPopup(stage: Stage, act: (popup: Page) => Promise<void>): Promise<void> {
  const popup = await openPopup(stage);
  await act(popup);
  await popup.close();
}
