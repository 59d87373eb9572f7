/** Adding members as a page follows it: what was asked for, and what has come of it so far. */
import { useEffect, useState } from "preact/hooks";
import type { QueueMember } from "../generated/types";
import type { Joining } from "./attempts";
import { ask } from "./messages";

/** How often results are looked at while they come in. */
const LOOK_MS = 400;

export interface Asking {
  joining: Joining | null;
  asking: boolean;
  /** Adds all by one request. */
  join(members: QueueMember[]): void;
  /** Adds some of the last request one by one. */
  joinEach(members: QueueMember[]): void;
}

/** Begins with the last request, where that left something to do or to see. */
export function useJoining(onEnded: () => void = () => undefined): Asking {
  const [joining, setJoining] = useState<Joining | null>(null);
  const [asking, setAsking] = useState(false);
  const look = (): void => void ask("campaigns.last", {}).then(setJoining, () => undefined);

  useEffect(
    () =>
      void ask("campaigns.last", {}).then(
        (last) => setJoining(isOpen(last) ? last : null),
        () => undefined,
      ),
    [],
  );
  useEffect(() => {
    if (!asking && !joining?.running) return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [asking, joining?.running]);

  async function send(request: () => Promise<Joining>): Promise<void> {
    setAsking(true);
    const joined = await request();
    setAsking(false);
    setJoining(joined);
    onEnded();
  }

  return {
    joining,
    asking,
    join(members) {
      setJoining(null);
      void send(() => ask("campaigns.join", { members }).catch(() => interrupted(members)));
    },
    joinEach(members) {
      const batch = joining?.batch ?? "";
      void send(() => ask("campaigns.joinEach", { batch, members }).catch(() => reread(batch, members)));
    },
  };
}

/** The background died between two requests: what its journal holds tells which were made. */
async function reread(batch: string, members: QueueMember[]): Promise<Joining> {
  const last = await ask("campaigns.last", {}).catch(() => null);
  return last?.batch === batch ? last : interrupted(members);
}

/** Whether a request leaves something to do or to see in a page that opens. */
function isOpen(joining: Joining | null): boolean {
  if (!joining) return false;
  const { running, results } = joining;
  const split = results.length > 1 && results.some(({ outcome }) => outcome?.state === "refused");
  return running || split || results.some(({ alone, outcome }) => alone && outcome?.state !== "added");
}

/** The background died under the request: it may have left. */
const interrupted = (members: QueueMember[]): Joining => ({
  batch: "",
  results: members.map((member) => ({
    member,
    alone: false,
    outcome: { state: "unknown", reason: { code: "interrupted" } },
  })),
  running: false,
});
