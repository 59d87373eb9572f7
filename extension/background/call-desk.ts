/**
 * The call desk: where every gesture to call ends up, whatever page or pad it came from.
 * One attempt at a time, in the journal before it is sent, sent at most once, and never again by itself.
 */
import type { CallOutcome, NotSentReason } from "../generated/types";
import type { Attempt } from "../shared/messages";
import { callEngine } from "./engine";
import * as journal from "./journal";
import { obstacle } from "./preflight";
import { readSettings, readSetUp } from "./set-up";
import { readToken } from "./token";

/** An order to call, from a gesture whose sender was checked. */
export interface Order {
  /** E.164. */
  number: string;
  shown: string;
  /** The first of the settings where absent. */
  campaign?: string;
  /** The origin of the page, or `popup`. */
  source: string;
}

interface Running {
  attempt: Attempt;
  prepared: Promise<NotSentReason | undefined>;
  outcome: Promise<CallOutcome>;
  cancel(): void;
}

/** The engine keeps a deadline of 25 s by itself; this one covers an engine that died. */
const LAST_RESORT_MS = 28_000;

let running: Running | undefined;
let lastEnded: Attempt | undefined;

/** Opens an attempt, or joins the one under way: a second click, tab or window never makes a second call. */
export async function open(order: Order): Promise<Attempt> {
  // Set before anything is awaited: two orders in one moment must not both find the desk free.
  running ??= start(order);
  const { attempt, prepared, outcome } = running;
  if (await prepared) await outcome;
  return attempt;
}

/** Whether an attempt is under way. */
export const isBusy = (): boolean => running !== undefined;

/** How an attempt ended, however long that takes. */
export async function outcome(id: string): Promise<CallOutcome> {
  if (running?.attempt.id === id) return running.outcome;
  const attempt = lastEnded?.id === id ? lastEnded : await journal.find(id);
  return attempt?.outcome ?? unknown("interrupted");
}

/** Takes an attempt back if it has not left yet; answers with how it ended either way. */
export async function cancel(id: string): Promise<CallOutcome> {
  if (running?.attempt.id === id) running.cancel();
  return outcome(id);
}

function start(order: Order): Running {
  const attempt = newAttempt(order);
  let cancel = (): void => undefined;
  const cancelled = new Promise<true>((resolve) => (cancel = () => resolve(true)));
  const prepared = prepare(attempt);
  const ended = run(attempt, prepared, cancelled).then((result) => end(attempt, result));
  return { attempt, prepared, outcome: ended, cancel };
}

function newAttempt({ campaign = "", ...order }: Order): Attempt {
  const now = Date.now();
  const opening = { openedAt: now, leavesAt: now, state: "waiting", outcome: null } as const;
  return { id: crypto.randomUUID(), campaign, ...order, ...opening };
}

/** Completes the attempt and journals it; the reason if it can't be sent at all. */
async function prepare(attempt: Attempt): Promise<NotSentReason | undefined> {
  try {
    const setUp = await readSetUp();
    attempt.campaign ||= setUp.settings.campaigns[0]?.name ?? "";
    attempt.leavesAt = Date.now() + setUp.settings.cancel_seconds * 1000;
    await journal.record(attempt);
    return await obstacle(setUp);
  } catch {
    return { code: "journal_failed" };
  }
}

async function run(
  attempt: Attempt,
  prepared: Promise<NotSentReason | undefined>,
  cancelled: Promise<true>,
): Promise<CallOutcome> {
  const reason = await prepared;
  if (reason) return notSent(reason);
  const taken = await Promise.race([cancelled, sleep(attempt.leavesAt - Date.now())]);
  if (taken) return notSent({ code: "cancelled" });
  const post = await equip(attempt).catch(() => undefined);
  if (!post) return notSent({ code: "engine_failed" });
  try {
    await advance(attempt, { state: "sending" });
  } catch {
    return notSent({ code: "journal_failed" });
  }
  return Promise.race([post(), sleep(LAST_RESORT_MS).then(() => unknown("timed_out"))]);
}

/** Gathers all that a call needs, so that nothing but the request itself comes after the journal's `sending`. */
async function equip({ campaign, number }: Attempt): Promise<() => Promise<CallOutcome>> {
  const [settings, token, engine] = await Promise.all([readSettings(), readToken(), callEngine()]);
  if (token === undefined) return async () => notSent({ code: "signed_out" });
  // Async, so that an engine that throws at once ends like one that rejects: the desk must be free again.
  const place = async (): Promise<CallOutcome> => engine.placeCall(settings, token, campaign, number);
  return () => place().catch(() => unknown("interrupted"));
}

async function end(attempt: Attempt, ended: CallOutcome): Promise<CallOutcome> {
  // The outcome stands whether or not the journal takes it: an entry left `sending` is closed as unknown later.
  await advance(attempt, { state: "ended", outcome: ended }).catch(() => undefined);
  await journal.prune().catch(() => undefined);
  lastEnded = attempt;
  running = undefined;
  return ended;
}

async function advance(attempt: Attempt, change: Partial<Attempt>): Promise<void> {
  Object.assign(attempt, change);
  await journal.record(attempt);
}

const sleep = (ms: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), Math.max(0, ms)));

const notSent = (reason: NotSentReason): CallOutcome => ({ state: "not_sent", reason });

const unknown = (code: "interrupted" | "timed_out"): CallOutcome => ({ state: "unknown", reason: { code } });
