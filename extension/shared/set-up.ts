/** The set-up and the session, as pages see and change them. */
import type { AskedOutcome, EndSessionOutcome, Fault, Settings, SignInOutcome } from "../generated/types";

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
  policy: PolicyState;
}

/** What the administrator's policy rules. */
export interface PolicyState {
  /** The paths of the settings that it gives (`dial_plan.prefix`). */
  locked: string[];
  /** What is wrong with the policy itself. */
  faults: Fault[];
}

/** What is kept in this browser: calls in the journal, sites that were permitted, and where the token is. */
export interface Stored {
  calls: number;
  sites: number;
  token: "none" | "memory" | "computer";
}

/** The token, where one was pasted: absent keeps the one there is, unless the instance is another. */
export interface SaveRequest {
  settings: Settings;
  /** As the form was given them: what it left as it was stays as it is by now. Without them, all of the settings hold. */
  base?: Settings;
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
