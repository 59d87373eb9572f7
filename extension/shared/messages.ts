/**
 * Every message between the parts of the extension, with its reply: the whole protocol in one place.
 * Content scripts and pages send, the background answers; the one message the other way is `SitesChanged`.
 */
import type {
  AskedOutcome,
  CallOutcome,
  EndSessionOutcome,
  Fault,
  FoundNumber,
  PlannedNumber,
  QueueOutcome,
  Settings,
  SignInOutcome,
} from "../generated/types";
import { api } from "./browser";

/** How far an attempt to call is: `waiting` may still be cancelled, `sending` may have left. */
export type AttemptState = "waiting" | "sending" | "ended";

/** One gesture's attempt to call, as the journal holds it. Times are milliseconds since 1970. */
export interface Attempt {
  id: string;
  /** E.164. */
  number: string;
  /** The number as people read it. */
  shown: string;
  campaign: string;
  /** The origin of the page, or `popup`. */
  source: string;
  openedAt: number;
  /** When the request leaves unless cancelled. */
  leavesAt: number;
  state: AttemptState;
  outcome: CallOutcome | null;
}

/** What the agent's set-up allows right now. */
export type Readiness = "not_set_up" | "signed_out" | "ready";

/** What the popup and the options page show of the set-up; never the token itself. */
export interface SetUp {
  settings: Settings;
  readiness: Readiness;
  hasToken: boolean;
  /** The agent who signed in here; null where the token was pasted, or there is none. */
  signedInAs: string | null;
  staySignedIn: boolean;
  /** The origin calls go to; null while the instance is faulty or empty. */
  origin: string | null;
}

/** The token, where one was pasted: absent keeps the one there is, unless the instance is another. */
export interface SaveRequest {
  settings: Settings;
  token?: string;
  staySignedIn: boolean;
}

/** What an agent signs in with. The password goes no further than into the one request. */
export interface SignInRequest {
  instance: string;
  agent: string;
  password: string;
  staySignedIn: boolean;
}

/** What a sign-in told of the agent: all but the token, which no page is given. */
export type SignedIn = Omit<Extract<SignInOutcome, { state: "signed_in" }>, "token">;
export type SignInReply = SignedIn | Exclude<SignInOutcome, { state: "signed_in" }>;

/** The token is forgotten by then. What uContact was asked besides, and how that ended: null where it was not asked. */
export interface SignOutReply {
  logOff: AskedOutcome | null;
  endSession: EndSessionOutcome | null;
}

/** Message type → its request and reply. */
export interface Protocol {
  "site.hello": { request: object; reply: { enabled: boolean } };
  "numbers.find": { request: { texts: string[] }; reply: FoundNumber[][] };
  "call.open": { request: { number: string; shown: string; campaign?: string }; reply: Attempt };
  "call.outcome": { request: { id: string }; reply: CallOutcome };
  "call.cancel": { request: { id: string }; reply: CallOutcome };
  /** Hangs up the agent's own phone, whatever call it is in. */
  "call.hang_up": { request: object; reply: AskedOutcome };
  /** By the settings given, which may not be saved yet, or by those that are. */
  "number.plan": { request: { text: string; settings?: Settings }; reply: PlannedNumber | null };
  "calls.recent": { request: object; reply: Attempt[] };
  "campaigns.join": { request: { campaigns: string[] }; reply: QueueOutcome };
  "setup.read": { request: object; reply: SetUp };
  "setup.save": { request: SaveRequest; reply: Fault[] };
  /** The origin that an instance's name leads to; null for a faulty one. */
  "setup.origin": { request: { instance: string }; reply: string | null };
  "session.sign_in": { request: SignInRequest; reply: SignInReply };
  "session.sign_out": { request: { atUcontact: boolean }; reply: SignOutReply };
}

export type MessageType = keyof Protocol;
export type Request<T extends MessageType> = Protocol[T]["request"];
export type Reply<T extends MessageType> = Protocol[T]["reply"];
export type Message = { [T in MessageType]: { type: T } & Request<T> }[MessageType];

/** The background's word to the content scripts that the enabled sites changed. */
export const SITES_CHANGED = "sites.changed";

/** An answer on the wire: `sendMessage` would turn an exception into a bare text. */
export type Answer = { ok: true; reply: unknown } | { ok: false; error: string };

/** Asks the background; rejects where it refused, failed, or is gone (after an update of the extension). */
export async function ask<T extends MessageType>(type: T, request: Request<T>): Promise<Reply<T>> {
  const answer: Answer | undefined = await api.runtime.sendMessage({ type, ...request });
  if (!answer) throw new Error(`${type}: no answer`);
  if (!answer.ok) throw new Error(`${type}: ${answer.error}`);
  return answer.reply as Reply<T>;
}
