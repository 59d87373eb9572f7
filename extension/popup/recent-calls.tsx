/** The last calls, how each ended, and each to be called again. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { Attempt } from "../shared/attempts";
import { ofCall } from "../shared/outcome";
import type { Call } from "./call";

const LANGUAGE = text("language");
const TIME = new Intl.DateTimeFormat(LANGUAGE, { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "numeric" });

export function RecentCalls({ calls, call }: { calls: Attempt[]; call: Call | null }): JSX.Element | null {
  if (calls.length === 0) return null;
  return (
    <section class="recent" aria-labelledby="recent-calls">
      <h2 id="recent-calls">{text("recent_calls")}</h2>
      <ul>
        {calls.map((attempt) => (
          <Recent key={attempt.id} attempt={attempt} call={call} />
        ))}
      </ul>
    </section>
  );
}

function Recent({ attempt, call }: { attempt: Attempt; call: Call | null }): JSX.Element {
  const { number, shown, campaign, callerId, openedAt, outcome } = attempt;
  const said = outcome && ofCall(outcome);
  // A call of its own: where the last one may still ring the phone, it is asked about.
  const redial = (event: MouseEvent): void => {
    if (event.isTrusted) call!.again({ number, shown, campaign, ...(callerId !== undefined && { callerId }) });
  };
  return (
    <li {...(said && { title: said.title })}>
      <bdi>{shown}</bdi>
      <span class={`how ${said?.tone ?? ""}`}>{text(outcome ? `brief_${outcome.state}` : "brief_sending")}</span>
      <time dateTime={new Date(openedAt).toISOString()}>{when(openedAt)}</time>
      {call && (
        <button
          type="button"
          class="quiet"
          disabled={call.underway !== undefined}
          aria-label={text("redial_named", shown)}
          title={text("redial_named", shown)}
          onClick={redial}
        >
          {text("call_verb")}
        </button>
      )}
    </li>
  );
}

/** The time of a call of today, the day of an earlier one. */
function when(openedAt: number): string {
  const isToday = new Date(openedAt).toDateString() === new Date().toDateString();
  return isToday ? TIME.format(openedAt) : DAY.format(openedAt);
}
