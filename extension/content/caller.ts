/** From a genuine gesture on a number to the background's call desk, with a toast for every step. */
import { isOrphaned } from "../shared/browser";
import { again, type Called, confirmed, follow, place } from "../shared/calling";
import type { Attempt, CallOrder, Opened } from "../shared/attempts";
import { ask } from "../shared/messages";
import { nameOf } from "../shared/number";
import { settle } from "./call-button";
import type { Callable } from "./callable";
import { unpack } from "./packed";
import * as toast from "./toast";

export async function call(callable: Callable): Promise<void> {
  const number = unpack(callable.number);
  const ordered = order({ number: number.e164, shown: nameOf(number) });
  settle(callable);
  await ordered;
}

/** Tells the course of a call that was begun by the browser's own means, such as the menu of a selection. */
export async function tell(opened: Opened): Promise<void> {
  const { number, shown } = opened.how === "asks" ? opened.question : opened.attempt;
  const wish = { number, shown };
  conclude(await follow(opened, (attempt) => showUnderway(attempt, wish)), wish);
}

async function order(wish: CallOrder): Promise<void> {
  if (isOrphaned()) return toast.orphaned();
  // On its way before anything is drawn.
  const placing = place(wish, (attempt) => showUnderway(attempt, wish));
  toast.calling(wish.shown, 0, () => undefined);
  conclude(await placing, wish);
}

function conclude(called: Called, wish: CallOrder): void {
  if ("asks" in called) return toast.asks(called.asks, () => void order(confirmed(called.asks)));
  const { outcome, attempt } = called;
  toast.ended(attempt?.shown ?? wish.shown, outcome, () => void order(attempt ? again(attempt) : wish));
}

/** Joined calls too: the toast names the number that is really being called, and says so where it is another one. */
function showUnderway(attempt: Attempt, wish: CallOrder): void {
  const cancel = (): void => void ask("call.cancel", { id: attempt.id }).catch(() => undefined);
  const instead = attempt.number === wish.number ? undefined : wish.shown;
  toast.calling(attempt.shown, attempt.leavesAt - Date.now(), cancel, instead);
}
