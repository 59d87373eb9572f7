/** The site of the page that the agent looks at: enables it, or says how its numbers are shown. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Show } from "../generated/types";
import { api } from "../shared/browser";
import { ChoiceSelect } from "../shared/choice-select";
import { text } from "../shared/i18n";
import { isLocked } from "../shared/locked";
import { ask, type SiteInFront } from "../shared/messages";
import { SHOWN } from "../shared/site-choice";
import { portless } from "../shared/sites";
import { Lock } from "../shared/ui";

interface Props {
  site: SiteInFront | null;
  onChanged: () => void;
}

export function ThisSite({ site, onChanged }: Props): JSX.Element {
  const [refused, setRefused] = useState(false);

  /** Asks at once: the browser takes a request for permission only from within the gesture, and may close the popup for it. */
  function enable(origin: string): void {
    const wanted = ask("site.want", { origin });
    const granted = api.permissions.request({ origins: [portless(origin)] }).catch(() => false);
    void Promise.all([granted, wanted]).then(([allowed]) => (setRefused(!allowed), onChanged()), onChanged);
  }

  if (site === null) return <p class="hint this-site">{text("site_unknown")}</p>;
  const { origin, enabled, show, locked } = site;
  const showLocked = isLocked("pages.sites", locked);
  const host = <bdi>{origin.replace(/^https?:\/\//, "")}</bdi>;
  if (enabled)
    return (
      <div class="this-site">
        {host}
        <ChoiceSelect
          name="show"
          aria-label={text("show_of", origin)}
          disabled={showLocked}
          of={SHOWN}
          value={show}
          onChoose={(chosen: Show) => void ask("site.show", { origin, show: chosen }).then(onChanged, onChanged)}
        />
        {showLocked && <Lock />}
      </div>
    );
  return (
    <div class="this-site">
      <span>
        {host} <span class="hint">{text("site_not_enabled")}</span>
      </span>
      {isLocked("sites", locked) ? (
        <Lock />
      ) : (
        <button type="button" id="enable-site" onClick={() => enable(origin)}>
          {text("site_enable")}
        </button>
      )}
      {refused && (
        <span class="fault" role="alert">
          {text("site_denied")}
        </span>
      )}
    </div>
  );
}
