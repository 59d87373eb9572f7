/** The pieces that the popup and the options page are made of. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import type { Fault } from "../generated/types";
import { faultText } from "./faults";
import { text } from "./i18n";
import type { Saying } from "./outcome";
import { StepButton } from "./step-button";

/** What ties an input to its label, its hint and what is wrong with it. */
export interface Tied {
  id: string;
  "aria-invalid": boolean;
  "aria-describedby": string;
}

interface FieldProps {
  label: string;
  hint?: string;
  faults: Fault[];
  /** What is wrong with it in words, where core found no fault. */
  problem?: string;
  children: (input: Tied) => ComponentChildren;
}

/** A labelled input with its hint and, beside it, what is wrong with it. */
export function Field({ label, hint, faults, problem = "", children }: FieldProps): JSX.Element {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-invalid": faults.length > 0 || problem !== "", "aria-describedby": about })}
      <div id={about}>
        <Faults faults={faults} />
        {problem && (
          <div class="fault" role="alert">
            {problem}
          </div>
        )}
        {hint && <div class="hint">{hint}</div>}
      </div>
    </div>
  );
}

interface ChoiceProps {
  name?: string;
  value?: string;
  checked: boolean;
  hint?: string;
  onCheck: (on: boolean) => void;
  /** What it stands for. */
  children: ComponentChildren;
}

/** A checkbox beside what it stands for, with its hint below that. */
export function Choice({ hint, onCheck, children, ...input }: ChoiceProps): JSX.Element {
  return (
    <label class="choice">
      <input type="checkbox" {...input} onChange={({ currentTarget }) => onCheck(currentTarget.checked)} />
      <span>
        {children}
        {hint && <span class="hint"> {hint}</span>}
      </span>
    </label>
  );
}

export function Faults({ faults }: { faults: Fault[] }): JSX.Element {
  return (
    <>
      {faults.map((fault) => (
        <div class="fault" role="alert" key={`${fault.field} ${fault.rule.code}`}>
          {faultText(fault)}
        </div>
      ))}
    </>
  );
}

/** Beside what the organisation set. */
export function Lock(): JSX.Element {
  return (
    <p class="hint lock">
      <svg viewBox="0 0 24 24" width="13" height="13" aria-hidden="true">
        <path d="M7 11V7a5 5 0 0 1 10 0v4M5 11h14v10H5z" />
      </svg>{" "}
      {text("locked")}
    </p>
  );
}

interface NoticeProps {
  saying: Saying;
  /** The next step, where that is another try. */
  again?: () => void;
  children?: ComponentChildren;
}

/** How something ended, and the button for the next step. */
export function Notice({ saying, again, children }: NoticeProps): JSX.Element {
  const { tone, title, detail, code } = saying;
  return (
    <div
      class={`notice ${tone === "quiet" ? "quiet-tone" : tone}`}
      role={tone === "bad" || tone === "doubt" ? "alert" : "status"}
    >
      <strong>{title}</strong>
      {detail && <span>{detail}</span>}
      <span class="code">{code}</span>
      {children}
      <StepButton saying={saying} {...(again && { again })} />
    </div>
  );
}

/** What a page that is opened in a tab begins with. */
export function Heading({ title, about }: { title: string; about: string }): JSX.Element {
  return (
    <header>
      <img src="../icons/48.png" alt="" width="40" height="40" />
      <div>
        <h1>{title}</h1>
        <p>{about}</p>
      </div>
    </header>
  );
}

/** In the place of a page whose set-up the background could not read. */
export function SetUpUnread(): JSX.Element {
  return (
    <main>
      <p class="fault" role="alert">
        {text("set_up_unread")}
      </p>
    </main>
  );
}
