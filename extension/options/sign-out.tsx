/** The dialog to sign out after a sign-in: whether uContact is to be asked for anything is the agent's to say. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { text } from "../shared/i18n";
import { Dialog } from "./dialog";

interface Props {
  onSignOut: (atUcontact: boolean) => Promise<void>;
  onClose: () => void;
}

export function SignOutDialog({ onSignOut, onClose }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const signOut = (atUcontact: boolean) => (): void => {
    setBusy(true);
    void onSignOut(atUcontact).then(onClose);
  };
  return (
    <Dialog titled="sign-out-title" busy={busy} onClose={onClose}>
      <h2 id="sign-out-title">{text("sign_out")}</h2>
      <p>{text("sign_out_about")}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onClose}>
          {text("cancel")}
        </button>
        <button type="button" id="sign-out-everywhere" disabled={busy} onClick={signOut(true)}>
          {text("sign_out_everywhere")}
        </button>
        <button type="button" id="sign-out-here" class="primary" disabled={busy} onClick={signOut(false)}>
          {text("sign_out_here")}
        </button>
      </div>
    </Dialog>
  );
}
