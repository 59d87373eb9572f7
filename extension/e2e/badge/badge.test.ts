import { expect, it, vi } from "vitest";
import { openPopup } from "../pages";
import { CALL, openOptions, signedIn, signedOut } from "../session/steps";
import { inEachBrowser } from "../stage";
import { shows, watchIcons } from "./button";

inEachBrowser("the toolbar button", { settings: { token: "" } }, (stage) => {
  it("tells who is signed in, that a call is under way, and that its outcome is unknown until that was seen", async () => {
    await signedOut(stage);
    const options = await openOptions(stage);
    await shows(options, "–", "Signed out");
    const icons = await watchIcons(stage, options);
    await signedIn(stage);
    await shows(options, "", "Ready");
    await vi.waitFor(async () => expect(await icons()).toEqual(["/icons/16.png"]));

    await stage.sandbox.fault({ path: CALL, delay_ms: 1500, status: 500, body: "" });
    await options.evaluate(() =>
      chrome.runtime.sendMessage({ type: "call.open", number: "+525556581111", shown: "+52 55 5658 1111" }),
    );
    await shows(options, "…", "Calling…");
    await shows(options, "?", "How the last call ended is unknown");

    await (await openPopup(stage)).close();
    await shows(options, "", "Ready");
    // A call under way and an unknown end keep the icon of who is signed in.
    expect(await icons()).toEqual(["/icons/16.png"]);
    await signedOut(stage);
    await vi.waitFor(async () => expect((await icons()).at(-1)).toBe("/icons/off-16.png"));
    await options.close();
  });

  it("tells that nothing is set up any more where all was deleted", async () => {
    const options = await openOptions(stage);
    await options.evaluate(() => chrome.runtime.sendMessage({ type: "privacy.delete_all" }));
    await shows(options, "!", "Not set up");
    await options.close();
  });
});
