/** What can be known before anything is sent: the reasons that provably keep a request here. */
import type { NotSentReason } from "../generated/types";
import { api } from "../shared/browser";
import type { SetUp } from "../shared/messages";
import { portless } from "../shared/sites";

export async function obstacle({ readiness, origin }: SetUp): Promise<NotSentReason | undefined> {
  if (readiness === "not_set_up" || origin === null) return { code: "not_set_up" };
  if (readiness === "signed_out") return { code: "signed_out" };
  return unreachable(origin);
}

/** Why no request can reach an origin of uContact, as far as the browser knows. */
export async function unreachable(origin: string): Promise<NotSentReason | undefined> {
  const permitted = await api.permissions.contains({ origins: [portless(origin)] });
  if (!permitted) return { code: "permission_missing", origin };
  // A machine whose only network is its loopback counts as offline and still reaches the sandbox, which alone has a port.
  return new URL(origin).port === "" && !navigator.onLine ? { code: "offline" } : undefined;
}
