/** The last calls and how each ended. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { Attempt } from "../shared/messages";
import { ofCall } from "../shared/outcome";

const TIME = new Intl.DateTimeFormat(text("language"), { hour: "2-digit", minute: "2-digit" });

export function RecentCalls({ calls }: { calls: Attempt[] }): JSX.Element | null {
  if (calls.length === 0) return null;
  return (
    <section class="recent">
      <h2>{text("recent_calls")}</h2>
      <ul>
        {calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </ul>
    </section>
  );
}

function Call({ call: { shown, openedAt, outcome } }: { call: Attempt }): JSX.Element {
  const said = outcome && ofCall(outcome);
  return (
    <li {...(said && { title: said.title })}>
      <bdi>{shown}</bdi>
      <span class={`how ${said?.tone ?? ""}`}>{text(outcome ? `brief_${outcome.state}` : "brief_sending")}</span>
      <time dateTime={new Date(openedAt).toISOString()}>{TIME.format(openedAt)}</time>
    </li>
  );
}
