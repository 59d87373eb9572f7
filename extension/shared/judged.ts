/** What is said to the agent of a number that they said is none. */
import { text } from "./i18n";
import type { Judged } from "./messages";
import type { Saying } from "./outcome";

export function ofJudged(judged: Judged): Saying {
  const unsearchable = { code: "", step: null };
  return judged === "locked"
    ? { tone: "bad", title: text("locked"), detail: text("not_a_number_locked_about"), ...unsearchable }
    : { tone: "quiet", title: text("not_a_number"), detail: text("not_a_number_kept_about"), ...unsearchable };
}
