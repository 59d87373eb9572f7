/** The first run in three steps and a test: what is done, what comes next, and the way there. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Settings } from "../generated/types";
import { text, type TextKey } from "../shared/i18n";
import { ask } from "../shared/messages";

interface Step {
  title: TextKey;
  about: TextKey;
  /** The heading that it leads to. */
  section: string;
  /** The settings that it takes. */
  fields: string[];
}

const STEPS: Step[] = [
  { title: "step_connect", about: "step_connect_about", section: "options_connection", fields: ["instance"] },
  {
    title: "step_agent",
    about: "step_agent_about",
    section: "options_agent",
    fields: ["agent", "extension", "context", "campaigns", "default_region"],
  },
  { title: "step_site", about: "step_site_about", section: "options_sites", fields: ["sites"] },
];

interface Props {
  settings: Settings;
  hasToken: boolean;
  /** Whether what the form holds is what is saved. */
  saved: boolean;
}

export function Guide({ settings, hasToken, saved }: Props): JSX.Element {
  const faulty = useFaultyFields(settings);
  const done = STEPS.map(({ fields }, index) => {
    const filled = index === 0 ? hasToken : index === 2 ? settings.sites.length > 0 : true;
    return faulty !== undefined && filled && !faulty.some((path) => fields.includes(path.split(".")[0]!));
  });
  const next = done.indexOf(false);
  const tries = next === -1 && saved;
  return (
    <nav class="guide" aria-label={text("guide_title")}>
      <ol>
        {STEPS.map(({ title, about, section }, index) => (
          <li
            class={done[index] ? "done" : ""}
            key={title}
            {...(index === next && { "aria-current": "step" as const })}
          >
            <a href={`#${section}`}>{text(title)}</a>
            <span class="hint">{done[index] ? text("step_done") : text(about)}</span>
          </li>
        ))}
        <li {...(tries && { "aria-current": "step" as const })}>
          {tries ? <a href="../test-call/test-call.html">{text("step_test")}</a> : <span>{text("step_test")}</span>}
          <span class="hint">{text(next === -1 && !saved ? "step_test_save" : "step_test_about")}</span>
        </li>
      </ol>
    </nav>
  );
}

/** The paths of the form's faults, as core sees them now; undefined until it is asked. */
function useFaultyFields(settings: Settings): string[] | undefined {
  const [faulty, setFaulty] = useState<string[]>();
  useEffect(() => {
    let latest = true;
    const show = (paths: string[] | undefined): void => void (latest && setFaulty(paths));
    ask("setup.faults", { settings }).then(
      (faults) => show(faults.map(({ field }) => field)),
      () => show(undefined),
    );
    return () => void (latest = false);
  }, [settings]);
  return faulty;
}
