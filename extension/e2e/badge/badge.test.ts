import { it } from "vitest";
import { openPopup } from "../pages";
import { CALL, openOptions, signedIn, signedOut } from "../session/steps";
import { inEachBrowser } from "../stage";
import { shows } from "./button";

inEachBrowser("the toolbar button", { settings: { token: "" } }, (stage) => {
  it("tells who is signed in, that a call is under way, and that its outcome is unknown until that was seen", async () => {
    await signedOut(stage);
    const options = await openOptions(stage);
    await shows(options, "–", "Signed out");
    await signedIn(stage);
    await shows(options, "", "Ready");

    await stage.sandbox.fault({ path: CALL, delay_ms: 1500, status: 500, body: "" });
    await options.evaluate(() =>
      chrome.runtime.sendMessage({ type: "call.open", number: "+525556581111", shown: "+52 55 5658 1111" }),
    );
    await shows(options, "…", "Calling…");
    await shows(options, "?", "How the last call ended is unknown");

    await (await openPopup(stage)).close();
    await shows(options, "", "Ready");
    await options.close();
  });

  it("tells that nothing is set up any more where all was deleted", async () => {
    const options = await openOptions(stage);
    await options.evaluate(() => chrome.runtime.sendMessage({ type: "privacy.delete_all" }));
    await shows(options, "!", "Not set up");
    await options.close();
  });
});
