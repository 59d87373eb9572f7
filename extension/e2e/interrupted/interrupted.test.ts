/** The browser dies, or the extension is updated, in the midst of a call: nothing is sent again, and the journal tells the truth. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DevSettings, launch, type Session } from "../browsers";
import { type Sandbox, startSandbox } from "../sandbox";
import { attempts, BROWSERS, openMarked, pause, pointOf, SETTLED_MS, type Stage } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";
const PHONE = 'tr[data-contact="1"] td.phone';
/** How long the server takes with a call that is interrupted. */
const DELAY_MS = 4_000;

describe.each(BROWSERS)("a call that is interrupted: %s", (name) => {
  let sandbox: Sandbox;
  let profile: string;
  let session: Session;

  beforeEach(async () => {
    sandbox = await startSandbox();
    profile = await mkdtemp(path.join(os.tmpdir(), "click-to-call-profile-"));
  });

  afterEach(async () => {
    await session.close();
    sandbox.stop();
    await rm(profile, { recursive: true, force: true });
  });

  async function start(changed: Partial<DevSettings> = {}): Promise<Stage> {
    session = await launch(name, sandbox.settings(changed), { profile });
    return { sandbox, session };
  }

  it("by an update of the extension has left once, and a redial asks", async () => {
    const stage = await start();
    await click(stage, { delay_ms: DELAY_MS });
    await posted(stage);
    await session.update();
    await expectUnknown(stage);
    await pause(DELAY_MS);
    await click(stage);
    await pause(SETTLED_MS);
    expect(await sandbox.posts()).toHaveLength(1);
  });

  it("by the death of the browser has left once, and a redial asks", async () => {
    const stage = await start();
    await click(stage, { delay_ms: DELAY_MS });
    await posted(stage);
    await session.kill();
    const again = await start();
    await expectUnknown(again);
    await click(again);
    await pause(SETTLED_MS);
    expect(await sandbox.posts()).toHaveLength(1);
  });

  it("by the death of the browser while it can be taken back never leaves", async () => {
    const stage = await start({ cancel_seconds: 2 });
    await click(stage);
    await waiting(stage);
    await session.kill();
    const again = await start({ cancel_seconds: 2 });
    const [attempt] = await attempts(again);
    expect(attempt).toMatchObject({ state: "ended", outcome: { state: "not_sent", reason: { code: "interrupted" } } });
    await pause(2_500);
    expect(await sandbox.posts()).toEqual([]);
  });
});

async function click(stage: Stage, fault?: { delay_ms: number }): Promise<void> {
  if (fault) await stage.sandbox.fault({ path: CALLS, ...fault });
  const page = await openMarked(stage, "/crm/contacts");
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.click(x, y);
}

async function posted({ sandbox }: Stage): Promise<void> {
  while ((await sandbox.posts()).length === 0) await pause(20);
}

async function waiting(stage: Stage): Promise<void> {
  while ((await attempts(stage))[0]?.state !== "waiting") await pause(20);
}

async function expectUnknown(stage: Stage): Promise<void> {
  const [attempt, ...others] = await attempts(stage);
  expect(others).toEqual([]);
  expect(attempt).toMatchObject({ state: "ended", outcome: { state: "unknown", reason: { code: "interrupted" } } });
}
