/**
 * The extension's database, in its own origin: content scripts can't reach it, unlike `storage.local`.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { QueueMember, Settings } from "../generated/types";
import type { Entry } from "./attempts";

const NAME = "click-to-call";
const VERSION = 4;

export interface Schema extends DBSchema {
  settings: { key: "settings"; value: Settings };
  /**
   * The token, and the agent who signed in for it; only while the agent chose to stay signed in on this computer. The
   * origin that the token, in here or in memory, belongs to.
   */
  secrets: { key: "token" | "agent" | "origin"; value: string };
  /** Keyed by a sequence that only grows: a clock that is set back must not change which entry is the newest. */
  journal: { key: number; value: Entry; indexes: Record<Index, string> };
  /** The origins whose replies came over HTTP/2. */
  http2: { key: string; value: true };
}

/** What entries are found by, in the order of their places. */
const INDEXES = ["id", "kind", "state", "number", "batch"] as const;
type Index = (typeof INDEXES)[number];

type Database = IDBPDatabase<Schema>;

/** The database can't be read or written: it is broken, full, or was taken away. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}

/** How long a database may take to open. A browser whose storage is stuck never answers, and a call would wait for ever. */
export const OPENS_WITHIN_MS = 5_000;

let opened: Promise<Database> | undefined;

/**
 * Works on the database. Where that fails it is opened anew and the work done once more, because the browser may have
 * closed or deleted it under us: so `work` must be something that may be done twice.
 */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await open());
  } catch {
    await close();
  }
  try {
    return await work(await open());
  } catch (error) {
    throw new DatabaseError("the database failed twice", { cause: error });
  }
}

/** Takes the database away, with all that is in it. */
export async function destroy(): Promise<void> {
  await close();
  await deleteDB(NAME);
}

const open = (): Promise<Database> => (opened ??= openInTime());

async function openInTime(): Promise<Database> {
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade: (db, from, _, transaction) => upgrade(db, from, transaction),
    // Another part of the browser wants to delete it: who holds on only makes it wait.
    blocking: () => void close(),
    terminated: forget,
  });
  let timer: ReturnType<typeof setTimeout>;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseError("the database does not open")), OPENS_WITHIN_MS);
  });
  return Promise.race([opening, deadline])
    .catch((error: unknown) => {
      // Nobody works on one that comes later; held, it would keep others from deleting it.
      opening.then((db) => db.close()).catch(() => undefined);
      throw error;
    })
    .finally(() => clearTimeout(timer));
}

async function close(): Promise<void> {
  const closing = opened;
  forget();
  (await closing?.catch(() => undefined))?.close();
}

function forget(): void {
  opened = undefined;
}

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

async function upgrade(db: Database, from: number, transaction: Upgrade): Promise<void> {
  if (from < 1) {
    db.createObjectStore("settings");
    db.createObjectStore("secrets");
  }
  if (from < 2) {
    const journal = db.createObjectStore("journal", { keyPath: "seq", autoIncrement: true });
    for (const index of INDEXES) journal.createIndex(index, index, { unique: index === "id" });
  }
  if (from < 4) db.createObjectStore("http2");
  if (from === 1) await takeOver(transaction.db as unknown as IDBPDatabase, transaction as unknown as AnyUpgrade);
  if (from === 2) await nameMembers(transaction as unknown as AnyUpgrade);
}

type AnyUpgrade = IDBPTransaction<unknown, string[], "versionchange">;

/** Version 1 kept calls alone, by their ids. */
async function takeOver(db: IDBPDatabase, transaction: AnyUpgrade): Promise<void> {
  for (const call of await transaction.objectStore("attempts").index("openedAt").getAll()) {
    const endedAt = call.state === "ended" ? call.leavesAt : null;
    await transaction.objectStore("journal").add({ kind: "call", journaled: true, sentAt: null, endedAt, ...call });
  }
  db.deleteObjectStore("attempts");
}

/** Version 2 knew of the agent's own memberships alone, by their campaigns. */
async function nameMembers(transaction: AnyUpgrade): Promise<void> {
  const { agent = "", extension = "" } = (await transaction.objectStore("settings").get("settings")) ?? {};
  const journal = transaction.objectStore("journal");
  for (const { campaigns, ...join } of await journal.index("kind").getAll("join")) {
    const member = (campaign: string): QueueMember => ({ agent, extension, campaign, penalty: 0, paused: false });
    await journal.put({ ...join, members: campaigns.map(member) });
  }
}
