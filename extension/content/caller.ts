/** From a genuine gesture on a number to the background's call desk, with a toast for every step. */
import { api } from "../shared/browser";
import { again, type CallOrder, place } from "../shared/calling";
import { ask, type Opened } from "../shared/messages";
import { nameOf, settle } from "./call-button";
import * as toast from "./toast";
import type { Mark } from "./marks";

export async function call(mark: Mark): Promise<void> {
  settle(mark);
  await order({ number: mark.number.e164, shown: nameOf(mark.number) });
}

async function order(wish: CallOrder): Promise<void> {
  toast.calling(wish.shown, 0, () => undefined);
  const called = await place(wish, (opened) => showUnderway(opened, wish));
  // After an update of the extension the background is gone for good.
  if (isOrphaned()) return toast.orphaned();
  if ("asks" in called) return toast.asks(called.asks, () => void order(again(called.asks)));
  const { outcome, attempt } = called;
  toast.ended(attempt?.shown ?? wish.shown, outcome, () => void order(attempt ? again(attempt) : wish));
}

/** Joined calls too: the toast names the number that is really being called, and says so where it is another one. */
function showUnderway({ attempt }: Opened, wish: CallOrder): void {
  const cancel = (): void => void ask("call.cancel", { id: attempt.id }).catch(() => undefined);
  const instead = attempt.number === wish.number ? undefined : wish.shown;
  toast.calling(attempt.shown, attempt.leavesAt - Date.now(), cancel, instead);
}

/** An extension that was updated or removed leaves its content scripts without an identity. */
export const isOrphaned = (): boolean => !api.runtime?.id;
