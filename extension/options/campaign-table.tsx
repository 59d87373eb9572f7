/** The campaigns as a file (CSV) and back: what a file holds, and what is wrong with a line, is shown before it is taken. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Campaign, CampaignRow, Fault } from "../generated/types";
import { faultText } from "../shared/faults";
import { FileButton } from "../shared/file-button";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import { TABLES, textOf } from "../shared/text-file";
import { download } from "./download";
import { Question } from "./question";

interface Props {
  campaigns: Campaign[];
  take: (campaigns: Campaign[]) => void;
}

export function CampaignTable({ campaigns, take }: Props): JSX.Element {
  const [chosen, setChosen] = useState<{ name: string; rows: CampaignRow[] }>();

  async function read(file: File): Promise<void> {
    const rows = await ask("campaigns.read", { text: await textOf(file) });
    setChosen({ name: file.name, rows });
  }

  return (
    <>
      <button
        type="button"
        id="export-campaigns"
        disabled={campaigns.length === 0}
        onClick={() => void save(campaigns)}
      >
        {text("table_export")}
      </button>
      <FileButton label="table_import" name="import_campaigns" accept={TABLES} read={read} unread="file_unread" />
      {chosen && <Preview {...chosen} take={take} onClose={() => setChosen(undefined)} />}
    </>
  );
}

async function save(campaigns: Campaign[]): Promise<void> {
  download("click-to-call-campaigns.csv", await ask("campaigns.write", { campaigns }), "text/csv");
}

interface PreviewProps {
  name: string;
  rows: CampaignRow[];
  take: Props["take"];
  onClose: () => void;
}

function Preview({ name, rows, take, onClose }: PreviewProps): JSX.Element {
  const usable = rows.length > 0 && rows.every(({ faults }) => faults.length === 0);
  return (
    <Question
      title={text("table_title", name)}
      onClose={onClose}
      action={
        usable && (
          <button
            type="button"
            class="primary"
            onClick={() => {
              take(rows.map(({ campaign }) => campaign));
              onClose();
            }}
          >
            {text("table_take")}
          </button>
        )
      }
    >
      <p>{text(rows.length === 0 ? "table_empty" : usable ? "table_replaces" : "import_faults")}</p>
      <ol class="rows">
        {rows.map(({ line, campaign, faults }) => (
          <li key={line} value={line}>
            <bdi>{campaign.name}</bdi> {[campaign.caller_id, ...campaign.more_caller_ids].join(", ")}
            {faults.map((fault) => (
              <div class="fault" key={fault.field}>
                {said(fault)}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </Question>
  );
}

const said = (fault: Fault): string =>
  `${text(fault.field === "name" ? "campaign_name" : "campaign_caller_id")}: ${faultText(fault)}`;
