/** The sandbox's doors: origins over TLS behind which one thing goes wrong, and the count of what came through. */
import type { Sandbox } from "../sandbox";

export type Protocol = "http/1.1" | "h2";

/** Something that can go wrong, as the sandbox lists it. */
export interface Fault {
  name: string;
  protocols: Protocol[];
  when: "refused" | "accepted" | "secured" | "head" | "whole";
  /** What the answer says if it is one, whole and documented. */
  truth: "placed" | "refused" | "neither";
}

export interface Count {
  connections: number;
  /** POSTs whose head was received. */
  posts: number;
  /** POSTs that were received to their end. */
  whole: number;
  requests: { connection: number; nth: number; method: string; headers: [string, string][]; body: string | null }[];
}

export interface Door {
  origin: string;
  arm(fault: string | null): Promise<void>;
  count(): Promise<Count>;
  close(): Promise<void>;
}

export async function faultsOf({ url }: Sandbox): Promise<Fault[]> {
  return (await fetch(`${url}/sandbox/doors/faults`)).json() as Promise<Fault[]>;
}

export async function certificateOf({ url }: Sandbox): Promise<string> {
  return (await fetch(`${url}/sandbox/doors/certificate`)).text();
}

/** A browser that met a door remembers what it speaks: no other door may have its port. */
const used = new Set<number>();

/** Opens a door; one that `keeps` connections does not heed `connection: close`. */
export async function openDoor(sandbox: Sandbox, protocol: Protocol, keeps = false): Promise<Door> {
  const { url } = sandbox;
  const opened = await json(`${url}/sandbox/doors`, "POST", { protocol, keeps });
  const { port, origin } = (await opened.json()) as { port: number; origin: string };
  const door = `${url}/sandbox/doors/${port}`;
  if (used.has(port)) {
    await json(door, "DELETE", {});
    return openDoor(sandbox, protocol, keeps);
  }
  used.add(port);
  return {
    origin,
    arm: async (fault) => void (await json(door, "PUT", { fault })),
    count: async () => (await fetch(door)).json() as Promise<Count>,
    close: async () => void (await json(door, "DELETE", {})),
  };
}

async function json(url: string, method: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${method} ${url}: ${await reply.text()}`);
  return reply;
}
