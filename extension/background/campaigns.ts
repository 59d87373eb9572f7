/** Puts the agent into campaigns: one POST for all of them, never repeated by itself. */
import type { QueueMember, QueueOutcome, Settings } from "../generated/types";
import { callEngine } from "./engine";
import { obstacle } from "./preflight";
import { readSetUp } from "./set-up";
import { readToken } from "./token";

let running: Promise<QueueOutcome> | undefined;

/** Joins the campaigns, or the request under way: a second click sends nothing of its own. */
export function join(campaigns: string[]): Promise<QueueOutcome> {
  running ??= send(campaigns).finally(() => (running = undefined));
  return running;
}

async function send(campaigns: string[]): Promise<QueueOutcome> {
  const setUp = await readSetUp();
  const reason = await obstacle(setUp);
  if (reason) return { state: "not_sent", reason };
  const [token, engine] = await Promise.all([readToken(), callEngine()]);
  if (token === undefined) return { state: "not_sent", reason: { code: "signed_out" } };
  const { settings } = setUp;
  const members = campaigns.map((campaign) => membership(settings, campaign));
  return engine
    .addQueueMembers(settings.instance, token, members)
    .catch(() => ({ state: "unknown", reason: { code: "interrupted" } }));
}

function membership({ agent, extension }: Settings, campaign: string): QueueMember {
  return { agent, extension, campaign, penalty: 0, paused: false };
}
