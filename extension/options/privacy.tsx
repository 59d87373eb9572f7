/** What is kept in this browser, and how to be rid of it. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import type { Stored } from "../shared/set-up";
import { Question } from "./question";
import { Section } from "./section";

const NUMBER = new Intl.NumberFormat(text("language"));

export function PrivacySection(): JSX.Element {
  const [stored, setStored] = useState<Stored>();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => void ask("privacy.stored", {}).then(setStored, () => setStored(undefined)), []);

  async function deleteAll(): Promise<void> {
    await ask("privacy.delete_all", {});
    location.reload();
  }

  return (
    <Section title="options_privacy" about="privacy_about">
      {stored && <StoredFacts stored={stored} />}
      <button type="button" id="delete-all" class="danger" onClick={() => setAsking(true)}>
        {text("delete_all")}
      </button>
      {failed && (
        <div class="fault" role="alert">
          {text("delete_all_failed")}
        </div>
      )}
      {asking && (
        <Question
          title={text("delete_all_title")}
          onClose={() => setAsking(false)}
          action={
            <button
              type="button"
              class="danger"
              onClick={() => void deleteAll().catch(() => (setAsking(false), setFailed(true)))}
            >
              {text("delete_all_confirm")}
            </button>
          }
        >
          <p>{text("delete_all_about")}</p>
        </Question>
      )}
    </Section>
  );
}

function StoredFacts({ stored }: { stored: Stored }): JSX.Element {
  return (
    <dl class="facts">
      <div>
        <dt>{text("stored_calls")}</dt>
        <dd>{NUMBER.format(stored.calls)}</dd>
      </div>
      <div>
        <dt>{text("stored_sites")}</dt>
        <dd>{NUMBER.format(stored.sites)}</dd>
      </div>
      <div>
        <dt>{text("stored_token")}</dt>
        <dd>{text(`stored_token_${stored.token}`)}</dd>
      </div>
    </dl>
  );
}
