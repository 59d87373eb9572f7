/** Hangs up the agent's own phone: one POST, never repeated by itself, whatever call the phone is in. */
import type { AskedOutcome } from "../generated/types";
import { callEngine } from "./engine";
import { obstacle } from "./preflight";
import { readSetUp } from "./set-up";
import { readToken } from "./token";

let running: Promise<AskedOutcome> | undefined;

/** Hangs up, or joins the request under way. The phone is the one in the settings, and can't be said by a message. */
export function hangUp(): Promise<AskedOutcome> {
  running ??= send().finally(() => (running = undefined));
  return running;
}

async function send(): Promise<AskedOutcome> {
  const setUp = await readSetUp();
  const reason = await obstacle(setUp);
  if (reason) return { state: "not_sent", reason };
  const [token, engine] = await Promise.all([readToken(), callEngine()]);
  if (token === undefined) return { state: "not_sent", reason: { code: "signed_out" } };
  const { instance, extension } = setUp.settings;
  return engine.hangUp(instance, token, extension).catch(() => ({ state: "unknown", reason: { code: "interrupted" } }));
}
