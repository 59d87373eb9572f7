/**
 * The set-up that the background leaves in memory for the popup, which is drawn from it before the background is there. It
 * shows and decides nothing: what is ordered by it, the background judges by what holds.
 */
import { api } from "./browser";
import type { SetUp } from "./set-up";

const KEY = "setUp";

/** As it was left last by this background. */
let left: string | undefined;

/** Where nothing is set up, nothing is left. */
export async function leaveSetUp(setUp: SetUp): Promise<void> {
  const text = setUp.readiness === "not_set_up" ? "" : JSON.stringify(setUp);
  if (text === left) return;
  left = text;
  await (text === "" ? api.storage.session.remove(KEY) : api.storage.session.set({ [KEY]: setUp }));
}

export async function leftSetUp(): Promise<SetUp | undefined> {
  return ((await api.storage.session.get(KEY)) as { [KEY]?: SetUp })[KEY];
}
