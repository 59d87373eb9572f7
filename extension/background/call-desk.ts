/**
 * The call desk: where every gesture to call ends up, whatever page or pad it came from.
 * One attempt at a time, in the journal before it is sent, sent at most once, and never again by itself.
 */
import type { CallOutcome, NotSentReason } from "../generated/types";
import type { Attempt, CallOrder, Opened, Question } from "../shared/attempts";
import { drive, type Run } from "./drive";
import { callEngine } from "./engine";
import * as journal from "./journal";
import { type Equipment, equip, invalid } from "./preflight";
import { readHeld } from "./set-up";

/** An order to call, from a gesture whose sender was checked. */
export interface Order extends CallOrder {
  /** The origin of the page, or `popup`. */
  source: string;
}

type CallRun = Run<Attempt, CallOutcome>;

let current: Promise<CallRun | Opened> | undefined;
let lastEnded: Attempt | undefined;
let tellTurn = (): void => undefined;

/** Tells whenever an attempt is under way, or none any more, wherever its gesture came from. */
export const onTurn = (listener: () => void): void => void (tellTurn = listener);

/**
 * Opens an attempt, or joins the one under way: a second click, tab or window never makes a second call. `held` gives the
 * set-up, where it was just read.
 */
export async function open(order: Order, held = readHeld): Promise<Opened> {
  const joins = current !== undefined;
  // Set before anything is awaited: two orders in one moment must not both find the desk free.
  const run = await (current ??= begin(order, held).catch(free));
  if ("how" in run) return run;
  if (joins) run.feed({ event: "join" });
  await run.opened;
  return { how: joins ? "joined" : "opened", attempt: run.entry };
}

/** A desk whose attempt could not even begin is free again. */
function free(error: unknown): never {
  current = undefined;
  throw error;
}

/** Whether an attempt is under way. */
export const isBusy = (): boolean => current !== undefined;

/** How an attempt ended, however long that takes. */
export async function outcome(id: string): Promise<CallOutcome> {
  const run = await running(id);
  if (run) return run.ended;
  const entry = lastEnded?.id === id ? lastEnded : await journal.find(id);
  return (entry?.outcome ?? { state: "unknown", reason: { code: "interrupted" } }) as CallOutcome;
}

/** Takes an attempt back if it has not left yet; answers with how it ended either way. */
export async function cancel(id: string): Promise<CallOutcome> {
  (await running(id))?.feed({ event: "cancel" });
  return outcome(id);
}

async function running(id: string): Promise<CallRun | undefined> {
  const run = await current?.catch(() => undefined);
  return run && "entry" in run && run.entry.id === id ? run : undefined;
}

async function begin(order: Order, held: typeof readHeld): Promise<CallRun | Opened> {
  // Looked up beside the rest: every millisecond here is one before the request leaves. A journal that can't be read can't
  // be written either, and that is where the call will stop.
  const [equipped, last] = await Promise.all([equip(held), journal.lastCallTo(order.number).catch(() => undefined)]);
  if ("reason" in equipped) return start(order, equipped.reason);
  const { equipment } = equipped;
  const campaign = order.campaign ?? equipment.settings.campaigns[0]?.name ?? "";
  const { engine, settings, token } = equipment;
  const reason = invalid(engine.callFaults(settings, token, campaign, order.callerId, order.number));
  const why = reason ? undefined : await whatToAsk(equipment, order, last);
  if (!why) return start({ ...order, campaign }, reason, equipment);
  current = undefined;
  const { number, shown, callerId } = order;
  const chosen = callerId === undefined ? {} : { callerId };
  const earlier = why === "doubt" ? last! : null;
  return { how: "asks", question: { why, earlier, number, shown, campaign, ...chosen } };
}

/** Why the agent is asked before this call, if so. */
async function whatToAsk(
  { engine, settings }: Equipment,
  { number, again, confirmed = false }: Order,
  last: Attempt | undefined,
): Promise<Question["why"] | undefined> {
  if (last && last.id !== again && mayStillRing(engine, last)) return "doubt";
  if (confirmed) return undefined;
  // The last one may have stayed here where one before it was sent.
  const called = last !== undefined && (last.sentAt !== null || (await journal.wasSent(number)));
  return engine.asksBefore(settings, number, called) ? "plan" : undefined;
}

/** An entry that makes no sense may be of such a call as well as of another. */
function mayStillRing(engine: Equipment["engine"], last: Attempt): boolean {
  try {
    return engine.mayStillRing(last, Date.now());
  } catch {
    return true;
  }
}

async function start(order: Order, reason?: NotSentReason, equipment?: Equipment): Promise<CallRun> {
  const engine = await callEngine().catch(() => undefined);
  const { number, shown, campaign = "", callerId, source } = order;
  const chosen = callerId === undefined ? {} : { callerId };
  const facts = { kind: "call" as const, id: crypto.randomUUID(), number, shown, campaign, source, ...chosen };
  let latest = equipment;
  const run: CallRun = drive(facts, {
    open: () => engine!.openCall((latest?.settings.cancel_seconds ?? 0) * 1000, Date.now()),
    step: (life, event, now) => engine!.stepCall(life, event, now),
    reason,
    // An agent who signed out meanwhile is not called for.
    recheck: async () => {
      const checked = await equip();
      if ("reason" in checked) return checked.reason;
      latest = checked.equipment;
      return undefined;
    },
    send: () => engine!.placeCall(latest!.settings, latest!.token, campaign, callerId, number),
  });
  // Behind the request, which is handed over without another turn: the news can wait, the call can't.
  void run.opened.then(() => setTimeout(() => tellTurn()));
  void run.ended.then(() => {
    lastEnded = run.entry;
    current = undefined;
    tellTurn();
  });
  return run;
}
