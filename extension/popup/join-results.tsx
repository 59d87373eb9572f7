/** What came of joining campaigns: one word for all, or one for each. */
import type { JSX } from "preact";
import type { QueueOutcome } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";
import type { CampaignResult, Joining, Request } from "../shared/messages";
import { ofQueue } from "../shared/outcome";
import { Notice } from "../shared/ui";

interface Props {
  joining: Joining;
  asking: boolean;
  onEach: (request: Request<"campaigns.joinEach">) => void;
}

const BRIEF: Record<QueueOutcome["state"], TextKey> = {
  added: "brief_added",
  refused: "brief_refused",
  not_sent: "brief_not_sent",
  unknown: "brief_unknown",
};

export function JoinResults({ joining: { batch, results }, asking, onEach }: Props): JSX.Element | null {
  const first = results[0]?.outcome;
  if (!results.some(({ alone }) => alone)) {
    if (!first) return null;
    const splits = first.state === "refused" && results.length > 1;
    return (
      <>
        <Notice saying={ofQueue(first)} />
        {splits && <OneByOne label={text("join_each")} rest={results} {...{ batch, asking, onEach }} />}
      </>
    );
  }
  const rest = results.filter(({ alone, outcome }) => !alone || outcome?.state === "not_sent");
  return (
    <>
      <ul class="results" role="status">
        {results.map((result) => (
          <Result
            key={result.campaign}
            result={result}
            asking={asking}
            onAgain={() => onEach({ batch, campaigns: [result.campaign] })}
          />
        ))}
      </ul>
      {rest.length > 0 && !asking && (
        <OneByOne label={text("join_rest", String(rest.length))} {...{ rest, batch, asking, onEach }} />
      )}
    </>
  );
}

interface OneByOneProps {
  label: string;
  rest: CampaignResult[];
  batch: string;
  asking: boolean;
  onEach: Props["onEach"];
}

function OneByOne({ label, rest, batch, asking, onEach }: OneByOneProps): JSX.Element {
  const campaigns = rest.map(({ campaign }) => campaign);
  return (
    <button
      type="button"
      class="each"
      disabled={asking}
      onClick={(event) => event.isTrusted && onEach({ batch, campaigns })}
    >
      {label}
    </button>
  );
}

interface ResultProps {
  result: CampaignResult;
  asking: boolean;
  onAgain: () => void;
}

/** The last word on one campaign; what may have arrived is asked for again by a button of its own alone. */
function Result({ result: { campaign, alone, outcome }, asking, onAgain }: ResultProps): JSX.Element {
  const said = alone && outcome ? ofQueue(outcome) : undefined;
  const word = said && outcome ? BRIEF[outcome.state] : alone ? "brief_asking" : "brief_unasked";
  return (
    <li {...(said && { title: `${said.title} ${said.detail}` })}>
      <bdi>{campaign}</bdi>
      <span class={`how ${said?.tone ?? ""}`}>{text(word)}</span>
      <span class="code">{said?.code}</span>
      {outcome?.state === "unknown" && alone && !asking && (
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onAgain()}>
          {text("join_again")}
        </button>
      )}
    </li>
  );
}
