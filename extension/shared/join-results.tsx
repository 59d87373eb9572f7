/** What came of adding members: one word for all, or one for each pair of user and campaign. */
import type { JSX } from "preact";
import type { QueueOutcome } from "../generated/types";
import { text, type TextKey } from "./i18n";
import type { Asking } from "./joining";
import { pairOf } from "./members";
import type { Joining, MemberResult } from "./attempts";
import { ofQueue } from "./outcome";
import { Notice } from "./ui";

interface Props {
  joining: Joining;
  asking: boolean;
  onEach: Asking["joinEach"];
}

const BRIEF: Record<QueueOutcome["state"], TextKey> = {
  added: "brief_added",
  refused: "brief_refused",
  not_sent: "brief_not_sent",
  unknown: "brief_unknown",
};

export function JoinResults({ joining: { results }, asking, onEach }: Props): JSX.Element | null {
  const first = results[0]?.outcome;
  if (!results.some(({ alone }) => alone)) {
    if (!first) return null;
    const splits = first.state === "refused" && results.length > 1;
    return (
      <>
        <Notice saying={ofQueue(first)} />
        {splits && <OneByOne label={text("join_each")} rest={results} {...{ asking, onEach }} />}
      </>
    );
  }
  const rest = results.filter(({ alone, outcome }) => !alone || outcome?.state === "not_sent");
  const severalAgents = new Set(results.map(({ member }) => member.agent)).size > 1;
  return (
    <>
      <p class="hint tally" role="status">
        {tally(results)}
      </p>
      <ul class="results">
        {results.map((result) => (
          <Result
            key={pairOf(result.member)}
            result={result}
            named={severalAgents}
            asking={asking}
            onAgain={() => onEach([result.member])}
          />
        ))}
      </ul>
      {results.some(({ alone, outcome }) => alone && outcome?.state === "refused") && (
        <p class="hint">{text("join_refused_next")}</p>
      )}
      {rest.length > 0 && !asking && (
        <OneByOne label={text("join_rest", NUMBER.format(rest.length))} {...{ rest, asking, onEach }} />
      )}
    </>
  );
}

interface OneByOneProps {
  label: string;
  rest: MemberResult[];
  asking: boolean;
  onEach: Props["onEach"];
}

function OneByOne({ label, rest, asking, onEach }: OneByOneProps): JSX.Element {
  return (
    <button
      type="button"
      class="each"
      disabled={asking}
      onClick={(event) => event.isTrusted && onEach(rest.map(({ member }) => member))}
    >
      {label}
    </button>
  );
}

interface ResultProps {
  result: MemberResult;
  /** Whether the user is named beside the campaign. */
  named: boolean;
  asking: boolean;
  onAgain: () => void;
}

/** The last word on one pair; what was refused, or may have arrived, is asked for again by a button of its own alone. */
function Result({ result, named, asking, onAgain }: ResultProps): JSX.Element {
  const { member, alone, outcome } = result;
  const said = alone && outcome ? ofQueue(outcome) : undefined;
  const open = outcome?.state === "unknown" || outcome?.state === "refused";
  return (
    <li {...(said && { title: `${said.title} ${said.detail}` })}>
      <span class="pair">
        {named && <bdi class="user">{member.agent}</bdi>} <bdi>{member.campaign}</bdi>
      </span>
      <span class={`how ${said?.tone ?? ""}`}>{text(wordFor(result))}</span>
      <span class="code">{said?.code}</span>
      {alone && open && !asking && (
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onAgain()}>
          {text("join_again")}
        </button>
      )}
    </li>
  );
}

function wordFor({ alone, outcome }: MemberResult): TextKey {
  if (!alone) return "brief_unasked";
  return outcome ? BRIEF[outcome.state] : "brief_asking";
}

/** How many there are of each end, in the order in which they appear. */
function tally(results: MemberResult[]): string {
  const counts = new Map<TextKey, number>();
  for (const result of results) counts.set(wordFor(result), (counts.get(wordFor(result)) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${text(word)}: ${NUMBER.format(count)}`).join(" · ");
}

const NUMBER = new Intl.NumberFormat(text("language"));
