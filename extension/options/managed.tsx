/** What the organisation sets: shown, and out of the agent's hands. */
import { type ComponentChildren, createContext, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { faultText } from "../shared/faults";
import { text } from "../shared/i18n";
import { isLocked } from "../shared/locked";
import type { PolicyState } from "../shared/set-up";
import { Lock } from "../shared/ui";

/** The paths of the settings that the policy gives. */
export const Locked = createContext<string[]>([]);

interface Props {
  /** The setting's path (`dial_plan.prefix`). */
  path: string;
  children: ComponentChildren;
}

/** The fields of one setting: with a lock, and for reading only, where the policy gives it. */
export function Managed({ path, children }: Props): JSX.Element {
  const locked = useContext(Locked);
  if (!isLocked(path, locked)) return <>{children}</>;
  return (
    <fieldset class="managed" disabled>
      {children}
      <Lock />
    </fieldset>
  );
}

/** What is wrong with the policy, in full: the agent can only pass it on. */
export function PolicyFaults({ policy: { faults } }: { policy: PolicyState }): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <div class="notice bad" role="alert">
      <strong>{text("policy_faulty")}</strong>
      <ul class="faults">
        {faults.map((fault) => (
          <li key={fault.field}>
            <code>{fault.field}</code>: {faultText(fault)}
          </li>
        ))}
      </ul>
    </div>
  );
}
