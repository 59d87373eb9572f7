import { browser } from "../testing/chrome";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { anAttempt, freshBackground, makeReady, openDatabase, saveSettings } from "../testing/background";
import { callEngine, placeCall } from "../testing/engine";
import type { CallOutcome } from "../generated/types";

vi.mock("./engine", () => ({ callEngine }));

const UNKNOWN: CallOutcome = { state: "unknown", reason: { code: "no_reply" } };
const GREY = { 16: "/icons/off-16.png", 32: "/icons/off-32.png" };
const GREEN = { 16: "/icons/16.png", 32: "/icons/32.png" };

let badge: typeof import("./badge");

beforeEach(async () => {
  freshBackground();
  badge = await import("./badge");
});

/** The badge, the words, and the icon as they are shown now. */
async function shown(): Promise<unknown[]> {
  await badge.refreshBadge();
  return look();
}

function look(): unknown[] {
  const { setBadgeText, setTitle, setIcon } = browser.action as Record<string, Record<string, unknown>>;
  return [setBadgeText?.["text"], setTitle?.["title"], setIcon?.["path"]];
}

const journal = async (id: string, outcome: CallOutcome, openedAt = Date.now()): Promise<void> =>
  void (await (await openDatabase()).put("journal", anAttempt({ id, outcome, openedAt })));

describe("the button shows", () => {
  test("that nothing is set up", async () =>
    expect(await shown()).toEqual(["!", "product_name: state_not_set_up", GREY]));

  test("that nobody is signed in", async () => {
    await saveSettings();
    expect(await shown()).toEqual(["–", "product_name: state_signed_out", GREY]);
  });

  test("nothing, where a call could leave", async () => {
    await makeReady();
    expect(await shown()).toEqual(["", "product_name: state_ready", GREEN]);
  });

  test("a call under way, and then how it ended, whatever gesture it came from", async () => {
    await makeReady();
    let end = (_: CallOutcome): void => undefined;
    placeCall.mockReturnValue(new Promise((resolve) => (end = resolve)));
    badge.followCalls();
    const desk = await import("./call-desk");
    await desk.open({ number: "+525512345678", shown: "+52 55 1234 5678", source: "omnibox" });
    await vi.waitFor(() => expect(look()).toEqual(["…", "product_name: state_calling", GREEN]));
    end(UNKNOWN);
    await vi.waitFor(() => expect(look()).toEqual(["?", "product_name: state_unknown", GREEN]));
  });
});

describe("an unknown outcome", () => {
  beforeEach(() => makeReady());

  test("is shown by a background that woke anew, too", async () => {
    await journal("a", UNKNOWN);
    vi.resetModules();
    badge = await import("./badge");
    expect((await shown())[0]).toBe("?");
  });

  test("is no news once the agent has looked at the calls", async () => {
    await journal("a", UNKNOWN);
    await badge.callsSeen("a");
    expect(look()[0]).toBe("");
    await journal("b", UNKNOWN, Date.now() + 1);
    expect((await shown())[0]).toBe("?");
  });

  test("is no news after the next call", async () => {
    await journal("a", UNKNOWN);
    await journal("b", { state: "refused" }, Date.now() + 1);
    expect((await shown())[0]).toBe("");
  });

  test("is no news of another day", async () => {
    await journal("a", UNKNOWN, Date.now() - 3 * 60 * 60 * 1000);
    expect((await shown())[0]).toBe("");
  });
});

test("a button that can't be drawn breaks nothing", async () => {
  const report = vi.spyOn(console, "error").mockReturnValue(undefined);
  callEngine.mockRejectedValue(new Error("no memory"));
  await badge.refreshBadge();
  expect(report).toHaveBeenCalledTimes(1);
});
