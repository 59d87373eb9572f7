/** The session at uContact as the options show it: a line for the form, and the dialogs, which are forms of their own. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Settings } from "../generated/types";
import { text } from "../shared/i18n";
import { ask } from "../shared/messages";
import type { SetUp, SignedIn } from "../shared/set-up";
import type { Saying } from "../shared/outcome";
import { ofNoSignOut, ofSignIn, ofSignOut } from "../shared/session-outcome";
import { Notice } from "../shared/ui";
import { SignInDialog } from "./sign-in";
import { SignOutDialog } from "./sign-out";

/** Whose token there is, as the page knows by now. */
export type Session = Pick<SetUp, "hasToken" | "signedInAs">;

export interface SessionParts {
  /** Where the instance's name leads; null while it is faulty. */
  origin: string | null;
  line: JSX.Element;
  /** To be drawn outside the page's form. */
  dialog: JSX.Element | undefined;
}

interface Props {
  /** As it was when the page opened. */
  setUp: SetUp;
  settings: Settings;
  session: Session;
  staySignedIn: boolean;
  onSession: (session: Session) => void;
  /** What a sign-in told is saved by then. */
  onSignedIn: (agent: string, told: SignedIn) => void;
}

export function useSession({ setUp, settings, session, staySignedIn, onSession, onSignedIn }: Props): SessionParts {
  const origin = useOrigin(settings.instance, setUp.origin);
  const [asking, setAsking] = useState<"in" | "out">();
  const [saying, setSaying] = useState<Saying>();
  const close = (): void => setAsking(undefined);

  function signedIn(agent: string, told: SignedIn): void {
    close();
    setSaying(ofSignIn(told));
    onSignedIn(agent, told);
  }

  async function signOut(atUcontact: boolean): Promise<void> {
    const pasted = session.signedInAs === null;
    const reply = await ask("session.sign_out", { atUcontact }).catch(() => undefined);
    setSaying(reply ? ofSignOut(reply, pasted) : ofNoSignOut());
    if (reply) onSession({ hasToken: false, signedInAs: null });
  }

  const line = (
    <>
      <div class="session">
        <span>{whoIs(session)}</span>
        <button type="button" id="sign-in" disabled={origin === null} onClick={() => setAsking("in")}>
          {text("sign_in")}
        </button>
        {session.hasToken && (
          <button
            type="button"
            id="sign-out"
            onClick={() => (session.signedInAs === null ? void signOut(false) : setAsking("out"))}
          >
            {text("sign_out")}
          </button>
        )}
      </div>
      {saying && <Notice saying={saying} />}
    </>
  );
  if (asking === "out") return { origin, line, dialog: <SignOutDialog onSignOut={signOut} onClose={close} /> };
  if (asking === undefined || origin === null) return { origin, line, dialog: undefined };
  const order = { instance: settings.instance, agent: settings.agent, origin, staySignedIn };
  return { origin, line, dialog: <SignInDialog {...order} onSignedIn={signedIn} onClose={close} /> };
}

/** The origin that core makes of a name, while it is typed. */
function useOrigin(instance: string, first: string | null): string | null {
  const [origin, setOrigin] = useState(first);
  useEffect(() => {
    let current = true;
    const show = (found: string | null): void => void (current && setOrigin(found));
    ask("setup.origin", { instance }).then(show, () => show(null));
    return () => void (current = false);
  }, [instance]);
  return origin;
}

function whoIs({ hasToken, signedInAs }: Session): string {
  if (signedInAs !== null) return text("session_as", signedInAs);
  return text(hasToken ? "session_token" : "session_none");
}
