/**
 * A stable code for every end that isn't a success: what support searches for, whatever the language. Each stands in
 * README.md; a code that was given out once never means anything else.
 */
import type { NotSentReason, UnknownReason } from "../generated/types";

/** Nothing left. */
export const NOT_SENT: Record<NotSentReason["code"], string> = {
  invalid: "UC-101",
  not_set_up: "UC-102",
  signed_out: "UC-103",
  offline: "UC-104",
  permission_missing: "UC-105",
  cancelled: "UC-106",
  interrupted: "UC-107",
  overslept: "UC-108",
  busy: "UC-109",
  journal_failed: "UC-110",
  engine_failed: "UC-111",
  call_under_way: "UC-112",
  unreached: "UC-113",
};

/** uContact said no. */
export const REFUSED = {
  call: "UC-201",
  join: "UC-202",
  sign_in: "UC-203",
  end_session: "UC-204",
  /** A `0` to a call whose answers the vendor doesn't document. */
  undocumented: "UC-205",
};

/** It may have arrived. */
export const UNKNOWN: Record<UnknownReason["code"], string> = {
  sign_in_rejected: "UC-301",
  instance_not_found: "UC-302",
  signed_out_page: "UC-303",
  redirected: "UC-304",
  busy: "UC-305",
  status: "UC-306",
  too_long: "UC-307",
  unreadable: "UC-308",
  no_reply: "UC-309",
  timed_out: "UC-310",
  interrupted: "UC-311",
};

/** The extension was updated or removed under a page. */
export const ORPHANED = "UC-401";

/** The token is still there after signing out. */
export const NOT_WIPED = "UC-402";
