/** One call from the popup: the state that the dial pad and the page's list share, and how its course is shown. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { again, type Called, confirmed, endOf, keptHere, place } from "../shared/calling";
import type { Attempt, CallOrder, Question } from "../shared/attempts";
import { ofCall, ofQuestion, type Saying } from "../shared/outcome";
import { Notice } from "../shared/ui";
import { Underway } from "../shared/underway";
import type { Choice } from "./campaign";

/** How the last call ended, and the order that would call again. */
interface End {
  saying: Saying;
  next: CallOrder | undefined;
}

export interface Call {
  underway: { attempt: Attempt; wanted: string } | "opening" | undefined;
  end: End | undefined;
  /** Calls what `find` gives, if it gives something; while a call is under way nothing happens. */
  order(find: () => Promise<Pick<CallOrder, "number" | "shown"> | undefined>): void;
  again(next: CallOrder): void;
}

/** `running` is a call that was under way when the popup opened, `question` one that nobody could be asked till then. */
export function useCall(
  choice: Choice,
  running: Attempt | undefined,
  question: Question | null,
  onEnded: () => void,
): Call {
  const [underway, setUnderway] = useState<Call["underway"]>();
  const [end, setEnd] = useState<End>();

  useEffect(() => {
    if (question) setEnd(endAs({ asks: question }));
  }, [question]);
  useEffect(() => {
    // Opening it anew would join it, or ask; it is only looked at.
    if (running) void watch(running);
  }, [running?.id]);

  async function order(find: Parameters<Call["order"]>[0]): Promise<void> {
    if (underway) return;
    setEnd(undefined);
    setUnderway("opening");
    const wish = await find().catch(async (error: unknown) => finish({ outcome: await keptHere(error) }));
    if (wish) await dial({ ...wish, ...choice });
    else setUnderway(undefined);
  }

  async function dial(wish: CallOrder): Promise<void> {
    setEnd(undefined);
    setUnderway("opening");
    finish(await place(wish, (attempt) => setUnderway({ attempt, wanted: wish.shown })), wish);
  }

  async function watch(attempt: Attempt): Promise<void> {
    setUnderway({ attempt, wanted: attempt.shown });
    finish({ outcome: await endOf(attempt.id), attempt });
  }

  function finish(called: Called, wish?: CallOrder): void {
    setUnderway(undefined);
    setEnd(endAs(called, wish));
    onEnded();
  }

  return { underway, end, order: (find) => void order(find), again: (next) => void dial(next) };
}

export function Course({ call: { underway, end, again } }: { call: Call }): JSX.Element {
  return (
    <>
      {underway && underway !== "opening" && <Underway {...underway} />}
      {end && <Notice saying={end.saying} {...(end.next && { again: () => again(end.next!) })} />}
    </>
  );
}

function endAs(called: Called, order?: CallOrder): End {
  if ("asks" in called) return { saying: ofQuestion(called.asks), next: confirmed(called.asks) };
  return { saying: ofCall(called.outcome), next: called.attempt ? again(called.attempt) : order };
}
