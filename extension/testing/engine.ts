/** The real wasm module, built for development, but for the functions that would send something. */
import { readFileSync } from "node:fs";
import { vi } from "vitest";
import * as wasm from "#wasm";

export const WASM = readFileSync(new URL("../generated/dev/ucontact_wasm_bg.wasm", import.meta.url));

wasm.initSync({ module: WASM });

export const placeCall = vi.fn<typeof wasm.placeCall>();
export const addQueueMembers = vi.fn<typeof wasm.addQueueMembers>();
export const signIn = vi.fn<typeof wasm.signIn>();
export const logOff = vi.fn<typeof wasm.logOff>();
export const endSession = vi.fn<typeof wasm.endSession>();
export const hangUp = vi.fn<typeof wasm.hangUp>();
const engine = { ...wasm, placeCall, addQueueMembers, signIn, logOff, endSession, hangUp };

/** Stands in for the function of background/engine.ts. */
export const callEngine = vi.fn(async () => engine);

export const { defaultSettings, settingsFaults } = wasm;

/** Forgets what was sent, and sends nothing more until a test says what comes back. */
export function resetEngine(): void {
  callEngine.mockReset().mockResolvedValue(engine);
  placeCall.mockReset().mockRejectedValue(new Error("no call was expected"));
  for (const send of [addQueueMembers, signIn, logOff, endSession, hangUp])
    send.mockReset().mockRejectedValue(new Error("no request was expected"));
}
