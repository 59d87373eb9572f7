/** What is left of a sign-in when the browser has ended: nothing, or the token, where the agent chose to stay signed in. */
import { expect, it } from "vitest";
import { dial, noticeOf, openPopup } from "../pages";
import { inEachProfile, pause, type Stage } from "../stage";
import { openOptions, PASSWORD } from "./steps";

/** Until the browser has written what it was told to keep. */
const WRITTEN_MS = 500;

inEachProfile("after the browser has ended", (stage) => {
  it("nobody is signed in, except where the agent chose to stay", async () => {
    await stage.start(stage.sandbox.settings({ token: "" }));
    await signIn(stage, false);
    await stage.session.kill();

    await stage.start(null);
    const signedOut = await openPopup(stage);
    await signedOut.waitForSelector("[name=password]");
    await signedOut.close();
    await signIn(stage, true);
    await stage.session.kill();

    await stage.start(null);
    const popup = await openPopup(stage);
    await dial(popup, "55 5658 1111");
    expect(await noticeOf(popup)).toMatchObject({ tone: "good" });
    await popup.close();
  });
});

async function signIn(stage: Stage, stay: boolean): Promise<void> {
  const options = await openOptions(stage);
  if (stay) await options.click("[name=stay]");
  await options.click("#sign-in");
  await options.waitForSelector("dialog[open]");
  await options.type("dialog [name=password]", `${PASSWORD}\n`);
  await options.waitForSelector("#sign-out");
  await options.close();
  await pause(WRITTEN_MS);
}
