/** The token: where it lives, and whose it is. In storage that content scripts can't read, and nowhere else. */
import { api } from "../shared/browser";
import { database } from "./database";

export interface Kept {
  token: string;
  /** The agent who signed in for it here; absent where it was pasted, and may be in use elsewhere. */
  agent?: string;
}

/** That of this browser session, or the one kept because the agent stays signed in. */
export async function readKept(): Promise<Kept | undefined> {
  return (await inMemory()) ?? (await onDisk());
}

export async function readToken(): Promise<string | undefined> {
  return (await readKept())?.token;
}

/** Whether a token outlives the browser session. */
export async function staysSignedIn(): Promise<boolean> {
  return (await (await database()).count("secrets", "token")) > 0;
}

export async function keep({ token, agent }: Kept, staySignedIn: boolean): Promise<void> {
  const db = await database();
  // Nobody's name stands beside a token that isn't theirs, not even for a moment.
  if (agent === undefined) await api.storage.session.remove("agent");
  await api.storage.session.set(named(token, agent));
  await db.clear("secrets");
  if (!staySignedIn) return;
  if (agent !== undefined) await db.put("secrets", agent, "agent");
  await db.put("secrets", token, "token");
}

/** Wipes every place, whatever becomes of the others; a failure of one is a failure. */
export async function wipeToken(): Promise<void> {
  const places = [
    api.storage.session.remove("token"),
    api.storage.session.remove("agent"),
    database().then((db) => db.clear("secrets")),
  ];
  for (const wiped of await Promise.allSettled(places)) if (wiped.status === "rejected") throw wiped.reason;
}

async function inMemory(): Promise<Kept | undefined> {
  const [{ token }, { agent }] = [await api.storage.session.get("token"), await api.storage.session.get("agent")];
  return typeof token === "string" ? named(token, agent) : undefined;
}

async function onDisk(): Promise<Kept | undefined> {
  const db = await database();
  const token = await db.get("secrets", "token");
  return token === undefined ? undefined : named(token, await db.get("secrets", "agent"));
}

const named = (token: string, agent: unknown): Kept => ({ token, ...(typeof agent === "string" && { agent }) });
