/**
 * Every message between the parts of the extension, with its reply: the whole protocol in one place.
 * Content scripts and pages send, the background answers; what it asks of content scripts is in `TabProtocol`.
 */
import type {
  AskedOutcome,
  CallOutcome,
  Campaign,
  CampaignRow,
  CampaignSet,
  Fault,
  FoundNumber,
  LinkCalls,
  NotSentReason,
  Overlay,
  PlannedNumber,
  QueueMember,
  RosterRow,
  Settings,
  Show,
} from "../generated/types";
import type { Attempt, CallOrder, Entry, Joining, Membership, Opened, Question } from "./attempts";
import { api } from "./browser";
import type { SaveRequest, SetUp, SignInReply, SignInRequest, SignOutReply, Stored } from "./set-up";

/** The pages that are opened in tabs. */
export type OwnPage = "options" | "diagnostics";

/** What support asks for; entries newest first. */
export interface Diagnosis {
  /** Null where the set-up can't be read. */
  setUp: Pick<SetUp, "readiness" | "origin" | "staySignedIn"> | null;
  /** Whether the browser lets the extension reach the instance. */
  permitted: boolean;
  journalWritable: boolean;
  entries: Entry[];
}

/** How a content script treats its page: all that it learns of the settings. */
export interface PageReading {
  /** Whether numbers are underlined and clicked themselves, or called by the button alone. */
  show: "underline" | "button";
  links: LinkCalls;
  inCode: boolean;
  /** CSS selectors of what is left alone. */
  exclude: string[];
  /** E.164 of what looks like a number on this site and is none. */
  notNumbers: string[];
}

/** The site of the page that the agent looks at. */
export interface SiteInFront {
  origin: string;
  /** Whether it is one of the sites, whatever its numbers are shown as. */
  enabled: boolean;
  show: Show;
  /** The paths of the settings that the policy gives. */
  locked: string[];
}

/** What came of judging a number of a site: the organisation's word on its sites is the last. */
export type Judged = "kept" | "unchanged" | "locked";

/** All that the popup shows at first. */
export interface PopupContents {
  setUp: SetUp;
  /** The newest first; none where the journal can't be read. */
  calls: Attempt[];
  /** Null where the browser doesn't tell which site it is. */
  site: SiteInFront | null;
  /** What was begun in a tab that can't show a question. */
  question: Question | null;
}

/** A number as the popup lists it. */
export interface NumberOnPage {
  /** E.164. */
  number: string;
  /** The number as people read it. */
  shown: string;
  /** What stands around it on the page. */
  before: string;
  after: string;
  /** The site that shows it, which in a frame is another than the page's. */
  origin: string;
}

/** What a text is said to be, which decides how sure the finder must be: any text, a number, or a link's address. */
export type Wording = "text" | "number" | "address";

/** Message type → its request and reply. */
export interface Protocol {
  /** From the origins of the frames around, outermost last, where the browser tells them; null on a site that is not enabled. */
  "site.hello": { request: { ancestors: string[] }; reply: PageReading | null };
  "numbers.find": { request: { texts: string[]; wording: Wording }; reply: FoundNumber[][] };
  /** What looks like a number on a site is none, or is one after all. A content script's site is its own, whatever it says. */
  "number.dismiss": { request: { number: string; origin?: string }; reply: Judged };
  "number.restore": { request: { number: string; origin?: string }; reply: Judged };
  /** Brings the layer into the sender's frame, and answers when it is there. */
  "page.layer": { request: object; reply: null };
  /** The numbers on the tab that the agent looks at. */
  "page.numbers": { request: object; reply: NumberOnPage[] };
  /** Null where the browser doesn't tell which site it is. */
  "site.in_front": { request: object; reply: SiteInFront | null };
  /** Enables a site as soon as the browser permits it. */
  "site.want": { request: { origin: string }; reply: null };
  "site.show": { request: { origin: string; show: Show }; reply: null };
  "call.open": { request: CallOrder; reply: Opened };
  "call.outcome": { request: { id: string }; reply: CallOutcome };
  "call.cancel": { request: { id: string }; reply: CallOutcome };
  /** Hangs up the agent's own phone, whatever call it is in. */
  "call.hang_up": { request: object; reply: AskedOutcome };
  /** By the settings given, which may not be saved yet, or by those that are. */
  "number.plan": { request: { text: string; settings?: Settings }; reply: PlannedNumber };
  /** What the popup begins with; a question is handed out once. */
  "popup.read": { request: object; reply: PopupContents };
  "calls.recent": { request: object; reply: Attempt[] };
  "campaigns.join": { request: { members: QueueMember[] }; reply: Joining };
  "campaigns.joinEach": { request: { batch: string; members: QueueMember[] }; reply: Joining };
  "campaigns.last": { request: object; reply: Joining | null };
  /** What was added from this browser, newest first. */
  "campaigns.added": { request: object; reply: Membership[] };
  /** The campaigns in a table (CSV), and what is wrong with each line; and the table of campaigns. */
  "campaigns.read": { request: { text: string }; reply: CampaignRow[] };
  "campaigns.write": { request: { campaigns: Campaign[] }; reply: string };
  /** The people in a text, and what is wrong with each line; nothing is sent. */
  "roster.read": { request: { text: string }; reply: RosterRow[] };
  /** What is wrong with members that are to be added. */
  "roster.faults": { request: { members: QueueMember[] }; reply: Fault[] };
  /** Saves the sets, or tells what is wrong with them. */
  "sets.save": { request: { sets: CampaignSet[] }; reply: Fault[] };
  "diagnostics.read": { request: object; reply: Diagnosis };
  /** Whether the journal takes entries now. */
  "journal.repair": { request: object; reply: boolean };
  /** Opens a page of ours in a tab: a content script can't. */
  "page.open": { request: { page: OwnPage }; reply: null };
  "setup.read": { request: object; reply: SetUp };
  /** What keeps a call from leaving right now; asked of the browser alone: nothing is sent. */
  "setup.check": { request: object; reply: NotSentReason | null };
  "setup.save": { request: SaveRequest; reply: Fault[] };
  /** The faults that saving these settings would meet, the token aside. */
  "setup.faults": { request: { settings: Settings }; reply: Fault[] };
  /** The origin that an instance's name leads to; null for a faulty one. */
  "setup.origin": { request: { instance: string }; reply: string | null };
  /** The saved settings as a file's text. */
  "setup.export": { request: object; reply: string };
  /** What a file's text would make of settings; nothing is saved. */
  "setup.import": { request: { settings: Settings; text: string }; reply: Overlay };
  "privacy.stored": { request: object; reply: Stored };
  "privacy.delete_all": { request: object; reply: null };
  "session.sign_in": { request: SignInRequest; reply: SignInReply };
  "session.sign_out": { request: { atUcontact: boolean }; reply: SignOutReply };
}

export type MessageType = keyof Protocol;
export type Request<T extends MessageType> = Protocol[T]["request"];
export type Reply<T extends MessageType> = Protocol[T]["reply"];
export type Message = { [T in MessageType]: { type: T } & Request<T> }[MessageType];

/** What the background asks of a tab's content scripts → its reply. */
export interface TabProtocol {
  /** The enabled sites, or what is done there, changed. */
  "sites.changed": { request: object; reply: null };
  "page.list": { request: object; reply: Omit<NumberOnPage, "origin">[] };
  /** Whether the agent went to a number of this frame by the shortcut, and is there still. */
  "page.stands": { request: object; reply: boolean };
  /** Goes to the next number, button and focus; false behind the last one. */
  "page.step": { request: object; reply: boolean };
  /** Calls the number that the button is shown for; false where it is shown for none. */
  "page.call": { request: object; reply: boolean };
  /** The selected text, of the frame that has the focus. */
  "page.selection": { request: object; reply: string };
  /** Tells the course of a call that was begun by the browser's own means; false where the page isn't ours. */
  "page.tell": { request: { opened: Opened }; reply: boolean };
  /** Tells that no number was in what the agent chose; false where the page isn't ours. */
  "page.nothing": { request: object; reply: boolean };
}

export type TabMessageType = keyof TabProtocol;
export type TabMessage = { [T in TabMessageType]: { type: T } & TabProtocol[T]["request"] }[TabMessageType];

/** An answer on the wire: `sendMessage` would turn an exception into a bare text. */
export type Answer = { ok: true; reply: unknown } | { ok: false; error: string };

/** The background's word that it did not do what it was asked: it knows of no other end. */
export interface Refusal extends Error {
  /** The kind of the error that was in its way. */
  why: string;
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && "why" in error;

/** Who waits for an answer gives up where the page was left and came back (the browser's back/forward cache). */
const waiting = new Set<() => void>();

function shown({ persisted }: PageTransitionEvent): void {
  if (persisted) waiting.forEach((giveUp) => giveUp());
}

/**
 * Asks the background; rejects with a `Refusal` where it refused or failed, otherwise because it is gone or died, or because
 * the page was left and came back: what is answered meanwhile never arrives.
 */
export async function ask<T extends MessageType>(type: T, request: Request<T>): Promise<Reply<T>> {
  const sent: Promise<Answer | undefined> = api.runtime.sendMessage({ type, ...request });
  // One for all, which is there already mostly; a page that writes itself anew takes it off.
  addEventListener("pageshow", shown);
  const answer = await new Promise<Answer | undefined>((resolve, reject) => {
    const giveUp = (): void => reject(new Error(type));
    waiting.add(giveUp);
    sent.finally(() => waiting.delete(giveUp)).then(resolve, reject);
  });
  if (!answer) throw new Error(`${type}: no answer`);
  if (!answer.ok) throw Object.assign(new Error(`${type}: ${answer.error}`), { why: answer.error });
  return answer.reply as Reply<T>;
}

/** Asks for what may be asked for as often as one likes: once more where that was refused, or no answer came. */
export const askTwice = <T extends MessageType>(type: T, request: Request<T>): Promise<Reply<T>> =>
  ask(type, request).catch(() => ask(type, request));
