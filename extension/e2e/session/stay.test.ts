/** What is left of a sign-in when the browser has ended: nothing, or the token, where the agent chose to stay signed in. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DevSettings, launch, type Session } from "../browsers";
import { dial, noticeOf, openPopup } from "../pages";
import { type Sandbox, startSandbox } from "../sandbox";
import { BROWSERS, pause, type Stage } from "../stage";
import { openOptions, PASSWORD } from "./steps";

/** Until the browser has written what it was told to keep. */
const WRITTEN_MS = 500;

describe.each(BROWSERS)("after the browser has ended: %s", (name) => {
  let sandbox: Sandbox;
  let profile: string;
  let session: Session;
  beforeAll(async () => {
    sandbox = await startSandbox();
    profile = await mkdtemp(path.join(os.tmpdir(), "click-to-call-profile-"));
  });
  afterAll(async () => {
    await session.close();
    sandbox.stop();
    await rm(profile, { recursive: true, force: true });
  });

  async function start(settings: DevSettings | null): Promise<Stage> {
    session = await launch(name, settings, { profile });
    return { sandbox, session };
  }

  it("nobody is signed in, except where the agent chose to stay", async () => {
    await signIn(await start(sandbox.settings({ token: "" })), false);
    await session.kill();

    const forgotten = await start(null);
    const signedOut = await openPopup(forgotten);
    await signedOut.waitForSelector("[name=password]");
    await signedOut.close();
    await signIn(forgotten, true);
    await session.kill();

    const popup = await openPopup(await start(null));
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
