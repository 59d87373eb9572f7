/** What was added from this computer and when, and where the whole truth is. */
import type { JSX } from "preact";
import { text } from "../shared/i18n";
import type { Membership } from "../shared/attempts";
import { pairOf } from "../shared/members";
import { Card } from "./card";

/** Rows shown; the journal may hold many more. */
const SHOWN = 500;

const TIME = new Intl.DateTimeFormat(text("language"), { dateStyle: "medium", timeStyle: "short" });

export function Record({ added, origin }: { added: Membership[]; origin: string | null }): JSX.Element {
  return (
    <Card title="record_title">
      <p class="hint">
        {text("record_about")}{" "}
        {origin && (
          <a href={origin} target="_blank" rel="noreferrer">
            {text("record_open")}
          </a>
        )}
      </p>
      {added.length === 0 ? (
        <p>{text("record_none")}</p>
      ) : (
        <div class="table" tabIndex={0} role="group" aria-labelledby="record_title">
          <table class="record">
            <thead>
              <tr>
                <th scope="col">{text("agent_label")}</th>
                <th scope="col">{text("extension_label")}</th>
                <th scope="col">{text("campaign_label")}</th>
                <th scope="col">{text("penalty_label")}</th>
                <th scope="col">{text("entry_time")}</th>
                <th scope="col">{text("entry_end")}</th>
              </tr>
            </thead>
            <tbody>
              {added.slice(0, SHOWN).map((membership) => (
                <Row key={pairOf(membership.member)} membership={membership} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Row({ membership: { member, at, state } }: { membership: Membership }): JSX.Element {
  const { agent, extension, campaign, penalty, paused } = member;
  return (
    <tr>
      <th scope="row">
        <bdi>{agent}</bdi>
      </th>
      <td class="number">{extension}</td>
      <td class="campaign">
        <bdi>{campaign}</bdi>
      </td>
      <td class="number">
        {penalty}
        {paused && ` · ${text("paused_label")}`}
      </td>
      <td>
        <time dateTime={new Date(at).toISOString()}>{TIME.format(at)}</time>
      </td>
      <td class={`how ${state === "added" ? "good" : "doubt"}`}>{text(`brief_${state}`)}</td>
    </tr>
  );
}
