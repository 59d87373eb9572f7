/** The popup: dial by hand, call what is on the page, join a campaign, see what the set-up allows and how the last calls ended. */
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { recentCalls } from "../shared/recent-calls";
import { api } from "../shared/browser";
import { text } from "../shared/i18n";
import { leftSetUp } from "../shared/left-set-up";
import { ask, type PopupContents } from "../shared/messages";
import type { SetUp } from "../shared/set-up";
import { speakBrowsersLanguage } from "../shared/page";
import { siteOf, tabInFront } from "../shared/site-in-front";
import { SetUpUnread } from "../shared/ui";
import { useCall } from "./call";
import { Campaign, type Choice, lastUsedFirst } from "./campaign";
import { DialPad } from "./dial-pad";
import { HangUp, mayBeTalking } from "./hang-up";
import { Memberships } from "./memberships";
import { OnThisPage } from "./on-this-page";
import { RecentCalls } from "./recent-calls";
import { SignIn } from "./sign-in";

/** Where the first frame is drawn from what was `left`, the background is asked behind it. */
function Popup({ first, left }: { first: PopupContents; left: boolean }): JSX.Element {
  const [{ setUp, calls, site, question }, setContents] = useState(first);
  const [unread, setUnread] = useState(false);
  const change = (changed: Partial<PopupContents>): void => setContents((before) => ({ ...before, ...changed }));
  const [choice, setChoice] = useState<Choice>();
  const running = calls.find(({ state }) => state !== "ended");
  const refreshCalls = (): void =>
    void ask("calls.recent", {}).then(
      (calls) => change({ calls }),
      () => change({ calls: [] }),
    );
  const campaigns = lastUsedFirst(setUp.settings.campaigns, calls);
  const chosen = choice ?? { campaign: campaigns[0]?.name ?? "" };
  const call = useCall(chosen, running, question, refreshCalls);
  const refresh = (): void =>
    void ask("setup.read", {}).then(
      (setUp) => change({ setUp }),
      () => setUnread(true),
    );
  const refreshSite = (): void =>
    void ask("site.in_front", {}).then(
      (site) => change({ site }),
      () => undefined,
    );
  useEffect(() => {
    if (left) ask("popup.read", {}).then(setContents, () => setUnread(true));
  }, []);

  if (unread) return <SetUpUnread />;
  return (
    <>
      <Header setUp={setUp} />
      <main>
        {setUp.readiness === "not_set_up" && <Obstacle />}
        {setUp.readiness === "signed_out" && <SignIn setUp={setUp} onSignedIn={refresh} onOptions={openOptions} />}
        {setUp.readiness === "ready" && (
          <>
            <DialPad call={call}>
              <Campaign campaigns={campaigns} chosen={chosen} onChoose={setChoice} />
            </DialPad>
            {mayBeTalking(calls[0], Date.now()) && <HangUp extension={setUp.settings.extension} />}
            <OnThisPage site={site} call={call} onSiteChanged={refreshSite} />
            <Memberships settings={setUp.settings} />
          </>
        )}
        <RecentCalls calls={calls} call={setUp.readiness === "ready" ? call : null} />
      </main>
    </>
  );
}

function Header({ setUp: { readiness, settings } }: { setUp: SetUp }): JSX.Element {
  const who = readiness === "ready" ? [settings.agent, settings.extension] : [];
  const state = [text(`state_${readiness}`), ...who].join(" · ");
  return (
    <header>
      <img src="../icons/48.png" alt="" width="28" height="28" />
      <div class="who">
        <h1>{text("product_name")}</h1>
        <p class={`state ${readiness}`} title={state}>
          {state}
        </p>
      </div>
      <button
        type="button"
        class="quiet"
        onClick={openOptions}
        aria-label={text("open_options")}
        title={text("open_options")}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5" />
        </svg>
      </button>
    </header>
  );
}

/** Instead of a dead button: what is missing, and the way there. */
function Obstacle(): JSX.Element {
  return (
    <section class="card">
      <p>{text("not_sent_not_set_up")}</p>
      <button type="button" class="primary" onClick={openOptions}>
        {text("open_options")}
      </button>
    </section>
  );
}

function openOptions(): void {
  void api.runtime.openOptionsPage().then(() => window.close());
}

/** What can be had without the background, which may be asleep; nothing where it left no set-up. */
async function readLeft(): Promise<PopupContents | undefined> {
  const reading = Promise.all([leftSetUp(), recentCalls(), tabInFront().catch(() => undefined)]);
  const [setUp, calls, tab] = await reading;
  if (!setUp) return undefined;
  return { setUp, calls, site: siteOf(tab, setUp.settings, setUp.policy.locked), question: null };
}

async function open(): Promise<void> {
  const left = await readLeft().catch(() => undefined);
  const first = left ?? (await ask("popup.read", {}));
  render(<Popup first={first} left={left !== undefined} />, document.body);
}

speakBrowsersLanguage("product_name");
open().catch(() => render(<SetUpUnread />, document.body));
