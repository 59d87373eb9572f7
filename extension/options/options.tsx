/** The options page: the whole set-up in one form, saved as one, with what is wrong beside each field. */
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Fault, NotSentReason, Settings } from "../generated/types";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import type { SetUp, SignedIn } from "../shared/set-up";
import { speakBrowsersLanguage } from "../shared/page";
import { keptHere } from "../shared/session-outcome";
import { Heading, SetUpUnread } from "../shared/ui";
import { AgentSection } from "./agent";
import { CampaignsSection } from "./campaigns";
import { ConnectionSection } from "./connection";
import { DiallingSection } from "./dialling";
import { Guide } from "./guide";
import { Locked, PolicyFaults } from "./managed";
import { PrivacySection } from "./privacy";
import { selectorFaults } from "./selectors";
import { type Session, useSession } from "./session";
import { ShortcutsSection } from "./shortcuts";
import { SitesSection } from "./sites";
import { TransferSection } from "./transfer";

/** What every section of the form gets. */
export interface SectionProps {
  settings: Settings;
  /** The faults of one field, or of everything below a path. */
  faultsOf: (field: string) => Fault[];
  change: (changed: Partial<Settings>) => void;
}

type Saved = "clean" | "dirty" | "saving" | "saved" | "faulty" | "failed";

function Options({ setUp }: { setUp: SetUp }): JSX.Element {
  /** What stands in the form, and what it was made from: the settings as they were read or saved last. */
  const [{ settings, base }, setForm] = useState({ settings: setUp.settings, base: setUp.settings });
  const [token, setToken] = useState("");
  const [held, setHeld] = useState<Session>(setUp);
  const [staySignedIn, setStaySignedIn] = useState(setUp.staySignedIn);
  const [faults, setFaults] = useState<Fault[]>(setUp.policy.faults);
  const [saved, setSaved] = useState<Saved>("clean");
  const [saving, setSaving] = useState(false);
  const [missing, setMissing] = useState<NotSentReason | null>(null);

  // Through the first run to its end, though what it asks for is there by then.
  const [guided] = useState(setUp.readiness !== "ready" || setUp.settings.sites.length === 0);

  const touch = (): void => setSaved("dirty");
  const change = (changed: Partial<Settings>): void => {
    setForm((form) => ({ ...form, settings: { ...form.settings, ...changed } }));
    touch();
  };

  async function save(): Promise<void> {
    setSaved("saving");
    const request = { settings, base, staySignedIn, ...(token !== "" && { token: token.trim() }) };
    const unread = selectorFaults(settings);
    const found = unread.length > 0 ? unread : await ask("setup.save", request);
    setFaults(found);
    setMissing(null);
    if (found.length > 0) {
      setSaved("faulty");
      return showFirstFault();
    }
    setMissing(await ask("setup.check", {}));
    await show();
    setToken((now) => (now === token ? "" : now));
    setSaved((now) => (now === "saving" ? "saved" : now));
  }

  /** Shows what is saved by now, be it from elsewhere; what is typed meanwhile stands, upon what was there. */
  async function show(): Promise<void> {
    const read = await ask("setup.read", {});
    setHeld(read);
    setForm((form) =>
      form.settings === settings ? { settings: read.settings, base: read.settings } : { ...form, base: settings },
    );
  }

  useEffect(() => {
    // What the agent did elsewhere meanwhile, such as "not a number", is not hidden by a form that was left open.
    const look = (): void => {
      if (token === "" && (saved === "clean" || saved === "saved")) show().catch(() => undefined);
    };
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [saved, token, settings]);

  /** Saved already, so that nothing is unsaved by it that was not so before. */
  function signedIn(agent: string, { extension, context }: SignedIn): void {
    setHeld({ hasToken: true, signedInAs: agent });
    setToken("");
    setFaults((before) => before.filter(({ field }) => field !== "token"));
    const told = { agent, ...(extension !== null && { extension }), ...(context !== null && { context }) };
    setForm((form) => ({ settings: { ...form.settings, ...told }, base: { ...form.base, ...told } }));
  }

  const section = { settings, change, faultsOf: (field: string) => faults.filter((fault) => fault.field === field) };
  const session = useSession({
    setUp,
    settings,
    session: held,
    staySignedIn,
    onSession: setHeld,
    onSignedIn: signedIn,
  });
  return (
    <Locked value={setUp.policy.locked}>
      <main>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setSaving(true);
            save()
              .catch(() => setSaved("failed"))
              .finally(() => setSaving(false));
          }}
          noValidate
        >
          <Heading
            title={text("product_name")}
            about={text(setUp.readiness === "not_set_up" ? "options_welcome" : "product_description")}
          />
          {guided && <Guide settings={settings} hasToken={held.hasToken || token !== ""} saved={saved !== "dirty"} />}
          <PolicyFaults policy={setUp.policy} />
          <ConnectionSection
            {...section}
            session={session}
            hasToken={held.hasToken}
            token={token}
            staySignedIn={staySignedIn}
            onToken={(typed) => (setToken(typed), touch())}
            onStay={(stay) => (setStaySignedIn(stay), touch())}
          />
          <AgentSection {...section} />
          <CampaignsSection {...section} />
          <DiallingSection {...section} />
          <SitesSection {...section} />
          <ShortcutsSection />
          <TransferSection {...section} />
          <PrivacySection />
          <SaveBar saved={saved} saving={saving} missing={missing} count={faults.length} />
        </form>
        {session.dialog}
      </main>
    </Locked>
  );
}

interface SaveBarProps {
  saved: Saved;
  saving: boolean;
  /** What still keeps a call from leaving, although the set-up is saved. */
  missing: NotSentReason | null;
  count: number;
}

function SaveBar({ saved, saving, missing, count }: SaveBarProps): JSX.Element {
  return (
    <footer>
      <a href="diagnostics.html">{text("diagnostics_open")}</a>
      <p role="status" class={saved}>
        {saved === "dirty" && text("options_unsaved")}
        {saved === "saved" && (missing ? text("options_saved_but", keptHere(missing)) : text("options_saved"))}
        {saved === "failed" && text("options_failed")}
        {saved === "faulty" && text("options_faulty", String(count))}
      </p>
      <button class="primary" disabled={saving}>
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
