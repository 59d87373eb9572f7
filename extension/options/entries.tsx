/** The last attempts and membership requests, newest first. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { Entry, JoinAttempt } from "../shared/attempts";
import { ofCall, ofQueue, type Saying } from "../shared/outcome";
import { codeOf } from "./report";

const TIME = new Intl.DateTimeFormat(text("language"), { dateStyle: "short", timeStyle: "medium" });
const MILLIS = new Intl.NumberFormat(text("language"));

export function Entries({ entries }: { entries: Entry[] }): JSX.Element {
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{text("diagnostics_entries")}</h2>
      {entries.length === 0 && <p class="hint">{text("diagnostics_none")}</p>}
      {entries.length > 0 && (
        <div class="table">
          <table>
            <thead>
              <tr>
                <th scope="col">{text("entry_time")}</th>
                <th scope="col">{text("entry_what")}</th>
                <th scope="col">{text("entry_end")}</th>
                <th scope="col">{text("entry_waited")}</th>
                <th scope="col">{text("entry_answered")}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ entry }: { entry: Entry }): JSX.Element {
  const { openedAt, sentAt, endedAt } = entry;
  const said = sayingOf(entry);
  return (
    <tr>
      <td>{TIME.format(openedAt)}</td>
      <td>
        {(entry.kind === "call" ? [entry.shown] : campaignsOf(entry)).map((name, index) => (
          <>
            {index > 0 && ", "}
            <bdi>{name}</bdi>
          </>
        ))}
        <span class="hint">{entry.kind === "call" ? entry.campaign : text("join_title")}</span>
      </td>
      <td class={said?.tone ?? ""}>
        <span class="end">{said ? said.title : text("brief_sending")}</span>
        <span class="code">{codeOf(entry)}</span>
      </td>
      <td class="number">{millis(openedAt, sentAt ?? endedAt)}</td>
      <td class="number">{millis(sentAt, endedAt)}</td>
    </tr>
  );
}

function sayingOf(entry: Entry): Saying | null {
  if (entry.kind === "call") return entry.outcome && ofCall(entry.outcome);
  return entry.outcome && ofQueue(entry.outcome);
}

const campaignsOf = ({ members }: JoinAttempt): string[] => [...new Set(members.map(({ campaign }) => campaign))];

const millis = (from: number | null, to: number | null): string =>
  from === null || to === null ? "–" : `${MILLIS.format(to - from)} ms`;
