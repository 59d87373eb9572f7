/** The end of the first run: a number of the agent's own, looking as numbers look in the CRM, to be called for real. */
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FoundNumber, PlannedNumber } from "../generated/types";
import { api } from "../shared/browser";
import { again, type Called, confirmed, place } from "../shared/calling";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import type { Attempt, CallOrder } from "../shared/attempts";
import { ask } from "../shared/messages";
import type { Readiness } from "../shared/set-up";
import { ofCall, ofQuestion, type Saying } from "../shared/outcome";
import { speakBrowsersLanguage } from "../shared/page";
import { Field, Heading, Notice, SetUpUnread } from "../shared/ui";
import { Underway } from "../shared/underway";

function TestCall(): JSX.Element {
  const [typed, setTyped] = useState("");
  const planned = usePlan(typed);
  return (
    <main>
      <Heading title={text("test_call_title")} about={text("test_call_about")} />
      <section>
        <form onSubmit={(event) => event.preventDefault()}>
          <Field label={text("test_call_number")} faults={[]} problem={planned ? reasonAgainst(planned) : ""}>
            {(input) => (
              <input
                {...input}
                type="tel"
                name="number"
                autocomplete="tel"
                placeholder={text("dial_placeholder")}
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </Field>
          {planned?.number && !planned.fault && <Contact key={planned.number.e164} number={planned.number} />}
        </form>
      </section>
    </main>
  );
}

/** What isn't whole yet is no fault yet. */
const reasonAgainst = ({ number, fault }: PlannedNumber): string =>
  number && fault ? faultText({ ...fault, got: null }) : "";

/** What is typed, as the dial plan reads it; null while it is no number. */
function usePlan(typed: string): PlannedNumber | null {
  const [planned, setPlanned] = useState<PlannedNumber | null>(null);
  useEffect(() => {
    let latest = true;
    const show = (found: PlannedNumber | null): void => void (latest && setPlanned(found));
    ask("number.plan", { text: typed }).then(show, () => show(null));
    return () => void (latest = false);
  }, [typed]);
  return planned;
}

function Contact({ number }: { number: FoundNumber }): JSX.Element {
  const [underway, setUnderway] = useState<Attempt | "opening">();
  const [end, setEnd] = useState<{ saying: Saying; next: CallOrder }>();

  async function call(order: CallOrder): Promise<void> {
    setEnd(undefined);
    setUnderway("opening");
    setEnd(endOf(await place(order, setUnderway), order));
    setUnderway(undefined);
  }

  const order = { number: number.e164, shown: number.international };
  return (
    <>
      <div class="contact">
        <span>{text("test_call_contact")}</span>
        <button
          type="button"
          // A button that is disabled loses the keyboard's focus.
          aria-disabled={underway !== undefined}
          // Also here a call begins with the agent's own hand.
          onClick={({ isTrusted }) => isTrusted && !underway && void call(order)}
        >
          <bdi>{number.international}</bdi>
        </button>
      </div>
      {underway && underway !== "opening" && <Underway attempt={underway} wanted={number.international} />}
      {end && <Notice saying={end.saying} again={() => void call(end.next)} />}
    </>
  );
}

function endOf(called: Called, order: CallOrder): { saying: Saying; next: CallOrder } {
  if ("asks" in called) return { saying: ofQuestion(called.asks), next: confirmed(called.asks) };
  return { saying: ofCall(called.outcome), next: called.attempt ? again(called.attempt) : order };
}

/** Instead of a number that can't be called: what is missing, and the way there. */
function Obstacle({ readiness }: { readiness: Exclude<Readiness, "ready"> }): JSX.Element {
  return (
    <main>
      <Heading title={text("test_call_title")} about={text("test_call_about")} />
      <section>
        <p>{text(`not_sent_${readiness}`)}</p>
        <button type="button" class="primary" onClick={() => void api.runtime.openOptionsPage()}>
          {text("open_options")}
        </button>
      </section>
    </main>
  );
}

function Loader(): JSX.Element {
  const [readiness, setReadiness] = useState<Readiness>();
  const [unread, setUnread] = useState(false);
  useEffect(
    () =>
      void ask("setup.read", {}).then(
        (found) => setReadiness(found.readiness),
        () => setUnread(true),
      ),
    [],
  );
  if (unread) return <SetUpUnread />;
  if (!readiness) return <main aria-busy="true" />;
  return readiness === "ready" ? <TestCall /> : <Obstacle readiness={readiness} />;
}

speakBrowsersLanguage("test_call_title");
render(<Loader />, document.body);
