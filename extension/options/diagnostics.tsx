/** Diagnostics: what keeps calls here, what the last attempts came to, and all of that to copy for support. */
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api } from "../shared/browser";
import { text } from "../shared/i18n";
import { ask, type Diagnosis } from "../shared/messages";
import { ofCall, type Saying } from "../shared/outcome";
import { speakBrowsersLanguage } from "../shared/page";
import { Heading, Notice } from "../shared/ui";
import { Entries } from "./entries";
import { report } from "./report";

function Diagnostics(): JSX.Element {
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const [unread, setUnread] = useState(false);
  const look = (): void => void ask("diagnostics.read", {}).then(setDiagnosis, () => setUnread(true));
  useEffect(() => {
    look();
    // What the agent allows here, or elsewhere, shows at once.
    api.permissions.onAdded.addListener(look);
    addEventListener("focus", look);
  }, []);

  return (
    <main {...(!diagnosis && !unread && { "aria-busy": true })}>
      <Heading title={text("diagnostics_title")} about={text("diagnostics_about")} />
      {unread && <p class="fault">{text("set_up_unread")}</p>}
      {diagnosis && (
        <>
          <State diagnosis={diagnosis} />
          <Entries entries={diagnosis.entries} />
        </>
      )}
    </main>
  );
}

function State({ diagnosis }: { diagnosis: Diagnosis }): JSX.Element {
  const [copied, setCopied] = useState<boolean>();
  const copy = (): void =>
    void navigator.clipboard.writeText(report(diagnosis, surroundings())).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section aria-labelledby="state">
      <h2 id="state">{text("diagnostics_state")}</h2>
      {obstacles(diagnosis).map((saying) => (
        <Notice key={saying.code} saying={saying} />
      ))}
      <dl>
        <dt>{text("diagnostics_version")}</dt>
        <dd>{api.runtime.getManifest().version}</dd>
        <dt>{text("diagnostics_browser")}</dt>
        <dd>{navigator.userAgent}</dd>
        <dt>{text("diagnostics_set_up")}</dt>
        <dd>{text(diagnosis.setUp ? `state_${diagnosis.setUp.readiness}` : "set_up_unread")}</dd>
        <dt>{text("instance_label")}</dt>
        <dd>{diagnosis.setUp?.origin ?? "–"}</dd>
      </dl>
      <div class="copy">
        <button type="button" class="primary" id="copy" onClick={copy}>
          {text(copied ? "step_copied" : "diagnostics_copy")}
        </button>
        <p class="hint">{text("diagnostics_copy_hint")}</p>
        {copied === false && <span class="fault">{text("step_failed")}</span>}
      </div>
    </section>
  );
}

/** What would keep the next call here, in the words that the call itself would end with. */
function obstacles({ setUp, permitted, journalWritable }: Diagnosis): Saying[] {
  const sayings: Saying[] = [];
  const origin = setUp?.origin;
  if (!journalWritable) sayings.push(ofCall({ state: "not_sent", reason: { code: "journal_failed" } }));
  if (setUp && setUp.readiness !== "ready")
    sayings.push(ofCall({ state: "not_sent", reason: { code: setUp.readiness } }));
  if (origin && !permitted) sayings.push(ofCall({ state: "not_sent", reason: { code: "permission_missing", origin } }));
  return sayings;
}

const surroundings = () => ({
  version: api.runtime.getManifest().version,
  userAgent: navigator.userAgent,
  language: text("language"),
  now: Date.now(),
});

speakBrowsersLanguage("diagnostics_title");
render(<Diagnostics />, document.body);
