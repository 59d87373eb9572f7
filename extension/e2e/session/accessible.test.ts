import { describe, expect, it } from "vitest";
import { violationsOn } from "../axe";
import { noticeOf, openPopup } from "../pages";
import { inEachBrowser } from "../stage";
import * as steps from "./steps";

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (scheme) => {
  inEachBrowser(scheme, { settings: { token: "" }, scheme }, (stage) => {
    it("in the popup, signed out, rejected, signed in, and after a call", async () => {
      await steps.signedOut(stage);
      const popup = await openPopup(stage);
      expect(await violationsOn(popup)).toEqual([]);
      await popup.type("[name=password]", "wrong\n");
      await noticeOf(popup);
      expect(await violationsOn(popup)).toEqual([]);
      await popup.type("[name=password]", `${steps.PASSWORD}\n`);
      await popup.waitForSelector('input[type="tel"]');
      await popup.type('input[type="tel"]', "55 5658 1111\n");
      await popup.waitForSelector("#hang-up");
      expect(await violationsOn(popup)).toEqual([]);
      await popup.close();
    });

    it("in the options and their dialogs, and nothing is wider than a narrow window", async () => {
      await steps.signedOut(stage);
      const options = await steps.openOptions(stage);
      await options.setViewport({ width: 320, height: 640 });
      expect(await violationsOn(options)).toEqual([]);
      // Firefox' scroll bar takes some of the window's width.
      const beyond = await options.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beyond).toBe(0);
      await options.click("#sign-in");
      await options.waitForSelector("dialog[open]");
      expect(await violationsOn(options)).toEqual([]);
      await options.type("dialog [name=password]", `${steps.PASSWORD}\n`);
      await options.waitForSelector("#sign-out");
      await options.click("#sign-out");
      await options.waitForSelector("dialog[open]");
      expect(await violationsOn(options)).toEqual([]);
      expect(await options.$eval("dialog", (dialog) => dialog.getBoundingClientRect().right)).toBeLessThanOrEqual(320);
      await options.close();
    });
  });
});
