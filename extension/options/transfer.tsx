/** All settings to a file and back: what a file would change, and what is wrong with it, is shown before anything happens. */
import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import type { Fault, Overlay, Settings } from "../generated/types";
import { api } from "../shared/browser";
import { faultText } from "../shared/faults";
import { FileButton } from "../shared/file-button";
import { text } from "../shared/i18n";
import { isLocked } from "../shared/locked";
import { ask } from "../shared/messages";
import { portless } from "../shared/sites";
import { type Change, changesOf, nameOf } from "./changes";
import { download } from "./download";
import { Locked } from "./managed";
import type { SectionProps } from "./options";
import { Question } from "./question";
import { Section } from "./section";

const FILE_NAME = "click-to-call-settings.json";

export function TransferSection({ settings, change }: SectionProps): JSX.Element {
  const [chosen, setChosen] = useState<{ name: string; overlay: Overlay }>();

  async function read(file: File): Promise<void> {
    const overlay = await ask("setup.import", { settings, text: await file.text() });
    setChosen({ name: file.name, overlay });
  }

  return (
    <Section title="options_transfer" about="transfer_about">
      <div class="beside">
        <button type="button" id="export" onClick={() => void exportAll()}>
          {text("export_button")}
        </button>
        <FileButton
          label="import_button"
          name="import"
          accept="application/json,.json"
          read={read}
          unread="import_unread"
        />
      </div>
      {chosen && (
        <Preview
          {...chosen}
          before={settings}
          take={(changed) => change(changed)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Section>
  );
}

/** What is saved, not what stands in the form and may be wrong. */
async function exportAll(): Promise<void> {
  download(FILE_NAME, await ask("setup.export", {}));
}

interface PreviewProps {
  name: string;
  overlay: Overlay;
  before: Settings;
  take: (changed: Settings) => void;
  onClose: () => void;
}

function Preview({ name, overlay, before, take, onClose }: PreviewProps): JSX.Element {
  const locked = useContext(Locked);
  const free = overlay.given.filter((path) => !isLocked(path, locked));
  const changes = changesOf(before, overlay.settings, free);
  const usable = overlay.faults.length === 0 && changes.length > 0;

  /** The browser takes a request for permission only from within the gesture. */
  async function use(): Promise<void> {
    const origins = [...new Set(overlay.settings.sites.map(portless))];
    if (origins.length > 0) await api.permissions.request({ origins }).catch(() => false);
    take(overlay.settings);
    onClose();
  }

  return (
    <Question
      title={text("import_title", name)}
      onClose={onClose}
      action={
        usable && (
          <button type="button" class="primary" onClick={() => void use()}>
            {text("import_take")}
          </button>
        )
      }
    >
      <FaultList title={text("import_faults")} faults={overlay.faults} />
      {overlay.faults.length === 0 && <Changes changes={changes} />}
      <FaultList title={text("import_unknown")} faults={overlay.unknown} />
    </Question>
  );
}

function Changes({ changes }: { changes: Change[] }): JSX.Element {
  if (changes.length === 0) return <p>{text("import_nothing")}</p>;
  return (
    <>
      <p>{text("import_changes")}</p>
      <dl class="changes">
        {changes.map(({ path, before, after }) => (
          <div key={path}>
            <dt>{nameOf(path)}</dt>
            <dd>
              <del>{before}</del> <ins>{after}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function FaultList({ title, faults }: { title: string; faults: Fault[] }): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <div class="fault" role="alert">
      <p>{title}</p>
      <ul class="faults">
        {faults.map((fault) => (
          <li key={fault.field}>
            <strong>{nameOf(fault.field)}</strong>: {faultText(fault)}
          </li>
        ))}
      </ul>
    </div>
  );
}
