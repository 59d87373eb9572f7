/** One fault, once: the call that met it, what the server counted, and what the agent was told. */
import type { Attempt } from "../../shared/attempts";
import type { Sandbox } from "../sandbox";
import { pause } from "../stage";
import type { Agent } from "./agent";
import { watchMemory } from "./memory";
import { type Count, type Fault, openDoor, type Protocol } from "./doors";

/** What a case is made of. */
export interface Case {
  fault: Fault;
  protocol: Protocol;
  /** Whether an earlier call went well on the same origin: its connection may be used again. */
  warm: boolean;
  /** Whether the server keeps connections that the client asked to close. */
  keeps: boolean;
  /** What came between that earlier call and this one. */
  after?: "an update" | "a start";
}

export interface Row extends Case {
  /** POSTs whose head the server received because of one click. */
  posts: number;
  /** Those of them that it received to the end. */
  whole: number;
  outcome: NonNullable<Attempt["outcome"]>;
  /** From the click to the end. */
  ms: number;
  /** Bytes that the browser took meanwhile. */
  grown: number;
}

/** A door's name in tables. */
export const placeOf = ({ protocol, warm, keeps, after }: Case): string => {
  if (after) return `${protocol} after ${after}`;
  return `${protocol} ${warm ? "reused" : "fresh"}${keeps ? ", kept open" : ""}`;
};

export const codeOf = ({ outcome }: Row): string => ("reason" in outcome ? outcome.reason.code : outcome.state);

/** Long enough for another request to have shown up, if there were one. */
const SETTLED_MS = 250;

/** No server's doing: its name is not known. */
export const DNS: Fault = { name: "dns", protocols: ["h2"], when: "refused", truth: "neither" };

export async function play(sandbox: Sandbox, agent: Agent, what: Case): Promise<Row> {
  const door = await openDoor(sandbox, what.protocol, what.keeps);
  await agent.moveTo(what.fault === DNS ? "nobody" : door.origin);
  if (what.warm) {
    const { outcome } = await agent.call();
    if (outcome?.state !== "placed") throw new Error(`the call before ${what.fault.name}: ${JSON.stringify(outcome)}`);
  }
  if (what.after) await goThrough(agent, what.after, door.origin);
  const before = await door.count();
  if (what.fault !== DNS) await door.arm(what.fault.name);
  const memory = watchMemory(agent.session.browser.process()!.pid!);
  const began = Date.now();
  const { outcome } = await agent.call();
  const [ms, grown] = [Date.now() - began, memory.stop()];
  await pause(SETTLED_MS);
  const after = await door.count();
  await door.close();
  const odd = after.requests.filter((request) => !isAsExpected(request));
  if (odd.length > 0) throw new Error(`a request that should not be: ${JSON.stringify(odd)}`);
  const [posts, whole] = [after.posts - before.posts, after.whole - before.whole];
  return { ...what, posts, whole, outcome: outcome!, ms, grown };
}

async function goThrough(agent: Agent, what: NonNullable<Case["after"]>, origin: string): Promise<void> {
  for (let tries = 0; !(await agent.knows(origin)); tries += 1) {
    if (tries === 100) throw new Error(`${origin} was called over HTTP/2, and that is not known`);
    await pause(50);
  }
  await (what === "a start" ? agent.restart() : agent.update());
  // The settings of the dev build are read anew.
  await agent.moveTo(origin);
}

/** Nothing but POSTs, no question before them; and a body comes with its length, streamed or not. */
function isAsExpected({ method, headers, body }: Count["requests"][number]): boolean {
  const length = headers.find(([name]) => name === "content-length")?.[1];
  return method === "POST" && (body === null || length === String(body.length));
}
