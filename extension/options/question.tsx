/** A question over the page, with what it takes to answer it; Escape leaves it. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { text } from "../shared/i18n";
import { Dialog } from "./dialog";

interface Props {
  title: string;
  children: ComponentChildren;
  /** What stands beside Cancel. */
  action?: ComponentChildren;
  onClose: () => void;
}

export function Question({ title, children, action, onClose }: Props): JSX.Element {
  const heading = useId();
  return (
    <Dialog titled={heading} busy={false} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {text("cancel")}
        </button>
        {action}
      </div>
    </Dialog>
  );
}
