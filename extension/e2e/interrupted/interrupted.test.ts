/** The browser dies, or the extension is updated, in the midst of a call: nothing is sent again, and the journal tells the truth. */
import { expect, it } from "vitest";
import { attempts, inEachProfile, openMarked, pause, pointOf, SETTLED_MS, type Stage } from "../stage";

const CALLS = "/Integra/resources/Agents/AgentCall";
const PHONE = 'tr[data-contact="1"] td.phone';
/** How long the server takes with a call that is interrupted. */
const DELAY_MS = 4_000;

inEachProfile("a call that is interrupted", (stage) => {
  it("by an update of the extension has left once, and a redial asks", async () => {
    await stage.start(stage.sandbox.settings());
    await click(stage, { delay_ms: DELAY_MS });
    await posted(stage);
    await stage.session.update();
    await expectUnknown(stage);
    await pause(DELAY_MS);
    await click(stage);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toHaveLength(1);
  });

  it("by the death of the browser has left once, and a redial asks", async () => {
    await stage.start(stage.sandbox.settings());
    await click(stage, { delay_ms: DELAY_MS });
    await posted(stage);
    await stage.session.kill();
    await stage.start(stage.sandbox.settings());
    await expectUnknown(stage);
    await click(stage);
    await pause(SETTLED_MS);
    expect(await stage.sandbox.posts()).toHaveLength(1);
  });

  it("by the death of the browser while it can be taken back never leaves", async () => {
    await stage.start(stage.sandbox.settings({ cancel_seconds: 2 }));
    await click(stage);
    await waiting(stage);
    await stage.session.kill();
    await stage.start(stage.sandbox.settings({ cancel_seconds: 2 }));
    const [attempt] = await attempts(stage);
    expect(attempt).toMatchObject({ state: "ended", outcome: { state: "not_sent", reason: { code: "interrupted" } } });
    await pause(2_500);
    expect(await stage.sandbox.posts()).toEqual([]);
  });
});

async function click(stage: Stage, fault?: { delay_ms: number }): Promise<void> {
  if (fault) await stage.sandbox.fault({ path: CALLS, ...fault });
  const page = await openMarked(stage, "/crm/contacts");
  const { x, y } = await pointOf(page, PHONE);
  await page.mouse.click(x, y);
}

async function posted(stage: Stage): Promise<void> {
  while ((await stage.sandbox.posts()).length === 0) await pause(20);
}

async function waiting(stage: Stage): Promise<void> {
  while ((await attempts(stage))[0]?.state !== "waiting") await pause(20);
}

async function expectUnknown(stage: Stage): Promise<void> {
  const [attempt, ...others] = await attempts(stage);
  expect(others).toEqual([]);
  expect(attempt).toMatchObject({ state: "ended", outcome: { state: "unknown", reason: { code: "interrupted" } } });
}
