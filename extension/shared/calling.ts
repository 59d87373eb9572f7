/** From a gesture to its outcome, by way of the call desk: the same for a number on a page and one typed by hand. */
import type { CallOutcome } from "../generated/types";
import { ask, type Attempt, type Opened, Refusal, type Request } from "./messages";

export type CallOrder = Request<"call.open">;

/** A question to ask before calling again, or how the attempt ended; without an attempt where none was made. */
export type Called = { asks: Attempt } | { outcome: CallOutcome; attempt?: Attempt };

/** Opens or joins an attempt, tells of it while it is under way, and waits for its end. Never rejects. */
export async function place(order: CallOrder, underway: (opened: Opened) => void): Promise<Called> {
  try {
    return await follow(await ask("call.open", order), underway);
  } catch (error) {
    return { outcome: unopened(error) };
  }
}

/** Tells of an attempt that was opened, or joined, while it is under way, and waits for its end. Never rejects. */
export async function follow(opened: Opened, underway: (opened: Opened) => void): Promise<Called> {
  const { how, attempt } = opened;
  if (how === "asks") return { asks: attempt };
  if (attempt.outcome) return { outcome: attempt.outcome, attempt };
  underway(opened);
  const outcome = await ask("call.outcome", { id: attempt.id }).catch((): CallOutcome => INTERRUPTED);
  return { outcome, attempt };
}

/** The same number again, after an end that was shown: that end is known then, and isn't asked about. */
export const again = ({ number, shown, campaign, id }: Attempt): CallOrder => ({ number, shown, campaign, again: id });

/** A background that refuses to open an attempt has sent nothing; one that is gone may have. */
export function unopened(error: unknown): CallOutcome {
  if (!(error instanceof Refusal)) return INTERRUPTED;
  const code = error.why === "DatabaseError" ? "journal_failed" : "engine_failed";
  return { state: "not_sent", reason: { code } };
}

const INTERRUPTED: CallOutcome = { state: "unknown", reason: { code: "interrupted" } };
