/**
 * The wasm module, in two instances: one places calls, one reads what pages say. A text that traps the finder
 * takes down the finder's instance alone, never a call in flight.
 */
import * as calls from "#wasm";
import * as finder from "#wasm?finder";
import type { FoundNumber, PlannedNumber, Settings } from "../generated/types";
import { api } from "../shared/browser";
import { wire } from "./wire";

const modulePromise = fetch(api.runtime.getURL("wasm/ucontact.wasm"))
  .then((response) => response.arrayBuffer())
  .then((bytes) => WebAssembly.compile(bytes));
// A failure is reported by whoever awaits the engine; here it must not count as unhandled.
modulePromise.catch(() => undefined);

let callsReady: Promise<typeof calls> | undefined;
let finderReady: Promise<typeof finder> | undefined;

/** The instance that places calls and validates. */
export const callEngine = (): Promise<typeof calls> =>
  (callsReady ??= modulePromise.then((module) => {
    calls.initSync({ module });
    calls.useWire(wire);
    return calls;
  }));

const finderEngine = (): Promise<typeof finder> =>
  (finderReady ??= modulePromise.then((module) => (finder.initSync({ module }), finder)));

/** The numbers in each text; a text that traps the finder has none, and costs the others nothing. */
export async function findNumbers(texts: string[], region: string, lenient: boolean): Promise<FoundNumber[][]> {
  const engine = await finderEngine();
  return isolating(texts, (some) => engine.findNumbers(some, region, lenient), [], engine.__wbg_reset_state);
}

/** The number that a typed text is, and what the dial plan makes of it; a text that traps the finder is none. */
export async function planNumber(text: string, settings: Settings): Promise<PlannedNumber> {
  const engine = await finderEngine();
  const plan = ([typed = ""]: string[]) => [engine.planNumber(typed, settings)];
  return isolating([text], plan, engine.planNumber("", settings), engine.__wbg_reset_state)[0]!;
}

/** Runs a batch; after a trap renews the instance and goes on text by text, with `none` for the culprit. */
export function isolating<T>(texts: string[], run: (texts: string[]) => T[], none: T, renew: () => void): T[] {
  try {
    return run(texts);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    renew();
    if (texts.length === 1) return [none];
    return texts.flatMap((text) => isolating([text], run, none, renew));
  }
}
