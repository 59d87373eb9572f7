/**
 * The extension's database, in its own origin: content scripts can't reach it, unlike `storage.local`.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Settings } from "../generated/types";
import type { Attempt } from "../shared/messages";

interface Schema extends DBSchema {
  settings: { key: "settings"; value: Settings };
  /** The token, and the agent who signed in for it; only while the agent chose to stay signed in on this computer. */
  secrets: { key: "token" | "agent"; value: string };
  attempts: { key: string; value: Attempt; indexes: { openedAt: number; state: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("click-to-call", 1, {
    upgrade(db) {
      db.createObjectStore("settings");
      db.createObjectStore("secrets");
      const attempts = db.createObjectStore("attempts", { keyPath: "id" });
      attempts.createIndex("openedAt", "openedAt");
      attempts.createIndex("state", "state");
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

/** The browser may close the database under us; the next use opens it again. */
function forget(): void {
  opened = undefined;
}
