/** Hangs up the agent's own phone: one POST, never repeated by itself, whatever call the phone is in. */
import type { AskedOutcome } from "../generated/types";
import { equip } from "./preflight";

let running: Promise<AskedOutcome> | undefined;

/** Hangs up, or joins the request under way. The phone is the one in the settings, and can't be said by a message. */
export function hangUp(): Promise<AskedOutcome> {
  running ??= send().finally(() => (running = undefined));
  return running;
}

async function send(): Promise<AskedOutcome> {
  const equipped = await equip();
  if ("reason" in equipped) return { state: "not_sent", reason: equipped.reason };
  const { engine, settings, token } = equipped.equipment;
  const { instance, extension } = settings;
  return engine.hangUp(instance, token, extension).catch(() => ({ state: "unknown", reason: { code: "interrupted" } }));
}
