/** The numbers of the page that the agent looks at, each a button: the way for the keyboard and for screen readers. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { text } from "../shared/i18n";
import { ask, type NumberOnPage, type SiteInFront } from "../shared/messages";
import type { Call } from "./call";
import { ThisSite } from "./this-site";
import { type Verdict, VerdictNotice } from "./verdict";

interface Props {
  site: SiteInFront | null;
  call: Call;
  onSiteChanged: () => void;
}

export function OnThisPage({ site, call, onSiteChanged }: Props): JSX.Element {
  const [listed, setListed] = useState<NumberOnPage[]>([]);
  const [verdict, setVerdict] = useState<Verdict>();
  const look = (): void => void ask("page.numbers", {}).then(setListed, () => undefined);
  useEffect(look, []);
  // The page itself forgets it a moment later.
  const numbers = listed.filter((found) => !isDismissed(found, verdict));
  const judge = (found: NumberOnPage): void =>
    void ask("number.dismiss", { number: found.number, origin: found.origin }).then(
      (judged) => {
        // The one before can't be taken back from here any more.
        setListed(numbers);
        setVerdict({ found, judged });
      },
      () => undefined,
    );
  return (
    <section class="on-page" aria-labelledby="on-this-page">
      <h2 id="on-this-page">
        {numbers.length > 0 ? text("on_this_page", String(numbers.length)) : text("on_this_page_none")}
      </h2>
      <ThisSite site={site} onChanged={() => (onSiteChanged(), look())} />
      {verdict && <VerdictNotice verdict={verdict} onUndone={() => setVerdict(undefined)} key={verdict.found.number} />}
      {numbers.length > 0 && (
        <ul>
          {numbers.map((found, index) => (
            <li key={index}>
              <Entry found={found} call={call} />
              <Dismiss shown={found.shown} onDismiss={() => judge(found)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isDismissed = (found: NumberOnPage, verdict: Verdict | undefined): boolean =>
  verdict !== undefined &&
  verdict.judged !== "locked" &&
  verdict.found.number === found.number &&
  verdict.found.origin === found.origin;

function Entry({ found: { number, shown, before, after }, call }: { found: NumberOnPage; call: Call }): JSX.Element {
  const place = (event: MouseEvent): void => {
    if (event.isTrusted) call.order(async () => ({ number, shown }));
  };
  // Each in its own direction: an Arabic name stays whole beside a Latin one.
  const words = [before, after].filter(Boolean).map((part, index) => (
    <>
      {index > 0 && " · "}
      <bdi>{part}</bdi>
    </>
  ));
  return (
    <button type="button" class="entry" disabled={call.underway !== undefined} onClick={place}>
      <span class="verb">{text("call_verb")}</span>
      <bdi>{shown}</bdi>
      {words.length > 0 && <span class="words">{words}</span>}
    </button>
  );
}

function Dismiss({ shown, onDismiss }: { shown: string; onDismiss: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="quiet dismiss"
      title={text("not_a_number")}
      aria-label={`${text("not_a_number")}: ${shown}`}
      onClick={onDismiss}
    >
      <svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true">
        <path d="M6 6l12 12M18 6L6 18" />
      </svg>
    </button>
  );
}
