/**
 * Drives an attempt: hands what happens to core's machine (`Life`) and carries out what it commands.
 * It decides nothing, but for what must be said where the machine itself breaks down.
 */
import type { Command, Event, Life, NotSentReason, Step, UnknownReason } from "../generated/types";
import type { Entry } from "../shared/attempts";
import * as journal from "./journal";

type Ending = { state: "not_sent"; reason: NotSentReason } | { state: "unknown"; reason: UnknownReason };

/** What an attempt is driven with. */
export interface Parts<O> {
  open: () => Step<O>;
  step: (life: Life<O>, event: Event<O>, now: number) => Step<O>;
  /** What keeps it here from the beginning. */
  reason?: NotSentReason | undefined;
  /** What came up while it waited; needed where it may wait. */
  recheck?: () => Promise<NotSentReason | undefined>;
  /** The one request; what it throws counts as an interruption. */
  send: () => Promise<O>;
}

/** An attempt under way. */
export interface Run<E, O> {
  entry: E;
  /** The journal has answered for the first time, or it ended. */
  opened: Promise<void>;
  ended: Promise<O>;
  feed(event: Event<O>): void;
}

type EntryOf<O> = Entry & Life<O>;

export function drive<E extends EntryOf<O>, O>(order: Omit<E, keyof Life<O>>, parts: Parts<O>): Run<E, O> {
  const entry = { ...order, ...unopened() } as E;
  const opened = deferred<void>();
  const ended = deferred<O>();
  let sent = false;
  let writing: Promise<void> = Promise.resolve();

  function take(next: () => Step<O>): Command | null {
    try {
      const { life, command } = next();
      Object.assign(entry, life);
      return command;
    } catch (error) {
      console.error(error);
      // The machine broke down: what it would have decided can't be known, what left this browser can.
      Object.assign(entry, { state: "ended", endedAt: Date.now(), outcome: brokenDown(sent) });
      return { command: "close" };
    }
  }

  function feed(event: Event<O>): void {
    if (entry.state === "ended") return;
    const command = take(() => parts.step(entry, event, Date.now()));
    if (command) perform(command);
  }

  function perform(command: Command): void {
    switch (command.command) {
      case "journal":
        return void write();
      case "wait":
        return void setTimeout(() => void leave(), command.ms);
      case "send":
        return send(command.deadline_ms);
      case "close":
        return void close();
    }
  }

  /** One write after the other: the second must know the place that the first one got. */
  function put(): Promise<void> {
    const asIs = { ...entry };
    const next = async (): Promise<void> => {
      entry.seq = await journal.record(entry.seq === undefined ? asIs : { ...asIs, seq: entry.seq });
    };
    return (writing = writing.then(next, next));
  }

  async function write(): Promise<void> {
    const taken = await put().then(
      () => true,
      () => false,
    );
    feed({ event: taken ? "journaled" : "journal_failed" });
    opened.resolve();
  }

  async function leave(): Promise<void> {
    const reason = await parts.recheck?.().catch((): NotSentReason => ({ code: "engine_failed" }));
    feed(reason ? { event: "obstacle", reason } : { event: "moment_over" });
  }

  function send(deadlineMs: number): void {
    sent = true;
    const deadline = setTimeout(() => feed({ event: "deadline" }), deadlineMs);
    // Async, so that an engine that throws at once ends like one that rejects.
    const request = (async () => parts.send())();
    void request
      .then(
        (outcome) => feed({ event: "reply", outcome }),
        // A transport that died is to the machine what a driver that died is.
        () => feed({ event: "woke_up" }),
      )
      .finally(() => clearTimeout(deadline));
  }

  async function close(): Promise<void> {
    // The outcome stands whether or not the journal takes it: an entry left `sending` is closed as unknown later.
    await put().catch(() => undefined);
    await journal.prune().catch(() => undefined);
    ended.resolve(entry.outcome as O);
    opened.resolve();
  }

  const first = take(parts.open);
  if (parts.reason && entry.state !== "ended") feed({ event: "obstacle", reason: parts.reason });
  else if (first) perform(first);
  return { entry, opened: opened.promise, ended: ended.promise, feed };
}

const brokenDown = (sent: boolean): Ending =>
  sent
    ? { state: "unknown", reason: { code: "interrupted" } }
    : { state: "not_sent", reason: { code: "engine_failed" } };

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

function unopened(): Life<never> {
  const now = Date.now();
  return {
    state: "waiting",
    journaled: false,
    openedAt: now,
    leavesAt: now,
    sentAt: null,
    endedAt: null,
    outcome: null,
  };
}
