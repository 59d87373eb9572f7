/** Calls and requests to join campaigns, from the order to what the journal holds of them. */
import type { CallOutcome, Life, QueueMember, QueueOutcome } from "../generated/types";

/** What every entry of the journal has: where it comes from, and how its life goes. */
interface Journaled<O> extends Life<O> {
  /** Grows with every entry, whatever the clock shows; absent until it was written. */
  seq?: number;
  id: string;
  /** The origin of the page, or `popup`. */
  source: string;
}

/** One gesture's attempt to call, as the journal holds it. */
export interface Attempt extends Journaled<CallOutcome> {
  kind: "call";
  /** E.164. */
  number: string;
  /** The number as people read it. */
  shown: string;
  campaign: string;
  /** Absent where it goes out with the campaign's default. */
  callerId?: string;
}

/** One request to add members to campaigns, as the journal holds it. */
export interface JoinAttempt extends Journaled<QueueOutcome> {
  kind: "join";
  /** What belongs together: a request for all, and those one by one that came of it. */
  batch: string;
  members: QueueMember[];
}

export type Entry = Attempt | JoinAttempt;

/** What came of a gesture to call: an attempt of its own, the one under way, which may be to another number, or a question. */
export type Opened = { how: "opened" | "joined"; attempt: Attempt } | { how: "asks"; question: Question };

/** What is asked before a number is called: only a second gesture calls it. */
export interface Question {
  /** The last call to it may still ring the phone, or the dial plan has it asked. */
  why: "doubt" | "plan";
  /** The attempt that would be made in spite of `doubt`. */
  earlier: Attempt | null;
  number: string;
  shown: string;
  campaign: string;
  callerId?: string;
}

/** A request to add members to campaigns, with all that came of it. */
export interface Joining {
  batch: string;
  results: MemberResult[];
  /** Whether requests are being sent right now. */
  running: boolean;
}

/** The last word on one user in one campaign. */
export interface MemberResult {
  member: QueueMember;
  /** Whether it was asked for one by one; otherwise the outcome is that of all together. */
  alone: boolean;
  /** Null while there is no answer yet. */
  outcome: QueueOutcome | null;
}

/** A member as this browser remembers having asked for it. */
export interface Membership {
  member: QueueMember;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether uContact said that it was added, or nobody knows. */
  state: "added" | "unknown";
}

/** What a gesture orders. */
export interface CallOrder {
  number: string;
  shown: string;
  campaign?: string;
  /** One of the campaign's, or its default where absent. */
  callerId?: string;
  /** The attempt of unknown end that the agent calls again in spite of. */
  again?: string;
  /** The agent was asked, and said yes. */
  confirmed?: boolean;
}
