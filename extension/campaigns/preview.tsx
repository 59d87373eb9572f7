/** What will be sent: users by campaigns, with what is wrong with a line in its place. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Fault, QueueMember, RosterRow } from "../generated/types";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { pairOf } from "../shared/members";
import { ask } from "../shared/messages";
import { Choice } from "../shared/ui";
import { Card } from "./card";

interface Props {
  rows: RosterRow[];
  campaigns: string[];
  members: QueueMember[];
  unticked: ReadonlySet<string>;
  /** Nothing can be sent: there is no set-up, or no answer yet. */
  busy: boolean;
  asking: boolean;
  onTick: (pair: string, on: boolean) => void;
  onAdd: () => void;
}

export function Preview({ rows, campaigns, members, unticked, busy, asking, onTick, onAdd }: Props): JSX.Element {
  const [skips, setSkips] = useState(false);
  const faulty = rows.filter(({ faults }) => faults.length > 0).length;
  const faults = useFaults(members);
  const sendable = members.length > 0 && faults.length === 0 && (faulty === 0 || skips);
  return (
    <Card title="preview_title">
      {rows.length === 0 ? (
        <p class="hint">{text("preview_none")}</p>
      ) : (
        <Table {...{ rows, campaigns, unticked, onTick }} />
      )}
      {faults.map((fault) => (
        <div class="fault" role="alert" key={fault.field}>
          {`${fault.field}: ${faultText(fault)}`}
        </div>
      ))}
      {faulty > 0 && (
        <Choice name="skip" checked={skips} onCheck={setSkips}>
          {text("preview_skip", NUMBER.format(faulty))}
        </Choice>
      )}
      <div class="send">
        <span role="status">{text("preview_count", NUMBER.format(members.length))}</span>
        <button
          type="button"
          class="primary"
          id="add"
          disabled={busy || !sendable}
          onClick={(event) => event.isTrusted && onAdd()}
        >
          {text(asking ? "join_busy" : "add_members")}
        </button>
      </div>
    </Card>
  );
}

function Table({
  rows,
  campaigns,
  unticked,
  onTick,
}: Pick<Props, "rows" | "campaigns" | "unticked" | "onTick">): JSX.Element {
  return (
    <div class="table" tabIndex={0} role="group" aria-labelledby="preview_title">
      <table>
        <thead>
          <tr>
            <th scope="col">{text("preview_line")}</th>
            <th scope="col">{text("agent_label")}</th>
            <th scope="col">{text("extension_label")}</th>
            {campaigns.map((campaign) => (
              <th scope="col" class="campaign" key={campaign}>
                <bdi>{campaign}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td class="number">{row.line}</td>
              <th scope="row">
                <bdi>{row.agent}</bdi>
              </th>
              <td class="number">{row.extension}</td>
              {row.faults.length > 0 ? (
                <td class="fault" colSpan={Math.max(1, campaigns.length)}>
                  {row.faults.map(said).join(" ")}
                </td>
              ) : (
                campaigns.map((campaign) => <Cell key={campaign} {...{ row, campaign, unticked, onTick }} />)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps extends Pick<Props, "unticked" | "onTick"> {
  row: RosterRow;
  campaign: string;
}

function Cell({ row: { agent }, campaign, unticked, onTick }: CellProps): JSX.Element {
  const pair = pairOf({ agent, campaign });
  return (
    <td class="campaign">
      <input
        type="checkbox"
        aria-label={text("preview_member", agent, campaign)}
        checked={!unticked.has(pair)}
        onChange={({ currentTarget }) => onTick(pair, currentTarget.checked)}
      />
    </td>
  );
}

/** A fault of a line, with the column that it is of. */
function said(fault: Fault): string {
  const column = fault.field === "agent" ? text("agent_label") : text("extension_label");
  return fault.field === "line" ? faultText(fault) : `${column}: ${faultText(fault)}`;
}

/** What is wrong with the members themselves, such as a campaign's name. */
function useFaults(members: QueueMember[]): Fault[] {
  const [faults, setFaults] = useState<Fault[]>([]);
  const wish = JSON.stringify(members);
  useEffect(() => {
    let latest = true;
    const show = (found: Fault[]): void => void (latest && setFaults(found));
    if (members.length === 0) show([]);
    else void ask("roster.faults", { members }).then(show, () => show([]));
    return () => void (latest = false);
  }, [wish]);
  return faults;
}

const NUMBER = new Intl.NumberFormat(text("language"));
