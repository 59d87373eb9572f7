/** The numbers of the page that the agent looks at, each a button: the way for the keyboard and for screen readers. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { text } from "../shared/i18n";
import { ask, type NumberOnPage, type SiteInFront } from "../shared/messages";
import type { Call } from "./call";
import { ThisSite } from "./this-site";

interface Props {
  site: SiteInFront | null;
  call: Call;
  onSiteChanged: () => void;
}

export function OnThisPage({ site, call, onSiteChanged }: Props): JSX.Element {
  const [numbers, setNumbers] = useState<NumberOnPage[]>([]);
  const look = (): void => void ask("page.numbers", {}).then(setNumbers, () => undefined);
  useEffect(look, []);
  return (
    <section class="on-page" aria-labelledby="on-this-page">
      <h2 id="on-this-page">{text("on_this_page", String(numbers.length))}</h2>
      <ThisSite site={site} onChanged={() => (onSiteChanged(), look())} />
      {numbers.length > 0 && (
        <ul>
          {numbers.map((found, index) => (
            <li key={index}>
              <Entry found={found} call={call} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ found: { number, shown, before, after }, call }: { found: NumberOnPage; call: Call }): JSX.Element {
  const place = (event: MouseEvent): void => {
    if (event.isTrusted) call.order(async () => ({ number, shown }));
  };
  const words = [before, after].filter(Boolean).join(" · ");
  return (
    <button type="button" class="entry" disabled={call.underway !== undefined} onClick={place}>
      <span class="verb">{text("call_verb")}</span>
      <bdi>{shown}</bdi>
      {words && <span class="words">{words}</span>}
    </button>
  );
}
