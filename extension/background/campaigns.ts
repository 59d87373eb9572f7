/**
 * Puts the agent into campaigns: one POST for all of them and, where uContact refuses that without saying which, one POST
 * a campaign. Each is in the journal before it is sent, and none is repeated by itself.
 */
import type { NotSentReason, QueueMember, QueueOutcome, Settings } from "../generated/types";
import type { JoinAttempt, Joining } from "../shared/messages";
import { drive } from "./drive";
import { callEngine } from "./engine";
import * as journal from "./journal";
import { type Equipment, equip } from "./preflight";

/** A shift. */
const OF_LATE_MS = 12 * 60 * 60 * 1000;

let current: { wish: string; ended: Promise<Joining> } | undefined;
/** The requests of this life, oldest first: they are known even where the journal can't be read. */
let made: JoinAttempt[] = [];

/** Joins all of the campaigns by one request. */
export const join = (campaigns: string[]): Promise<Joining> =>
  alone(["all", ...campaigns], campaigns, () => together(campaigns));

/** Joins campaigns of an earlier request one by one, until one of them gets no answer. */
export const joinEach = (batch: string, campaigns: string[]): Promise<Joining> =>
  alone([batch, ...campaigns], campaigns, () => oneByOne(batch, campaigns));

/** The last request with all that came of it, or null where there was none of late. */
export async function lastJoining(): Promise<Joining | null> {
  const last = made.at(-1) ?? (await journal.recentJoins(1))[0];
  return last && Math.abs(Date.now() - last.openedAt) < OF_LATE_MS ? read(last.batch) : null;
}

/** The same wish again joins the request under way; another one is told to wait, and never given that one's result. */
async function alone(wish: string[], campaigns: string[], work: () => Promise<Joining>): Promise<Joining> {
  const text = JSON.stringify(wish);
  if (current && current.wish !== text) return busy(campaigns);
  current ??= { wish: text, ended: work().finally(() => (current = undefined)) };
  return { ...(await current.ended), running: false };
}

async function together(campaigns: string[]): Promise<Joining> {
  const batch = crypto.randomUUID();
  await request(batch, campaigns);
  return read(batch);
}

async function oneByOne(batch: string, campaigns: string[]): Promise<Joining> {
  const asked = (await read(batch)).results.map(({ campaign }) => campaign);
  for (const campaign of campaigns.filter((name) => asked.includes(name))) {
    const { state } = await request(batch, [campaign]);
    if (state !== "added" && state !== "refused") break;
  }
  return read(batch);
}

async function request(batch: string, campaigns: string[]): Promise<QueueOutcome> {
  const equipped = await equip();
  const equipment = "equipment" in equipped ? equipped.equipment : undefined;
  const engine = await callEngine().catch(() => undefined);
  const facts = { kind: "join" as const, id: crypto.randomUUID(), source: "popup", batch, campaigns };
  const run = drive<JoinAttempt, QueueOutcome>(facts, {
    open: () => engine!.openJoin(Date.now()),
    step: (life, event, now) => engine!.stepJoin(life, event, now),
    reason: "reason" in equipped ? equipped.reason : undefined,
    send: () => send(equipment!, campaigns),
  });
  made = [...made.filter((attempt) => attempt.batch === batch), run.entry];
  return run.ended;
}

const send = ({ engine, settings, token }: Equipment, campaigns: string[]): Promise<QueueOutcome> =>
  engine.addQueueMembers(
    settings.instance,
    token,
    campaigns.map((campaign) => membership(settings, campaign)),
  );

function membership({ agent, extension }: Settings, campaign: string): QueueMember {
  return { agent, extension, campaign, penalty: 0, paused: false };
}

/** What came of each campaign of a request: the last word on it. */
async function read(batch: string): Promise<Joining> {
  const written = await journal.joinsOf(batch).catch((): JoinAttempt[] => []);
  const own = made.filter((attempt) => attempt.batch === batch);
  const attempts = [...written.filter(({ id }) => !own.some((attempt) => attempt.id === id)), ...own];
  const results = (attempts[0]?.campaigns ?? []).map((campaign) => {
    const last = attempts.findLast(({ campaigns }) => campaigns.includes(campaign));
    return { campaign, alone: last !== attempts[0], outcome: last!.outcome };
  });
  return { batch, results, running: current !== undefined };
}

function busy(campaigns: string[]): Joining {
  const reason: NotSentReason = { code: "busy" };
  const outcome: QueueOutcome = { state: "not_sent", reason };
  return { batch: "", results: campaigns.map((campaign) => ({ campaign, alone: false, outcome })), running: false };
}
