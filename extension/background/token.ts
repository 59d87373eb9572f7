/** The token: where it lives, and whose it is. In storage that content scripts can't read, and nowhere else. */
import { api } from "../shared/browser";
import { withDatabase } from "../shared/database";

export interface Kept {
  token: string;
  /** The agent who signed in for it here; absent where it was pasted, and may be in use elsewhere. */
  agent?: string;
}

/** That of this browser session, or the one kept because the agent stays signed in. */
export async function readKept(): Promise<Kept | undefined> {
  return (await inMemory()) ?? (await onDisk());
}

/** Whether a token outlives the browser session. */
export async function staysSignedIn(): Promise<boolean> {
  return (await withDatabase((db) => db.count("secrets", "token"))) > 0;
}

export async function keep({ token, agent }: Kept, staySignedIn: boolean): Promise<void> {
  // Nobody's name stands beside a token that isn't theirs, not even for a moment.
  if (agent === undefined) await api.storage.session.remove("agent");
  await api.storage.session.set(named(token, agent));
  await withDatabase((db) => db.clear("secrets"));
  if (staySignedIn) await keepOnDisk({ token, ...(agent !== undefined && { agent }) });
}

export async function keepOnDisk({ token, agent }: Kept): Promise<void> {
  if (agent !== undefined) await withDatabase((db) => db.put("secrets", agent, "agent"));
  await withDatabase((db) => db.put("secrets", token, "token"));
}

/**
 * The token for the origin that the settings lead to, tied to it from now on. One that is tied to another is wiped: an
 * administrator's policy can name another instance at any time.
 */
export async function readKeptFor(origin: Promise<string | undefined>): Promise<Kept | undefined> {
  const tie = withDatabase((db) => db.get("secrets", "origin"));
  // Side by side with what tells the origin: a call waits for all of it.
  const [leadsTo, tied, kept] = await Promise.all([origin, tie, readKept()]);
  if (leadsTo === undefined || tied === leadsTo) return kept;
  if (tied !== undefined) return void (await wipeToken());
  await withDatabase((db) => db.put("secrets", leadsTo, "origin"));
  return kept;
}

/** Wipes every place, whatever becomes of the others; a failure of one is a failure. */
export async function wipeToken(): Promise<void> {
  const places = [
    api.storage.session.remove("token"),
    api.storage.session.remove("agent"),
    withDatabase((db) => db.clear("secrets")),
  ];
  for (const wiped of await Promise.allSettled(places)) if (wiped.status === "rejected") throw wiped.reason;
}

async function inMemory(): Promise<Kept | undefined> {
  const { token, agent } = await api.storage.session.get(["token", "agent"]);
  return typeof token === "string" ? named(token, agent) : undefined;
}

/** The one kept because the agent stays signed in. */
export async function onDisk(): Promise<Kept | undefined> {
  const [token, agent] = await withDatabase((db) =>
    Promise.all([db.get("secrets", "token"), db.get("secrets", "agent")] as const),
  );
  return token === undefined ? undefined : named(token, agent);
}

const named = (token: string, agent: unknown): Kept => ({ token, ...(typeof agent === "string" && { agent }) });
