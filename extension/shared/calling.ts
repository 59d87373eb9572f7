/** From a gesture to its outcome, by way of the call desk: the same for a number on a page and one typed by hand. */
import type { CallOutcome } from "../generated/types";
import type { Attempt, CallOrder, Opened, Question } from "./attempts";
import { ask, askTwice, isRefusal } from "./messages";

/** A question to ask before calling, or how the attempt ended; without an attempt where none was made. */
export type Called = { asks: Question } | { outcome: CallOutcome; attempt?: Attempt };

/** Opens or joins an attempt, tells of it while it is under way, and waits for its end. Never rejects. */
export async function place(order: CallOrder, underway: (attempt: Attempt) => void): Promise<Called> {
  try {
    return await follow(await ask("call.open", order), underway);
  } catch (error) {
    // A background that refuses to open an attempt has sent nothing; one that is gone may have.
    return { outcome: isRefusal(error) ? await keptHere(error) : INTERRUPTED };
  }
}

/** Tells of an attempt that was opened, or joined, while it is under way, and waits for its end. Never rejects. */
export async function follow(opened: Opened, underway: (attempt: Attempt) => void): Promise<Called> {
  if (opened.how === "asks") return { asks: opened.question };
  const { attempt } = opened;
  if (attempt.outcome) return { outcome: attempt.outcome, attempt };
  underway(attempt);
  return { outcome: await endOf(attempt.id), attempt };
}

/** Waits for the end of an attempt. Where nobody can tell it any more, it may have left. Never rejects. */
export const endOf = (id: string): Promise<CallOutcome> =>
  askTwice("call.outcome", { id }).catch((): CallOutcome => INTERRUPTED);

/** The same number again, after an end that was shown: that end is known then, and isn't asked about. */
export const again = ({ number, shown, campaign, callerId, id }: Attempt): CallOrder => ({
  number,
  shown,
  campaign,
  again: id,
  ...(callerId !== undefined && { callerId }),
});

/** The call that was asked about, once the agent says yes. */
export const confirmed = ({ number, shown, campaign, callerId, earlier }: Question): CallOrder => ({
  number,
  shown,
  campaign,
  confirmed: true,
  ...(callerId !== undefined && { callerId }),
  ...(earlier && { again: earlier.id }),
});

/** The end of an order that failed before anything was asked to be sent: what would keep any call here, or the failure itself. */
export async function keptHere(error: unknown): Promise<CallOutcome> {
  const isBroken = isRefusal(error) && error.why === "DatabaseError";
  const reason = await ask("setup.check", {}).catch(() => null);
  return { state: "not_sent", reason: reason ?? { code: isBroken ? "journal_failed" : "engine_failed" } };
}

const INTERRUPTED: CallOutcome = { state: "unknown", reason: { code: "interrupted" } };
