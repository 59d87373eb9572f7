/** What is said of signing in and out and of hanging up: only what is known, where the vendor documents no reply. */
import type { EndSessionOutcome, AskedOutcome, NotSentReason, UnknownReason } from "../generated/types";
import { NOT_SENT, NOT_WIPED, REFUSED, UNKNOWN } from "./codes";
import { text } from "./i18n";
import type { SignInReply, SignOutReply } from "./set-up";
import { type Saying, whyNotSent, whyUnknown } from "./outcome";

type Ending = { state: "not_sent"; reason: NotSentReason } | { state: "unknown"; reason: UnknownReason };

export function ofSignIn(reply: SignInReply): Saying {
  switch (reply.state) {
    case "signed_in":
      return good(text("signed_in"), text("signed_in_filled"));
    case "rejected":
      return bad(text("sign_in_rejected"), text("sign_in_rejected_next"), REFUSED.sign_in);
    default:
      return ending(text("sign_in_unknown"), reply, text("next_sign_in"));
  }
}

export function ofSignOut({ logOff, endSession }: SignOutReply, pasted: boolean): Saying {
  if (pasted) return good(text("signed_out"), text("signed_out_pasted"));
  const asked = [logOff && text(`log_off_${logOff.state}`), endSession && text(`end_session_${endSession.state}`)];
  const detail = asked.filter((said) => said !== null).join(" ");
  const code = [logOff, endSession].flatMap((outcome) => (outcome ? codeOf(outcome) : [])).join(" ");
  if (code === "") return good(text("signed_out"), detail);
  return { tone: "doubt", title: text("signed_out"), detail: `${detail} ${text("next_sign_out")}`, code, step: null };
}

/** The token is where it was. */
export const ofNoSignOut = (): Saying => bad(text("sign_out_failed"), text("sign_out_failed_next"), NOT_WIPED);

export function ofHangUp(outcome: AskedOutcome): Saying {
  switch (outcome.state) {
    case "asked":
      return good(text("hang_up_asked"), text("hang_up_asked_next"));
    case "answered_zero":
      return bad(text("hang_up_zero"), text("hang_up_zero_next"), REFUSED.undocumented);
    default:
      return ending(text("hang_up_unknown"), outcome, text("next_hang_up"));
  }
}

function codeOf(outcome: AskedOutcome | EndSessionOutcome): string[] {
  switch (outcome.state) {
    case "asked":
    case "ended":
      return [];
    case "answered_zero":
      return [REFUSED.undocumented];
    case "refused":
      return [REFUSED.end_session];
    case "not_sent":
      return [NOT_SENT[outcome.reason.code]];
    case "unknown":
      return [UNKNOWN[outcome.reason.code]];
  }
}

const good = (title: string, detail: string): Saying => ({ tone: "good", title, detail, code: "", step: null });

const bad = (title: string, detail: string, code: string): Saying => ({ tone: "bad", title, detail, code, step: null });

/** `next` is what to do where nobody knows how it ended. */
function ending(unknown: string, ending: Ending, next: string): Saying {
  if (ending.state === "not_sent")
    return bad(text("call_not_sent"), keptHere(ending.reason), NOT_SENT[ending.reason.code]);
  const { reason } = ending;
  return {
    tone: "doubt",
    title: unknown,
    detail: whyUnknown(reason, next, next),
    code: UNKNOWN[reason.code],
    step: null,
  };
}

export const keptHere = (reason: NotSentReason): string => (reason.code === "cancelled" ? "" : whyNotSent(reason));
