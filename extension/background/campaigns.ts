/**
 * Adds users to campaigns: one POST for all pairs and, where uContact refuses that without saying which, one POST a pair.
 * Each is in the journal before it is sent, and none is repeated by itself.
 */
import type { QueueMember, QueueOutcome } from "../generated/types";
import type { JoinAttempt, Joining, Membership } from "../shared/attempts";
import { pairOf } from "../shared/members";
import { drive } from "./drive";
import { callEngine } from "./engine";
import * as journal from "./journal";
import { type Equipment, equip } from "./preflight";

/** A shift. */
const OF_LATE_MS = 12 * 60 * 60 * 1000;

let current: { wish: string; ended: Promise<Joining> } | undefined;
/** The requests of this life, oldest first: they are known even where the journal can't be read. */
let made: JoinAttempt[] = [];

/** Adds all members by one request. */
export const join = (members: QueueMember[]): Promise<Joining> => alone("all", members, () => together(members));

/** Adds members of an earlier request one by one, until one of them gets no answer. */
export const joinEach = (batch: string, members: QueueMember[]): Promise<Joining> =>
  alone(batch, members, () => oneByOne(batch, members));

/** The last request with all that came of it, or null where there was none of late. */
export async function lastJoining(): Promise<Joining | null> {
  const last = made.at(-1) ?? (await journal.recentJoins(1))[0];
  return last && Math.abs(Date.now() - last.openedAt) < OF_LATE_MS ? read(last.batch) : null;
}

/** The same wish again joins the request under way; another one is told to wait, and never given that one's result. */
async function alone(wish: string, members: QueueMember[], work: () => Promise<Joining>): Promise<Joining> {
  const text = JSON.stringify([wish, members]);
  if (current && current.wish !== text) return busy(members);
  current ??= { wish: text, ended: work().finally(() => (current = undefined)) };
  return { ...(await current.ended), running: false };
}

async function together(members: QueueMember[]): Promise<Joining> {
  const batch = crypto.randomUUID();
  await request(batch, members);
  return read(batch);
}

async function oneByOne(batch: string, members: QueueMember[]): Promise<Joining> {
  const wanted = new Set(members.map(pairOf));
  const asked = (await read(batch)).results.map(({ member }) => member);
  for (const member of asked.filter((one) => wanted.has(pairOf(one)))) {
    const { state } = await request(batch, [member]);
    if (state !== "added" && state !== "refused") break;
  }
  return read(batch);
}

async function request(batch: string, members: QueueMember[]): Promise<QueueOutcome> {
  const equipped = await equip();
  const equipment = "equipment" in equipped ? equipped.equipment : undefined;
  const engine = await callEngine().catch(() => undefined);
  const facts = { kind: "join" as const, id: crypto.randomUUID(), source: "popup", batch, members };
  const run = drive<JoinAttempt, QueueOutcome>(facts, {
    open: () => engine!.openJoin(Date.now()),
    step: (life, event, now) => engine!.stepJoin(life, event, now),
    reason: "reason" in equipped ? equipped.reason : undefined,
    send: () => send(equipment!, members),
  });
  made = [...made.filter((attempt) => attempt.batch === batch), run.entry];
  return run.ended;
}

const send = ({ engine, settings, token }: Equipment, members: QueueMember[]): Promise<QueueOutcome> =>
  engine.addQueueMembers(settings.instance, token, members);

/** What came of each pair of a request: the last word on it. */
async function read(batch: string): Promise<Joining> {
  const written = await journal.joinsOf(batch).catch((): JoinAttempt[] => []);
  const own = made.filter((attempt) => attempt.batch === batch);
  const [all, ...single] = [...written.filter(({ id }) => !own.some((attempt) => attempt.id === id)), ...own];
  const last = new Map(single.map((attempt) => [pairOf(attempt.members[0]!), attempt]));
  const results = (all?.members ?? []).map((member) => {
    const asked = last.get(pairOf(member));
    return { member, alone: asked !== undefined, outcome: (asked ?? all!).outcome };
  });
  return { batch, results, running: current !== undefined };
}

function busy(members: QueueMember[]): Joining {
  const outcome: QueueOutcome = { state: "not_sent", reason: { code: "busy" } };
  return { batch: "", results: members.map((member) => ({ member, alone: false, outcome })), running: false };
}

/** What was added from this browser, newest first; where nobody knows, that it was asked for. */
export async function added(): Promise<Membership[]> {
  const known = new Map<string, Membership>();
  for (const { members, outcome, endedAt, openedAt } of await journal.joins())
    for (const member of members) {
      const before = known.get(pairOf(member));
      if (outcome?.state !== "added" && (outcome?.state !== "unknown" || before?.state === "added")) continue;
      known.delete(pairOf(member));
      known.set(pairOf(member), { member, at: endedAt ?? openedAt, state: outcome.state });
    }
  return [...known.values()].reverse();
}
