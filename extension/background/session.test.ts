import { browser } from "../testing/chrome";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freshBackground, makeReady, openDatabase, saveSettings, SETTINGS, TOKEN } from "../testing/background";
import { callEngine, defaultSettings, endSession, logOff, signIn } from "../testing/engine";
import type { SignInOutcome } from "../generated/types";
import type { SignInRequest } from "../shared/set-up";

const busy = vi.hoisted(() => ({ isBusy: vi.fn(() => false) }));
const forbidRepeats = vi.hoisted(() => vi.fn());
vi.mock("./engine", () => ({ callEngine }));
vi.mock("./call-desk", () => busy);
vi.mock("./single-post", () => ({ forbidRepeats }));

const PASSWORD = "hunter2";
const REQUEST: SignInRequest = { instance: "acme", agent: "ana.perez", password: PASSWORD, staySignedIn: false };
const TOLD = { state: "signed_in", extension: "2002", context: "agents", fullname: "Ana Pérez" } as const;
const SIGNED_IN: SignInOutcome = { ...TOLD, token: "bmV3" };
const INTERRUPTED = { state: "unknown", reason: { code: "interrupted" } } as const;

let session: typeof import("./session");
let token: typeof import("./token");

beforeEach(async () => {
  freshBackground();
  busy.isBusy.mockReturnValue(false);
  forbidRepeats.mockReset().mockResolvedValue(undefined);
  browser.permitted = new Set(["https://acme.ucontactcloud.com/*", "https://other.ucontactcloud.com/*"]);
  session = await import("./session");
  token = await import("./token");
});

afterEach(() => vi.restoreAllMocks());

const savedSettings = async () => (await openDatabase()).get("settings", "settings");
const ready = async (): Promise<void> => {
  await makeReady();
  browser.permitted.add("https://other.ucontactcloud.com/*");
};
/** All that is kept, wherever. */
const everything = async () => {
  const db = await openDatabase();
  const stores = await Promise.all([db.getAll("settings"), db.getAll("secrets"), db.getAll("journal")]);
  return JSON.stringify([browser.session, stores]);
};

describe("signing in", () => {
  test("is one request, whose token is kept and not told", async () => {
    await saveSettings();
    signIn.mockResolvedValue(SIGNED_IN);
    expect(await session.signIn(REQUEST)).toEqual(TOLD);
    expect(signIn.mock.calls).toEqual([["acme", "ana.perez", PASSWORD]]);
    expect(browser.session).toEqual({ token: "bmV3", agent: "ana.perez" });
    expect(await savedSettings()).toEqual({ ...SETTINGS, extension: "2002", context: "agents" });
  });

  test("keeps the password nowhere", async () => {
    await saveSettings();
    signIn.mockResolvedValue(SIGNED_IN);
    await session.signIn({ ...REQUEST, staySignedIn: true });
    expect(await everything()).toContain("bmV3");
    expect(await everything()).not.toContain(PASSWORD);
    expect(browser.exposedStorage).toEqual([]);
  });

  test("begins a set-up that isn't complete", async () => {
    signIn.mockResolvedValue({ ...SIGNED_IN, extension: null, context: null });
    await session.signIn({ ...REQUEST, instance: "other" });
    expect(await savedSettings()).toEqual({ ...defaultSettings(), instance: "other", agent: "ana.perez" });
    expect((await token.readKept())?.token).toBe("bmV3");
  });

  test("at another instance leaves nothing of the old token, not even where the browser fails in between", async () => {
    await ready();
    await token.keep({ token: TOKEN }, true);
    signIn.mockResolvedValue(SIGNED_IN);
    vi.spyOn(chrome.storage.session, "set").mockRejectedValueOnce(new Error("quota"));
    await expect(session.signIn({ ...REQUEST, instance: "other" })).rejects.toThrow("quota");
    expect((await savedSettings())?.instance).toBe("other");
    expect(await token.readKept()).toBeUndefined();
  });

  test.each<SignInOutcome>([
    { state: "rejected" },
    { state: "unknown", reason: { code: "no_reply" } },
    { state: "not_sent", reason: { code: "invalid", faults: [] } },
  ])("that ends as $state changes nothing", async (outcome) => {
    await ready();
    signIn.mockResolvedValue(outcome);
    expect(await session.signIn({ ...REQUEST, instance: "other", agent: "luis.gomez" })).toEqual(outcome);
    expect(browser.session).toEqual({ token: TOKEN });
    expect(await savedSettings()).toEqual(SETTINGS);
  });

  test("twice in one moment is one request", async () => {
    signIn.mockResolvedValue(SIGNED_IN);
    const both = await Promise.all([session.signIn(REQUEST), session.signIn(REQUEST)]);
    expect(both).toEqual([TOLD, TOLD]);
    expect(signIn).toHaveBeenCalledTimes(1);
    await session.signIn(REQUEST);
    expect(signIn).toHaveBeenCalledTimes(2);
  });

  test("waits for no call: while one is placed nothing is sent", async () => {
    busy.isBusy.mockReturnValue(true);
    expect(await session.signIn(REQUEST)).toEqual({ state: "not_sent", reason: { code: "call_under_way" } });
    expect(signIn).not.toHaveBeenCalled();
  });

  test("where the browser may not go is not sent", async () => {
    browser.permitted.clear();
    const reason = { code: "permission_missing", origin: "https://acme.ucontactcloud.com" };
    expect(await session.signIn(REQUEST)).toEqual({ state: "not_sent", reason });
    expect(signIn).not.toHaveBeenCalled();
  });

  test("without a network is not sent", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(await session.signIn(REQUEST)).toEqual({ state: "not_sent", reason: { code: "offline" } });
    expect(signIn).not.toHaveBeenCalled();
  });

  test("has a connection of its own before anything is sent", async () => {
    signIn.mockImplementation(async () => {
      expect(forbidRepeats.mock.calls).toEqual([["https://other.ucontactcloud.com"]]);
      return SIGNED_IN;
    });
    await session.signIn({ ...REQUEST, instance: "other" });
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  test("at a faulty instance is the engine's to refuse", async () => {
    const refused: SignInOutcome = { state: "not_sent", reason: { code: "invalid", faults: [] } };
    signIn.mockResolvedValue(refused);
    expect(await session.signIn({ ...REQUEST, instance: "a/b" })).toEqual(refused);
    expect(signIn.mock.calls[0]?.[0]).toBe("a/b");
    expect(forbidRepeats).not.toHaveBeenCalled();
  });

  test("by an engine that dies may have happened", async () => {
    signIn.mockRejectedValue(new WebAssembly.RuntimeError("unreachable"));
    expect(await session.signIn(REQUEST)).toEqual(INTERRUPTED);
    expect((await token.readKept())?.token).toBeUndefined();
  });
});

describe("signing out", () => {
  beforeEach(async () => {
    await makeReady();
    logOff.mockResolvedValue({ state: "asked" });
    endSession.mockResolvedValue({ state: "ended" });
  });

  const signedIn = () => token.keep({ token: TOKEN, agent: "ana.perez" }, true);

  test("wipes the token everywhere, logs the phone off, then ends the session", async () => {
    await signedIn();
    logOff.mockImplementation(async () => {
      expect(await everything()).not.toContain(TOKEN);
      expect(endSession).not.toHaveBeenCalled();
      return { state: "asked" };
    });
    expect(await session.signOut(true)).toEqual({ logOff: { state: "asked" }, endSession: { state: "ended" } });
    expect(logOff.mock.calls).toEqual([["acme", TOKEN, "ana.perez", "1001"]]);
    expect(endSession.mock.calls).toEqual([["acme", TOKEN, "ana.perez"]]);
    expect(await everything()).not.toContain(TOKEN);
  });

  test("tells what is not known, and goes on", async () => {
    await signedIn();
    logOff.mockRejectedValue(new Error("closed"));
    endSession.mockResolvedValue({ state: "unknown", reason: { code: "timed_out" } });
    const told = { logOff: INTERRUPTED, endSession: { state: "unknown", reason: { code: "timed_out" } } };
    expect(await session.signOut(true)).toEqual(told);
    expect((await token.readKept())?.token).toBeUndefined();
  });

  test("here alone asks uContact for nothing", async () => {
    await signedIn();
    expect(await session.signOut(false)).toEqual({ logOff: null, endSession: null });
    expect((await token.readKept())?.token).toBeUndefined();
    expect(logOff).not.toHaveBeenCalled();
    expect(endSession).not.toHaveBeenCalled();
  });

  test("never ends the session of a token that was pasted: it may be at work elsewhere", async () => {
    await token.keep({ token: TOKEN }, true);
    expect(await session.signOut(true)).toEqual({ logOff: null, endSession: null });
    expect((await token.readKept())?.token).toBeUndefined();
    expect(logOff).not.toHaveBeenCalled();
    expect(endSession).not.toHaveBeenCalled();
  });

  test("that can't wipe the token fails, and asks uContact for nothing", async () => {
    await signedIn();
    vi.spyOn(chrome.storage.session, "remove").mockRejectedValueOnce(new Error("gone"));
    await expect(session.signOut(true)).rejects.toThrow("gone");
    expect(logOff).not.toHaveBeenCalled();
  });

  test("during a sign-in takes the token that this brings", async () => {
    let arrive = (_: SignInOutcome): void => undefined;
    signIn.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    const signingIn = session.signIn(REQUEST);
    await vi.waitFor(() => expect(signIn).toHaveBeenCalled());
    const out = session.signOut(true);
    await vi.waitFor(() => expect(browser.session).toEqual({}));
    arrive(SIGNED_IN);
    await signingIn;
    expect(await out).toEqual({ logOff: { state: "asked" }, endSession: { state: "ended" } });
    expect(logOff.mock.calls[0]?.[1]).toBe("bmV3");
    expect((await token.readKept())?.token).toBeUndefined();
  });
});
