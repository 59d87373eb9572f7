/**
 * Signing in and out at uContact. A sign-in logs the agent's phone in and may disturb a portal session that the agent has
 * open: it goes out once for a form that says so, one at a time, never by itself, and never while a call is placed.
 */
import type { AskedOutcome, EndSessionOutcome, NotSentReason, Settings, SignInOutcome } from "../generated/types";
import type { SignedIn, SignInReply, SignInRequest, SignOutReply } from "../shared/set-up";
import * as desk from "./call-desk";
import { callEngine } from "./engine";
import { unreachable } from "./preflight";
import { changeSettings, faultsIn, readHeld, underPolicy } from "./set-up";
import { forbidRepeats } from "./single-post";
import { keep, type Kept, readKept, wipeToken } from "./token";

let signingIn: Promise<SignInReply> | undefined;

/** Signs in, or joins the sign-in under way: a second click sends nothing of its own. */
export function signIn(request: SignInRequest): Promise<SignInReply> {
  signingIn ??= send(request).finally(() => (signingIn = undefined));
  return signingIn;
}

async function send({ password, staySignedIn, ...asked }: SignInRequest): Promise<SignInReply> {
  const [engine, overlay] = [await callEngine(), await underPolicy({ instance: asked.instance, agent: asked.agent })];
  const { instance, agent } = overlay.settings;
  const origin = engine.instanceOrigin(instance);
  // A host of its own is an instance where the policy says so, and only there.
  const faults = faultsIn(overlay).filter(({ field }) => field === "instance");
  if (origin !== undefined && faults.length > 0) return { state: "not_sent", reason: { code: "invalid", faults } };
  // A faulty instance has no origin: the engine sends nothing and names the fault.
  const reason = origin === undefined ? undefined : await obstacle(origin);
  if (reason) return { state: "not_sent", reason };
  const outcome = await engine.signIn(instance, agent, password).catch((): SignInOutcome => INTERRUPTED);
  if (outcome.state !== "signed_in") return outcome;
  const { token, ...told } = outcome;
  await establish({ instance, agent }, told, { token, agent }, staySignedIn);
  return told;
}

async function obstacle(origin: string): Promise<NotSentReason | undefined> {
  await forbidRepeats(origin);
  // The call desk is looked at last, so that nothing lies between the look and the request.
  return (await unreachable(origin)) ?? (desk.isBusy() ? { code: "call_under_way" } : undefined);
}

/** Keeps what the sign-in told beside what it was made with; the rest of the set-up stays as it is, complete or not. */
async function establish(
  made: Pick<Settings, "instance" | "agent">,
  { extension, context }: SignedIn,
  kept: Kept,
  staySignedIn: boolean,
): Promise<void> {
  const told = { ...(extension !== null && { extension }), ...(context !== null && { context }) };
  // First of all: a token never stands beside another instance than its own.
  await wipeToken();
  await changeSettings((now) => ({ ...now, ...made, ...told }));
  await keep(kept, staySignedIn);
}

/**
 * Forgets the token before anything else. At uContact something is ended only if the agent asked for it, and only where the
 * token came from a sign-in here: a pasted one may be at work elsewhere.
 */
export async function signOut(atUcontact: boolean): Promise<SignOutReply> {
  // That wipes a token of another instance; where nothing can be read, it is forgotten all the same.
  const settings = await readHeld().then(
    ({ overlay }) => overlay.settings,
    () => undefined,
  );
  const kept = await forget();
  if (!atUcontact || kept?.agent === undefined || !settings) return { logOff: null, endSession: null };
  const [{ instance, extension }, engine] = [settings, await callEngine()];
  const { token, agent } = kept;
  // The phone first: once its session has ended, the token signs nothing more.
  const logOff = await engine.logOff(instance, token, agent, extension).catch((): AskedOutcome => INTERRUPTED);
  const endSession = await engine.endSession(instance, token, agent).catch((): EndSessionOutcome => INTERRUPTED);
  return { logOff, endSession };
}

/** Wipes the token; that of a sign-in under way as well, as soon as it is there. */
async function forget(): Promise<Kept | undefined> {
  const kept = await readKept().catch(() => undefined);
  await wipeToken();
  if (!signingIn) return kept;
  await signingIn.catch(() => undefined);
  return (await forget()) ?? kept;
}

const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;
