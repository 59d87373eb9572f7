/** A modal dialog that is open for as long as it is drawn. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  /** The id of its heading. */
  titled: string;
  /** Whether it may not be closed now. */
  busy: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ titled, busy, onClose, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    // The browser gives the focus back when a dialog is closed, not when it is taken away.
    return () => opener instanceof HTMLElement && opener.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titled}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
