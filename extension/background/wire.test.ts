import { browser } from "../testing/chrome";
import { beforeEach, expect, test, vi } from "vitest";
import { freshBackground, openDatabase } from "../testing/background";

const INSTANCE = "https://acme.ucontactcloud.com";
const CALL = `${INSTANCE}/Integra/resources/Agents/AgentCall`;
const JOIN = `${INSTANCE}/Integra/resources/queues/addqueuemember`;

/** Replies that the browser has not told of yet. */
let replies: { name: string; nextHopProtocol: string }[] = [];

class Observer {
  observe(): void {}
  takeRecords = () => replies.splice(0);
}

let wire: typeof import("./wire").wire;
let forgetWires: typeof import("./wire").forgetWires;

/** The background in its next life: what it knew by heart is gone. */
async function wakeUp(): Promise<void> {
  vi.resetModules();
  ({ wire, forgetWires } = await import("./wire"));
}

beforeEach(async () => {
  freshBackground();
  replies = [];
  vi.stubGlobal("PerformanceObserver", Observer);
  vi.stubGlobal(
    "Request",
    class {
      duplex = "half";
    },
  );
  Object.defineProperty(Request.prototype, "duplex", { value: "half" });
  await wakeUp();
});

const reply = (nextHopProtocol: string, name = CALL): void => void replies.push({ name, nextHopProtocol });

const lengths = (): unknown[] =>
  [...browser.rules.values()].map(({ action, condition }) => [
    condition.urlFilter,
    (action as { requestHeaders?: { value?: string }[] }).requestHeaders?.[0]?.value,
  ]);

test("an instance that nobody knows yet gets no stream, and no request that asks", async () => {
  const fetch = vi.fn();
  vi.stubGlobal("fetch", fetch);
  expect(await wire.streams(CALL, 7)).toBe(false);
  expect(fetch).not.toHaveBeenCalled();
});

test.each(["h2", "h3"])("after a reply over %s bodies are streamed, their length by a rule", async (protocol) => {
  reply(protocol);
  expect(await wire.streams(CALL, 118)).toBe(true);
  expect(lengths()).toEqual([[`|${CALL}|`, "118"]]);
});

test("the rule goes with the body that it stands for", async () => {
  reply("h2");
  await wire.streams(CALL, 118);
  await wire.streams(CALL, 117);
  expect(lengths()).toEqual([[`|${CALL}|`, "117"]]);
  await wire.streams(JOIN, 300);
  expect(lengths()).toEqual([[`|${JOIN}|`, "300"]]);
});

test("a body that is not streamed finds no rule of an earlier one", async () => {
  reply("h2");
  await wire.streams(CALL, 118);
  reply("http/1.1");
  expect(await wire.streams(CALL, 118)).toBe(false);
  expect(lengths()).toEqual([]);
});

test("what one instance speaks says nothing of another", async () => {
  reply("h2");
  expect(await wire.streams(CALL.replace("acme", "other"), 7)).toBe(false);
  expect(await wire.streams(CALL, 7)).toBe(true);
});

test("a request that failed, and Firefox, tell nothing", async () => {
  reply("h2");
  reply("");
  expect(await wire.streams(CALL, 7)).toBe(true);
});

test("it outlives the background, an update and the browser's session", async () => {
  reply("h2");
  await wire.streams(CALL, 7);
  await wakeUp();
  await chrome.storage.session.clear();
  expect(await wire.streams(CALL, 7)).toBe(true);
});

test("what it knows is read once, and anew where it was forgotten", async () => {
  reply("h2");
  await wire.streams(CALL, 7);
  await (await openDatabase()).clear("http2");
  expect(await wire.streams(CALL, 7)).toBe(true);
  forgetWires();
  expect(await wire.streams(CALL, 7)).toBe(false);
});

test("a database that can't be read keeps no call from being tried", async () => {
  reply("h2");
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("broken");
  });
  expect(await wire.streams(CALL, 7)).toBe(false);
});

test("an instance that nobody was found at is learnt anew", async () => {
  reply("h2");
  await wire.streams(CALL, 7);
  await wire.unreached(CALL);
  expect(await wire.streams(CALL, 7)).toBe(false);
});

test("a browser without streamed bodies never streams", async () => {
  vi.stubGlobal("Request", class {});
  reply("h2");
  expect(await wire.streams(CALL, 7)).toBe(false);
});
