/** What came of "not a phone number" for an entry of the page's list, and the way back. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { text } from "../shared/i18n";
import { ask, type Judged, type NumberOnPage } from "../shared/messages";
import { ofJudged } from "../shared/judged";
import { Notice } from "../shared/ui";

export interface Verdict {
  found: NumberOnPage;
  judged: Judged;
}

interface Props {
  verdict: Verdict;
  onUndone: () => void;
}

export function VerdictNotice({ verdict: { found, judged }, onUndone }: Props): JSX.Element {
  const undo = (): void =>
    void ask("number.restore", { number: found.number, origin: found.origin }).then(onUndone, onUndone);
  return (
    <Notice saying={ofJudged(judged)}>
      <div class="step">
        <bdi>{found.shown}</bdi>
        {judged !== "locked" && <Undo undo={undo} />}
      </div>
    </Notice>
  );
}

/** It takes the focus over from the entry that is gone. */
function Undo({ undo }: { undo: () => void }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" ref={button} onClick={undo}>
      {text("undo")}
    </button>
  );
}
