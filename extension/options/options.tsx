/** The options page: the whole set-up in one form, saved as one, with what is wrong beside each field. */
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Fault, Settings } from "../generated/types";
import { text } from "../shared/i18n";
import { ask, type SetUp } from "../shared/messages";
import { speakBrowsersLanguage } from "../shared/page";
import { SetUpUnread } from "../shared/ui";
import { AgentSection } from "./agent";
import { CampaignsSection } from "./campaigns";
import { ConnectionSection } from "./connection";
import { DiallingSection } from "./dialling";
import { SitesSection } from "./sites";

/** What every section of the form gets. */
export interface SectionProps {
  settings: Settings;
  /** The faults of one field, or of everything below a path. */
  faultsOf: (field: string) => Fault[];
  change: (changed: Partial<Settings>) => void;
}

type Saved = "clean" | "dirty" | "saving" | "saved" | "faulty" | "failed";

function Options({ setUp }: { setUp: SetUp }): JSX.Element {
  const [settings, setSettings] = useState(setUp.settings);
  const [token, setToken] = useState("");
  const [hasToken, setHasToken] = useState(setUp.hasToken);
  const [staySignedIn, setStaySignedIn] = useState(setUp.staySignedIn);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [saved, setSaved] = useState<Saved>("clean");

  const touch = (): void => setSaved("dirty");
  const change = (changed: Partial<Settings>): void => {
    setSettings((before) => ({ ...before, ...changed }));
    touch();
  };

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setSaved("saving");
    const request = { settings, staySignedIn, ...(token !== "" && { token: token.trim() }) };
    const found = await ask("setup.save", request).catch(() => undefined);
    if (!found) return setSaved("failed");
    setFaults(found);
    setSaved(found.length > 0 ? "faulty" : "saved");
    if (found.length > 0) return showFirstFault();
    setHasToken((await ask("setup.read", {})).hasToken);
    setToken("");
  }

  async function signOut(): Promise<void> {
    await ask("session.sign_out", { atUcontact: false });
    setHasToken(false);
    setToken("");
  }

  const section = { settings, change, faultsOf: (field: string) => faults.filter((fault) => fault.field === field) };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <header>
        <img src="../icons/48.png" alt="" width="40" height="40" />
        <div>
          <h1>{text("product_name")}</h1>
          <p>{text(setUp.readiness === "not_set_up" ? "options_welcome" : "product_description")}</p>
        </div>
      </header>
      <ConnectionSection
        {...section}
        token={token}
        hasToken={hasToken}
        staySignedIn={staySignedIn}
        onToken={(typed) => (setToken(typed), touch())}
        onStay={(stay) => (setStaySignedIn(stay), touch())}
        onSignOut={() => void signOut()}
      />
      <AgentSection {...section} />
      <CampaignsSection {...section} />
      <DiallingSection {...section} />
      <SitesSection {...section} />
      <SaveBar saved={saved} count={faults.length} />
    </form>
  );
}

function SaveBar({ saved, count }: { saved: Saved; count: number }): JSX.Element {
  return (
    <footer>
      <a href="diagnostics.html">{text("diagnostics_open")}</a>
      <p role="status" class={saved}>
        {saved === "dirty" && text("options_unsaved")}
        {saved === "saved" && text("options_saved")}
        {saved === "failed" && text("options_failed")}
        {saved === "faulty" && text("options_faulty", String(count))}
      </p>
      <button class="primary" disabled={saved === "saving"}>
        {text("options_save")}
      </button>
    </footer>
  );
}

/** Brings the first wrong field into view and the focus onto it, once it is drawn. */
function showFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

function Loader(): JSX.Element {
  const [setUp, setSetUp] = useState<SetUp>();
  const [unread, setUnread] = useState(false);
  useEffect(() => void ask("setup.read", {}).then(setSetUp, () => setUnread(true)), []);
  if (unread) return <SetUpUnread />;
  return setUp ? <Options setUp={setUp} /> : <main aria-busy="true" />;
}

speakBrowsersLanguage("options_title");
render(<Loader />, document.body);
